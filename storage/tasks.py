"""What is due, case by case: derived rows beside the citizen's, read by the day they are due."""

from collections.abc import Generator, Sequence
from datetime import date
from typing import Final

from storage.connection import Connection, SqlRow
from storage.days import day_of, day_text
from storage.list_records import DueSpan
from storage.records import CitizenRow, DueTask, TaskRow

_COLUMNS: Final = "id, rank, title, form, due, soon, urgent, begun, is_planned"
_QUALIFIED: Final = ", ".join(f"task.{column}" for column in _COLUMNS.split(", "))


def write_tasks(connection: Connection, row: CitizenRow) -> None:
    """Put the tasks of *row* in place of those of its case, and remember what they rest on."""
    connection.execute(
        "UPDATE citizen SET rules = ?, look_again = ? WHERE case_id = ?"
        " AND (rules, look_again) IS NOT (?, ?)",
        (
            *(row.rules, day_text(row.look_again), row.case_id),
            *(row.rules, day_text(row.look_again)),
        ),
    )
    # At nearly every keystroke nothing else is due than before.
    if tasks_of(connection, row.case_id) == _in_order(row.tasks):
        return
    remove_tasks(connection, row.case_id)
    for task in row.tasks:
        connection.execute(
            f"INSERT INTO task (case_id, {_COLUMNS})"  # noqa: S608 - only our own words
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(row.case_id, task.id, task.rank, task.title, task.form, task.due.isoformat()),
                *(day_text(task.soon), day_text(task.urgent), day_text(task.begun)),
                task.is_planned,
            ),
        )


def remove_tasks(connection: Connection, case_id: str) -> None:
    """Take away what is due in the case."""
    connection.execute("DELETE FROM task WHERE case_id = ?", (case_id,))


def tasks_of(connection: Connection, case_id: str) -> tuple[TaskRow, ...]:
    """Return what is due in the case, in the order of the ids."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM task WHERE case_id = ?",  # noqa: S608 - only our own words
        (case_id,),
    )
    return _in_order([_task(row) for row in rows.fetchall()])


def due_tasks(connection: Connection, span: DueSpan, limit: int) -> tuple[DueTask, ...]:
    """Return up to *limit* tasks of each rank that are due in *span*, soonest first.

    Those of the first rank come before all others.
    """
    return tuple(_due_of_each_rank(connection, span, limit))


def count_due(connection: Connection, span: DueSpan) -> int:
    """Return how many tasks are due in *span*."""
    where, values = _within(span)
    joined = " JOIN citizen USING (case_id)" if span.only else ""
    counted = 0
    for rank in _ranks(connection):
        row = connection.execute(
            f"SELECT count(*) FROM task{joined} WHERE rank = ? AND {where}",  # noqa: S608 - only our own words
            (rank, *values),
        ).fetchone()
        counted += row[0] if row else 0
    return counted


def outdated_cases(connection: Connection, rules: str, today: date, limit: int) -> tuple[str, ...]:
    """Return the ids of up to *limit* cases whose row may be another one by now.

    It was derived by other *rules*, or its day to look again has come; what is due soonest first.
    """
    rows = connection.execute(
        "SELECT case_id FROM (SELECT case_id, due FROM citizen WHERE rules < ?"
        " UNION ALL SELECT case_id, due FROM citizen WHERE rules > ?"
        " UNION ALL SELECT case_id, due FROM citizen WHERE rules = ? AND look_again <= ?)"
        " ORDER BY due IS NULL, due LIMIT ?",
        (rules, rules, rules, today.isoformat(), limit),
    )
    return tuple(row[0] for row in rows.fetchall())


def _due_of_each_rank(connection: Connection, span: DueSpan, limit: int) -> Generator[DueTask]:
    where, values = _within(span)
    for rank in _ranks(connection):
        rows = connection.execute(
            f"SELECT case_id, name, {_QUALIFIED} FROM task JOIN citizen USING (case_id)"  # noqa: S608 - only our own words
            f" WHERE rank = ? AND {where} ORDER BY task.due, case_id, id LIMIT ?",
            (rank, *values, limit),
        )
        for case_id, name, *row in rows.fetchall():
            yield DueTask(case_id, name, _task(tuple(row)))


def _ranks(connection: Connection) -> Generator[int]:
    """Yield the ranks there are, the first first; each is one look into the index."""
    last = -1
    while True:
        row = connection.execute("SELECT min(rank) FROM task WHERE rank > ?", (last,)).fetchone()
        if row is None or row[0] is None:
            return
        last = int(row[0])
        yield last


def _within(span: DueSpan) -> tuple[str, tuple[str, ...]]:
    """Return the condition that says the same as *span*, and its values."""
    where = "task.due >= ? AND task.due < ?"
    values = [span.since.isoformat(), span.before.isoformat()]
    if span.near_on:
        near = "(ifnull(task.soon <= ?, 0) OR ifnull(task.urgent <= ?, 0))"
        where += f" AND {near}" if span.is_near else f" AND NOT {near}"
        values += [span.near_on.isoformat()] * 2
    if span.only:
        where += " AND citizen.rules = ? AND (look_again IS NULL OR look_again > ?)"
        values += [span.only.rules, span.only.today.isoformat()]
    return where, tuple(values)


def _in_order(tasks: Sequence[TaskRow]) -> tuple[TaskRow, ...]:
    return tuple(sorted(tasks, key=_id))


def _id(task: TaskRow) -> str:
    return task.id


def _task(row: SqlRow) -> TaskRow:
    task_id, rank, title, form, due, soon, urgent, begun, is_planned = row
    return TaskRow(
        id=task_id,
        rank=rank,
        title=title,
        form=form,
        due=date.fromisoformat(due),
        soon=day_of(soon),
        urgent=day_of(urgent),
        begun=day_of(begun),
        is_planned=bool(is_planned),
    )
