"""What a letter must hold by law, and what one still lacks."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

from models.decision import Result
from models.law_tables import LawTables
from models.letters.letter import Block, Heading, Letter, LetterKind
from models.toml_rows import Row, rows, text_of, texts_of


@dataclass(frozen=True, slots=True)
class Element:
    """One thing a decision letter holds; `must_for` are the results that make it a must.

    `form` and `question` say where it is entered, `lacking` what to say when it is not.
    """

    id: str
    lacking: str
    form: str
    question: str
    must_for: frozenset[Result]
    provisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LetterContents:
    """The matrix of what a decision letter holds, and the provisions it rests on and prints."""

    elements: tuple[Element, ...]
    basis: Mapping[str, tuple[str, ...]]
    extract: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing without which a letter may not be approved, and the rule that says so."""

    id: str
    sentence: str
    source: str
    form: str
    question: str


@dataclass(frozen=True, slots=True)
class NamedLack:
    """A thing that the kinds of `letters` may not be without."""

    letters: frozenset[str]
    element: Element


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a letter and the elements of the matrix it says; without blocks it says none."""

    elements: tuple[str, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Parts under one heading, which is printed only when one of them is there."""

    heading: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class LetterDraft:
    """A letter as it stands and what it still lacks; it may be approved when nothing lacks.

    `law_used` holds the ids of the provisions the letter rests on, prints or may cite; `about` the
    id of the entry the letter is about, where each entry has its own.
    """

    kind: LetterKind
    letter: Letter
    lacks: tuple[Lack, ...]
    law_used: tuple[str, ...] = ()
    about: str = ""


def blocks_of(sections: tuple[Section, ...]) -> tuple[Block, ...]:
    """Return the blocks of all sections that hold something, each under its heading."""
    return tuple(chain.from_iterable(_section_blocks(section) for section in sections))


def _section_blocks(section: Section) -> tuple[Block, ...]:
    inside = tuple(chain.from_iterable(part.blocks for part in section.parts))
    return (Heading(section.heading), *inside) if inside and section.heading else inside


def present_in(sections: tuple[Section, ...]) -> frozenset[str]:
    """Return the ids of the elements that the sections hold."""
    said = (part.elements for section in sections for part in section.parts if part.blocks)
    return frozenset(chain.from_iterable(said))


def part(element: str, *blocks: Block) -> Part:
    """Return the blocks that say one element."""
    return Part((element,), blocks)


def lacks_of(
    contents: LetterContents, result: Result, present: frozenset[str], law: LawTables, day: date
) -> tuple[Lack, ...]:
    """Return the musts of a letter with this *result* that are not *present*."""
    return tuple(
        _lack(element, law, day)
        for element in contents.elements
        if result in element.must_for and element.id not in present
    )


def _lack(element: Element, law: LawTables, day: date) -> Lack:
    source = ", ".join(law.citation(provision, day) for provision in element.provisions)
    return Lack(element.id, element.lacking, source, element.form, element.question)


def read_named_lacks(toml: str) -> tuple[NamedLack, ...]:
    """Return the lacks of the other letters, from the TOML text of law/letter_lacks.toml.

    A row holds for one `letter`, or for several `letters`.
    """
    return tuple(NamedLack(_letters(row), _element(row)) for row in rows(toml, "lack"))


def _letters(row: Row) -> frozenset[str]:
    one = text_of(row, "letter")
    return frozenset((*texts_of(row, "letters"), *((one,) if one else ())))


def named_lacks(
    kind: LetterKind,
    known: tuple[NamedLack, ...],
    present: frozenset[str],
    law: LawTables,
    day: date,
) -> tuple[Lack, ...]:
    """Return what the table names for a letter of this *kind* and is not *present*."""
    return tuple(
        _lack(named.element, law, day)
        for named in known
        if kind in named.letters and named.element.id not in present
    )


def read_letter_contents(toml: str) -> LetterContents:
    """Return the matrix read from the TOML text of resources/law/letter_contents.toml."""
    table = tomllib.loads(toml)
    return LetterContents(
        elements=tuple(_element(row) for row in rows(toml, "element")),
        basis={key: tuple(ids) for key, ids in table["basis"].items()},
        extract={key: tuple(ids) for key, ids in table["extract"].items()},
    )


def _element(row: Row) -> Element:
    provisions = row["provisions"]
    return Element(
        id=text_of(row, "id"),
        lacking=text_of(row, "mangler"),
        form=text_of(row, "form"),
        question=text_of(row, "question"),
        must_for=frozenset(result for result in Result if text_of(row, result) == "must"),
        provisions=tuple(provisions) if isinstance(provisions, list) else (),
    )
