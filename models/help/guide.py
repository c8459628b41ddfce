"""The guide as a whole: its parts in order, its pages, and what leads from one to another."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from models.help.page import HelpPage, HelpPicture, Keys, Link


@dataclass(frozen=True, slots=True)
class GuidePart:
    """Pages that belong together, below what they are about."""

    title: str
    pages: tuple[HelpPage, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A page, and perhaps a heading on it, by its anchor."""

    page: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Guide:
    """All pages, in the order they are read in."""

    parts: tuple[GuidePart, ...]

    @property
    def pages(self) -> Mapping[str, HelpPage]:
        """The pages by their names, in order."""
        return {page.name: page for part in self.parts for page in part.pages}

    def has(self, place: Place) -> bool:
        """Return whether there is such a page with such a heading."""
        page = self.pages.get(place.page)
        if page is None:
            return False
        return not place.anchor or place.anchor in {head.anchor for head in page.headings}

    def links(self) -> Iterator[tuple[HelpPage, Link]]:
        """Yield every link with the page it stands on."""
        for page in self.pages.values():
            for text in page.texts():
                yield from ((page, span) for span in text if isinstance(span, Link))

    def keystrokes(self) -> Iterator[tuple[HelpPage, Keys]]:
        """Yield every key, and all that is typed, with the page it is told on."""
        for page in self.pages.values():
            for text in page.texts():
                yield from ((page, span) for span in text if isinstance(span, Keys))

    def pictures(self) -> tuple[HelpPicture, ...]:
        """Return every picture in order."""
        blocks = (block for page in self.pages.values() for block in page.blocks)
        return tuple(block for block in blocks if isinstance(block, HelpPicture))


def place_of(target: str) -> Place:
    """Return the place that a link's *target* names."""
    page, _, anchor = target.partition("#")
    return Place(page, anchor)
