"""Between the register's records and the values of a case."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from app.issuing import entries_made_from
from app.listed import as_listed
from app.rules_mark import rules_mark
from app.supplies import Supplies
from forms.enablement import applicable_places
from forms.response import read_response, write_response
from models.case import Case, Document, DocumentEvent, Entry, EntryState
from models.courses_told import CoursesTold, courses_told
from models.summary import summary_of
from models.task import GUARANTEE, Task
from models.tasks import next_look, tasks_told
from storage import records
from storage.records import CitizenRow, DocumentHeading, EntryRecord, TaskRow


def entry_of(record: EntryRecord, supplies: Supplies) -> Entry:
    """Return the entry kept as *record*; raises `UnknownFormError` or `UnreadableResponseError`."""
    form = supplies.form(record.form, record.version)
    return Entry(
        id=record.id,
        form=record.form,
        version=record.version,
        state=EntryState(record.state),
        author=record.author,
        started=record.started.astimezone(),
        changed=record.changed.astimezone(),
        answers=read_response(form, record.response),
        signed=record.signed.astimezone() if record.signed else None,
        replaces=record.replaces,
    )


def record_of(entry: Entry, case_id: str, supplies: Supplies) -> EntryRecord:
    """Return *entry* as the register keeps it; raises `UnreadAnswerError` on signing such."""
    form = supplies.form(entry.form, entry.version)
    return EntryRecord(
        id=entry.id,
        case_id=case_id,
        form=entry.form,
        version=entry.version,
        state=records.EntryState(entry.state),
        author=entry.author,
        started=entry.started,
        changed=entry.changed,
        signed=entry.signed,
        replaces=entry.replaces,
        response=write_response(form, entry.answers, entry.changed, signed=entry.is_signed),
    )


def happened_of(event: records.DocumentEvent) -> DocumentEvent:
    """Return what happened to a document, as the case tells it."""
    return DocumentEvent(event.what, event.at.astimezone(), event.by, event.way)


def document_of(heading: DocumentHeading, events: tuple[records.DocumentEvent, ...]) -> Document:
    """Return the document kept under *heading*, with its story."""
    story = tuple(happened_of(event) for event in events)
    return Document(
        id=heading.id,
        kind=heading.kind,
        title=heading.title,
        sha256=heading.sha256,
        approved=heading.approved.astimezone(),
        entries=entries_made_from(heading.made_from),
        events=story,
    )


class Meaning:
    """A case as the rules read it: only the answers to questions that apply.

    What a form's answers mean is worked out once for each state of an entry, because it is asked
    for at every save.
    """

    def __init__(self, supplies: Supplies) -> None:
        self._supplies = supplies
        self._known: dict[str, tuple[Entry, date, Entry]] = {}

    def of(self, case: Case, today: date) -> Case:
        """Return *case* with the answers that apply, of a signed entry on the day it was signed."""
        return replace(case, entries=tuple(self._said(entry, today) for entry in case.entries))

    def _said(self, entry: Entry, today: date) -> Entry:
        day = day_of(entry, today)
        known = self._known.get(entry.id)
        if known is None or known[0] is not entry or known[1] != day:
            form = self._supplies.form(entry.form, entry.version)
            applicable = applicable_places(form, entry.answers, day)
            known = (entry, day, replace(entry, answers=entry.answers.only(applicable)))
            self._known[entry.id] = known
        return known[2]


def day_of(entry: Entry, today: date) -> date:
    """Return the day that *entry* is asked on: *today*, or when it was signed."""
    return entry.signed.date() if entry.signed else today


def row_of(said: Case, supplies: Supplies, now: datetime) -> CitizenRow:
    """Return the line about a case that lists show; *said* holds the answers that apply."""
    told = courses_told(said)
    tasks = tasks_told(told, supplies.reminders, supplies.law, now.date())
    return row_told(told, tasks, supplies, now)


def row_told(
    told: CoursesTold, tasks: Sequence[Task], supplies: Supplies, now: datetime
) -> CitizenRow:
    """Return the line about the case of which the courses and *tasks* are *told*."""
    said, today = told.case, now.date()
    summary = summary_of(said, supplies.law, today, tasks, told)
    row = CitizenRow(
        case_id=said.id,
        name=summary.name,
        cpr=summary.cpr,
        stage=summary.stage,
        due=summary.due,
        due_text=summary.due_text,
        changed=now,
        soon=summary.term.soon_from if summary.term else None,
        urgent=summary.term.urgent_from if summary.term else None,
        tasks=tuple(_task_row(task, task.day) for task in tasks if task.day),
        rules=rules_mark(supplies),
        look_again=next_look(said, tasks, today, told),
    )
    return as_listed(row, told, tasks, supplies.law, today)


def _task_row(task: Task, day: date) -> TaskRow:
    is_planned = day == task.planned and (task.term is None or day != task.term.due)
    term = None if is_planned else task.term
    return TaskRow(
        id=task.id,
        title=task.title,
        form=task.form or "",
        due=day,
        rank=0 if task.rule == GUARANTEE else 1,
        soon=term.soon_from if term else None,
        urgent=term.urgent_from if term else None,
        begun=task.begun,
        is_planned=is_planned,
    )
