"""What is due, case by case: derived rows beside the citizen's, read by the day they are due."""

from collections.abc import Generator, Sequence
from datetime import date
from typing import Final

from storage.connection import Connection, SqlRow
from storage.days import day_of, day_text
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


def due_tasks(connection: Connection, before: date, limit: int) -> tuple[DueTask, ...]:
    """Return up to *limit* tasks of each rank that are due before the day, soonest first.

    Those of the first rank come before all others.
    """
    return tuple(_due_of_each_rank(connection, before, limit))


def outdated_cases(connection: Connection, rules: str, today: date, limit: int) -> tuple[str, ...]:
    """Return the ids of up to *limit* cases whose row may be another one by now.

    It was derived by other *rules*, or its day to look again has come; what is due soonest first.
    """
    rows = connection.execute(
        "SELECT case_id FROM citizen WHERE rules <> ? OR look_again <= ?"
        " ORDER BY due IS NULL, due LIMIT ?",
        (rules, today.isoformat(), limit),
    )
    return tuple(row[0] for row in rows.fetchall())


def _due_of_each_rank(connection: Connection, before: date, limit: int) -> Generator[DueTask]:
    ranks = connection.execute("SELECT DISTINCT rank FROM task ORDER BY rank").fetchall()
    for (rank,) in ranks:
        rows = connection.execute(
            f"SELECT case_id, name, {_QUALIFIED} FROM task JOIN citizen USING (case_id)"  # noqa: S608 - only our own words
            " WHERE rank = ? AND task.due < ? ORDER BY task.due, case_id, id LIMIT ?",
            (rank, before.isoformat(), limit),
        )
        for case_id, name, *row in rows.fetchall():
            yield DueTask(case_id, name, _task(tuple(row)))


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
