"""Which characters of a letter the paper cannot show, where they stand, and what to do."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from models.letters.letter import Letter
from views.paper.faults import CharacterOutsideFontError
from views.paper.typefaces import REGULAR
from views.paper.words import printable

REPLACED = "[?]"
_REPLACEMENTS = re.compile(r"\0+")
_FIRST_PICTURE = 0x1F000
_AS_IN_PASSPORT = (
    "Skriv dem med latinske bogstaver. Et navn skrives, som det står i passet eller på "
    "sundhedskortet."
)
_IN_WORDS = "Skriv det med ord, eller slet det."
_OTHERWISE = "Skriv det på en anden måde, eller slet det."
_SCRIPTS = {
    "ARABIC": "arabiske bogstaver",
    "ARMENIAN": "armenske bogstaver",
    "BENGALI": "bengalske bogstaver",
    "CJK": "kinesiske eller japanske tegn",
    "ETHIOPIC": "etiopiske bogstaver",
    "GEORGIAN": "georgiske bogstaver",
    "GURMUKHI": "punjabiske bogstaver",
    "HANGUL": "koreanske bogstaver",
    "HEBREW": "hebraiske bogstaver",
    "HIRAGANA": "japanske bogstaver",
    "KATAKANA": "japanske bogstaver",
    "KHMER": "khmeriske bogstaver",
    "TAMIL": "tamilske bogstaver",
    "THAI": "thailandske bogstaver",
}


def missing_characters(letter: Letter) -> tuple[str, ...]:
    """Return the characters of *letter* that the typeface lacks, each once, as they come."""
    found: dict[str, None] = {}
    for _, part in _parts(letter):
        found.update(dict.fromkeys(_missing(part)))
    return tuple(found)


def character_problems(letter: Letter) -> tuple[str, ...]:
    """Return a sentence for each place of *letter* with characters that the typeface lacks.

    A sentence names the place and what to do, and never what is written there.
    """
    problems = (_problem(place, part) for place, part in _parts(letter))
    return tuple(str(problem) for problem in problems if problem)


def refuse_missing(letter: Letter) -> None:
    """Raise CharacterOutsideFontError, naming the first place that cannot be printed."""
    for place, part in _parts(letter):
        problem = _problem(place, part)
        if problem:
            raise problem


def legible(text: str) -> str:
    """Return *text* with a sign where it has characters that the typeface lacks."""
    return _REPLACEMENTS.sub(REPLACED, "".join(map(_shown_or_mark, printable(text))))


def _shown_or_mark(character: str) -> str:
    return character if character == "\n" or REGULAR.shows(character) else "\0"


def _problem(place: str, part: object) -> CharacterOutsideFontError | None:
    first = next(_missing(part), None)
    return CharacterOutsideFontError(place, *_kind_and_advice(first)) if first else None


def _kind_and_advice(character: str) -> tuple[str, str]:
    script = _SCRIPTS.get(unicodedata.name(character, "").partition(" ")[0])
    if script:
        return script, _AS_IN_PASSPORT
    if unicodedata.category(character).startswith(("L", "M")):
        return "bogstaver fra et andet alfabet", _AS_IN_PASSPORT
    if ord(character) >= _FIRST_PICTURE:
        return "et billedtegn (emoji)", _IN_WORDS
    return "et tegn", _OTHERWISE


def _parts(letter: Letter) -> Iterator[tuple[str, object]]:
    yield "afsenderens navn eller adresse", letter.sender
    yield "modtagerens navn eller adresse", letter.receiver
    yield "en oplysning ved siden af brevets dato", letter.reference
    yield "brevets overskrift", letter.title
    for number, block in enumerate(letter.blocks, start=1):
        yield f"afsnit {number} i brevet", block


def _missing(part: object) -> Iterator[str]:
    for text in _texts(part):
        # A letter holds the same signs again and again: each is looked up once.
        for one in dict.fromkeys(printable(text)):
            if one != "\n" and not REGULAR.shows(one):
                yield one


def _texts(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for inner in part:
            yield from _texts(inner)
    elif is_dataclass(part) and not isinstance(part, type):
        for field in fields(part):
            yield from _texts(getattr(part, field.name))
