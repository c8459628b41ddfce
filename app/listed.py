"""What lists show of a case beside its tasks: meetings, what is urgent, and all that was told."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from app.day_rules import day_rules
from models.answers import Coding, Unread, Value
from models.appointments import appointments
from models.case import Case, Entry
from models.clinic_numbers import outcomes
from models.courses_told import CoursesTold
from models.day_list import is_open, urgent_tasks
from models.law_tables import LawTables
from models.task import Task
from storage.list_records import NoticeKind, NoticeRow, ToldText
from storage.outcome_records import OutcomeRow
from storage.records import CitizenRow


def as_listed(
    row: CitizenRow, told: CoursesTold, tasks: Sequence[Task], law: LawTables, today: date
) -> CitizenRow:
    """Return *row* with all that is listed of a case beside its *tasks*.

    *told* are the courses of the case with the answers that apply.
    """
    said, parts, courses = told.case, told.parts, told.courses
    meetings = {
        one.key: NoticeRow(NoticeKind.MEETING, one.key, one.title, one.where, one.day)
        for part, course in zip(parts, courses, strict=True)
        for one in appointments(part, course, today)
    }
    present = courses[-1]
    return replace(
        row,
        address=" ".join(present.citizen.address.lines),
        counsellor=written_last_by(said),
        is_open=is_open(present, today),
        notices=(*meetings.values(), *_urgent(tasks)),
        told=told_in(said),
        outcomes=tuple(
            OutcomeRow(one.topic, one.key, one.result, one.day, one.days)
            for one in outcomes(courses, law, today)
        ),
    )


def _urgent(tasks: Sequence[Task]) -> Iterator[NoticeRow]:
    for one in urgent_tasks(tasks, day_rules()):
        yield NoticeRow(NoticeKind.URGENT, one.id, one.title)


def told_in(case: Case) -> tuple[ToldText, ...]:
    """Return what each entry of *case* says: all that was typed, and the options in their words."""
    return tuple(ToldText(entry.id, " ".join(_words(entry))) for entry in case.entries)


def written_last_by(case: Case) -> str:
    """Return who wrote in the case last; empty when nothing is written."""
    newest = max(case.entries, key=_changed, default=None)
    return newest.author if newest else ""


def _words(entry: Entry) -> Iterator[str]:
    for values in entry.answers.values.values():
        for value in values:
            yield from _word(value)


def _word(value: Value) -> Iterator[str]:
    if isinstance(value, Coding):
        yield value.display
    elif isinstance(value, Unread):
        yield value.typed
    elif isinstance(value, str):
        yield value


def _changed(entry: Entry) -> tuple[str, str]:
    return entry.changed.isoformat(), entry.id
