"""What a letter is made from: the course, the office, the law and the wording of one day."""

from dataclasses import dataclass
from datetime import date

from models.answers import Coding
from models.clinic import Clinic
from models.course import Course
from models.danish import number
from models.law_tables import LawTables, Length
from models.letters.catalogue import LetterRow
from models.letters.citing import as_in_the_law
from models.letters.contents import LetterContents, NamedLack
from models.letters.letter import Facts, LawText, Sender
from models.letters.record import NO_RECORD, Record
from models.letters.wording import Speech

_UNITS = {
    "days": ("dag", "dage"),
    "weeks": ("uge", "uger"),
    "months": ("måned", "måneder"),
    "working_days": ("hverdag", "hverdage"),
}


_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Occasion:
    """When a letter is written and by whom: the day, and the person at work.

    `replaces` is the day of the letter that this one takes the place of. `record` is all that was
    written in the case, for the letter that is a copy of it.
    """

    today: date
    person: str
    replaces: date | None = None
    record: Record = NO_RECORD


@dataclass(frozen=True, slots=True)
class Dating:
    """The day a letter bears, and who answers for it."""

    day: date
    writer: str


@dataclass(frozen=True, slots=True)
class About:
    """What one letter is about: an entry, with an empty id where a course has one such letter.

    `telling` tells the letter from others of its kind, ``"Jobcenter"``.
    """

    entry_id: str
    is_signed: bool
    telling: str = ""


@dataclass(frozen=True, slots=True)
class Musts:
    """What letters may not be without: the decision's matrix, and the lacks of all the others."""

    contents: LetterContents
    lacks: tuple[NamedLack, ...]


@dataclass(frozen=True, slots=True)
class Basis:
    """All that a letter is made from; `writer` is who answers for it.

    `day` is the letter's own, `today` the one on which it is written and may be approved. `row` is
    the kind of the letter, `about` the entry that it rests on.
    """

    row: LetterRow
    about: About
    musts: Musts
    course: Course
    clinic: Clinic
    law: LawTables
    day: date
    today: date
    speech: Speech
    writer: str
    record: Record = NO_RECORD

    @property
    def concerns_an_adult(self) -> bool:
        """Whether the citizen is of age, both on the letter's day and on the one it is written."""
        return not self.course.citizen.is_under_age(min(self.day, self.today))

    @property
    def reach(self) -> str:
        """How the citizen reaches the writer: a telephone number, else an address."""
        decisions = (self.course.decision, *reversed(self.course.decisions))
        of_writer = (d.caseworker_phone for d in decisions if d.caseworker == self.writer)
        return next(of_writer, "") or self.clinic.phone or self.clinic.email

    @property
    def sender(self) -> Sender:
        """The office as the sender of a letter by `writer`."""
        clinic = self.clinic
        contact = (self.writer, self.reach, clinic.email, clinic.opening)
        lines = tuple(dict.fromkeys(line for line in contact if line))
        return Sender(clinic.name, clinic.unit, clinic.address.lines, lines)


def length_in_words(length: Length) -> str:
    """Return the length of a deadline as a letter says it, ``"4 uger"``."""
    if length.unit == "months" and length.amount > _A_YEAR and length.amount % _A_YEAR == 0:
        return f"{number(length.amount // _A_YEAR)} år"
    one, many = _UNITS[length.unit]
    return f"{number(length.amount)} {one if length.amount == 1 else many}"


def way_in_words(speech: Speech, way: Coding | None) -> str:
    """Return how something reached us as it stands inside a sentence; empty when not known."""
    return speech.wording.texts.get(f"way.{way.code}", "") if way else ""


def facts(*rows: tuple[str, str]) -> tuple[Facts, ...]:
    """Return the rows that hold something as one block, or no block."""
    known = tuple(row for row in rows if row[1])
    return (Facts(known),) if known else ()


def law_extract(ids: tuple[str, ...], law: LawTables, day: date) -> tuple[LawText, ...]:
    """Return what the provisions say, in our words and in their order, as the law is on *day*."""
    found = as_in_the_law(law.provision(provision, day) for provision in ids)
    return tuple(LawText(_as_heading(said.citation), said.content) for said in found)


def _as_heading(citation: str) -> str:
    return citation[:1].upper() + citation[1:]
