"""What was begun and left: forms that nobody signed, and courses nobody has written in for long."""

from datetime import datetime

from storage.case_ids import CLINIC_CASE
from storage.connection import Connection
from storage.list_records import LeftDraft, QuietCourse
from storage.moments import moment, moment_text


def drafts_left(
    connection: Connection, before: datetime, limit: int
) -> tuple[tuple[LeftDraft, ...], int]:
    """Return up to *limit* drafts begun before then, oldest first, and how many there are.

    What the clinic is filling in about itself is none of them.
    """
    asked = (moment_text(before), CLINIC_CASE)
    rows = connection.execute(
        "SELECT case_id, ifnull(name, ''), entry.id, form, started"
        " FROM entry LEFT JOIN citizen USING (case_id)"
        " WHERE state = 'draft' AND started < ? AND case_id <> ? ORDER BY started LIMIT ?",
        (*asked, limit),
    ).fetchall()
    count = connection.execute(
        "SELECT count(*) FROM entry WHERE state = 'draft' AND started < ? AND case_id <> ?", asked
    ).fetchone()
    found = tuple(
        LeftDraft(case_id, name, entry_id, form, moment(started))
        for case_id, name, entry_id, form, started in rows
    )
    return found, int(count[0]) if count else 0


def quiet_courses(
    connection: Connection, since: datetime, limit: int
) -> tuple[tuple[QuietCourse, ...], int]:
    """Return up to *limit* open courses nobody wrote in since then, and how many there are.

    The one that has been quiet for longest comes first.
    """
    asked = (moment_text(since),)
    rows = connection.execute(
        "SELECT case_id, name, stage, changed FROM citizen"
        " WHERE is_open = 1 AND changed < ? ORDER BY changed LIMIT ?",
        (*asked, limit),
    ).fetchall()
    count = connection.execute(
        "SELECT count(*) FROM citizen WHERE is_open = 1 AND changed < ?", asked
    ).fetchone()
    found = tuple(
        QuietCourse(case_id, name, stage, moment(changed)) for case_id, name, stage, changed in rows
    )
    return found, int(count[0]) if count else 0
