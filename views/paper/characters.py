"""Which characters of a letter the paper cannot show, and where they stand."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from models.letters.letter import Letter
from views.paper.faults import CharacterOutsideFontError
from views.paper.typefaces import REGULAR
from views.paper.words import printable


def missing_characters(letter: Letter) -> tuple[str, ...]:
    """Return the characters of *letter* that the typeface lacks, each once, as they come."""
    found: dict[str, None] = {}
    for _, part in _parts(letter):
        found.update(dict.fromkeys(_missing(part)))
    return tuple(found)


def refuse_missing(letter: Letter) -> None:
    """Raise CharacterOutsideFontError, naming the first place that cannot be printed."""
    for place, part in _parts(letter):
        if next(_missing(part), None):
            raise CharacterOutsideFontError(place)


def _parts(letter: Letter) -> Iterator[tuple[str, object]]:
    yield "afsenderens navn eller adresse", letter.sender
    yield "modtagerens navn eller adresse", letter.receiver
    yield "en oplysning ved siden af brevets dato", letter.reference
    yield "brevets overskrift", letter.title
    for number, block in enumerate(letter.blocks, start=1):
        yield f"afsnit {number} i brevet", block


def _missing(part: object) -> Iterator[str]:
    for text in _texts(part):
        yield from (one for one in printable(text) if one != "\n" and not REGULAR.shows(one))


def _texts(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for inner in part:
            yield from _texts(inner)
    elif is_dataclass(part) and not isinstance(part, type):
        for field in fields(part):
            yield from _texts(getattr(part, field.name))
