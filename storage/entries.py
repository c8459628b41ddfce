"""Entries in the register: drafts that are rewritten in place, signed ones that stay."""

import hashlib
from typing import Final

from storage.case_ids import CLINIC_CASE
from storage.connection import Connection, SqlRow
from storage.errors import EntryIsSignedError, NoSuchEntryError
from storage.moments import moment, moment_text
from storage.records import Deed, EntryRecord, EntryState
from storage.trail import Step, write_step

_COLUMNS: Final = (
    "id, case_id, form, version, state, author, started, changed, signed, replaces, response"
)


def write_draft(connection: Connection, record: EntryRecord) -> None:
    """Write *record* over the draft with its id, or begin a new one.

    A draft keeps the case and the form it began with; it can go over to a newer version. Raises
    EntryIsSignedError when the entry has been signed in the meantime with other answers than these.
    """
    rewritten = connection.execute(
        "UPDATE entry SET version = ?, author = ?, changed = ?, replaces = ?, response = ?"
        " WHERE id = ? AND state = 'draft'",
        (
            *(record.version, record.author, moment_text(record.changed)),
            *(record.replaces, record.response, record.id),
        ),
    )
    if rewritten.rowcount:
        return
    found = entry(connection, record.id)
    if found is None:
        _insert(connection, record)
        _tell(connection, record, Deed.DRAFT_BEGUN)
    elif found.response != record.response:
        raise EntryIsSignedError


def write_signed(connection: Connection, record: EntryRecord) -> None:
    """Freeze the entry as *record*; signing the same twice is signing once.

    Raises EntryIsSignedError when it is signed already with something else.
    """
    found = entry(connection, record.id)
    if found == record:
        return
    if found is not None and found.state is EntryState.SIGNED:
        raise EntryIsSignedError
    connection.execute("DELETE FROM entry WHERE id = ?", (record.id,))
    _insert(connection, record)
    _tell(connection, record, Deed.SIGNED, digest_of(record.response))


def delete_draft(connection: Connection, entry_id: str) -> EntryRecord:
    """Take a draft out of the register and return it.

    Raises NoSuchEntryError, or EntryIsSignedError.
    """
    found = entry(connection, entry_id)
    if found is None:
        raise NoSuchEntryError
    if found.state is EntryState.SIGNED:
        raise EntryIsSignedError
    connection.execute("DELETE FROM entry WHERE id = ?", (entry_id,))
    return found


def entry(connection: Connection, entry_id: str) -> EntryRecord | None:
    """Return the entry with this id."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM entry WHERE id = ?",  # noqa: S608 - only our own words
        (entry_id,),
    ).fetchone()
    return _entry(row) if row else None


def entry_changed(connection: Connection, entry_id: str) -> str:
    """Return when the entry was changed, as the register writes times; empty when there is none."""
    row = connection.execute("SELECT changed FROM entry WHERE id = ?", (entry_id,)).fetchone()
    return str(row[0]) if row else ""


def entries_of(connection: Connection, case_id: str) -> tuple[EntryRecord, ...]:
    """Return all entries of one case, in the order they were begun."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM entry"  # noqa: S608 - only our own words
        " WHERE case_id = ? ORDER BY started, id",
        (case_id,),
    )
    return tuple(_entry(row) for row in rows.fetchall())


def citizens_case_ids(connection: Connection) -> tuple[str, ...]:
    """Return the id of every citizen's case that has an entry, oldest first."""
    rows = connection.execute(
        "SELECT DISTINCT case_id FROM entry WHERE case_id <> ? ORDER BY case_id", (CLINIC_CASE,)
    )
    return tuple(row[0] for row in rows.fetchall())


def require_state(record: EntryRecord, state: EntryState) -> None:
    """Raise ValueError unless *record* is in *state*, and says when if it is signed."""
    if record.state is not state or (record.signed is None) is (state is EntryState.SIGNED):
        message = f"not a {state} entry"
        raise ValueError(message)


def digest_of(response: str) -> str:
    """Return the SHA-256 of *response* in hexadecimal."""
    return hashlib.sha256(response.encode()).hexdigest()


def _insert(connection: Connection, record: EntryRecord) -> None:
    signed = moment_text(record.signed) if record.signed else None
    connection.execute(
        f"INSERT INTO entry ({_COLUMNS})"  # noqa: S608 - only our own words
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(record.id, record.case_id, record.form, record.version, record.state, record.author),
            *(moment_text(record.started), moment_text(record.changed), signed),
            *(record.replaces, record.response),
        ),
    )


def _tell(
    connection: Connection, record: EntryRecord, deed: Deed, digest: str | None = None
) -> None:
    at = record.signed or record.changed
    write_step(connection, Step(at, record.author, deed, record.case_id, record.id, digest))


def _entry(row: SqlRow) -> EntryRecord:
    entry_id, case_id, form, version, state, author, started, changed, signed, replaces, text = row
    return EntryRecord(
        *(entry_id, case_id, form, version, EntryState(state), author),
        *(moment(started), moment(changed), moment(signed) if signed else None),
        *(replaces, text),
    )
