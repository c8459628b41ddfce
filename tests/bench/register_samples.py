"""Made-up citizens and cases by the thousand, and the files that hold them."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from pathlib import Path

from storage.citizens import write_citizen
from storage.connection import PRAGMAS, Connection, Cursor, connect
from storage.entries import write_draft
from storage.identifiers import uuid7
from storage.key_slots import KeyCost
from storage.migrate import migrate, shipped_migrations
from storage.records import CitizenRow, EntryRecord, EntryState, TaskRow
from storage.register import Register, create_register
from storage.work import DraftWork

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
CHEAP = KeyCost(64, 1, 1, only_for_tests=True)
PERSON, PASSPHRASE, KEY = "Prøve", "prøve", bytes(32)
CASES, ENTRIES = 400, 60
FIRST = ["Søren", "Anna", "Åse", "Lars", "Mette", "Yusuf", "Łukasz", "Ærendis", "Bo", "Øjvind"]
MIDDLE = ["", "Bæk", "Holm", "Skov", "Dam", "Lund", "Aagaard"]
LAST = ["Prøvesen", "Eksempel", "Testrup", "Opdigt", "Fantasigaard", "Müller", "Nguyễn"]


def an_id(number: int) -> str:
    return uuid7(1_770_000_000_000 + number, number.to_bytes(10, "big"))


def an_entry(number: int, version: int = 0, case: int | None = None) -> EntryRecord:
    of = an_id((number if case is None else case) + 10**6)
    return EntryRecord(
        *(an_id(number), of, "afdaekning", "1", EntryState.DRAFT, PERSON),
        *(NOW, NOW + timedelta(seconds=version), None, None),
        json.dumps({"version": version, "text": "x" * 1450}),
    )


def a_row(number: int, *, is_open: bool | None = None) -> CitizenRow:
    mixed = number * 2_654_435_761 % 2**32
    first, middle, last = mixed % 10, mixed // 10 % 7, mixed // 70 % 7
    name = f"{FIRST[first]} {MIDDLE[middle]} {LAST[last]} {number % 997}"
    has_term = number % 10 == 0 if is_open is None else is_open
    due = date(2026, 3, 1) + timedelta(days=number % 400) if has_term else None
    cpr = f"32{mixed % 10**8:08}"
    row = CitizenRow(an_id(number + 10**6), name, cpr, "afdækning", due, "", NOW)
    task = TaskRow(id="plan", title="Behandlingsplan", form="treatment_plan", due=due or NOW.date())
    return replace(row, tasks=(task,)) if due else row


def a_save(version: int) -> DraftWork:
    record = an_entry(1, version)
    return DraftWork(record, replace(a_row(1), changed=record.changed))


def made(folder: Path) -> Register:
    return create_register(folder, PERSON, PASSPHRASE, NOW, CHEAP)[0]


def plain(path: Path) -> Connection:
    """Return plain SQLite with the same tables and pragmas: what the register is measured by."""
    sqlite = import_module("sqlite3")

    class NeverDamaged(sqlite.Connection):  # type: ignore[misc, name-defined]  # untyped: banned by its name
        """Answers what only SQLCipher knows."""

        def execute(self, sql: str, *values: object) -> Cursor:
            asked = "SELECT '1'" if sql == "PRAGMA cipher_status" else sql
            ran: Cursor = super().execute(asked, *values)
            return ran

    connection: Connection = sqlite.connect(path, isolation_level=None, factory=NeverDamaged)
    for pragma in PRAGMAS:
        connection.execute(pragma)
    migrate(connection, shipped_migrations())
    return connection


def encrypted(path: Path) -> Connection:
    path.touch()
    connection = connect(path, KEY)
    migrate(connection, shipped_migrations())
    return connection


def fill(connection: Connection, rows: Iterable[CitizenRow]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for row in rows:
        write_citizen(connection, row)
    connection.execute("COMMIT")
    connection.close()


def fill_cases(connection: Connection) -> None:
    # The entries of a case lie scattered, as they do when many cases are worked on in turn.
    was_inside = connection.in_transaction
    if not was_inside:
        connection.execute("BEGIN IMMEDIATE")
    for number in range(CASES * ENTRIES):
        write_draft(connection, an_entry(number, case=number % CASES))
    if not was_inside:
        connection.execute("COMMIT")
