"""The list of citizens: one derived row per case, found by folded words."""

from datetime import date
from typing import Final

from storage.connection import Connection, SqlRow
from storage.folding import name_order, search_terms, words_of
from storage.moments import moment, moment_text
from storage.records import CitizenRow

_COLUMNS: Final = "case_id, name, cpr, stage, due, due_text, changed, soon, urgent"
_AFTER_EVERY_WORD: Final = "\U0010ffff"
# Up to so many hits are fetched and sorted; with more, walking the names in order and stopping at
# the limit is quicker.
_FEW: Final = 400


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
    connection.execute("DELETE FROM citizen WHERE case_id = ?", (case_id,))


def find_citizens(connection: Connection, search: str, limit: int) -> tuple[CitizenRow, ...]:
    """Return up to *limit* citizens, by name, each having a word that begins with every term."""
    terms = search_terms(search)
    rarest, hits = _rarest(connection, terms)
    where = ["instr(words, ?) > 0" for _ in terms]
    values: list[str | int] = [f" {term}" for term in terms]
    if rarest and hits <= _FEW:
        where.append("number IN (SELECT citizen FROM citizen_word WHERE word >= ? AND word < ?)")
        values += [rarest, rarest + _AFTER_EVERY_WORD]
    condition = " AND ".join(where) or "1"
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM citizen WHERE {condition}"  # noqa: S608 - only our own words
        " ORDER BY name_order LIMIT ?",
        (*values, limit),
    )
    return tuple(_citizen(row) for row in rows.fetchall())


def due_citizens(connection: Connection, before: date, limit: int) -> tuple[CitizenRow, ...]:
    """Return up to *limit* citizens with something due before the day *before*, soonest first."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM citizen WHERE due < ?"  # noqa: S608 - only our own words
        " ORDER BY due, name_order LIMIT ?",
        (before.isoformat(), limit),
    )
    return tuple(_citizen(row) for row in rows.fetchall())


def _rarest(connection: Connection, terms: tuple[str, ...]) -> tuple[str, int]:
    counted = [(_hits(connection, term), term) for term in terms]
    hits, term = min(counted, default=(0, ""))
    return term, hits


def _hits(connection: Connection, term: str) -> int:
    row = connection.execute(
        "SELECT count(*) FROM (SELECT 1 FROM citizen_word WHERE word >= ? AND word < ? LIMIT ?)",
        (term, term + _AFTER_EVERY_WORD, _FEW + 1),
    ).fetchone()
    return int(row[0]) if row else 0


def _insert(connection: Connection, row: CitizenRow) -> None:
    words = words_of(row.name, row.cpr)
    connection.execute(
        f"INSERT INTO citizen ({_COLUMNS}, name_order, words)"  # noqa: S608 - only our own words
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(row.case_id, row.name, row.cpr, row.stage, _day_text(row.due), row.due_text),
            *(moment_text(row.changed), _day_text(row.soon), _day_text(row.urgent)),
            *(name_order(row.name), _joined(words)),
        ),
    )
    for word in words:
        connection.execute(
            "INSERT INTO citizen_word (word, citizen)"
            " SELECT ?, number FROM citizen WHERE case_id = ?",
            (word, row.case_id),
        )


def _joined(words: tuple[str, ...]) -> str:
    """Return *words* such that a beginning of one is found as a space and that beginning."""
    return "".join(f" {word}" for word in words)


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
