"""Whether the lists, which are derived from entries, lead to every citizen and to nobody else."""

from collections.abc import Generator
from typing import Final

from storage.case_ids import CLINIC_CASE
from storage.connection import Connection, SqlRow
from storage.folding import beginnings_of, joined_words, name_order, words_of

_REBUILD: Final = "Vælg Byg listerne igen."
_ENTRY: Final = f"entry WHERE case_id <> '{CLINIC_CASE}'"
_CITIZENS_AT_A_TIME: Final = 1000


def list_faults(connection: Connection) -> Generator[str]:
    """Yield a Danish sentence for each way in which the lists do not fit the entries."""
    if count := _count(connection, _ENTRY, "citizen"):
        yield f"I listen over borgere mangler der {count}. {_REBUILD}"
    if count := _count(connection, "citizen", _ENTRY):
        yield f"Listen over borgere viser {count}, som kartoteket intet har om. {_REBUILD}"
    if count := sum(_leads_astray(connection, row) for row in _citizens(connection)):
        yield f"Søgningen finder ikke alle borgere: {count} mangler. {_REBUILD}"
    if _has_stray_beginnings(connection):
        yield f"Søgningen fører til borgere, som ikke er i listen. {_REBUILD}"
    yield from _faults_beside(connection)


def _faults_beside(connection: Connection) -> Generator[str]:
    if count := _count(connection, "task", "citizen"):
        yield f"I dag viser opgaver for {count}, som ikke er i listen over borgere. {_REBUILD}"
    if count := _count(connection, "notice", "citizen"):
        yield f"I dag viser aftaler med {count}, som ikke er i listen over borgere. {_REBUILD}"
    if count := _count(connection, "outcome", "citizen"):
        yield f"Overblik tæller {count} med, som ikke er i listen over borgere. {_REBUILD}"
    if count := _told_astray(connection):
        yield f"Søgningen i noter passer ikke til {count} skemaer. {_REBUILD}"


def _count(connection: Connection, there: str, not_there: str) -> int:
    row = connection.execute(
        "SELECT count(*) FROM (SELECT case_id FROM"  # noqa: S608 - only our own words
        f" {there} EXCEPT SELECT case_id FROM {not_there})"
    ).fetchone()
    return int(row[0]) if row else 0


def _told_astray(connection: Connection) -> int:
    """Return how many entries are searched in that are not there, or cannot be searched in."""
    row = connection.execute(
        "SELECT (SELECT count(*) FROM told LEFT JOIN entry ON entry.id = told.entry_id"
        " WHERE entry.case_id IS NOT told.case_id)"
        " + (SELECT count(*) FROM told LEFT JOIN told_words_docsize AS words"
        " ON words.id = told.number WHERE words.id IS NULL)"
        " + (SELECT count(*) FROM told_words_docsize AS words LEFT JOIN told"
        " ON words.id = told.number WHERE told.number IS NULL)"
    ).fetchone()
    return int(row[0]) if row else 0


def _citizens(connection: Connection) -> Generator[SqlRow]:
    last = 0
    while rows := connection.execute(
        "SELECT number, name, cpr, address, name_order, words FROM citizen WHERE number > ?"
        " ORDER BY number LIMIT ?",
        (last, _CITIZENS_AT_A_TIME),
    ).fetchall():
        yield from rows
        last = rows[-1][0]


def _leads_astray(connection: Connection, row: SqlRow) -> bool:
    """Whether one citizen cannot be found, or not in the right place of the list."""
    number, name, cpr, address, order, words = row
    expected = words_of(name, cpr, address)
    if (order, words) != (name_order(name), joined_words(expected)):
        return True
    return any(
        connection.execute(
            "SELECT 1 FROM citizen_prefix WHERE prefix = ? AND name_order = ? AND citizen = ?",
            (beginning, order, number),
        ).fetchone()
        is None
        for beginning in beginnings_of(expected)
    )


def _has_stray_beginnings(connection: Connection) -> bool:
    found = connection.execute(
        "SELECT 1 FROM citizen_prefix AS found LEFT JOIN citizen ON citizen.number = found.citizen"
        " WHERE citizen.number IS NULL OR citizen.name_order <> found.name_order"
        " OR instr(citizen.words, ' ' || found.prefix) = 0 LIMIT 1"
    )
    return found.fetchone() is not None
