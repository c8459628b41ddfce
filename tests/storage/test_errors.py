import errno
import os
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage import errors
from storage.error_codes import of_sqlite_code, of_system_error
from storage.errors import (
    DiskFullError,
    DiskTroubleError,
    NotSavedError,
    NoWritePermissionError,
    RegisterDamagedError,
    RegisterError,
    RegisterInUseError,
    RegisterVanishedError,
    WritingStoppedError,
)

NAMED = [
    error
    for error in vars(errors).values()
    if isinstance(error, type) and issubclass(error, RegisterError) and "sentence" in vars(error)
]


@pytest.mark.parametrize("error", NAMED)
def test_every_error_says_in_danish_what_happened_and_what_to_do(
    error: type[RegisterError],
) -> None:
    sentence = str(error())

    assert sentence.count(".") + sentence.count(":") >= 2
    assert sentence.endswith(".")


def test_who_has_the_register_is_named() -> None:
    opened = datetime(2026, 3, 2, 9, 5, tzinfo=UTC)

    assert "på computeren kontor siden" in str(RegisterInUseError("kontor", opened))
    assert str(RegisterInUseError()).startswith("Kartoteket er åbent. ")


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the time zone is set as on POSIX")
def test_since_when_is_told_in_the_time_on_the_wall(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    time.tzset()

    sentence = str(RegisterInUseError("kontor", datetime(2026, 11, 22, 8, 0, tzinfo=UTC)))

    monkeypatch.undo()
    time.tzset()
    assert sentence.startswith(
        "Kartoteket er åbent på computeren kontor siden 22.11.2026 kl. 09.00."
    )


@pytest.mark.parametrize(("drafts", "where"), [(1, "ét skema"), (2, "2 skemaer")])
def test_when_writing_has_stopped_it_is_said_how_much_is_in_memory_alone(
    drafts: int, where: str
) -> None:
    sentence = str(WritingStoppedError(drafts))

    assert f"skrevet i {where}, er ikke gemt" in sentence
    assert "start det igen" in sentence
    assert sentence.endswith(".")


@pytest.mark.parametrize(
    ("code", "named"),
    [
        (13, DiskFullError),
        (10, DiskTroubleError),
        (8, NoWritePermissionError),
        (1544, NoWritePermissionError),
        (5, RegisterInUseError),
        (11, RegisterDamagedError),
        (267, RegisterDamagedError),
        (26, RegisterDamagedError),
        (14, DiskFullError),
        (19, NotSavedError),
    ],
)
def test_what_sqlite_reports_has_a_name(
    code: int, named: type[RegisterError], tmp_path: Path
) -> None:
    there, gone = tmp_path / "der", tmp_path / "væk"
    there.touch()

    reading = of_sqlite_code(code, there, while_writing=False)
    without_file = of_sqlite_code(code, gone, while_writing=False)

    assert type(reading) is named
    assert type(without_file) is RegisterVanishedError


def test_a_disk_error_while_writing_is_taken_for_a_full_disk(tmp_path: Path) -> None:
    error = of_sqlite_code(10, tmp_path, while_writing=True)

    assert type(error) is DiskFullError


@pytest.mark.parametrize(
    ("number", "named"),
    [
        (errno.ENOSPC, DiskFullError),
        (errno.EFBIG, DiskFullError),
        (errno.EACCES, NoWritePermissionError),
        (errno.EROFS, NoWritePermissionError),
        (errno.EIO, DiskTroubleError),
    ],
)
def test_what_the_system_reports_has_a_name(number: int, named: type[RegisterError]) -> None:
    assert type(of_system_error(OSError(number, ""))) is named
