"""Signs drawn as lines: the bundled font has no ticks, and icon files would not follow the ink."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QIcon,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPixmapCache,
    QPolygonF,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from views.screen.look import Role, colours, scaled, set_role


class Sign(StrEnum):
    """What can be drawn."""

    CHECK = "check"
    RING = "ring"
    DOT = "dot"
    WARNING = "warning"
    LOCK = "lock"
    PLUS = "plus"
    CROSS = "cross"
    SEARCH = "search"
    PRINT = "print"
    ARROW_LEFT = "arrow-left"
    ARROW_RIGHT = "arrow-right"
    ARROW_DOWN = "arrow-down"
    CALENDAR = "calendar"
    SPEECH = "speech"


class Ink(StrEnum):
    """The colour a sign is drawn in; the values are fields of `Colours`."""

    TEXT = "text"
    QUIET = "quiet"
    THREAD = "thread"
    ON_THREAD = "on_thread"
    PROBLEM = "problem"
    GOOD = "good"
    DANGER = "danger"


_Line = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class _Drawing:
    """Lines, circles (x, y, radius) and filled dots on a square of 16 by 16."""

    lines: tuple[_Line, ...] = ()
    circles: tuple[tuple[float, float, float], ...] = ()
    dots: tuple[tuple[float, float, float], ...] = ()


_SIDE = 16
_AIR = 5
_REDRAWING = frozenset(
    {QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange}
)
_DRAWINGS = {
    Sign.CHECK: _Drawing(lines=(((2.8, 8.6), (6.4, 12.2), (13.2, 4.4)),)),
    Sign.RING: _Drawing(circles=((8, 8, 5.2),)),
    Sign.DOT: _Drawing(dots=((8, 8, 4),)),
    Sign.WARNING: _Drawing(
        lines=(((8, 2.2), (14.6, 13.6), (1.4, 13.6), (8, 2.2)), ((8, 6.4), (8, 9.6))),
        dots=((8, 11.7, 0.95),),
    ),
    Sign.LOCK: _Drawing(
        lines=(
            ((3, 7.4), (13, 7.4), (13, 13.8), (3, 13.8), (3, 7.4)),
            ((5, 7.2), (5, 5), (5.8, 3), (8, 2.1), (10.2, 3), (11, 5), (11, 7.2)),
        ),
        dots=((8, 10.6, 1.1),),
    ),
    Sign.PLUS: _Drawing(lines=(((8, 3), (8, 13)), ((3, 8), (13, 8)))),
    Sign.CROSS: _Drawing(lines=(((4, 4), (12, 12)), ((12, 4), (4, 12)))),
    Sign.SEARCH: _Drawing(lines=(((10.4, 10.4), (14, 14)),), circles=((6.8, 6.8, 4.6),)),
    Sign.PRINT: _Drawing(
        lines=(
            ((4.4, 6), (4.4, 2.2), (11.6, 2.2), (11.6, 6)),
            ((4.4, 11.4), (2, 11.4), (2, 6), (14, 6), (14, 11.4), (11.6, 11.4)),
            ((4.4, 9.2), (11.6, 9.2), (11.6, 14), (4.4, 14), (4.4, 9.2)),
        )
    ),
    Sign.ARROW_LEFT: _Drawing(lines=(((13.4, 8), (2.8, 8)), ((7.2, 3.6), (2.8, 8), (7.2, 12.4)))),
    Sign.ARROW_RIGHT: _Drawing(lines=(((2.6, 8), (13.2, 8)), ((8.8, 3.6), (13.2, 8), (8.8, 12.4)))),
    Sign.ARROW_DOWN: _Drawing(lines=(((3.6, 6), (8, 10.4), (12.4, 6)),)),
    Sign.CALENDAR: _Drawing(
        lines=(
            ((2.2, 3.6), (13.8, 3.6), (13.8, 13.8), (2.2, 13.8), (2.2, 3.6)),
            ((2.2, 7), (13.8, 7)),
            ((5.2, 1.8), (5.2, 4.8)),
            ((10.8, 1.8), (10.8, 4.8)),
        )
    ),
    Sign.SPEECH: _Drawing(
        lines=(
            ((2, 2.8), (14, 2.8), (14, 10.6), (8, 10.6), (4.6, 13.8), (4.6, 10.6), (2, 10.6)),
            ((2, 10.6), (2, 2.8)),
        )
    ),
}


def paint_sign(painter: QPainter, place: QRectF, sign: Sign, colour: str) -> None:
    """Draw *sign* in *colour* into the largest square in the middle of *place*."""
    side = min(place.width(), place.height())
    drawing = _DRAWINGS[sign]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(place.center() - QPointF(side / 2, side / 2))
    painter.scale(side / _SIDE, side / _SIDE)
    pen = QPen(QColor(colour), 1.7)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    for line in drawing.lines:
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in line]))
    for x, y, radius in drawing.circles:
        painter.drawEllipse(QPointF(x, y), radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    for x, y, radius in drawing.dots:
        painter.drawEllipse(QPointF(x, y), radius, radius)
    painter.restore()


def sign_icon(sign: Sign, ink: Ink = Ink.TEXT, air_before: int = 0, air_after: int = 0) -> QIcon:
    """Return *sign* as an icon in today's colours; the buttons below keep theirs up to date.

    The air is in pixels at 100 %: a style sheet cannot part an icon from the words beside it.
    """
    # An icon engine of our own would follow the theme, but a Python one crashes when Qt clones it.
    chosen = colours()
    icon = QIcon()
    for mode, colour in (
        (QIcon.Mode.Normal, getattr(chosen, ink)),
        (QIcon.Mode.Disabled, chosen.quiet),
    ):
        for side in (scaled(_SIDE), 2 * scaled(_SIDE)):
            factor = side / _SIDE
            place = QRectF(air_before * factor, 0, side, side)
            width = round((air_before + air_after) * factor) + side
            icon.addPixmap(_pixmap(sign, colour, place, width), mode)
    return icon


def _pixmap(sign: Sign, colour: str, place: QRectF, width: int) -> QPixmap:
    key = f"{sign} {colour} {place.x()} {place.width()} {width}"
    pixmap = QPixmap()
    # A long form has dozens of the same sign. Qt's own cache goes with the application.
    if QPixmapCache.find(key, pixmap):
        return pixmap
    pixmap = QPixmap(width, round(place.height()))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_sign(painter, place, sign, colour)
    painter.end()
    QPixmapCache.insert(key, pixmap)
    return pixmap


class SignButton(QPushButton):
    """A button with words and a sign that follows the theme."""

    def __init__(self, text: str, sign: Sign, ink: Ink = Ink.TEXT) -> None:
        super().__init__(text)
        self._sign = sign
        self._ink = ink
        self._drawn = ("", 0, False)
        self._draw()

    def _draw(self) -> None:
        wanted = (getattr(colours(), self._ink), scaled(_SIDE), self.isRightToLeft())
        if wanted == self._drawn:
            return
        self._drawn = wanted
        self.setIconSize(QSize(scaled(_SIDE + _AIR), scaled(_SIDE)))
        before, after = (_AIR, 0) if self.isRightToLeft() else (0, _AIR)
        self.setIcon(sign_icon(self._sign, self._ink, before, after))

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Draw the sign anew in a new theme or text size, unless one is being collected."""
        super().changeEvent(event)
        if event.type() in _REDRAWING and "_ink" in self.__dict__:
            self._draw()


class IconButton(QToolButton):
    """A small button that is only a sign; *name* is its tip and what a screen reader says."""

    def __init__(self, sign: Sign, name: str, ink: Ink = Ink.TEXT) -> None:
        super().__init__()
        self._sign = sign
        self._ink = ink
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setToolTip(name)
        set_role(self, Role.ICON)
        self._drawn = ("", 0)
        self._draw()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Draw the sign anew when the theme or the text size changed."""
        super().changeEvent(event)
        if event.type() in _REDRAWING:
            self._draw()

    def _draw(self) -> None:
        wanted = (getattr(colours(), self._ink), scaled(_SIDE))
        if wanted == self._drawn:
            return
        self._drawn = wanted
        self.setIconSize(QSize(scaled(_SIDE), scaled(_SIDE)))
        self.setIcon(sign_icon(self._sign, self._ink))


class SignMark(QWidget):
    """A sign beside words that say the same: a screen reader need not hear it."""

    def __init__(self, sign: Sign, ink: Ink = Ink.TEXT) -> None:
        super().__init__()
        self._sign = sign
        self._ink = ink
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        """Return the sign's size in the text scale in use."""
        return QSize(scaled(_SIDE), scaled(_SIDE))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sign."""
        painter = QPainter(self)
        paint_sign(painter, QRectF(self.rect()), self._sign, getattr(colours(), self._ink))
        painter.end()
