"""Erasing a case: nothing of it stays but a mark, and rows of the trail that no longer name it."""

from collections.abc import Collection
from dataclasses import replace

from storage.case_ids import CLINIC_CASE, case_ids_in, holds_case
from storage.connection import Connection
from storage.erased import erased_marks, is_erased, mark_of
from storage.moments import moment_text
from storage.notices import remove_notices
from storage.outcomes import remove_outcomes
from storage.tasks import remove_tasks
from storage.told import remove_told, remove_words_of_nothing
from storage.trail import Step, empty_rows, rows_left, write_step
from storage.upkeep_errors import NoSuchCitizenError


def erase_case(connection: Connection, case_id: str, step: Step) -> None:
    """Erase all that the register holds about the case; belongs in a transaction of its own.

    *step* says who erases, and when. The file must be compacted afterwards, for rests of what was
    erased may lie in its unused parts. Erasing twice is erasing once; raises NoSuchCitizenError
    when there never was such a case, and for the clinic's own file, which is no citizen's.
    """
    if is_erased(connection, case_id):
        return
    if case_id == CLINIC_CASE or not holds_case(connection, case_id):
        raise NoSuchCitizenError
    connection.execute("INSERT INTO erasing (case_id) VALUES (?)", (case_id,))
    _remove_from_lists(connection, case_id)
    _remove_papers(connection, case_id)
    _mark(connection, mark_of(case_id), step)
    left = rows_left(connection, case_id)
    write_step(connection, replace(step, subject=mark_of(case_id), digest=left))
    empty_rows(connection, case_id)
    connection.execute("DELETE FROM erasing")


def erase_marked(connection: Connection, marks: Collection[str], step: Step) -> int:
    """Erase the cases whose marks are among *marks*, and return how many there were.

    For an older copy of a register, inside a transaction: none of *marks* can come back to it.
    """
    wanted = frozenset(marks) - erased_marks(connection)
    found = [case_id for case_id in case_ids_in(connection) if mark_of(case_id) in wanted]
    for case_id in found:
        erase_case(connection, case_id, step)
    for mark in wanted - {mark_of(case_id) for case_id in found}:
        _mark(connection, mark, step)
    return len(found)


def has_rests(connection: Connection) -> bool:
    """Return whether a case was erased since the file was compacted."""
    return connection.execute("SELECT 1 FROM erased WHERE has_rests").fetchone() is not None


def note_compacted(connection: Connection) -> None:
    """Remember that the file was compacted after all that was erased."""
    connection.execute("UPDATE erased SET has_rests = 0 WHERE has_rests")


def _mark(connection: Connection, mark: str, step: Step) -> None:
    connection.execute("INSERT INTO erased (mark, at) VALUES (?, ?)", (mark, moment_text(step.at)))


def _remove_from_lists(connection: Connection, case_id: str) -> None:
    # All rows are looked through: whatever led to the citizen must go, expected there or not.
    connection.execute(
        "DELETE FROM citizen_prefix"
        " WHERE citizen IN (SELECT number FROM citizen WHERE case_id = ?)"
        " OR citizen NOT IN (SELECT number FROM citizen)",
        (case_id,),
    )
    connection.execute("DELETE FROM citizen WHERE case_id = ?", (case_id,))
    remove_tasks(connection, case_id)
    remove_notices(connection, case_id)
    remove_outcomes(connection, case_id)
    remove_told(connection, case_id)
    remove_words_of_nothing(connection)


def _remove_papers(connection: Connection, case_id: str) -> None:
    connection.execute(
        "DELETE FROM document_event"
        " WHERE document_id IN (SELECT id FROM document WHERE case_id = ?)",
        (case_id,),
    )
    connection.execute("DELETE FROM document WHERE case_id = ?", (case_id,))
    connection.execute("DELETE FROM entry WHERE case_id = ?", (case_id,))
