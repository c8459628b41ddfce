"""How far one has come, drawn as the red thread with one knot to each step."""

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from views.screen.look import colours, scaled
from views.screen.thread import thread_pen


@dataclass(frozen=True, slots=True)
class Place:
    """Step *number*, from 1, of *count*; a number beyond is when all is done."""

    number: int
    count: int

    @property
    def text(self) -> str:
        """The place in words."""
        if self.number > self.count:
            return "Færdig"
        return f"Trin {self.number} af {self.count}"


class ProgressThread(QWidget):
    """A thread from the first step to this one, and dots for those to come; words say it too."""

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        """Return a size with the same room for each step."""
        return QSize(scaled(56) * (self._place.count - 1) + scaled(20), scaled(24))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the thread and its knots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        knots = [
            QPointF(scaled(10) + number * scaled(56), self.height() / 2)
            for number in range(self._place.count)
        ]
        coming = QPen(QColor(colours().border), scaled(1.8), Qt.PenStyle.DotLine)
        for number, (start, end) in enumerate(pairwise(knots), start=1):
            is_pulled = number < self._place.number
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(thread_pen(scaled(2.6)) if is_pulled else coming)
            painter.drawPath(_hang(start, end, scaled(5) if number % 2 else -scaled(5)))
        for number, knot in enumerate(knots, start=1):
            _paint_bead(painter, knot, is_reached=number <= self._place.number)
        painter.end()


def _hang(start: QPointF, end: QPointF, sag: float) -> QPainterPath:
    path = QPainterPath(start)
    third = (end - start) / 3
    down = QPointF(0, sag * 4 / 3)
    path.cubicTo(start + third + down, end - third + down, end)
    return path


def _paint_bead(painter: QPainter, knot: QPointF, *, is_reached: bool) -> None:
    chosen = colours()
    painter.setBrush(QColor(chosen.thread if is_reached else chosen.window))
    painter.setPen(QPen(QColor(chosen.thread if is_reached else chosen.border), scaled(1.6)))
    painter.drawEllipse(knot, scaled(5), scaled(5))
