"""The list of citizens: one derived row per case, found by folded words."""

from collections.abc import Generator, Iterable
from datetime import date
from itertools import islice
from typing import Final

from storage.connection import Connection, SqlRow
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

_COLUMNS: Final = "case_id, name, cpr, stage, due, due_text, changed, soon, urgent"


def write_citizen(connection: Connection, row: CitizenRow) -> None:
    """Put *row* in place of what the lists showed of its case."""
    # At nearly every keystroke neither name nor due date has changed, and then no index has either.
    rewritten = connection.execute(
        "UPDATE citizen SET stage = ?, due_text = ?, changed = ?, soon = ?, urgent = ?"
        " WHERE case_id = ? AND name = ? AND cpr = ? AND due IS ?",
        (
            *(row.stage, row.due_text, moment_text(row.changed)),
            *(_day_text(row.soon), _day_text(row.urgent)),
            *(row.case_id, row.name, row.cpr, _day_text(row.due)),
        ),
    )
    if not rewritten.rowcount:
        remove_citizen(connection, row.case_id)
        _insert(connection, row)


def remove_citizen(connection: Connection, case_id: str) -> None:
    """Take the case out of the lists."""
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
    for line in lines:
        if line is not None:
            _insert(connection, line)


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


def due_citizens(connection: Connection, before: date, limit: int) -> tuple[CitizenRow, ...]:
    """Return up to *limit* citizens with something due before the day *before*, soonest first."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM citizen WHERE due < ?"  # noqa: S608 - only our own words
        " ORDER BY due, name_order LIMIT ?",
        (before.isoformat(), limit),
    )
    return tuple(_citizen(row) for row in rows.fetchall())


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
    """Return the id of each case with entries, and when an entry or document was last written."""
    return connection.execute(
        "SELECT case_id, max(changed, ifnull((SELECT max(approved) FROM document"
        " WHERE document.case_id = entry.case_id), ''))"
        " FROM (SELECT case_id, max(changed) AS changed FROM entry GROUP BY case_id) AS entry"
    ).fetchall()


def _newer(
    derived: CitizenRow | None, written: str, present: CitizenRow | None
) -> CitizenRow | None:
    if derived is not None and (present is None or moment_text(derived.changed) >= written):
        return derived
    return present


def _present(connection: Connection, case_id: str) -> CitizenRow | None:
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM citizen WHERE case_id = ?",  # noqa: S608 - only our own words
        (case_id,),
    ).fetchone()
    return _citizen(row) if row else None


def _insert(connection: Connection, row: CitizenRow) -> None:
    words, order = words_of(row.name, row.cpr), name_order(row.name)
    connection.execute(
        f"INSERT INTO citizen ({_COLUMNS}, name_order, words)"  # noqa: S608 - only our own words
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(row.case_id, row.name, row.cpr, row.stage, _day_text(row.due), row.due_text),
            *(moment_text(row.changed), _day_text(row.soon), _day_text(row.urgent)),
            *(order, joined_words(words)),
        ),
    )
    for beginning in beginnings_of(words):
        connection.execute(
            "INSERT INTO citizen_prefix (prefix, name_order, citizen)"
            " SELECT ?, ?, number FROM citizen WHERE case_id = ?",
            (beginning, order, row.case_id),
        )


def _day_text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _citizen(row: SqlRow) -> CitizenRow:
    case_id, name, cpr, stage, due, due_text, changed, soon, urgent = row
    return CitizenRow(
        *(case_id, name, cpr, stage, _day(due), due_text, moment(changed)),
        *(_day(soon), _day(urgent)),
    )
