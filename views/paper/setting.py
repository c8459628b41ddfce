"""Where text is set: the element it becomes part of, and between which edges."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from views.paper.look import Edition, TextStyle
from views.paper.strips import Cell, Strip, spaced, stacked, unlonely
from views.paper.structure import Element
from views.paper.words import paragraphs, printable


@dataclass(frozen=True, slots=True)
class Setting:
    """The measures of an edition, `left` and `right` points in from the edges of its text."""

    root: Element
    edition: Edition
    left: float = 0.0
    right: float = 0.0

    @property
    def width(self) -> float:
        """Return how long a line may be, in points."""
        return self.edition.text_width - self.left - self.right

    def inset(self, root: Element, left: float, right: float = 0.0) -> "Setting":
        """Return the setting of what stands *left* and *right* points further in, in *root*."""
        return replace(self, root=root, left=self.left + left, right=self.right + right)

    def lines(self, element: Element, text: str, style: TextStyle) -> tuple[Strip, ...]:
        """Return *text* as lines of *element*, none of them alone on a page."""
        return unlonely(stacked(Cell(element, text, style, self.left, self.width)))

    def running(self, text: str, style: TextStyle) -> tuple[Strip, ...]:
        """Return *text* as paragraphs; one that ends in a colon stays with what follows."""
        strips: list[Strip] = []
        for paragraph in paragraphs(text):
            lines = self.lines(self.root.add("P"), "\n".join(paragraph), style)
            strips += spaced(lines, self.edition.gap)
        if strips and printable(text).endswith(":"):
            strips[-1] = replace(strips[-1], keeps=True)
        return tuple(strips)


def below(named: Sequence[Strip], words: Sequence[Strip]) -> tuple[Strip, ...]:
    """Return *words* close below what names them."""
    return (*named, *(spaced(words, 1.0) if named and words else words))
