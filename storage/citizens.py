"""The list of citizens: one derived row per case, found by folded words."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from storage.case_ids import CLINIC_CASE
from storage.connection import Connection, SqlRow
from storage.days import day_of, day_text
from storage.folding import beginnings_of, joined_words, name_order, words_of
from storage.moments import moment, moment_text
from storage.notices import notices_of, remove_notices, write_notices
from storage.outcomes import outcomes_of, remove_outcomes, write_outcomes
from storage.records import CitizenRow
from storage.tasks import remove_tasks, tasks_of, write_tasks
from storage.told import remove_told, remove_told_astray, remove_told_of_nobody, write_told

COLUMNS: Final = (
    "case_id, name, cpr, stage, due, due_text, changed, soon, urgent, address, counsellor, is_open"
)
"""What `citizen_of` makes a row from."""


def write_citizen(connection: Connection, row: CitizenRow) -> None:
    """Put *row* in place of what the lists showed of its case, if that is a citizen's."""
    if row.case_id == CLINIC_CASE:
        return
    # At nearly every keystroke nothing has changed that the list is found or sifted by.
    rewritten = connection.execute(
        "UPDATE citizen SET due_text = ?, changed = ?, soon = ?, urgent = ?"
        " WHERE case_id = ? AND (name, cpr, stage, due, address, counsellor, is_open)"
        " IS (?, ?, ?, ?, ?, ?, ?)",
        (
            *(row.due_text, moment_text(row.changed), day_text(row.soon), day_text(row.urgent)),
            *(row.case_id, row.name, row.cpr, row.stage, day_text(row.due)),
            *(row.address, row.counsellor, row.is_open),
        ),
    )
    if not rewritten.rowcount:
        _remove(connection, row.case_id)
        _insert(connection, row)
    _write_beside(connection, row)


def remove_citizen(connection: Connection, case_id: str) -> None:
    """Take the case, and what is due in it, out of the lists."""
    _remove(connection, case_id)
    remove_tasks(connection, case_id)
    remove_notices(connection, case_id)
    remove_outcomes(connection, case_id)
    remove_told(connection, case_id)


def renew_citizen(connection: Connection, row: CitizenRow) -> None:
    """Put *row* in place of what the lists show, unless its case was written since.

    When the case was written is left as it was, for nothing of it has changed.
    """
    present = _present(connection, row.case_id)
    if present is None:
        return
    written = connection.execute(
        "SELECT max(changed) FROM entry WHERE case_id = ?", (row.case_id,)
    ).fetchone()
    if written and written[0] and written[0] <= moment_text(row.changed):
        write_citizen(connection, replace(row, changed=present.changed))


def is_listed(connection: Connection, case_id: str) -> bool:
    """Return whether the case is in the list of citizens."""
    found = connection.execute("SELECT 1 FROM citizen WHERE case_id = ?", (case_id,))
    return found.fetchone() is not None


def citizen_of(row: SqlRow) -> CitizenRow:
    """Return the citizen that a row of `COLUMNS` tells."""
    case_id, name, cpr, stage, due, due_text, changed, soon, urgent, *more = row
    address, counsellor, is_open = more
    return CitizenRow(
        *(case_id, name, cpr, stage, day_of(due), due_text, moment(changed)),
        *(day_of(soon), day_of(urgent)),
        address=address,
        counsellor=counsellor,
        is_open=bool(is_open),
    )


def _write_beside(connection: Connection, row: CitizenRow) -> None:
    """Put what other lists show of the case in place of what they showed."""
    write_tasks(connection, row)
    write_notices(connection, row.case_id, row.notices)
    write_outcomes(connection, row.case_id, row.outcomes)
    if row.told is not None:
        write_told(connection, row.case_id, row.told)


def _remove(connection: Connection, case_id: str) -> None:
    row = connection.execute(
        "SELECT number, name_order, words FROM citizen WHERE case_id = ?", (case_id,)
    ).fetchone()
    if row is None:
        return
    number, order, words = row
    for beginning in beginnings_of(words.split()):
        connection.execute(
            "DELETE FROM citizen_prefix WHERE prefix = ? AND name_order = ? AND citizen = ?",
            (beginning, order, number),
        )
    connection.execute("DELETE FROM citizen WHERE number = ?", (number,))


def replace_citizens(connection: Connection, rows: Iterable[CitizenRow]) -> None:
    """Empty the lists, and fill them with *rows*; belongs in one transaction.

    A case that was written after its row was derived, or that *rows* leave out, keeps its present
    row; a case without entries gets none.
    """
    derived = {row.case_id: row for row in rows}
    lines = [
        _newer(derived.get(case_id), written, _present(connection, case_id))
        for case_id, written in _last_written(connection)
    ]
    for table in ("citizen_prefix", "citizen", "task", "notice", "outcome"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - only our own words
    remove_told_astray(connection)
    for line in lines:
        if line is not None:
            _insert(connection, line)
            _write_beside(connection, line)
    remove_told_of_nobody(connection)


def _last_written(connection: Connection) -> list[SqlRow]:
    """Return each citizen's case with entries, and when one or a document was last written."""
    return connection.execute(
        "SELECT case_id, max(changed, ifnull((SELECT max(approved) FROM document"
        " WHERE document.case_id = entry.case_id), ''))"
        " FROM (SELECT case_id, max(changed) AS changed FROM entry WHERE case_id <> ?"
        " GROUP BY case_id) AS entry",
        (CLINIC_CASE,),
    ).fetchall()


def _newer(
    derived: CitizenRow | None, written: str, present: CitizenRow | None
) -> CitizenRow | None:
    if derived is not None and (present is None or moment_text(derived.changed) >= written):
        return derived
    return present


def _present(connection: Connection, case_id: str) -> CitizenRow | None:
    row = connection.execute(
        f"SELECT rules, look_again, {COLUMNS} FROM citizen WHERE case_id = ?",  # noqa: S608 - only our own words
        (case_id,),
    ).fetchone()
    if row is None:
        return None
    rules, look_again, *shown = row
    return replace(
        citizen_of(tuple(shown)),
        tasks=tasks_of(connection, case_id),
        notices=notices_of(connection, case_id),
        outcomes=outcomes_of(connection, case_id),
        rules=rules,
        look_again=day_of(look_again),
    )


def _insert(connection: Connection, row: CitizenRow) -> None:
    words, order = words_of(row.name, row.cpr, row.address), name_order(row.name)
    connection.execute(
        f"INSERT INTO citizen ({COLUMNS}, name_order, words)"  # noqa: S608 - only our own words
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(row.case_id, row.name, row.cpr, row.stage, day_text(row.due), row.due_text),
            *(moment_text(row.changed), day_text(row.soon), day_text(row.urgent)),
            *(row.address, row.counsellor, row.is_open, order, joined_words(words)),
        ),
    )
    for beginning in beginnings_of(words):
        connection.execute(
            "INSERT INTO citizen_prefix (prefix, name_order, citizen)"
            " SELECT ?, ?, number FROM citizen WHERE case_id = ?",
            (beginning, order, row.case_id),
        )
