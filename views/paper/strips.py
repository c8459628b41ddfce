"""Strips: the pieces a letter is laid out from, each too low to be cut by the end of a page."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reportlab.lib.colors import Color

from views.paper.lines import broken
from views.paper.look import TextStyle
from views.paper.structure import Element


@dataclass(frozen=True, slots=True)
class Ink:
    """One line of text at `x` from the strip's left edge, part of `element`."""

    element: Element
    text: str
    style: TextStyle
    x: float = 0.0


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


def stacked(*cells: Cell) -> tuple[Strip, ...]:
    """Return strips that hold *cells* side by side, one strip for each line of the longest cell."""
    columns = [cell.inks() for cell in cells]
    leading = max(cell.style.leading for cell in cells)
    return tuple(
        Strip(leading, tuple(column[row] for column in columns if row < len(column)))
        for row in range(max(map(len, columns)))
    )


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
