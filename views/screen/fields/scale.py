"""A scale to point at: it has no value before somebody gave it one."""

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider
from typing_extensions import override

from models.danish import number
from views.screen.look import colours, scaled

_COMMAND = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_LINE = 34
_KNOB = 11
_EDGE = 16
_MOST_TICKS = 21
_STRIDES = 10
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageDown: -_STRIDES,
    Qt.Key.Key_PageUp: _STRIDES,
}


@dataclass(frozen=True, slots=True)
class Marks:
    """The values of a scale: *count* steps of *step* from *least*."""

    least: Decimal
    step: Decimal
    count: int

    def value(self, mark: int) -> Decimal:
        """Return the value at *mark*, counted from 0."""
        value = self.least + self.step * mark
        return value.quantize(Decimal(1)) if value == value.to_integral_value() else value

    def nearest(self, value: Decimal) -> int | None:
        """Return the mark nearest to *value*; None when it lies beyond the ends."""
        mark = round((value - self.least) / self.step)
        return mark if self.least <= value <= self.value(self.count) else None


class Scale(QSlider):
    """A line with marks; `pointed` comes when the person chose a mark, or none.

    Keys: the digits of a number, arrows by one, Page Up and Page Down by a tenth, Home and End;
    Delete takes the choice away. The mouse wheel does nothing.
    """

    pointed = Signal()

    def __init__(self, marks: Marks) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._marks = marks
        self._is_chosen = False
        self._is_showing = False
        self._typed = ""
        # With its own values where it can, for the screen reader tells them.
        self._base = int(marks.least) if marks.step == 1 else 0
        self.setRange(self._base, self._base + marks.count)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.valueChanged.connect(self._hear_value)

    def mark(self) -> int | None:
        """Return the mark that is chosen, counted from 0; None while none is."""
        return self.value() - self._base if self._is_chosen else None

    def show_mark(self, mark: int | None) -> None:
        """Show *mark* as chosen, or none, without saying so."""
        self._is_chosen = mark is not None
        self._is_showing = True
        self.setValue(self._base + (mark or 0))
        self._is_showing = False
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return a height that is easy to hit, with the numbers below the line."""
        return QSize(scaled(240), scaled(_LINE + 2) + self.fontMetrics().height())

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the smallest size one can point at."""
        return QSize(scaled(120), self.sizeHint().height())

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: scrolling past must not change an answer."""
        event.ignore()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the mark pointed at."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self._mark_at(event.position().x()))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the choice follow the mouse while it is pressed."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._choose(self._mark_at(event.position().x()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leave the choice where it is."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the number typed, or walk; the first step on an empty scale is its lowest mark."""
        if event.text().isdecimal() and not event.modifiers() & _COMMAND:
            self._type(event.text())
            return
        self._typed = ""
        key = Qt.Key(event.key())
        if key in _CLEARING:
            self._choose(None)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._choose(0 if key == Qt.Key.Key_Home else self._marks.count)
        elif key in _STEPS:
            self._walk(_STEPS[key])
        else:
            event.ignore()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Begin a new number the next time."""
        self._typed = ""
        super().focusOutEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, its marks, and the knob when there is a choice."""
        chosen = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = scaled(_LINE) / 2
        painter.setPen(QPen(QColor(chosen.border), scaled(2)))
        ends = (self._x_of(0), self._x_of(self._marks.count))
        painter.drawLine(QPointF(ends[0], middle), QPointF(ends[1], middle))
        tick = scaled(5)
        for mark in self._ticks():
            x = self._x_of(mark)
            painter.drawLine(QPointF(x, middle - tick), QPointF(x, middle + tick))
        self._paint_numbers(painter)
        chosen_mark = self.mark()
        if chosen_mark is not None:
            self._paint_knob(painter, QPointF(self._x_of(chosen_mark), middle))
        if self.hasFocus():
            painter.setPen(QPen(QColor(chosen.thread), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(frame, scaled(5), scaled(5))
        painter.end()

    def _paint_numbers(self, painter: QPainter) -> None:
        marks, metrics = self._marks, self.fontMetrics()
        painter.setPen(QColor(colours().quiet))
        ticks = self._ticks()
        texts = [number(marks.value(mark)) for mark in ticks]
        widest = max(metrics.horizontalAdvance(text) for text in texts)
        room = self._x_of(ticks[1]) - self._x_of(0)
        for mark in ticks if widest + scaled(8) < room else (0, marks.count):
            text = number(marks.value(mark))
            width = metrics.horizontalAdvance(text)
            wished = self._x_of(mark) - width / 2
            x = min(max(wished, scaled(3)), self.width() - width - scaled(3))
            painter.drawText(QPointF(x, scaled(_LINE) + metrics.ascent() - scaled(4)), text)

    def _paint_knob(self, painter: QPainter, middle: QPointF) -> None:
        chosen = colours()
        painter.setPen(QPen(QColor(chosen.base), scaled(2)))
        painter.setBrush(QColor(chosen.text))
        painter.drawEllipse(middle, scaled(_KNOB), scaled(_KNOB))

    def _ticks(self) -> tuple[int, ...]:
        """Return the marks that are drawn: all of them, every tenth part, or the ends."""
        count = self._marks.count
        between = count if count % _STRIDES else count // _STRIDES
        return tuple(range(0, count + 1, 1 if count < _MOST_TICKS else between))

    def _type(self, digit: str) -> None:
        """Go on with the number that is being typed, or begin another that lies on the scale."""
        for typed in (self._typed + digit, digit):
            mark = self._marks.nearest(Decimal(typed))
            if mark is not None:
                self._typed = typed
                self._choose(mark)
                return

    def _walk(self, step: int) -> None:
        now = self.mark()
        stride = max(1, self._marks.count // _STRIDES) if abs(step) > 1 else 1
        direction = 1 if step > 0 else -1
        self._choose(0 if now is None else now + direction * stride)

    def _choose(self, mark: int | None) -> None:
        wanted = None if mark is None else min(max(mark, 0), self._marks.count)
        if wanted != self.mark():
            self.show_mark(wanted)
            self.pointed.emit()

    @Slot()
    def _hear_value(self) -> None:
        # A screen reader can set the value without a key or a click.
        if not self._is_showing:
            self._is_chosen = True
            self.pointed.emit()

    def _mark_at(self, x: float) -> int:
        step = (self._x_of(self._marks.count) - self._x_of(0)) / self._marks.count
        return round((x - self._x_of(0)) / step)

    def _x_of(self, mark: int) -> float:
        edge = scaled(_EDGE)
        return edge + mark / self._marks.count * (self.width() - 2 * edge)
