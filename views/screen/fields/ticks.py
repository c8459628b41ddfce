"""Radio buttons and check boxes whose words wrap, with large marks and a focus one can see."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy
from typing_extensions import override

from views.screen.icons import Sign, paint_sign
from views.screen.look import colours, scaled

_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
}
_COMMAND = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_WIDEST = 10_000
_SHORT = 150
"""Words that are no wider are kept on one line: asking how they wrap costs time in long forms."""


class RadioTick(QRadioButton):
    """One of several answers; its list decides what a click on it means."""

    stepped = Signal(int)
    cleared = Signal()
    lettered = Signal(str)
    numbered = Signal(int)

    def __init__(self, text: str) -> None:
        super().__init__(_shown(text))
        self._wrapping = _Wrapping(self)
        # The list keeps one chosen at most; Qt's own exclusiveness would not let go of the last.
        self.setAutoExclusive(False)
        _prepare(self, self._wrapping)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the list with arrows without choosing, and let go of the choice with Delete."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in _CLEARING:
            self.cleared.emit()
        elif _is_digit(event):
            self.numbered.emit(int(event.text()))
        elif event.text().isalpha():
            self.lettered.emit(event.text().upper())
        else:
            super().keyPressEvent(event)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        """Let the words be clicked too."""
        return self.rect().contains(pos)

    @override
    def sizeHint(self) -> QSize:
        """Return the size on one line."""
        return self._wrapping.size()

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the smallest useful size."""
        return self._wrapping.smallest()

    @override
    def heightForWidth(self, width: int) -> int:
        """Return the height when the words wrap at *width*."""
        return self._wrapping.height(width)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a ring, filled when chosen, and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mark = _paint_words(painter, self)
        ink = QColor(colours().text)
        painter.setPen(QPen(ink if self.isChecked() else QColor(colours().border), scaled(1.6)))
        painter.setBrush(QColor(colours().base))
        painter.drawEllipse(mark)
        if self.isChecked():
            inset = mark.width() * 0.25
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawEllipse(mark.adjusted(inset, inset, -inset, -inset))
        painter.end()


class CheckTick(QCheckBox):
    """One of several answers that can stand together."""

    numbered = Signal(int)

    def __init__(self, text: str) -> None:
        super().__init__(_shown(text))
        self._wrapping = _Wrapping(self)
        _prepare(self, self._wrapping)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let a digit tick the option it stands for."""
        if _is_digit(event):
            self.numbered.emit(int(event.text()))
        else:
            super().keyPressEvent(event)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        """Let the words be clicked too."""
        return self.rect().contains(pos)

    @override
    def sizeHint(self) -> QSize:
        """Return the size on one line."""
        return self._wrapping.size()

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the smallest useful size."""
        return self._wrapping.smallest()

    @override
    def heightForWidth(self, width: int) -> int:
        """Return the height when the words wrap at *width*."""
        return self._wrapping.height(width)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a box, ticked when chosen, and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mark = _paint_words(painter, self)
        chosen = colours()
        edge = chosen.text if self.isChecked() else chosen.border
        painter.setPen(QPen(QColor(edge), scaled(1.6)))
        painter.setBrush(QColor(chosen.text if self.isChecked() else chosen.base))
        painter.drawRoundedRect(mark, scaled(3), scaled(3))
        if self.isChecked():
            paint_sign(painter, mark, Sign.CHECK, chosen.base)
        painter.end()


def _is_digit(event: QKeyEvent) -> bool:
    is_command = bool(event.modifiers() & _COMMAND)
    return event.text().isdecimal() and not is_command and not event.isAutoRepeat()


def _shown(text: str) -> str:
    # A single & would become a shortcut and vanish.
    return text.replace("&", "&&")


def _spoken(button: QAbstractButton) -> str:
    return button.text().replace("&&", "&")


def _prepare(button: QAbstractButton, wrapping: "_Wrapping") -> None:
    button.setAccessibleName(_spoken(button))
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(wrapping.may_wrap())
    button.setSizePolicy(policy)
    button.setAttribute(Qt.WidgetAttribute.WA_Hover)
    button.setCursor(Qt.CursorShape.PointingHandCursor)


def _indent() -> int:
    return scaled(31)


def _padding() -> int:
    return scaled(5)


class _Wrapping:
    """How large words are at a width; Qt asks dozens of times while it lays out a page."""

    def __init__(self, button: QAbstractButton) -> None:
        self._button = button
        self._points = 0.0
        self._size = QSize()
        self._heights: dict[int, int] = {}

    def size(self) -> QSize:
        """Return the size on one line."""
        self._follow_font()
        return self._size

    def smallest(self) -> QSize:
        """Return the smallest useful size."""
        size = self.size()
        return QSize(min(scaled(90), size.width()), size.height()) if self.may_wrap() else size

    def may_wrap(self) -> bool:
        """Return whether the words are long enough to be broken."""
        return self.size().width() > scaled(_SHORT)

    def height(self, width: int) -> int:
        """Return the height of the button at *width* pixels."""
        self._follow_font()
        found = self._heights.get(width)
        if found is None:
            room = QRect(0, 0, max(1, width - _indent() - 2 * _padding()), _WIDEST)
            flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
            metrics = self._button.fontMetrics()
            wrapped = metrics.boundingRect(room, int(flags), _spoken(self._button))
            found = self._heights[width] = int(wrapped.height()) + 2 * _padding()
        return found

    def _follow_font(self) -> None:
        points = self._button.font().pointSizeF()
        if points != self._points:
            self._points = points
            metrics = self._button.fontMetrics()
            width = metrics.horizontalAdvance(_spoken(self._button)) + _indent() + 2 * _padding()
            self._size = QSize(width, metrics.height() + 2 * _padding())
            self._heights.clear()


def _paint_words(painter: QPainter, button: QAbstractButton) -> QRectF:
    chosen = colours()
    surface = QRectF(button.rect()).adjusted(1, 1, -1, -1)
    if button.underMouse() and button.isEnabled():
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(chosen.hover))
        painter.drawRoundedRect(surface, scaled(5), scaled(5))
    if button.hasFocus():
        painter.setPen(QPen(QColor(chosen.thread), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(surface, scaled(5), scaled(5))
    painter.setPen(QColor(chosen.text if button.isEnabled() else chosen.quiet))
    room = button.rect().adjusted(_indent(), _padding(), -_padding(), -_padding())
    flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(room, int(flags), _spoken(button))
    side = scaled(17)
    first_line = _padding() + button.fontMetrics().height() / 2
    return QRectF(scaled(5), first_line - side / 2, side, side)
