"""Strips: the pieces a letter is laid out from, each too low to be cut by the end of a page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TypeAlias

from reportlab.lib.colors import Color

from views.paper.lines import broken
from views.paper.logo import PlacedLogo
from views.paper.look import TextStyle
from views.paper.picture import Picture
from views.paper.structure import Element


@dataclass(frozen=True, slots=True)
class Ink:
    """One line of text at `x` from the strip's left edge, part of `element`."""

    element: Element
    text: str
    style: TextStyle
    x: float = 0.0


# The lines of a column, each with what stands on it.
Column: TypeAlias = tuple[tuple[Ink, ...], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line, `below` the strip's upper edge."""

    x: float
    width: float
    colour: Color
    below: float = 0.0
    thickness: float = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """What lies behind neighbouring strips: a tinted field, a bar at its left edge, or both."""

    width: float
    bar: float
    bar_colour: Color
    tint: Color | None = None


@dataclass(frozen=True, slots=True)
class Strip:
    """A horizontal piece of the letter.

    `space_before` is dropped at the top of a page; a strip that `keeps` stays on the page of the
    next one; `header` is what a page repeats when it begins with this strip.
    """

    height: float
    inks: tuple[Ink, ...] = ()
    rules: tuple[Rule, ...] = ()
    panel: Panel | None = None
    picture: Picture | None = None
    logo: PlacedLogo | None = None
    space_before: float = 0.0
    keeps: bool = False
    header: tuple["Strip", ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Cell:
    r"""Text that is broken into lines beside other cells; ``\n`` begins a new line.

    With `goes_on` more text of the same element follows, and a space parts the two.
    """

    element: Element
    text: str
    style: TextStyle
    x: float
    width: float
    goes_on: bool = False

    def inks(self) -> tuple[Ink, ...]:
        """Return the lines; joined they are the text with a space for each line end."""
        # Without a space at a line's end a screen reader runs two words into one.
        texts = [
            line
            for source in f"{self.text}\n".replace("\n", " \n").split("\n")[:-1]
            for line in broken(source, self.style, self.width)
        ]
        if not self.goes_on:
            texts[-1] = texts[-1].rstrip(" ")
        return tuple(Ink(self.element, text, self.style, self.x) for text in texts)

    def lines(self) -> Column:
        """Return the lines as a column of their own."""
        return tuple((ink,) for ink in self.inks())


def stacked(*cells: Cell) -> tuple[Strip, ...]:
    """Return strips that hold *cells* side by side, one strip for each line of the longest cell."""
    leading = max(cell.style.leading for cell in cells)
    return side_by_side([cell.lines() for cell in cells], leading)


def side_by_side(columns: Sequence[Column], leading: float) -> tuple[Strip, ...]:
    """Return strips that hold *columns* side by side, *leading* points from line to line."""
    return tuple(
        Strip(leading, tuple(_across(columns, row))) for row in range(max(map(len, columns)))
    )


def _across(columns: Sequence[Column], row: int) -> Iterator[Ink]:
    for column in columns:
        yield from chain.from_iterable(column[row : row + 1])


def height(strips: Sequence[Strip]) -> float:
    """Return how high *strips* are on one page."""
    return sum(strip.height for strip in strips) + sum(strip.space_before for strip in strips[1:])


def spaced(strips: Sequence[Strip], space: float) -> tuple[Strip, ...]:
    """Return *strips* with *space* before the first of them."""
    first, *others = strips
    return (replace(first, space_before=space), *others)


def kept(strips: Sequence[Strip]) -> tuple[Strip, ...]:
    """Return *strips*, all on one page and on that of what follows."""
    return tuple(replace(strip, keeps=True) for strip in strips)


def unbroken(strips: Sequence[Strip]) -> tuple[Strip, ...]:
    """Return *strips*, all on one page."""
    return (*kept(strips[:-1]), strips[-1])


def unlonely(strips: Sequence[Strip]) -> tuple[Strip, ...]:
    """Return *strips*, none of which stands alone at the end or the beginning of a page."""
    last = len(strips) - 2
    return tuple(
        replace(strip, keeps=strip.keeps or (place in {0, last} and place <= last))
        for place, strip in enumerate(strips)
    )
