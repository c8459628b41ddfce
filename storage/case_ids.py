"""Where the id of a case may stand in a register, and which id is no citizen's."""

from typing import Final

from storage.connection import Connection

CLINIC_CASE: Final = "00000000-0000-7000-8000-000000000000"
"""The case that is no citizen: the clinic's own file, the same id in every register.

Its entries are kept, signed and traced as all are, but it is in no list and cannot be erased. A
UUIDv7 of the first moment of 1970, so that no case can be given the same.
"""

_TABLES: Final = ("entry", "document", "citizen", "trail")


def holds_case(connection: Connection, case_id: str) -> bool:
    """Return whether anything of the case is in what *connection* reads."""
    return any(
        connection.execute(f"SELECT 1 FROM {table} WHERE case_id = ?", (case_id,)).fetchone()  # noqa: S608 - our own words
        for table in _TABLES
    )


def case_ids_in(connection: Connection) -> tuple[str, ...]:
    """Return the id of each case of which anything is in what *connection* reads, in order."""
    every = " UNION ".join(f"SELECT case_id FROM {table}" for table in _TABLES)  # noqa: S608 - our own words
    rows = connection.execute(f"{every} ORDER BY case_id").fetchall()
    return tuple(row[0] for row in rows if row[0])
