"""Notes about tasks: each opens with the task it is about, and what is to be said of it."""

from app.open_case import OpenCase
from app.work import Work
from models.answers import Coding, Place, Value
from models.case import Entry
from models.course import Form
from models.starting import Known
from models.task import Task

_ID = "task.id"
_PLANNED = "planned"


def note_about(task: Task, outcome: str, case: OpenCase, work: Work) -> Entry:
    """Return a draft that says *outcome* of *task*: a new one, or the one that was begun.

    Raises `UnknownFormError` or `FormError` when this program cannot read the form.
    """
    begun = (note for note in case.case.all(Form.TASK_NOTE) if not note.is_signed)
    draft = next((note for note in begun if note.answers.text(_ID) == task.id), None)
    fresh = case.begin(Form.TASK_NOTE, _said(task, outcome, work))
    if draft is None:
        return fresh
    chosen = fresh.answers.at(Place("task.outcome"))
    said = draft.answers.with_answer(Place("task.outcome"), *chosen)
    return draft.rewritten(said, work.clock())


def _said(task: Task, outcome: str, work: Work) -> Known:
    said: dict[Place, tuple[Value, ...]] = {
        Place(_ID): (task.id,),
        Place("task.title"): (task.title,),
        Place("task.outcome"): (Coding(outcome, ""),),
    }
    if outcome != _PLANNED:
        said[Place("task.date")] = (work.today,)
    return said
