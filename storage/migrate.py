"""Numbered steps that bring a register from any released version to this program's."""

import re
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Final

from sqlcipher3 import dbapi2

from storage.connection import Connection
from storage.errors import RegisterTooNewError
from storage.trail import Step, write_step

_FILE_NAME: Final = re.compile(r"(\d{4})_\w+\.sql")


@dataclass(frozen=True, slots=True)
class Migration:
    """One step: the version it leads to, and its SQL."""

    version: int
    sql: str


def shipped_migrations() -> tuple[Migration, ...]:
    """Return the steps that belong to this program, oldest first."""
    folder = files("storage").joinpath("migrations")
    found = (
        Migration(int(name[1]), entry.read_text(encoding="utf-8"))
        for entry in folder.iterdir()
        if (name := _FILE_NAME.fullmatch(entry.name))
    )
    return tuple(sorted(found, key=_version))


def version_of(connection: Connection) -> int:
    """Return the version of the register; 0 is an empty file."""
    row = connection.execute("PRAGMA user_version").fetchone()
    return int(row[0]) if row else 0


def migrate(
    connection: Connection, migrations: Sequence[Migration], noted: Step | None = None
) -> None:
    """Bring the register to the newest of *migrations*, wholly or not at all.

    If that changes it, *noted* is put in its trail with the change. Raises RegisterTooNewError when
    the register is newer than all of them.
    """
    newest = max(map(_version, migrations))
    if version_of(connection) > newest:
        raise RegisterTooNewError
    if version_of(connection) == newest:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        _take_steps(connection, migrations)
        if noted is not None:
            write_step(connection, noted)
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _take_steps(connection: Connection, migrations: Sequence[Migration]) -> None:
    for migration in migrations:
        if migration.version > version_of(connection):
            for statement in _statements(migration.sql):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {migration.version:d}")


def _statements(sql: str) -> Generator[str]:
    """Yield each statement; the driver's own script runner would commit before it begins."""
    collected = ""
    for line in sql.splitlines(keepends=True):
        collected += line
        if dbapi2.complete_statement(collected):
            yield collected
            collected = ""


def _version(migration: Migration) -> int:
    return migration.version
