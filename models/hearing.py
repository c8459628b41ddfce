"""The hearing: what speaks against the citizen, told in time, and the citizen's reply."""

from dataclasses import dataclass
from datetime import date

from models.answers import Answers, Place


@dataclass(frozen=True, slots=True)
class Hearing:
    """What the citizen was heard about, when and how, and what the reply was."""

    day: date | None
    is_oral: bool
    facts: tuple[str, ...]
    reply: str


def hearing_of(answers: Answers) -> Hearing:
    """Return the hearing that the answers to the form *hearing* tell; empty rows are left out."""
    rows = range(answers.rows(Place("hearing.fact")))
    return Hearing(
        day=answers.day("hearing.date"),
        is_oral=answers.code("hearing.way") == "oral",
        facts=tuple(fact for row in rows if (fact := answers.text("hearing.fact.what", row))),
        reply=answers.text("hearing.reply"),
    )
