"""The clinic's own forms: brought in as drafts, used, put out of use; a used one never changes."""

from dataclasses import astuple
from typing import Final

from storage.connection import Connection, SqlRow
from storage.entries import digest_of
from storage.form_errors import FormIsUsedError, NoSuchFormError
from storage.moments import moment, moment_text
from storage.records import ClinicForm, Deed, FormName, FormStatus
from storage.trail import Step, write_step

_COLUMNS: Final = "url, version, status, title, json, at, person"


def all_forms(connection: Connection) -> tuple[ClinicForm, ...]:
    """Return every version of every form of the clinic's own, in the order they were brought in."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM clinic_form ORDER BY at, url, version"  # noqa: S608 - our words
    )
    return tuple(_form(row) for row in rows.fetchall())


def write_import(connection: Connection, form: ClinicForm) -> None:
    """Keep *form*, a draft, in place of a draft of the same version; FormIsUsedError when used."""
    found = _status(connection, form.name)
    if found not in {None, FormStatus.DRAFT}:
        raise FormIsUsedError
    connection.execute("DELETE FROM clinic_form WHERE url = ? AND version = ?", astuple(form.name))
    connection.execute(
        f"INSERT INTO clinic_form ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - ours
        (*astuple(form.name), form.status, form.title, form.json, moment_text(form.at), form.by),
    )
    digest = digest_of(form.json)
    write_step(
        connection,
        Step(form.at, form.by, Deed.FORM_IMPORTED, subject=str(form.name), digest=digest),
    )


def write_activation(connection: Connection, name: FormName, step: Step) -> None:
    """Have this version used, and no other of the same form; NoSuchFormError when it is gone."""
    _require(connection, name)
    connection.execute(
        "UPDATE clinic_form SET status = 'retired' WHERE url = ? AND status = 'active'", (name.url,)
    )
    connection.execute(
        "UPDATE clinic_form SET status = 'active' WHERE url = ? AND version = ?", astuple(name)
    )
    write_step(connection, step)


def write_retirement(connection: Connection, name: FormName, step: Step) -> None:
    """Put this version out of use, or take it away when it was never used; or NoSuchFormError."""
    if _require(connection, name) is FormStatus.DRAFT:
        sql = "DELETE FROM clinic_form WHERE url = ? AND version = ?"
    else:
        sql = "UPDATE clinic_form SET status = 'retired' WHERE url = ? AND version = ?"
    connection.execute(sql, astuple(name))
    write_step(connection, step)


def _require(connection: Connection, name: FormName) -> FormStatus:
    status = _status(connection, name)
    if status is None:
        raise NoSuchFormError
    return status


def _status(connection: Connection, name: FormName) -> FormStatus | None:
    row = connection.execute(
        "SELECT status FROM clinic_form WHERE url = ? AND version = ?", astuple(name)
    ).fetchone()
    return FormStatus(row[0]) if row else None


def _form(row: SqlRow) -> ClinicForm:
    url, version, status, title, json, at, by = row
    return ClinicForm(FormName(url, version), FormStatus(status), title, json, moment(at), by)
