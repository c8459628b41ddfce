"""The steps of a course as one sees them: which are done, begun, and next."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.case import Case, Entry
from models.course import Form
from models.danish import short_date

REPEATED_FORMS = frozenset({Form.FOLLOW_UP})
"""Forms that are filled anew each time instead of being corrected."""


class StepState(StrEnum):
    """How far a step has come."""

    NOT_BEGUN = "not-begun"
    DRAFT = "draft"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the course; `is_next` marks the first that is not done."""

    form: Form
    state: StepState
    text: str
    is_next: bool


def steps_of(case: Case) -> tuple[Step, ...]:
    """Return the steps of the course in order, each with its state in words."""
    standing = [(form, case.current(form)) for form in Form]
    first_open = next((f for f, entry in standing if entry is None or not entry.is_signed), None)
    return tuple(_step(case, form, entry, first_open) for form, entry in standing)


def _step(case: Case, form: Form, entry: Entry | None, first_open: Form | None) -> Step:
    is_next = form is first_open
    if entry is None:
        return Step(form, StepState.NOT_BEGUN, "Næste skridt" if is_next else "", is_next)
    if entry.signed is None:
        return Step(form, StepState.DRAFT, f"Kladde {_day(entry.changed.date())}", is_next)
    if case.correction_of(entry) is not None:
        return Step(form, StepState.DRAFT, "Bliver rettet", is_next)
    return Step(form, StepState.DONE, f"Færdig {_day(entry.signed.date())}", is_next)


def _day(day: date) -> str:
    return short_date(day)
