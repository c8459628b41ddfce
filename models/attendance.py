"""Attendance (fremmøde): whether the citizen came, and what was done when not."""

from dataclasses import dataclass
from datetime import date

from models.answers import Answers, Place
from models.case import Entry
from models.chosen import chosen, whole
from models.contact_attempt import ContactAttempt


@dataclass(frozen=True, slots=True)
class Attendance:
    """How one appointment went; `in_a_row` counts those missed one after the other.

    `is_reached` says whether there is contact again, None when nobody answered. `easier` is what
    makes it easier to come, in the citizen's words.
    """

    entry_id: str
    is_signed: bool
    day: date | None
    kind: str
    outcome: str
    words: str
    in_a_row: int | None
    is_worrying: bool
    worry_note: str
    attempts: tuple[ContactAttempt, ...]
    outreach: frozenset[str]
    is_reached: bool | None
    steps: frozenset[str]
    next_day: date | None
    time: str = ""
    easier: str = ""

    @property
    def is_missed(self) -> bool:
        """Whether the citizen stayed away without a word."""
        return self.outcome == "no-show"


def attendance_of(entry: Entry) -> Attendance:
    """Return what an entry of the form *attendance* tells."""
    answers = entry.answers
    rows = range(answers.rows(Place("attendance.attempt")))
    return Attendance(
        entry_id=entry.id,
        is_signed=entry.is_signed,
        day=answers.day("attendance.date"),
        kind=answers.code("attendance.kind"),
        outcome=answers.code("attendance.outcome"),
        words=answers.text("attendance.citizen_words"),
        in_a_row=whole(answers, "attendance.in_a_row"),
        is_worrying=answers.yes("attendance.worry") is True,
        worry_note=answers.text("attendance.worry_note"),
        attempts=tuple(_attempt(answers, row) for row in rows),
        outreach=chosen(answers, "attendance.outreach"),
        is_reached=answers.yes("attendance.reached"),
        steps=chosen(answers, "attendance.next"),
        next_day=answers.day("attendance.next_date"),
        time=answers.text("attendance.time"),
        easier=answers.text("attendance.easier"),
    )


def _attempt(answers: Answers, row: int) -> ContactAttempt:
    return ContactAttempt(
        day=answers.day("attendance.attempt.date", row),
        way=answers.code("attendance.attempt.way", row),
        result=answers.code("attendance.attempt.result", row),
    )
