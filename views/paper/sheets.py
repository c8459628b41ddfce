"""Sheets of paper: what is placed on each, and what is drawn upside down to be folded over."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from views.paper.pages import Placed
from views.paper.strips import Ink
from views.paper.structure import Element

_FEW = 3  # sheets; one finds the way in so few without bookmarks


@dataclass(frozen=True, slots=True)
class Sheet:
    """One side of paper; what is `turned` stands as if the sheet lay the other way round."""

    upright: tuple[Placed, ...]
    turned: tuple[Placed, ...] = ()
    is_card: bool = False


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A heading, how deep below the outermost it is, and its top in points on the sheet."""

    title: str
    depth: int
    top: float


class Bookmarks:
    """The headings of a long document, each at the place where it begins."""

    def __init__(self, sheets: int) -> None:
        self._is_long = sheets > _FEW
        self._seen: set[Element] = set()

    def on(self, page: Sequence[Placed]) -> Iterator[Bookmark]:
        """Yield the headings that begin on *page*; none in a short document."""
        if not self._is_long:
            return
        for place, one in enumerate(page):
            ink = next(iter(one.strip.inks), None)
            if ink and _is_heading(ink) and ink.element not in self._seen:
                self._seen.add(ink.element)
                words = _words(page[place:], ink.element)
                yield Bookmark(words, int(ink.element.tag[1:]) - 1, one.top)


def _is_heading(ink: Ink) -> bool:
    return ink.element.tag.startswith("H")


def _words(page: Sequence[Placed], element: Element) -> str:
    inks = (ink for one in page for ink in one.strip.inks if ink.element is element)
    return "".join(ink.text for ink in inks).strip()
