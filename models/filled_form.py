"""A filled form as it is put on paper: about whom, by whom, when, what was asked and answered."""

from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from models.case import Entry
from models.citizen import Citizen
from models.danish import long_date
from models.letters.letter import Heading, Paragraph


@dataclass(frozen=True, slots=True)
class Answered:
    """A question and its answers, one to a line; `speaker` says whose words, if not the writer's.

    Running text stands below its question, anything else beside it. Something `is_missing` when it
    has to be answered and is not; then the lines say so. `link_id` is the question's own id.
    """

    question: str
    lines: tuple[str, ...]
    speaker: str = ""
    is_running_text: bool = False
    is_missing: bool = False
    link_id: str = field(default="", compare=False)


FilledBlock: TypeAlias = Heading | Paragraph | Answered


@dataclass(frozen=True, slots=True)
class FilledForm:
    """One form as filled; `facts` are pairs of a label and what it holds, `citizen` is the name.

    `day` is the day it was signed, of a draft the day it was last changed.
    """

    title: str
    day: date
    office: str
    citizen: str
    facts: tuple[tuple[str, str], ...]
    blocks: tuple[FilledBlock, ...]
    is_draft: bool


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What surrounds a filled form: the citizen, the office, and the entry that it corrects.

    Without `citizen` it is about the office itself.
    """

    citizen: Citizen | None
    office: str
    corrected: Entry | None = None


def filled_form(
    title: str,
    entry: Entry,
    blocks: tuple[FilledBlock, ...],
    circumstances: Circumstances,
    *,
    for_citizen: bool,
) -> FilledForm:
    """Return *entry* as a filled form, its questions and answers being *blocks*."""
    citizen = circumstances.citizen
    rows = (
        *_about(citizen),
        ("Rettelse", _corrected(circumstances.corrected)),
        ("Underskrevet", _by(entry.signed.date(), entry.author) if entry.signed else ""),
        ("Sidst ændret", "" if entry.signed else _by(entry.changed.date(), entry.author)),
        ("Eksemplar", "Borgerens" if for_citizen else ""),
    )
    return FilledForm(
        title=title,
        day=(entry.signed or entry.changed).date(),
        office=circumstances.office,
        citizen=citizen.name if citizen else "",
        facts=tuple((label, said) for label, said in rows if said),
        blocks=blocks,
        is_draft=not entry.is_signed,
    )


def _about(citizen: Citizen | None) -> tuple[tuple[str, str], ...]:
    if citizen is None:
        return ()
    return ("Borger", citizen.name or "Navnet er ikke skrevet"), ("CPR-nummer", citizen.cpr.written)


def _by(day: date, person: str) -> str:
    return f"{long_date(day)} af {person}"


def _corrected(entry: Entry | None) -> str:
    if entry is None or entry.signed is None:
        return ""
    return f"Træder i stedet for det, der blev underskrevet {long_date(entry.signed.date())}"
