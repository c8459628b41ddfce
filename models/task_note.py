"""A note about a task (opgave): that it is done, planned, or set aside for a reason."""

from dataclasses import dataclass
from datetime import date

from models.case import Entry


@dataclass(frozen=True, slots=True)
class TaskNote:
    """What was said about the task with the id `task_id`.

    `outcome` is "done", "planned" or "set-aside"; `day` the one it was done or is planned for.
    """

    entry_id: str
    is_signed: bool
    task_id: str
    outcome: str
    day: date | None
    reason: str


def task_note_of(entry: Entry) -> TaskNote:
    """Return what an entry of the form *task_note* tells."""
    answers = entry.answers
    return TaskNote(
        entry_id=entry.id,
        is_signed=entry.is_signed,
        task_id=answers.text("task.id"),
        outcome=answers.code("task.outcome"),
        day=answers.day("task.date"),
        reason=answers.text("task.reason"),
    )
