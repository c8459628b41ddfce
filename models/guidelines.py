"""The guideline as a table: each instruction with its strength and our own short wording."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from models.law_tables import Authorship, Confidence
from models.toml_rows import Row, day_of, rows, text_of, texts_of


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of the guideline: where it was read, and how far it still holds."""

    id: str
    title: str
    valid_from: date
    source: str
    confidence: Confidence
    note: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of an edition; `number` is ``"2020/3.5"``."""

    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Instruction:
    """One numbered instruction; `strength` is "skal", "bør" or "kan".

    `supported_by` are places of the program, ``"deadline:appeal"``. A duty that the law has since
    ended has its last day in `valid_until`, and what came instead in `replaced_by`. `valid_from` is
    known of the clinic's own; of the others it is that of the edition.
    """

    edition: str
    id: str
    strength: str
    title: str
    text: str
    supported_by: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None
    replaced_by: tuple[str, ...] = ()
    note: str = ""
    own: Authorship | None = None

    @property
    def number(self) -> str:
        """Its number among all editions, ``"2020/3.5.1"``."""
        return f"{self.edition}/{self.id}"

    @property
    def chapter(self) -> str:
        """The number of its chapter, ``"2020/3.5"``."""
        return self.number.rpartition(".")[0]


@dataclass(frozen=True)
class Guideline:
    """All editions: their chapters and instructions by number, in the order of the source."""

    editions: Mapping[str, Edition]
    chapters: Mapping[str, Chapter]
    instructions: Mapping[str, Instruction]


def read_guideline(toml: str) -> Guideline:
    """Return the guideline from the text of guidelines/instructions.toml."""
    editions = (_edition(row) for row in rows(toml, "edition"))
    chapters = (_chapter(row) for row in rows(toml, "chapter"))
    instructions = (_instruction(row) for row in rows(toml, "instruction"))
    return Guideline(
        editions={edition.id: edition for edition in editions},
        chapters={chapter.number: chapter for chapter in chapters},
        instructions={instruction.number: instruction for instruction in instructions},
    )


def _edition(row: Row) -> Edition:
    return Edition(
        id=text_of(row, "id"),
        title=text_of(row, "title"),
        valid_from=day_of(row, "gyldig_fra") or date.min,
        source=text_of(row, "kilde"),
        confidence=Confidence(text_of(row, "confidence")),
        note=text_of(row, "note"),
    )


def _chapter(row: Row) -> Chapter:
    return Chapter(f"{text_of(row, 'edition')}/{text_of(row, 'id')}", text_of(row, "title"))


def _instruction(row: Row) -> Instruction:
    return Instruction(
        edition=text_of(row, "edition"),
        id=text_of(row, "id"),
        strength=text_of(row, "strength"),
        title=text_of(row, "title"),
        text=text_of(row, "text"),
        supported_by=texts_of(row, "supported_by"),
        valid_until=day_of(row, "gyldig_til"),
        replaced_by=texts_of(row, "afloest_af"),
        note=text_of(row, "note"),
    )
