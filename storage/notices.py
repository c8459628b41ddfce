"""Meetings on their day, and what is urgent without one: derived rows beside the tasks."""

from collections.abc import Iterable
from datetime import date

from storage.connection import Connection
from storage.days import day_of, day_text
from storage.list_records import DayNotice, NoticeKind, NoticeRow


def write_notices(connection: Connection, case_id: str, notices: Iterable[NoticeRow]) -> None:
    """Put *notices* in place of those of the case."""
    wanted = frozenset(notices)
    if frozenset(notices_of(connection, case_id)) == wanted:
        return
    remove_notices(connection, case_id)
    for one in wanted:
        connection.execute(
            "INSERT INTO notice (case_id, kind, id, title, detail, day) VALUES (?, ?, ?, ?, ?, ?)",
            (case_id, one.kind, one.id, one.title, one.detail, day_text(one.day) or ""),
        )


def remove_notices(connection: Connection, case_id: str) -> None:
    """Take away the notices of the case."""
    connection.execute("DELETE FROM notice WHERE case_id = ?", (case_id,))


def notices_of(connection: Connection, case_id: str) -> tuple[NoticeRow, ...]:
    """Return the notices of the case."""
    rows = connection.execute(
        "SELECT kind, id, title, detail, day FROM notice WHERE case_id = ?", (case_id,)
    )
    return tuple(_notice(*row) for row in rows.fetchall())


def notices_on(
    connection: Connection, kind: NoticeKind, day: date | None, limit: int
) -> tuple[tuple[DayNotice, ...], int]:
    """Return up to *limit* notices of the kind that are of the *day*, by name, and how many are."""
    asked = (kind, day_text(day) or "")
    rows = connection.execute(
        "SELECT case_id, name, kind, id, title, detail, day FROM notice"
        " JOIN citizen USING (case_id) WHERE kind = ? AND day = ?"
        " ORDER BY detail, name_order, case_id, id LIMIT ?",
        (*asked, limit),
    ).fetchall()
    found = tuple(DayNotice(case_id, name, _notice(*row)) for case_id, name, *row in rows)
    count = connection.execute(
        "SELECT count(*) FROM notice WHERE kind = ? AND day = ?", asked
    ).fetchone()
    return found, int(count[0]) if count else 0


def _notice(kind: str, notice_id: str, title: str, detail: str, day: str) -> NoticeRow:
    return NoticeRow(NoticeKind(kind), notice_id, title, detail, day_of(day or None))
