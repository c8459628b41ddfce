"""The timeline of a case: everything that has happened in it, the newest first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from models.case import Case, Document, DocumentEvent, Entry
from models.course import Course, Form
from models.deadlines.term import Deadline, DeadlineState

_COME_TO_AN_END = frozenset({DeadlineState.OVERDUE, DeadlineState.EXPIRED})
_MET = frozenset({DeadlineState.MET, DeadlineState.MET_LATE})


class Kind(StrEnum):
    """What sort of thing happened."""

    SIGNED = "signed"
    NOTE = "note"
    CORRECTED = "corrected"
    BEGUN = "begun"
    LETTER = "letter"
    COURSE = "course"
    DEADLINE = "deadline"


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened on a day, and at a time where that is known.

    It is about `entry`, `document` or `deadline`; a deadline's `entry` is the one that meets it. A
    letter without `event` was withdrawn. `is_end` tells the end of a course from its beginning.
    """

    kind: Kind
    day: date
    at: datetime | None = None
    by: str = ""
    entry: Entry | None = None
    document: Document | None = None
    event: DocumentEvent | None = None
    deadline: Deadline | None = None
    is_end: bool = False


@dataclass(frozen=True, slots=True)
class CourseTold:
    """One course of a case: what it holds, what that means, and how its deadlines stand."""

    part: Case
    course: Course
    deadlines: Sequence[Deadline]


def timeline(
    case: Case, courses: Sequence[CourseTold], replaced: Mapping[str, Document], today: date
) -> tuple[Happening, ...]:
    """Return all that has happened in *case* until the day *today*, the newest first.

    *replaced* are the letters that took the place of others, by the ids of those.
    """
    happened = (
        *(_of_entry(entry) for entry in case.entries),
        *(one for document in case.documents for one in _of_letter(document)),
        *_withdrawn(case.documents, replaced),
        *(one for told in courses for one in _of_course(told)),
        *_of_deadlines(courses, today),
    )
    return tuple(sorted(happened, key=_when, reverse=True))


def _of_entry(entry: Entry) -> Happening:
    if entry.signed is None:
        return Happening(Kind.BEGUN, entry.started.date(), entry.started, entry.author, entry=entry)
    kind = Kind.NOTE if entry.form == Form.CONVERSATION_NOTE else Kind.SIGNED
    return Happening(
        Kind.CORRECTED if entry.replaces else kind,
        entry.signed.date(),
        entry.signed,
        entry.author,
        entry=entry,
    )


def _of_letter(document: Document) -> Iterator[Happening]:
    for event in document.events:
        day = event.at.date()
        yield Happening(Kind.LETTER, day, event.at, event.by, document=document, event=event)


def _withdrawn(
    documents: Iterable[Document], replaced: Mapping[str, Document]
) -> Iterator[Happening]:
    for document in documents:
        if newer := replaced.get(document.id):
            by = next((event.by for event in newer.events), "")
            day = newer.approved.date()
            yield Happening(Kind.LETTER, day, newer.approved, by, document=document)


def _of_course(told: CourseTold) -> Iterator[Happening]:
    """Yield when a course was asked for and when it ended, as signed."""
    course = told.course
    for form, day, is_end in (
        (Form.REQUEST, course.request.received, False),
        (Form.DISCHARGE, course.discharge.day, True),
    ):
        if day and course.is_signed(form):
            yield Happening(Kind.COURSE, day, entry=told.part.current(form), is_end=is_end)


def _of_deadlines(courses: Iterable[CourseTold], today: date) -> Iterator[Happening]:
    """Yield each deadline that was met or has passed, once though several courses tell it."""
    seen: set[tuple[str, date]] = set()
    for told in courses:
        for deadline in told.deadlines:
            entry = _entry_of(deadline, told.part)
            day = _day_of(deadline, entry, today)
            if day and (deadline.id, day) not in seen:
                seen.add((deadline.id, day))
                yield Happening(Kind.DEADLINE, day, entry=entry, deadline=deadline)


def _day_of(deadline: Deadline, entry: Entry | None, today: date) -> date | None:
    """Return the last day of a deadline that has passed, or on which an earlier end was told."""
    if deadline.due is None or deadline.state not in _MET | _COME_TO_AN_END:
        return None
    if deadline.due <= today:
        return deadline.due
    return entry.signed.date() if entry and entry.signed else None


def _entry_of(deadline: Deadline, part: Case) -> Entry | None:
    return part.current(deadline.form) if deadline.form else None


def _when(happening: Happening) -> tuple[date, time]:
    return happening.day, happening.at.time() if happening.at else time.min
