"""What the courses came to: derived rows beside the tasks, and the counts made from them."""

from collections.abc import Iterable
from datetime import date

from storage.connection import Connection
from storage.outcome_records import DueCount, OpenCount, OutcomeCount, OutcomeRow


def write_outcomes(connection: Connection, case_id: str, outcomes: Iterable[OutcomeRow]) -> None:
    """Put *outcomes* in place of those of the case."""
    wanted = frozenset(outcomes)
    # At nearly every keystroke nothing else has come of the case than before.
    if frozenset(outcomes_of(connection, case_id)) == wanted:
        return
    remove_outcomes(connection, case_id)
    for one in wanted:
        connection.execute(
            "INSERT INTO outcome (case_id, topic, id, result, day, days) VALUES (?, ?, ?, ?, ?, ?)",
            (case_id, one.topic, one.id, one.result, one.day.isoformat(), one.days),
        )


def remove_outcomes(connection: Connection, case_id: str) -> None:
    """Take away what came of the case."""
    connection.execute("DELETE FROM outcome WHERE case_id = ?", (case_id,))


def outcomes_of(connection: Connection, case_id: str) -> tuple[OutcomeRow, ...]:
    """Return what came of the case."""
    rows = connection.execute(
        "SELECT topic, id, result, day, days FROM outcome WHERE case_id = ?", (case_id,)
    )
    return tuple(
        OutcomeRow(topic, outcome_id, result, date.fromisoformat(day), days)
        for topic, outcome_id, result, day, days in rows.fetchall()
    )


def count_outcomes(
    connection: Connection, topic: str, first: date, last: date
) -> tuple[OutcomeCount, ...]:
    """Return how many outcomes of the topic lie between two days, both counted."""
    rows = connection.execute(
        "SELECT result, days, count(*) FROM outcome WHERE topic = ? AND day BETWEEN ? AND ?"
        " GROUP BY result, days",
        (topic, first.isoformat(), last.isoformat()),
    )
    return tuple(OutcomeCount(*row) for row in rows.fetchall())


def count_open(connection: Connection) -> tuple[OpenCount, ...]:
    """Return how many courses are open, by how far they are and who wrote in them last."""
    rows = connection.execute(
        "SELECT stage, counsellor, count(*) FROM citizen WHERE is_open = 1"
        " GROUP BY stage, counsellor"
    )
    return tuple(OpenCount(*row) for row in rows.fetchall())


def count_due_in_form(connection: Connection, form: str, today: date, until: date) -> DueCount:
    """Return how many tasks in *form* are due before *today*, from then to *until*, and later."""
    row = connection.execute(
        "SELECT count(*), sum(due < ?), sum(due BETWEEN ? AND ?) FROM task WHERE form = ?",
        (today.isoformat(), today.isoformat(), until.isoformat(), form),
    ).fetchone()
    if row is None or not row[0]:
        return DueCount(0, 0, 0)
    return DueCount(row[1], row[2], row[0] - row[1] - row[2])
