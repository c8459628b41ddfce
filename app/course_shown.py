"""A course as the case screen shows it: its steps."""

from collections.abc import Container, Iterator

from app.course_at import NEW_REQUEST, CourseAt
from app.oddities_shown import ODD
from app.supplies import Supplies
from app.work import Work
from models.clinic import Clinic
from models.course import Form
from models.courses import OF_THE_CITIZEN
from models.deadlines.appeals import appeal
from models.steps import Step, StepState, steps_of
from views.screen import step_knot
from views.screen.step_model import StepShown

NEW_REQUEST_TITLE = "Ny anmodning"
"""What the step is called that begins a new course."""

_ASKED = "Hvis borgeren beder om det"
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
    decided = at.part.current(Form.DECISION)
    appeal_until = appeal(at.course, work.supplies.law, work.today).brief
    for step in steps_of(at.part, at.course, clinic, at.opened):
        if at.is_present or (step.entry and step.form not in OF_THE_CITIZEN):
            detail = appeal_until if decided and step.entry is decided else ""
            yield step_shown(step, work.supplies, detail, odd)
    if at.is_present and at.course.is_signed(Form.DISCHARGE):
        yield StepShown(NEW_REQUEST, NEW_REQUEST_TITLE, _ASKED, step_knot.StepState.NOT_BEGUN)


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
