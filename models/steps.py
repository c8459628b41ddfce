"""The steps of a course as one sees them: which are done, begun, and next."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from models.case import Case, Entry
from models.clinic import Clinic
from models.course import Course, Form
from models.danish import short_date

REPEATED_FORMS = frozenset({Form.FOLLOW_UP, Form.AFTER_CARE})
"""Forms of which there is one for each time, so that a new one can be written beside the last."""

BESIDE_EACH_OTHER = frozenset({Form.DECISION, Form.FREE_CHOICE})
"""Forms of which a new one can be written while the one before stays right, as it was decided."""

THREAD = (
    Form.CONTACT,
    Form.REQUEST,
    Form.MEDICAL_INTERVIEW,
    Form.ASSESSMENT,
    Form.FEEDBACK,
    Form.HEARING,
    Form.RECOMMENDATION,
    Form.DECISION,
    Form.FREE_CHOICE,
    Form.START,
    Form.TREATMENT_PLAN,
    Form.FOLLOW_UP,
    Form.DISCHARGE,
    Form.AFTER_CARE,
)
"""The forms of the course in its order; those of `SOMETIMES` are shown only when they are due."""

SOMETIMES = frozenset(
    {Form.FEEDBACK, Form.HEARING, Form.RECOMMENDATION, Form.FREE_CHOICE, Form.AFTER_CARE}
)

_OF_RUNNING_TREATMENT = frozenset({Form.START, Form.TREATMENT_PLAN, Form.FOLLOW_UP})
"""Forms that can still be written late after a discharge, but are waited for no more."""


class StepState(StrEnum):
    """How far a step has come."""

    NOT_BEGUN = "not-begun"
    DRAFT = "draft"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Step:
    """A form that is filled, or is to be; `is_next` marks the first that is not done.

    `entry` is what was filled: None when nothing is begun.
    """

    form: str
    entry: Entry | None
    state: StepState
    text: str
    is_next: bool = False


def steps_of(case: Case, course: Course, clinic: Clinic, opened: str = "") -> tuple[Step, ...]:
    """Return the steps of the course in order, each with its state in words.

    A form that was filled several times is as many steps. *opened* is the form on the screen of
    which nothing is kept yet: it is shown though it may not be due, or was filled before.
    """
    due = _due_forms(course, clinic)
    is_over = course.is_signed(Form.DISCHARGE)
    following = _next_form(case, due - _OF_RUNNING_TREATMENT if is_over else due)
    return tuple(
        step
        for form in THREAD
        for step in _steps(case, form, opened, is_next=form is following, is_due=form in due)
    )


def _steps(case: Case, form: Form, opened: str, *, is_next: bool, is_due: bool) -> Iterator[Step]:
    filled = tuple(case.all(form))
    for entry in filled:
        is_newest = entry is filled[-1]
        yield step_of(case, entry, is_next=is_next and is_newest)
    if form == opened or (is_due and not filled):
        is_first = is_next and not filled
        yield Step(form, None, StepState.NOT_BEGUN, "Næste skridt" if is_first else "", is_first)


def leads_on(signed: str, following: str) -> bool:
    """Return whether one goes on to the form *following* when *signed* is signed.

    One does so in the order of the course. What is written again and again is stayed at.
    """
    if signed in REPEATED_FORMS or not {signed, following} <= set(THREAD):
        return False
    return _place(following) > _place(signed)


def _place(form: str) -> int:
    return THREAD.index(Form(form))


def step_of(case: Case, entry: Entry, *, is_next: bool = False) -> Step:
    """Return the step that *entry* of *case* is, with its state in words."""
    if entry.signed is None:
        text = f"Kladde {short_date(entry.changed.date())}"
        return Step(entry.form, entry, StepState.DRAFT, text, is_next)
    if case.correction_of(entry) is not None:
        return Step(entry.form, entry, StepState.DRAFT, "Bliver rettet", is_next)
    text = f"Færdig {short_date(entry.signed.date())}"
    return Step(entry.form, entry, StepState.DONE, text, is_next)


def _next_form(case: Case, due: frozenset[Form]) -> Form | None:
    """Return the first form of the course that is to be filled or finished."""
    begun = [place for place, form in enumerate(THREAD) if case.current(form)]
    reached = begun[-1] if begun else -1
    for place, form in enumerate(THREAD):
        entry = case.current(form)
        if entry is not None and not entry.is_signed:
            return form
        was_passed_by = form in SOMETIMES and place < reached
        if entry is None and form in due and not was_passed_by:
            return form
    return None


def _due_forms(course: Course, clinic: Clinic) -> frozenset[Form]:
    """Return the forms that are a step of every course, and those of this one now."""
    is_assessed = course.is_signed(Form.ASSESSMENT)
    is_decided = course.is_signed(Form.DECISION)
    is_discharged = course.is_signed(Form.DISCHARGE)
    has_right = not course.contact.is_anonymous
    chose = has_right and (course.start.by_free_choice or course.decision.limits_free_choice)
    is_answered = course.is_signed(Form.FREE_CHOICE)
    sometimes = {
        Form.FEEDBACK: is_assessed and not is_decided,
        Form.HEARING: clinic.may_decide and course.has_adverse_facts and not is_decided,
        Form.RECOMMENDATION: not clinic.may_decide and is_assessed and not is_decided,
        Form.FREE_CHOICE: chose and not is_answered and not is_discharged,
        Form.AFTER_CARE: is_discharged and course.discharge.is_followed_up,
    }
    return frozenset(form for form in THREAD if sometimes.get(form, True))
