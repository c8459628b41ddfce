"""The drop-down list that the door and the forms share; light, for the door is the first window."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox
from typing_extensions import override

from views.screen.icons import Sign, paint_sign
from views.screen.look import colours, scaled

_EDGE = 9
_ARROW = 14
_BEHIND = 16
"""The air on both sides of the arrow."""


class CalmComboBox(QComboBox):
    """A drop-down list that the mouse wheel does not change and that looks like our lines.

    With *takes_digits* it says `numbered` for a digit instead of searching for it.
    """

    numbered = Signal(int)

    def __init__(self, *, takes_digits: bool = False) -> None:
        super().__init__()
        self._takes_digits = takes_digits
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setMaxVisibleItems(14)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say which digit was pressed where that means something."""
        is_command = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if self._takes_digits and event.text().isdecimal() and not is_command:
            self.numbered.emit(int(event.text()))
        else:
            super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: scrolling past must not change an answer."""
        event.ignore()

    @override
    def sizeHint(self) -> QSize:
        """Be as tall as a line to type in, and wide enough for the shortest contents."""
        metrics = self.fontMetrics()
        # Qt's style knows nothing of the room that our own edge and arrow take.
        words = metrics.horizontalAdvance("n" * self.minimumContentsLength())
        width = max(super().sizeHint().width(), words + scaled(_EDGE + _ARROW + _BEHIND))
        return QSize(width, metrics.height() + scaled(14))

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
        side = scaled(_ARROW)
        room = self.rect().adjusted(scaled(_EDGE), 0, -(side + scaled(_BEHIND)), 0)
        painter.setPen(QColor(chosen.text if self.currentIndex() > 0 else chosen.quiet))
        text = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), text)
        arrow = QRectF(self.width() - side - scaled(_EDGE), (self.height() - side) / 2, side, side)
        paint_sign(painter, arrow, Sign.ARROW_DOWN, chosen.text)
        painter.end()
