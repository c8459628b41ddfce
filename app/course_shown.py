"""A course as the case screen shows it: its steps."""

from collections.abc import Container, Iterator

from app.course_at import NEW_REQUEST, CourseAt
from app.oddities_shown import ODD
from app.supplies import Supplies
from app.work import Work
from models.case import Entry
from models.clinic import Clinic
from models.course import Form
from models.courses import OF_THE_CITIZEN
from models.deadlines.appeals import appeal_about
from models.decisions import signed_ones
from models.steps import Step, StepState, steps_of
from views.screen import step_knot
from views.screen.step_model import StepShown

NEW_REQUEST_TITLE = "Ny anmodning"
"""What the step is called that begins a new course."""

_ASKED = "Hvis borgeren beder om det"
_DECIDING = frozenset({Form.DECISION, Form.FREE_CHOICE})
_STEP = {
    StepState.NOT_BEGUN: step_knot.StepState.NOT_BEGUN,
    StepState.DRAFT: step_knot.StepState.DRAFT,
    StepState.DONE: step_knot.StepState.DONE,
}


def steps_shown(
    at: CourseAt, clinic: Clinic, work: Work, odd: Container[str] = frozenset()
) -> tuple[StepShown, ...]:
    """Return the steps of the course, each under the title of its form.

    The key of a step is the id of its entry, or its form when nothing is begun. *odd* are the ids
    of entries in which something looks wrong. Of an earlier course only what is begun is shown.
    """
    return tuple(_steps_shown(at, clinic, work, odd))


def _steps_shown(
    at: CourseAt, clinic: Clinic, work: Work, odd: Container[str]
) -> Iterator[StepShown]:
    for step in steps_of(at.part, at.course, clinic, at.opened):
        if at.is_present or (step.entry and step.form not in OF_THE_CITIZEN):
            yield step_shown(step, work.supplies, _detail(step, at, work), odd)
    if at.is_present and at.course.is_signed(Form.DISCHARGE):
        yield StepShown(NEW_REQUEST, NEW_REQUEST_TITLE, _ASKED, step_knot.StepState.NOT_BEGUN)


def _detail(step: Step, at: CourseAt, work: Work) -> str:
    """Return what is to be known of a decision: its number among several, and its appeal."""
    if step.entry is None or step.form not in _DECIDING:
        return ""
    until = appeal_about(at.course, step.entry.id, work.supplies.law, work.today).brief
    return " · ".join(part for part in (_number(step.entry, at), until) if part)


def _number(entry: Entry, at: CourseAt) -> str:
    made = [one.entry_id for one in signed_ones(at.course.decisions)]
    if entry.form != Form.DECISION or made in ([], [entry.id]):
        return ""
    if entry.id not in made:
        return "Ny afgørelse"
    newest = ", den nyeste" if entry.id == made[-1] else ""
    return f"Nr. {made.index(entry.id) + 1} af {len(made)}{newest}"


def step_shown(
    step: Step, supplies: Supplies, detail: str, odd: Container[str] = frozenset()
) -> StepShown:
    """Return *step* under the title of its form, marked when its entry is among the *odd*."""
    entry, state = step.entry, _STEP[step.state]
    if entry is None:
        return StepShown(step.form, supplies.title(step.form), step.text, state, detail)
    title = supplies.form(entry.form, entry.version).title
    said = (detail, ODD if entry.id in odd else "")
    return StepShown(entry.id, title, step.text, state, " · ".join(part for part in said if part))
