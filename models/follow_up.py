"""A follow-up (opfølgning) during treatment: the goals, how it goes, whether one feels heard."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from models.answers import Answers, Place
from models.case import Entry
from models.chosen import whole


@dataclass(frozen=True, slots=True)
class GoalStatus:
    """How far one goal of the plan is; `status` is a code, `words` are the goal's own."""

    words: str
    status: str
    note: str


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One talk about how it goes.

    `days_with_use` of the last 30; `well_being`, `heard` and `involved` from 0 to 10, `who5` from
    0 to 100, `ors` and `srs` from 0 to 40. `has_lapsed` is None when nobody answered. `better` is
    what the citizen wants otherwise, `judgement` what the counsellor thinks.
    """

    entry_id: str
    is_signed: bool
    day: date | None
    words: str
    has_lapsed: bool | None
    goals: tuple[GoalStatus, ...]
    days_with_use: int | None
    well_being: int | None
    who5: int | None
    ors: int | Decimal | None
    srs: int | Decimal | None
    heard: int | None
    involved: int | None
    other_needs: str
    change: str
    agreed: str
    next_day: date | None
    participants: str = ""
    better: str = ""
    judgement: str = ""


def follow_up_of(entry: Entry) -> FollowUp:
    """Return the talk that an entry of the form *follow_up* tells; empty rows are left out."""
    answers = entry.answers
    rows = range(answers.rows(Place("follow_up.goal")))
    return FollowUp(
        entry_id=entry.id,
        is_signed=entry.is_signed,
        day=answers.day("follow_up.date"),
        words=answers.text("follow_up.citizen_words"),
        has_lapsed=answers.yes("follow_up.lapse"),
        goals=tuple(goal for row in rows if (goal := _goal(answers, row)).words),
        days_with_use=whole(answers, "follow_up.days"),
        well_being=whole(answers, "follow_up.well_being"),
        who5=whole(answers, "follow_up.who5"),
        ors=answers.number("follow_up.ors"),
        srs=answers.number("follow_up.srs"),
        heard=whole(answers, "follow_up.heard"),
        involved=whole(answers, "follow_up.involved"),
        other_needs=answers.text("follow_up.other_needs"),
        change=answers.code("follow_up.change"),
        agreed=answers.text("follow_up.agreed"),
        next_day=answers.day("follow_up.next"),
        participants=answers.text("follow_up.participants"),
        better=answers.text("follow_up.better"),
        judgement=answers.text("follow_up.judgement"),
    )


def _goal(answers: Answers, row: int) -> GoalStatus:
    return GoalStatus(
        words=answers.text("follow_up.goal.words", row),
        status=answers.code("follow_up.goal.status", row),
        note=answers.text("follow_up.goal.note", row),
    )
