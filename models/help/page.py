"""A page of the guide as a value: headings, text, lists, tables, pictures and links."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words; `is_strong` are those one looks for on the screen."""

    text: str
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class Keys:
    """A key to press, several at once, or what one types letter by letter."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to another page; `target` is a page's name, with ``#`` and a heading."""

    text: str
    target: str


Span: TypeAlias = Words | Keys | Link
Text: TypeAlias = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class HelpHeading:
    """A heading of level 2 or 3; a link leads to it by its `anchor`."""

    text: str
    level: int
    anchor: str


@dataclass(frozen=True, slots=True)
class HelpText:
    """A paragraph; what `stands_out` must not be overlooked."""

    text: Text
    stands_out: bool = False


@dataclass(frozen=True, slots=True)
class HelpList:
    """Things in no order, or steps one takes one after the other."""

    items: tuple[Text, ...]
    is_numbered: bool = False


@dataclass(frozen=True, slots=True)
class HelpTable:
    """Rows under a header row; all rows are as long as `columns`."""

    columns: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]


@dataclass(frozen=True, slots=True)
class HelpPicture:
    """A picture by the name of its file; `alternative` says in words what it shows."""

    name: str
    alternative: str


HelpBlock: TypeAlias = HelpHeading | HelpText | HelpList | HelpTable | HelpPicture


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One page; `name` is that of its file."""

    name: str
    title: str
    blocks: tuple[HelpBlock, ...]

    @property
    def headings(self) -> tuple[HelpHeading, ...]:
        """The headings below the title, in order."""
        return tuple(block for block in self.blocks if isinstance(block, HelpHeading))

    def texts(self) -> Iterator[Text]:
        """Yield every text of the page but its headings, in reading order."""
        for block in self.blocks:
            yield from _texts(block)


def _texts(block: HelpBlock) -> tuple[Text, ...]:
    match block:
        case HelpText():
            return (block.text,)
        case HelpList():
            return block.items
        case HelpTable():
            return (*block.columns, *(cell for row in block.rows for cell in row))
        case HelpHeading() | HelpPicture():
            return ()


def plain(text: Text) -> str:
    """Return *text* as it reads without its dress."""
    return "".join(span.text for span in text)
