"""Documents as issued: their exact bytes, and what happened to each."""

import hashlib
from typing import Final

from storage.connection import Connection, SqlRow
from storage.errors import NoSuchEntryError, RegisterDamagedError
from storage.moments import moment, moment_text
from storage.records import Deed, DocumentEvent, DocumentHeading, DocumentRecord, DocumentStep
from storage.trail import Step, write_step

_COLUMNS: Final = "id, case_id, kind, title, sha256, made_from, approved, approved_by"
_DEEDS: Final = {
    DocumentStep.APPROVED: Deed.DOCUMENT_APPROVED,
    DocumentStep.PRINTED: Deed.DOCUMENT_PRINTED,
    DocumentStep.SAVED: Deed.DOCUMENT_SAVED,
    DocumentStep.HANDED_OVER: Deed.DOCUMENT_HANDED_OVER,
    DocumentStep.SENT: Deed.DOCUMENT_SENT,
}


def write_document(connection: Connection, record: DocumentRecord) -> bool:
    """Put a new document in the register, whose event follows by `write_event`.

    Return whether it is new; writing the same twice is writing once. Raises ValueError when there
    is another with its id.
    """
    there = connection.execute("SELECT sha256 FROM document WHERE id = ?", (record.id,)).fetchone()
    if there is not None:
        if there[0] != record.sha256:
            message = "another document has this id"
            raise ValueError(message)
        return False
    connection.execute(
        f"INSERT INTO document ({_COLUMNS}, content)"  # noqa: S608 - only our own words
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(record.id, record.case_id, record.kind, record.title, record.sha256),
            *(record.made_from, moment_text(record.approved), record.approved_by, record.content),
        ),
    )
    return True


def write_event(connection: Connection, event: DocumentEvent) -> None:
    """Add to the story of a document, and to the trail; NoSuchEntryError when there is none."""
    found = connection.execute(
        "SELECT case_id, sha256 FROM document WHERE id = ?", (event.document_id,)
    ).fetchone()
    if found is None:
        raise NoSuchEntryError
    case_id, sha256 = found
    connection.execute(
        "INSERT INTO document_event (document_id, what, at, person, way) VALUES (?, ?, ?, ?, ?)",
        (event.document_id, event.what, moment_text(event.at), event.by, event.way),
    )
    deed = _DEEDS[event.what]
    write_step(connection, Step(event.at, event.by, deed, case_id, event.document_id, sha256))


def headings_of(connection: Connection, case_id: str) -> tuple[DocumentHeading, ...]:
    """Return the documents of one case without their bytes, in the order they were approved."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM document"  # noqa: S608 - only our own words
        " WHERE case_id = ? ORDER BY approved, id",
        (case_id,),
    )
    return tuple(_heading(row) for row in rows.fetchall())


def content_of(connection: Connection, document_id: str) -> bytes:
    """Return the exact bytes of a document.

    Raises NoSuchEntryError, or RegisterDamagedError when they are not the bytes that were approved.
    """
    row = connection.execute(
        "SELECT content, sha256 FROM document WHERE id = ?", (document_id,)
    ).fetchone()
    if row is None:
        raise NoSuchEntryError
    content = bytes(row[0])
    if hash_of(content) != row[1]:
        raise RegisterDamagedError
    return content


def events_of(connection: Connection, document_id: str) -> tuple[DocumentEvent, ...]:
    """Return what happened to a document, oldest first."""
    rows = connection.execute(
        "SELECT document_id, what, at, person, way FROM document_event"
        " WHERE document_id = ? ORDER BY number",
        (document_id,),
    )
    return tuple(
        DocumentEvent(document, DocumentStep(what), moment(at), by, way)
        for document, what, at, by, way in rows.fetchall()
    )


def hash_of(content: bytes) -> str:
    """Return the SHA-256 of *content* in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def _heading(row: SqlRow) -> DocumentHeading:
    document_id, case_id, kind, title, sha256, made_from, approved, approved_by = row
    return DocumentHeading(
        id=document_id,
        case_id=case_id,
        kind=kind,
        title=title,
        sha256=sha256,
        made_from=made_from,
        approved=moment(approved),
        approved_by=approved_by,
    )
