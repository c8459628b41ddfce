"""What a deed writes: everything that belongs to it, to be done in one transaction."""

from datetime import datetime

from storage import citizens, clinic, documents, entries
from storage.connection import Connection
from storage.records import (
    CitizenRow,
    ClinicProfile,
    Deed,
    DocumentEvent,
    DocumentRecord,
    EntryRecord,
)
from storage.trail import Step, write_step
from storage.work import Writing


def signing(record: EntryRecord, row: CitizenRow) -> Writing:
    """Return the writing that freezes an entry as *record*."""

    def write(connection: Connection) -> None:
        entries.write_signed(connection, record)
        citizens.write_citizen(connection, row)

    return write


def discarding(entry_id: str, row: CitizenRow | None, by: str, at: datetime) -> Writing:
    """Return the writing that takes a draft away, and without *row* its case out of the lists."""

    def write(connection: Connection) -> None:
        gone = entries.delete_draft(connection, entry_id)
        write_step(connection, Step(at, by, Deed.DRAFT_DISCARDED, gone.case_id, entry_id))
        if row is None:
            citizens.remove_citizen(connection, gone.case_id)
        else:
            citizens.write_citizen(connection, row)

    return write


def adding_document(record: DocumentRecord, event: DocumentEvent, row: CitizenRow) -> Writing:
    """Return the writing that keeps a document, with the first event of its story."""

    def write(connection: Connection) -> None:
        documents.write_document(connection, record)
        documents.write_event(connection, event)
        citizens.write_citizen(connection, row)

    return write


def telling(event: DocumentEvent) -> Writing:
    """Return the writing that adds to the story of a document."""

    def write(connection: Connection) -> None:
        documents.write_event(connection, event)

    return write


def saving_profile(profile: ClinicProfile, by: str, at: datetime) -> Writing:
    """Return the writing that keeps what the clinic says about itself."""

    def write(connection: Connection) -> None:
        clinic.write_profile(connection, profile, by, at)

    return write
