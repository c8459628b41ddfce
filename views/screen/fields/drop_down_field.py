"""A choice among many: a list that opens."""

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox
from typing_extensions import override

from forms.questionnaire import Item
from forms.reply import Reply
from models.answers import Coding, Place, Value
from views.screen.fields.field import Field
from views.screen.icons import Sign, paint_sign
from views.screen.look import colours, scaled

_NOTHING = "Vælg …"


class DropDownField(Field):
    """A question with more options than one wants to see at once; the first line clears it."""

    def __init__(self, item: Item, place: Place) -> None:
        super().__init__(item, place)
        self._options = CalmComboBox()
        self._options.addItem(_NOTHING, "")
        for option in item.options:
            self._options.addItem(option.coding.display, option.coding.code)
        self._column.addWidget(self._options)
        # On Linux Qt takes the choice for the name; only a label that is its buddy names it.
        self._question.setBuddy(self._options)
        self._show_question()
        self._options.activated.connect(self._say)
        self._watch(self._options)

    @override
    def reply(self) -> Reply:
        code = str(self._options.currentData())
        return Reply(codes=(code,) if code else ())

    @override
    def _show(self, values: tuple[Value, ...]) -> None:
        code = next((value.code for value in values if isinstance(value, Coding)), "")
        self._options.setCurrentIndex(max(0, self._options.findData(code)))

    @Slot()
    def _say(self) -> None:
        self.answered.emit(self.place, self.reply())


class CalmComboBox(QComboBox):
    """A drop-down list that the mouse wheel does not change and that looks like our lines."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setMaxVisibleItems(14)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: scrolling past must not change an answer."""
        event.ignore()

    @override
    def sizeHint(self) -> QSize:
        """Be as tall as a line to type in."""
        return QSize(super().sizeHint().width(), self.fontMetrics().height() + scaled(14))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a quiet frame, the chosen words and an arrow."""
        chosen = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self.hasFocus() else 1
        edge = chosen.thread if self.hasFocus() else chosen.border
        if self.property("problem") and not self.hasFocus():
            width, edge = 2, chosen.problem
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(chosen.base))
        inset = width / 2
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, scaled(5), scaled(5))
        side = scaled(14)
        room = self.rect().adjusted(scaled(9), 0, -(side + scaled(16)), 0)
        painter.setPen(QColor(chosen.text if self.currentIndex() > 0 else chosen.quiet))
        text = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), text)
        arrow = QRectF(self.width() - side - scaled(9), (self.height() - side) / 2, side, side)
        paint_sign(painter, arrow, Sign.ARROW_DOWN, chosen.text)
        painter.end()
