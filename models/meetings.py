"""The next meeting that was agreed in a course, and the last appointment that was missed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from models.attendance import Attendance
from models.conversation_note import Agreement, ConversationNote
from models.course import Course
from models.follow_up import FollowUp


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting that a conversation ended with; only the last one agreed `is_next`.

    `where` is where and how one meets, `reminder` are codes of how the citizen is reminded of it.
    """

    entry_id: str
    is_signed: bool
    day: date | None
    where: str
    reminder: frozenset[str]
    agreements: tuple[Agreement, ...]
    is_next: bool


@dataclass(frozen=True, slots=True)
class Missed:
    """An appointment the citizen did not come to; `is_last` until there is a newer appointment."""

    entry_id: str
    is_signed: bool
    attendance: Attendance
    is_last: bool


@dataclass(frozen=True, slots=True)
class Talked:
    """A follow-up talk; only the newest of them `is_last`."""

    entry_id: str
    is_signed: bool
    follow_up: FollowUp
    is_last: bool


def meetings(course: Course) -> tuple[Meeting, ...]:
    """Return what each conversation note says about the next meeting, oldest first."""
    notes = course.conversation_notes
    agreed = next((note for note in reversed(notes) if note.next_day), None)
    return tuple(
        _meeting(note, is_next=note is agreed and _lies_ahead(note, notes)) for note in notes
    )


def _lies_ahead(note: ConversationNote, notes: Iterable[ConversationNote]) -> bool:
    """Return whether nobody has talked since the meeting that *note* agreed on."""
    day = note.next_day
    return day is not None and all(other.day is None or other.day <= day for other in notes)


def _meeting(note: ConversationNote, *, is_next: bool) -> Meeting:
    return Meeting(
        entry_id=note.entry_id,
        is_signed=note.is_signed,
        day=note.next_day,
        where=note.next_where,
        reminder=note.reminder,
        agreements=note.agreements,
        is_next=is_next,
    )


def missed(course: Course) -> tuple[Missed, ...]:
    """Return every appointment that was written down, oldest first."""
    last = _last(attendance.entry_id for attendance in course.attendances)
    return tuple(Missed(a.entry_id, a.is_signed, a, a.entry_id == last) for a in course.attendances)


def talks(course: Course) -> tuple[Talked, ...]:
    """Return every follow-up talk, oldest first."""
    last = _last(talk.entry_id for talk in course.follow_ups)
    return tuple(Talked(t.entry_id, t.is_signed, t, t.entry_id == last) for t in course.follow_ups)


def _last(ids: Iterable[str]) -> str:
    return next(reversed(tuple(ids)), "")
