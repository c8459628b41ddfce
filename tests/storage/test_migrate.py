import hashlib
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

import pytest

from storage.connection import Connection, connect
from storage.errors import RegisterTooNewError
from storage.migrate import Migration, migrate, shipped_migrations, version_of
from storage.records import Deed
from storage.trail import Step, newest_rows
from tests.storage.samples import NOW, PERSON

RELEASED = {1: "475852fc85be570259c1b8813ad48098e125c08e8554c7eef9c6eac885a7d7a1"}
FIRST = Migration(1, "CREATE TABLE a (b);\nINSERT INTO a VALUES ('før; efter');")
TRIGGER = "CREATE TRIGGER c BEFORE DELETE ON a\nBEGIN\n    SELECT RAISE(ABORT, 'nej');\nEND;\n"
SECOND = Migration(2, f"ALTER TABLE a ADD COLUMN d;\n{TRIGGER}")
BROKEN = Migration(3, "CREATE TABLE e (f);\nINSERT INTO nowhere VALUES (1);")


@pytest.fixture
def empty(tmp_path: Path) -> Generator[Connection]:
    (tmp_path / "fil").touch()
    connection = connect(tmp_path / "fil", bytes(32))
    yield connection
    connection.close()


def test_an_old_file_is_brought_to_the_newest_version_with_what_is_in_it(
    empty: Connection,
) -> None:
    migrate(empty, [FIRST])
    migrate(empty, [FIRST, SECOND])

    assert version_of(empty) == 2
    assert empty.execute("SELECT b, d FROM a").fetchall() == [("før; efter", None)]


def test_a_step_that_fails_leaves_the_file_as_it_was(empty: Connection) -> None:
    migrate(empty, [FIRST])

    with pytest.raises(Exception, match="nowhere"):
        migrate(empty, [FIRST, SECOND, BROKEN])

    assert version_of(empty) == 1
    assert empty.execute("SELECT name FROM sqlite_schema").fetchall() == [("a",)]


def test_what_is_noted_of_a_migration_is_written_with_it_or_neither_is(empty: Connection) -> None:
    shipped = shipped_migrations()
    migrate(empty, shipped[:1])
    noted = Step(NOW, PERSON, Deed.MIGRATED)

    with pytest.raises(ValueError, match="time zone"):
        migrate(empty, shipped, replace(noted, at=NOW.replace(tzinfo=None)))
    failed_at = version_of(empty)
    migrate(empty, shipped, noted)
    migrate(empty, shipped, noted)

    assert failed_at == 1
    assert version_of(empty) == len(shipped)
    assert [row.deed for row in newest_rows(empty, 9)] == [Deed.MIGRATED]


def test_a_file_of_a_newer_program_is_refused(empty: Connection) -> None:
    migrate(empty, [FIRST, SECOND])

    with pytest.raises(RegisterTooNewError):
        migrate(empty, [FIRST])


def test_the_shipped_steps_are_numbered_from_one_without_a_hole(empty: Connection) -> None:
    steps = shipped_migrations()

    migrate(empty, steps)

    assert [step.version for step in steps] == list(range(1, len(steps) + 1))
    assert version_of(empty) == len(steps)


def test_a_step_that_was_released_is_never_changed() -> None:
    shipped = {step.version: step.sql for step in shipped_migrations()}

    for version, digest in RELEASED.items():
        assert hashlib.sha256(shipped[version].encode()).hexdigest() == digest
