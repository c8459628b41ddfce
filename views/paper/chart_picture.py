"""A chart as a picture: a scale, a line from point to point, days and numbers beside it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from models.danish import number, short_date
from models.letters.chart import in_order
from models.letters.letter import Chart
from views.paper.look import INK, TextStyle
from views.paper.picture import Label, Line, Picture, Point
from views.paper.structure import Element

_FEWEST_POINTS = 2
_HEIGHT = 8.5  # times the leading
_GUTTER = 6.0
_LABEL_GAP = 8.0
_ABOVE = 6.0


def has_line(chart: Chart) -> bool:
    """Return whether there is a line to draw."""
    return len(chart.points) >= _FEWEST_POINTS


def chart_picture(
    chart: Chart, style: TextStyle, width: float, element: Element | None = None
) -> Picture:
    """Return *chart*, *width* points wide, its words set in *style*; it must have a line."""
    return _Drawing(chart, style, width).picture(element)


@dataclass(frozen=True, slots=True)
class _Scale:
    low: float
    high: float

    def share(self, value: float) -> float:
        """Return how far up *value* is, from 0 to 1."""
        return (value - self.low) / (self.high - self.low) if self.high > self.low else 0.5


class _Drawing:
    def __init__(self, chart: Chart, style: TextStyle, width: float) -> None:
        self._points = in_order(chart)
        values = [value for _, value in self._points]
        # A value outside its scale is drawn where it is, and the scale goes on to it.
        self._ends = min(chart.lowest, *values), max(chart.highest, *values)
        self._scale = _Scale(float(self._ends[0]), float(self._ends[1]))
        self._style = style
        self._width = width
        self._height = style.leading * _HEIGHT
        self._top = style.leading * 1.4
        self._bottom = self._height - style.leading * 1.6
        self._left = max(style.width(number(end)) for end in self._ends) + _GUTTER
        self._left = max(self._left, style.width(short_date(self._points[0][0])) / 2)
        self._right = width - style.width(short_date(self._points[-1][0])) / 2 - _GUTTER

    def picture(self, element: Element | None) -> Picture:
        spots = self._spots()
        return Picture(
            self._width,
            self._height,
            (*self._grid(), Line(tuple(spots), 1.3)),
            tuple(spots),
            (*self._scale_labels(), *self._day_labels(spots), *self._value_labels(spots)),
            element,
        )

    def _spots(self) -> list[Point]:
        days = [day.toordinal() for day, _ in self._points]
        # Several measurements of one day alone are set one after the other.
        places = days if days[-1] > days[0] else list(range(len(days)))
        along = _Scale(places[0], places[-1])
        room = self._right - self._left - 2 * _GUTTER
        return [
            (self._left + _GUTTER + along.share(place) * room, self._y(value))
            for place, (_, value) in zip(places, self._points, strict=True)
        ]

    def _y(self, value: Decimal) -> float:
        return self._bottom - self._scale.share(float(value)) * (self._bottom - self._top)

    def _grid(self) -> list[Line]:
        middle = (self._top + self._bottom) / 2
        return [
            Line(((self._left, y), (self._right + _GUTTER, y)), 0.5, quiet=True)
            for y in (self._top, middle, self._bottom)
        ]

    def _scale_labels(self) -> list[Label]:
        low, high = self._ends
        return [
            self._label(number(end), self._left - _GUTTER, y, share=1.0)
            for end, y in ((low, self._bottom), (high, self._top))
        ]

    def _label(self, text: str, x: float, y: float, *, share: float) -> Label:
        # On the height of y, a share of the words to the left of x.
        at = (x - share * self._style.width(text), y + self._style.size * 0.36)
        return Label(text, self._style, at, quiet=True)

    def _day_labels(self, spots: Sequence[Point]) -> list[Label]:
        texts = [short_date(day) for day, _ in self._points]
        if len(set(texts)) == 1:
            texts[1:] = [""] * (len(texts) - 1)
        baseline = self._bottom + self._style.leading * 1.25
        return [
            Label(text, self._style, (left, baseline), quiet=True)
            for text, (left, _) in _with_room(texts, spots, self._style)
        ]

    def _value_labels(self, spots: Sequence[Point]) -> list[Label]:
        texts = [number(value) for _, value in self._points]
        placed = _with_room(texts, spots, self._style)
        if len(placed) < len(texts):
            # Numbers at some of the points would hide the line between them.
            texts[1:-1] = [""] * (len(texts) - 2)
            placed = _with_room(texts, spots, self._style)
        style = replace(self._style, colour=INK)
        return [Label(text, style, (left, y - _ABOVE)) for text, (left, y) in placed]


def _with_room(
    texts: Sequence[str], spots: Sequence[Point], style: TextStyle
) -> list[tuple[str, Point]]:
    """Return the texts that do not touch each other, where each begins: the last, the first ..."""
    taken: list[tuple[float, float]] = []
    placed: list[tuple[str, Point]] = []
    pairs = list(zip(texts, spots, strict=True))
    for text, (x, y) in (pairs[-1], *pairs[:-1]):
        left = x - style.width(text) / 2
        right = left + style.width(text)
        if text and all(
            right + _LABEL_GAP < one or other + _LABEL_GAP < left for one, other in taken
        ):
            taken.append((left, right))
            placed.append((text, (left, y)))
    return placed
