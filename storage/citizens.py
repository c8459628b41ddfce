"""The list of citizens: one derived row per case, found by folded words."""

from collections.abc import Generator, Iterable
from dataclasses import replace
from itertools import islice
from typing import Final

from storage.case_ids import CLINIC_CASE
from storage.connection import Connection, SqlRow
from storage.days import day_of, day_text
from storage.folding import (
    LONGEST_BEGINNING,
    beginnings_of,
    joined_words,
    name_order,
    search_terms,
    words_of,
)
from storage.hits import common_hits
from storage.moments import moment, moment_text
from storage.records import CitizenRow
from storage.tasks import remove_tasks, tasks_of, write_tasks

_COLUMNS: Final = "case_id, name, cpr, stage, due, due_text, changed, soon, urgent"


def write_citizen(connection: Connection, row: CitizenRow) -> None:
    """Put *row* in place of what the lists showed of its case, if that is a citizen's."""
    if row.case_id == CLINIC_CASE:
        return
    # At nearly every keystroke neither name nor due date has changed, and then no index has either.
    rewritten = connection.execute(
        "UPDATE citizen SET stage = ?, due_text = ?, changed = ?, soon = ?, urgent = ?"
        " WHERE case_id = ? AND name = ? AND cpr = ? AND due IS ?",
        (
            *(row.stage, row.due_text, moment_text(row.changed)),
            *(day_text(row.soon), day_text(row.urgent)),
            *(row.case_id, row.name, row.cpr, day_text(row.due)),
        ),
    )
    if not rewritten.rowcount:
        _remove(connection, row.case_id)
        _insert(connection, row)
    write_tasks(connection, row)


def remove_citizen(connection: Connection, case_id: str) -> None:
    """Take the case, and what is due in it, out of the lists."""
    _remove(connection, case_id)
    remove_tasks(connection, case_id)


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
    connection.execute("DELETE FROM citizen_prefix")
    connection.execute("DELETE FROM citizen")
    connection.execute("DELETE FROM task")
    for line in lines:
        if line is not None:
            _insert(connection, line)
            write_tasks(connection, line)


def find_citizens(connection: Connection, search: str, limit: int) -> tuple[CitizenRow, ...]:
    """Return up to *limit* citizens, by name, each having a word that begins with every term."""
    terms = _needed(search_terms(search))
    if not terms:
        rows = connection.execute(
            f"SELECT {_COLUMNS} FROM citizen"  # noqa: S608 - only our own words
            " ORDER BY name_order, number LIMIT ?",
            (limit,),
        )
        return tuple(_citizen(row) for row in rows.fetchall())
    hits = common_hits(connection, tuple(term[:LONGEST_BEGINNING] for term in terms))
    found: list[CitizenRow] = []
    while len(found) < limit and (numbers := tuple(islice(hits, limit))):
        found += _having(connection, numbers, terms)
    return tuple(found[:limit])


def _needed(terms: tuple[str, ...]) -> tuple[str, ...]:
    """Return *terms*, longest first, without those that another one begins with."""
    return tuple(
        term
        for place, term in enumerate(terms)
        if not any(longer.startswith(term) for longer in terms[:place])
    )


def _having(
    connection: Connection, numbers: tuple[int, ...], terms: tuple[str, ...]
) -> Generator[CitizenRow]:
    """Yield those of the citizens with *numbers*, by name, that have a word for every term."""
    # The plus keeps SQLite from walking all names to have these few in order.
    rows = connection.execute(
        f"SELECT {_COLUMNS}, words FROM citizen"  # noqa: S608 - only our own words
        f" WHERE number IN ({', '.join('?' * len(numbers))}) ORDER BY +name_order, number",
        numbers,
    )
    for *row, words in rows.fetchall():
        if all(f" {term}" in words for term in terms):
            yield _citizen(tuple(row))


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
        f"SELECT rules, look_again, {_COLUMNS} FROM citizen WHERE case_id = ?",  # noqa: S608 - only our own words
        (case_id,),
    ).fetchone()
    if row is None:
        return None
    rules, look_again, *shown = row
    return replace(
        _citizen(tuple(shown)),
        tasks=tasks_of(connection, case_id),
        rules=rules,
        look_again=day_of(look_again),
    )


def _insert(connection: Connection, row: CitizenRow) -> None:
    words, order = words_of(row.name, row.cpr), name_order(row.name)
    connection.execute(
        f"INSERT INTO citizen ({_COLUMNS}, name_order, words)"  # noqa: S608 - only our own words
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(row.case_id, row.name, row.cpr, row.stage, day_text(row.due), row.due_text),
            *(moment_text(row.changed), day_text(row.soon), day_text(row.urgent)),
            *(order, joined_words(words)),
        ),
    )
    for beginning in beginnings_of(words):
        connection.execute(
            "INSERT INTO citizen_prefix (prefix, name_order, citizen)"
            " SELECT ?, ?, number FROM citizen WHERE case_id = ?",
            (beginning, order, row.case_id),
        )


def _citizen(row: SqlRow) -> CitizenRow:
    case_id, name, cpr, stage, due, due_text, changed, soon, urgent = row
    return CitizenRow(
        *(case_id, name, cpr, stage, day_of(due), due_text, moment(changed)),
        *(day_of(soon), day_of(urgent)),
    )
