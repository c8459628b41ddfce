"""What a task note (opgave) changes about a deadline: done, planned or set aside."""

from dataclasses import replace
from datetime import date

from models.course import Course
from models.danish import short_date
from models.deadlines.term import Deadline, DeadlineState, on_the_day
from models.task_note import TaskNote

_STATE = {True: DeadlineState.MET, False: DeadlineState.MET_LATE}


def note_about(course: Course, task_id: str) -> TaskNote | None:
    """Return the newest signed note about a task."""
    notes = [note for note in course.task_notes if note.is_signed and note.task_id == task_id]
    return notes[-1] if notes else None


def noted(deadline: Deadline, course: Course, today: date) -> Deadline:
    """Return *deadline* with what the newest signed note about it says.

    One that an entry can show is not met by a note.
    """
    note = note_about(course, deadline.id)
    if note is None:
        return deadline
    if note.outcome == "done":
        return _done(deadline, note, today)
    return _planned(_set_aside(deadline, note), note)


def _set_aside(deadline: Deadline, note: TaskNote) -> Deadline:
    if note.outcome != "set-aside" or not deadline.is_open or not note.reason:
        return deadline
    return replace(
        deadline,
        state=DeadlineState.WAIVED,
        sentence=f"Fristen er lagt til side: {note.reason}",
        brief=f"{deadline.title}: lagt til side",
    )


def _planned(deadline: Deadline, note: TaskNote) -> Deadline:
    if note.outcome != "planned" or not deadline.is_open or note.day is None:
        return deadline
    said = f"{deadline.sentence} Planlagt til {on_the_day(note.day)}."
    if deadline.due and note.day > deadline.due:
        said += " Det er efter fristen."
    return replace(deadline, sentence=said)


def _done(deadline: Deadline, note: TaskNote, today: date) -> Deadline:
    waits = deadline.is_open or deadline.state is DeadlineState.EXPIRED
    if deadline.form or not waits or deadline.due is None:
        return deadline
    if note.day is None or note.day > today:
        return deadline
    return replace(
        deadline,
        state=_STATE[note.day <= deadline.due],
        sentence=f"Det er noteret som gjort {on_the_day(note.day)}.",
        brief=f"{deadline.title}: gjort {short_date(note.day)}",
    )
