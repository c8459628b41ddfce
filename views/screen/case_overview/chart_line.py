"""A number followed over time as a small line, with its first and newest value in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from views.screen.look import Role, colours, scaled
from views.screen.words import words

_HEIGHT = 54


@dataclass(frozen=True, slots=True)
class ChartShown:
    """A line: each point is how far it lies to the right and up, both from 0 to 1.

    `brief` says the first and the newest value, `spoken` every point.
    """

    title: str
    brief: str
    spoken: str
    points: tuple[tuple[float, float], ...]


class ChartBox(QWidget):
    """The name of the number, its line, and what the line says."""

    def __init__(self, shown: ChartShown) -> None:
        super().__init__()
        line = _Line(shown.points)
        line.setAccessibleName(shown.title)
        line.setAccessibleDescription(shown.spoken)
        line.setToolTip(shown.spoken)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(2))
        column.addWidget(words(shown.title, Role.STRONG))
        column.addWidget(line)
        column.addWidget(words(shown.brief, Role.QUIET))


class _Line(QWidget):
    def __init__(self, points: Sequence[tuple[float, float]]) -> None:
        super().__init__()
        self._points = tuple(points)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(220), max(scaled(_HEIGHT), QFontMetrics(self.font()).height()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        margin = scaled(6)
        width, height = self.width() - 2 * margin, self.height() - 2 * margin
        places = [QPointF(margin + x * width, margin + (1 - y) * height) for x, y in self._points]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours().line), 1))
        bottom = self.height() - margin
        painter.drawLine(QPointF(margin, bottom), QPointF(self.width() - margin, bottom))
        painter.setPen(QPen(QColor(colours().thread), scaled(2)))
        painter.drawPolyline(QPolygonF(places))
        painter.setBrush(QColor(colours().thread))
        for place in places:
            painter.drawEllipse(place, scaled(2.5), scaled(2.5))
        painter.end()
