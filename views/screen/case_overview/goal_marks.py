"""How a goal has gone, follow-up by follow-up: a sign for each on a line, with its day."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from views.screen.icons import Sign, paint_sign
from views.screen.look import colours, scaled

_MOST = 6
"""So many follow-ups are drawn, the newest; what a screen reader says tells all."""
_SMALL = 0.86


class Going(IntEnum):
    """How a goal goes, the better the higher on the line."""

    SET_ASIDE = 0
    UNCHANGED = 1
    ON_THE_WAY = 2
    REACHED = 3


_SIGNS = {
    Going.SET_ASIDE: Sign.CROSS,
    Going.UNCHANGED: Sign.RING,
    Going.ON_THE_WAY: Sign.DOT,
    Going.REACHED: Sign.CHECK,
}


@dataclass(frozen=True, slots=True)
class MarkShown:
    """One follow-up: its day, how it went, the same in a word or two, and all that was said."""

    day: str
    going: Going
    brief: str
    words: str


class GoalMarks(QWidget):
    """Draws up to six marks from left to right; each height has a sign of its own."""

    def __init__(self, marks: Sequence[MarkShown]) -> None:
        super().__init__()
        self._marks = tuple(marks)[-_MOST:]
        told = (f"{mark.day}: {mark.words}" for mark in marks)
        self.setAccessibleName("Sådan er det gået")
        self.setAccessibleDescription(". ".join(told))
        self.setToolTip("\n".join(f"{mark.day}: {mark.words}" for mark in self._marks))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        """Return room for four heights and a line of days."""
        return QSize(scaled(90) * max(len(self._marks), 1), scaled(58) + 2 * self._line())

    @override
    def minimumSizeHint(self) -> QSize:
        """Return little: marks come nearer to each other when there is no room."""
        return QSize(scaled(120), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, and a sign with its day for each mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._small())
        room = min(self.width() / max(len(self._marks), 1), scaled(110))
        places = [self._place(number, mark, room) for number, mark in enumerate(self._marks)]
        painter.setPen(QPen(QColor(colours().thread), scaled(1.6)))
        for before, after in pairwise(places):
            painter.drawLine(before, after)
        for mark, place in zip(self._marks, places, strict=True):
            self._paint_mark(painter, mark, place, room)
        painter.end()

    def _place(self, number: int, mark: MarkShown, room: float) -> QPointF:
        height = scaled(12) + (Going.REACHED - mark.going) * scaled(12)
        return QPointF(room * (number + 0.5), height)

    def _paint_mark(self, painter: QPainter, mark: MarkShown, place: QPointF, room: float) -> None:
        half = scaled(9)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours().card))
        painter.drawEllipse(place, half, half)
        box = QRectF(place.x() - half, place.y() - half, 2 * half, 2 * half)
        paint_sign(painter, box, _SIGNS[mark.going], colours().thread)
        painter.setPen(QColor(colours().quiet))
        for number, text in enumerate((mark.brief, mark.day)):
            top = self.height() - (2 - number) * self._line()
            below = QRectF(place.x() - room / 2, top, room, self._line())
            shown = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, round(room - scaled(4))
            )
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, shown)

    def _line(self) -> int:
        return QFontMetrics(self._small()).height()

    def _small(self) -> QFont:
        small = QFont(self.font())
        small.setPointSizeF(small.pointSizeF() * _SMALL)
        return small
