"""The guide as it comes with the program, read once, and what is found in it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import resources
from app.command_search_ranking import Command, Kind
from models.help.guide import Guide, GuidePart
from models.help.page import HelpPage, HelpText, plain
from models.help.reading import read_page
from storage.folding import fold

HELP = "help"
"""How the key of a page of the guide begins, with a colon after it."""

_CONTENTS = "help/contents.toml"


@dataclass(frozen=True, slots=True)
class FoundHelp:
    """A page that answers to a search, and the words it does so with."""

    page: HelpPage
    excerpt: str


@cache
def shipped_guide() -> Guide:
    """Return the guide."""
    table = tomllib.loads(resources.text(_CONTENTS))
    return Guide(
        tuple(GuidePart(part["title"], tuple(map(_page, part["pages"]))) for part in table["part"])
    )


@cache
def shipped_pictures() -> Mapping[str, bytes]:
    """Return the bytes of each picture of the guide by its name."""
    names = {picture.name for picture in shipped_guide().pictures()}
    return {name: resources.data(f"help/pictures/{name}") for name in names}


def help_commands() -> tuple[Command, ...]:
    """Return the pages and headings of the guide as the search for commands names them."""
    found: list[Command] = []
    for page in shipped_guide().pages.values():
        found.append(Command(f"{HELP}:{page.name}", page.title, Kind.HELP))
        found += (
            Command(f"{HELP}:{page.name}#{head.anchor}", head.text, Kind.HELP, page.title)
            for head in page.headings
        )
    return tuple(found)


def found_help(typed: str) -> tuple[FoundHelp, ...]:
    """Return the pages that hold every word *typed*, those with it in a heading first."""
    terms = fold(typed).split()
    if not terms:
        return ()
    pages = [page for page in shipped_guide().pages.values() if _holds(_all_of(page), terms)]
    pages.sort(key=lambda page: not _holds(_heads_of(page), terms))
    return tuple(FoundHelp(page, _excerpt(page, terms)) for page in pages)


def _page(name: str) -> HelpPage:
    return read_page(name, resources.text(f"help/{name}.md"))


def _holds(folded: str, terms: list[str]) -> bool:
    return all(term in folded for term in terms)


@cache
def _all_of(page: HelpPage) -> str:
    return f"{_heads_of(page)} {fold(' '.join(map(plain, page.texts())))}"


@cache
def _heads_of(page: HelpPage) -> str:
    return fold(" ".join((page.title, *(head.text for head in page.headings))))


def _excerpt(page: HelpPage, terms: list[str]) -> str:
    """Return the first text with one of the *terms* in it, else how the page begins."""
    texts = [plain(text) for text in page.texts()]
    with_it = (text for text in texts if any(term in fold(text) for term in terms))
    begins = (plain(block.text) for block in page.blocks if isinstance(block, HelpText))
    return next(with_it, next(begins, ""))
