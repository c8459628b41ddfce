"""Between the register's records and the values of a case."""

from datetime import datetime

from app.supplies import Supplies
from forms.enablement import applicable_places
from forms.response import read_response, write_response
from models.case import Case, Document, DocumentEvent, Entry, EntryState
from models.summary import summary_of
from storage import records
from storage.records import CitizenRow, DocumentHeading, EntryRecord


def entry_of(record: EntryRecord, supplies: Supplies) -> Entry:
    """Return the entry kept as *record*; raises `UnknownFormError` or `UnreadableResponseError`."""
    form = supplies.form(record.form, record.version)
    return Entry(
        id=record.id,
        form=record.form,
        version=record.version,
        state=EntryState(record.state),
        author=record.author,
        started=record.started,
        changed=record.changed,
        answers=read_response(form, record.response),
        signed=record.signed,
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
    return DocumentEvent(event.what, event.at, event.by, event.way)


def document_of(heading: DocumentHeading, events: tuple[records.DocumentEvent, ...]) -> Document:
    """Return the document kept under *heading*, with its story."""
    story = tuple(happened_of(event) for event in events)
    return Document(
        heading.id, heading.kind, heading.title, heading.sha256, heading.approved, story
    )


def as_said(case: Case, supplies: Supplies) -> Case:
    """Return *case* as the rules read it: only the answers to questions that apply."""
    said = Case(case.id, documents=case.documents)
    for entry in case.entries:
        form = supplies.form(entry.form, entry.version)
        applicable = applicable_places(form, entry.answers)
        said = said.with_entry(entry.rewritten(entry.answers.only(applicable), entry.changed))
    return said


def row_of(case: Case, supplies: Supplies, now: datetime) -> CitizenRow:
    """Return the line about *case* that lists show."""
    summary = summary_of(as_said(case, supplies), supplies.law, now.date())
    return CitizenRow(
        case_id=case.id,
        name=summary.name,
        cpr=summary.cpr,
        stage=summary.stage,
        due=summary.due,
        due_text=summary.due_text,
        changed=now,
    )
