"""Deriving the lists anew from the forms."""

from dataclasses import dataclass, replace

from app.records import Meaning, document_of, entry_of, happened_of, row_of
from app.supplies import UnknownFormError
from app.work import Work
from forms.errors import FormError
from models.case import Case
from storage.records import CitizenRow, DocumentEvent


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How many citizens' lines were derived, and how many keep their old one.

    A line is kept when a form of the citizen cannot be read.
    """

    derived: int
    kept: int


def rebuild_lists(work: Work) -> Rebuilt:
    """Derive every line of the lists anew from the forms, and return how it went.

    May take seconds. Raises `storage.errors.RegisterError`; then the lists are as they were.
    """
    case_ids = work.register.upkeep.case_ids()
    derived = (derived_row(case_id, work) for case_id in case_ids)
    rows = tuple(row for row in derived if row is not None)
    work.register.upkeep.rebuild_lists(rows, work.person, work.clock())
    return Rebuilt(len(rows), len(case_ids) - len(rows))


def derived_row(case_id: str, work: Work) -> CitizenRow | None:
    """Return the line about a case, None when a form of it cannot be read or it is gone by now."""
    case = _read(case_id, work)
    if case is None:
        return None
    written = (
        *(entry.changed for entry in case.entries),
        *(document.approved for document in case.documents),
    )
    return replace(_row(case, work), changed=max(written))


def row_with(event: DocumentEvent, case_id: str, work: Work) -> CitizenRow | None:
    """Return the line about a case when *event* has happened to a document of it.

    None when a form of the case cannot be read: then the line stays as it is until one can.
    """
    case = _read(case_id, work)
    if case is None:
        return None
    of_it = (document for document in case.documents if document.id == event.document_id)
    for document in of_it:
        case = case.with_document(document.with_event(happened_of(event)))
    return _row(case, work)


def _read(case_id: str, work: Work) -> Case | None:
    records = work.register.case_entries(case_id)
    if not records:
        return None
    try:
        entries = tuple(entry_of(record, work.supplies) for record in records)
    except (UnknownFormError, FormError):
        return None
    headings = work.register.documents(case_id)
    documents = tuple(
        document_of(heading, work.register.document_events(heading.id)) for heading in headings
    )
    return Case(case_id, entries, documents)


def _row(case: Case, work: Work) -> CitizenRow:
    # A meaning for each case, for it remembers what it has read.
    said = Meaning(work.supplies).of(case, work.today)
    return row_of(said, work.supplies, work.clock())
