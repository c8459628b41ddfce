"""What a deed writes: everything that belongs to it, to be done in one transaction."""

from collections.abc import Sequence
from datetime import datetime

from storage import citizens, clinic, clinic_forms, documents, entries
from storage.connection import Connection
from storage.erasing import erase_case
from storage.records import (
    CitizenRow,
    ClinicForm,
    ClinicProfile,
    Deed,
    DocumentEvent,
    DocumentRecord,
    EntryRecord,
    FormName,
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
        if documents.write_document(connection, record):
            documents.write_event(connection, event)
        citizens.write_citizen(connection, row)

    return write


def telling(event: DocumentEvent, row: CitizenRow | None = None) -> Writing:
    """Return the writing that adds to the story of a document, and with *row* keeps that line."""

    def write(connection: Connection) -> None:
        documents.write_event(connection, event)
        if row is not None:
            citizens.write_citizen(connection, row)

    return write


def saving_profile(profile: ClinicProfile, by: str, at: datetime) -> Writing:
    """Return the writing that keeps what the clinic says about itself."""

    def write(connection: Connection) -> None:
        clinic.write_profile(connection, profile, by, at)

    return write


def saving_logo(picture: bytes, by: str, at: datetime) -> Writing:
    """Return the writing that keeps the picture on the clinic's letters."""

    def write(connection: Connection) -> None:
        clinic.write_logo(connection, picture, by, at)

    return write


def importing_form(form: ClinicForm) -> Writing:
    """Return the writing that keeps a form of the clinic's own as a draft."""

    def write(connection: Connection) -> None:
        clinic_forms.write_import(connection, form)

    return write


def activating_form(name: FormName, by: str, at: datetime) -> Writing:
    """Return the writing that has a form of the clinic's own used."""

    def write(connection: Connection) -> None:
        step = Step(at, by, Deed.FORM_ACTIVATED, subject=str(name))
        clinic_forms.write_activation(connection, name, step)

    return write


def retiring_form(name: FormName, by: str, at: datetime) -> Writing:
    """Return the writing that puts a form of the clinic's own out of use."""

    def write(connection: Connection) -> None:
        step = Step(at, by, Deed.FORM_RETIRED, subject=str(name))
        clinic_forms.write_retirement(connection, name, step)

    return write


def erasing_case(case_id: str, by: str, at: datetime) -> Writing:
    """Return the writing that erases a case."""

    def write(connection: Connection) -> None:
        erase_case(connection, case_id, Step(at, by, Deed.ERASED))

    return write


def rebuilding_lists(rows: Sequence[CitizenRow], by: str, at: datetime) -> Writing:
    """Return the writing that puts *rows* in place of all lists."""

    def write(connection: Connection) -> None:
        citizens.replace_citizens(connection, rows)
        write_step(connection, Step(at, by, Deed.LISTS_REBUILT))

    return write


def renewing_lists(rows: Sequence[CitizenRow]) -> Writing:
    """Return the writing that puts *rows* in place of those of their cases."""

    def write(connection: Connection) -> None:
        for row in rows:
            citizens.renew_citizen(connection, row)

    return write


def accepting_fault(by: str, at: datetime) -> Writing:
    """Return the writing that notes that somebody has seen what the register had lost."""

    def write(connection: Connection) -> None:
        write_step(connection, Step(at, by, Deed.FAULT_ACCEPTED))

    return write
