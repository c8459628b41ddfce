"""What is filled beside the steps of a course: notes, consents, support, papers."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from models.answers import Coding
from models.case import Case, Entry
from models.course import Course, Form
from models.steps import THREAD, Step, StepState, step_of

_WISHES_TO_TALK = {"counselling", "unsure"}


class Shelf(StrEnum):
    """Where a form is found when one wants to add it; the values are shown."""

    TALK = "Samtalen"
    SUPPORT = "Støtte og risici"
    PAPERS = "Ret og papirer"
    MEASURES = "Målinger"
    """The instruments, and what else the clinic has brought in."""


SHELVES: Mapping[Form, Shelf] = {
    Form.CONVERSATION_NOTE: Shelf.TALK,
    Form.COUNSELLING: Shelf.TALK,
    Form.FEEDBACK: Shelf.TALK,
    Form.AFTER_CARE: Shelf.TALK,
    Form.NETWORK: Shelf.SUPPORT,
    Form.LAPSE: Shelf.SUPPORT,
    Form.ATTENDANCE: Shelf.SUPPORT,
    Form.GIFT_CARD: Shelf.SUPPORT,
    Form.SCREENING: Shelf.SUPPORT,
    Form.COORDINATED_PLAN: Shelf.SUPPORT,
    Form.NOTIFICATION: Shelf.SUPPORT,
    Form.CONSENT: Shelf.PAPERS,
    Form.HEARING: Shelf.PAPERS,
    Form.RECOMMENDATION: Shelf.PAPERS,
    Form.FREE_CHOICE: Shelf.PAPERS,
    Form.APPEAL: Shelf.PAPERS,
    Form.RECORD_ACCESS: Shelf.PAPERS,
    Form.STATEMENT: Shelf.PAPERS,
}
"""The forms that can be added at any time."""

_TELLING = {
    Form.CONSENT: "consent.party",
    Form.STATEMENT: "statement.to",
    Form.ATTENDANCE: "attendance.outcome",
    Form.GIFT_CARD: "gift_card.step",
    Form.TASK_NOTE: "task.outcome",
}


def beside(case: Case, course: Course, opened: str = "") -> tuple[Step, ...]:
    """Return what is to be filled beside the steps now, then what was, the newest first.

    *opened* is the form on the screen when nothing is kept of it yet.
    """
    wanted: list[str] = [f for f in (Form.COUNSELLING, Form.LAPSE) if _is_wanted(f, case, course)]
    if opened and opened not in {*THREAD, *wanted}:
        wanted.append(opened)
    forms = {entry.form for entry in case.entries} - set(THREAD)
    filled = sorted((e for form in forms for e in case.all(form)), key=_begun, reverse=True)
    return (
        *(Step(form, None, StepState.NOT_BEGUN, "") for form in wanted),
        *(step_of(case, entry) for entry in filled),
    )


def telling(entry: Entry) -> str:
    """Return the answer that tells *entry* from others of its form; empty when there is none."""
    link_id = _TELLING.get(Form(entry.form), "") if entry.form in set(Form) else ""
    chosen: tuple[Coding, ...] = entry.answers.choices(link_id)
    about = entry.answers.text("task.title") if entry.form == Form.TASK_NOTE else ""
    said = (about, next((choice.display for choice in chosen), ""))
    return ": ".join(part for part in said if part)


def _is_wanted(form: Form, case: Case, course: Course) -> bool:
    """Whether something said elsewhere asks for *form*, which is not filled yet."""
    filled = case.current(form)
    if form is Form.COUNSELLING:
        wish = case.answers(Form.CONTACT).code("contact.wish")
        return filled is None and wish in _WISHES_TO_TALK and course.request.received is None
    told = case.current(Form.FOLLOW_UP)
    if told is None or not told.answers.yes("follow_up.lapse"):
        return False
    return filled is None or case.begun(filled) < case.begun(told)


def _begun(entry: Entry) -> tuple[datetime, str]:
    return entry.started, entry.id
