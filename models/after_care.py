"""The follow-up after discharge (opfølgning efter udskrivning), after one and six months."""

from dataclasses import dataclass
from datetime import date

from models.answers import Answers, Place
from models.case import Entry
from models.chosen import chosen, whole
from models.contact_attempt import ContactAttempt

_AREAS = ("social", "health", "work", "housing")


@dataclass(frozen=True, slots=True)
class LifeArea:
    """How one area of life goes, and what is needed where it is hard; the first two are codes."""

    area: str
    state: str
    need: str


@dataclass(frozen=True, slots=True)
class AfterCare:
    """One follow-up; `which` is "one-month", "six-months" or "other".

    `reached` is "reached", "declined" or "not-reached", `day` that of the talk; `well_being` goes
    from 0 to 10. `needs` are codes of what is needed now, `areas` how life goes.
    """

    entry_id: str
    is_signed: bool
    which: str
    by: str
    attempts: tuple[ContactAttempt, ...]
    reached: str
    day: date | None
    declined_words: str
    words: str
    well_being: int | None
    drugs: str
    is_safer_told: bool | None
    children: frozenset[str]
    needs: frozenset[str]
    offer_answer: str
    next_day: date | None
    goals: str = ""
    helped: str = ""
    areas: tuple[LifeArea, ...] = ()
    support: str = ""
    judgement: str = ""
    offered: str = ""
    where_to_turn: str = ""


def after_care_of(entry: Entry) -> AfterCare:
    """Return the follow-up that an entry of the form *after_care* tells."""
    answers = entry.answers
    rows = range(answers.rows(Place("after_care.attempt")))
    return AfterCare(
        entry_id=entry.id,
        is_signed=entry.is_signed,
        which=answers.code("after_care.which"),
        by=answers.text("after_care.by"),
        attempts=tuple(_attempt(answers, row) for row in rows),
        reached=answers.code("after_care.reached"),
        day=answers.day("after_care.date"),
        declined_words=answers.text("after_care.declined_words"),
        words=answers.text("after_care.words"),
        well_being=whole(answers, "after_care.well_being"),
        drugs=answers.code("after_care.drugs"),
        is_safer_told=answers.yes("after_care.safer"),
        children=chosen(answers, "after_care.children"),
        needs=chosen(answers, "after_care.need"),
        offer_answer=answers.code("after_care.offer_answer"),
        next_day=answers.day("after_care.next"),
        goals=answers.code("after_care.goals"),
        helped=answers.text("after_care.helped"),
        areas=tuple(_area(answers, area) for area in _AREAS),
        support=answers.text("after_care.support"),
        judgement=answers.text("after_care.judgement"),
        offered=answers.text("after_care.offered"),
        where_to_turn=answers.text("after_care.where_to_turn"),
    )


def _area(answers: Answers, area: str) -> LifeArea:
    link_id = f"after_care.{area}"
    return LifeArea(area, answers.code(link_id), answers.text(f"{link_id}_need"))


def _attempt(answers: Answers, row: int) -> ContactAttempt:
    return ContactAttempt(
        day=answers.day("after_care.attempt.date", row),
        way=answers.code("after_care.attempt.way", row),
        result=answers.code("after_care.attempt.result", row),
    )
