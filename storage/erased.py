"""The cases that were erased, known by a mark from which nobody can tell who they were."""

import hashlib

from storage.connection import Connection
from storage.upkeep_errors import CitizenErasedError


def mark_of(case_id: str) -> str:
    """Return the SHA-256 of *case_id* in hexadecimal, which stays when the case is erased."""
    return hashlib.sha256(case_id.encode()).hexdigest()


def erased_marks(connection: Connection) -> frozenset[str]:
    """Return the marks of all cases that were ever erased from this register."""
    rows = connection.execute("SELECT mark FROM erased").fetchall()
    return frozenset(row[0] for row in rows)


def is_erased(connection: Connection, case_id: str) -> bool:
    """Return whether the case was erased."""
    found = connection.execute("SELECT 1 FROM erased WHERE mark = ?", (mark_of(case_id),))
    return found.fetchone() is not None


def require_not_erased(connection: Connection, case_id: str) -> None:
    """Raise CitizenErasedError when the case was erased, for it must not come back."""
    if is_erased(connection, case_id):
        raise CitizenErasedError
