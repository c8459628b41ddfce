"""What the citizen can appeal: each decision made, and a no to the free choice."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from models.appeals import Appeal
from models.course import Course
from models.decision import Decision, Delivered, Delivery
from models.decisions import appealed, signed_ones
from models.free_choice import FreeChoice

_OVER_A_DECISION = {"", "decision", "missing"}


@dataclass(frozen=True, slots=True)
class Appealable:
    """A decision of the day `day`, named in the words `what`, and how it went to the citizen.

    `made` is the first appeal of it; None while there is none.
    """

    entry_id: str
    day: date
    what: str
    went: Delivered | None
    made: Appeal | None


def appealable(course: Course) -> tuple[Appealable, ...]:
    """Return what was decided in *course* and can be appealed: the decisions first, by their days.

    Drafts are not told before they are signed.
    """
    return (*_decisions(course), *_choices(course))


def over_a_decision(course: Course) -> Iterator[Appeal]:
    """Yield the appeals that the municipality has to look at again."""
    return (made for made in course.appeals if made.kind in _OVER_A_DECISION)


def overturned(course: Course, today: date) -> frozenset[str]:
    """Return the ids of the entries whose decision an appeal had overturned by *today*."""
    signed = (made for made in over_a_decision(course) if made.is_signed)
    return frozenset(_about(course, made) for made in signed if made.has_overturned(today))


def _decisions(course: Course) -> Iterator[Appealable]:
    for decision in signed_ones(course.decisions):
        if decision.day:
            went = _went(decision, decision.day)
            made = _appeal_of(course, decision.entry_id, decision.day)
            yield Appealable(decision.entry_id, decision.day, "afgørelsen", went, made)


def _choices(course: Course) -> Iterator[Appealable]:
    for choice in signed_ones(course.free_choices):
        day = _day(choice)
        if choice.is_against and day:
            # What the letter says counts, also when the answer was spoken before.
            went = _went(choice, choice.written or day)
            made = _appeal_of(course, choice.entry_id, day)
            yield Appealable(choice.entry_id, day, "afgørelsen om frit valg", went, made)


def _day(choice: FreeChoice) -> date | None:
    return choice.answered or choice.written


def _went(told: Decision | FreeChoice, day: date) -> Delivered | None:
    """Return how a decision went: as noted, else as it was to go on the *day* it bears."""
    planned: Delivery | None = told.delivery
    return told.delivered or (Delivered(day, planned) if planned else None)


def _appeal_of(course: Course, entry_id: str, day: date) -> Appeal | None:
    """Return the first appeal that came since the decision of this entry, and is about it."""
    since = (one for one in over_a_decision(course) if one.received and one.received >= day)
    return next((one for one in since if _about(course, one) == entry_id), None)


def _about(course: Course, made: Appeal) -> str:
    """Return the id of the entry that an appeal is about: a choice only when it names its day."""
    decided = {decision.day for decision in signed_ones(course.decisions)}
    if made.decided and made.decided not in decided:
        choices = signed_ones(course.free_choices)
        named = (c.entry_id for c in choices if c.is_against and _day(c) == made.decided)
        if found := next(named, ""):
            return found
    decision = appealed(course.decisions, made.decided, made.received)
    return decision.entry_id if decision else ""
