from datetime import timedelta
from pathlib import Path

import pytest

from storage.attempts import note_attempt
from storage.credentials import ByPassphrase
from storage.errors import UnknownPersonError, WrongPassphraseError, WrongRecoveryKeyError
from storage.file_names import ATTEMPTS_FILE
from storage.moments import moment_text
from storage.records import Deed
from storage.register import (
    Register,
    create_register,
    open_register,
    open_with_recovery_key,
)
from storage.unlocking import check_credential
from tests.storage.samples import CHEAP, NOW, PASSPHRASE, PERSON

MOST_BYTES = 128 * 1024


@pytest.fixture
def closed(register: Register, folder: Path) -> Path:
    register.close()
    return folder


def failed_unlocks(folder: Path) -> int:
    register = open_register(folder, PERSON, PASSPHRASE, NOW)
    rows = register.trail(10_000)
    assert register.check_trail() == ()
    register.close()
    return sum(row.deed is Deed.UNLOCK_FAILED for row in rows)


def test_a_failed_unlock_is_in_the_trail_at_the_next_opening(closed: Path) -> None:
    at = NOW + timedelta(hours=1)
    with pytest.raises(WrongPassphraseError):
        open_register(closed, PERSON, "gættet forkert", at)

    assert b"forkert" not in (closed / ATTEMPTS_FILE).read_bytes()
    again = open_register(closed, PERSON, PASSPHRASE, NOW)
    again.flush()

    opened, failed = again.trail(2)
    assert (opened.deed, failed.deed) == (Deed.OPENED, Deed.UNLOCK_FAILED)
    assert (failed.by, failed.at) == (PERSON, at)
    assert not (closed / ATTEMPTS_FILE).exists()
    assert again.check_trail() == ()
    again.close()


def test_a_recovery_key_of_another_register_is_a_failed_unlock(
    closed: Path, tmp_path: Path
) -> None:
    other, key_of_other = create_register(tmp_path / "andet", PERSON, PASSPHRASE, NOW, CHEAP)
    other.close()
    with pytest.raises(WrongRecoveryKeyError):
        open_with_recovery_key(closed, key_of_other, NOW)

    again = open_register(closed, PERSON, PASSPHRASE, NOW)
    again.flush()

    failed = again.trail(2)[1]
    assert (failed.deed, failed.by) == (Deed.UNLOCK_FAILED, "")
    again.close()


def test_a_name_nobody_has_is_no_failed_unlock(closed: Path) -> None:
    with pytest.raises(UnknownPersonError):
        open_register(closed, "måske en adgangssætning", PASSPHRASE, NOW)

    assert not (closed / ATTEMPTS_FILE).exists()


def test_a_check_that_fails_is_a_failed_unlock_too(register: Register, folder: Path) -> None:
    with pytest.raises(WrongPassphraseError):
        check_credential(folder, ByPassphrase(PERSON, "forkert"), NOW)

    check_credential(folder, ByPassphrase(PERSON, PASSPHRASE), NOW)
    assert len((folder / ATTEMPTS_FILE).read_bytes().split()) == 3


def test_attempts_that_could_not_be_emptied_are_not_taken_twice(closed: Path) -> None:
    note_attempt(closed, PERSON, NOW)
    note_attempt(closed, PERSON, NOW + timedelta(seconds=1))
    left = (closed / ATTEMPTS_FILE).read_bytes()

    once = failed_unlocks(closed)
    (closed / ATTEMPTS_FILE).write_bytes(left)

    assert once == failed_unlocks(closed) == 2


def test_whoever_keeps_guessing_does_not_fill_the_disk(closed: Path) -> None:
    note_attempt(closed, PERSON, NOW)
    line = (closed / ATTEMPTS_FILE).read_bytes()
    with (closed / ATTEMPTS_FILE).open("ab") as file:
        file.write(line * (MOST_BYTES // len(line) - 2))

    for second in range(1, 10):
        note_attempt(closed, PERSON, NOW + timedelta(seconds=second))

    assert (closed / ATTEMPTS_FILE).stat().st_size <= MOST_BYTES
    assert failed_unlocks(closed) == 2


def test_lines_that_say_nothing_keep_nobody_out(closed: Path) -> None:
    note_attempt(closed, PERSON, NOW)
    junk = [
        b"\xff\xfe",
        b"[",
        b"7",
        b'["i dag", "x"]',
        b'["2026-03-02T09:30:00", "x"]',
        b"[" * 9999,
    ]
    with (closed / ATTEMPTS_FILE).open("ab") as file:
        file.write(b"\n".join([*junk, f'["{moment_text(NOW)}", "\\ud800"]'.encode()]))
    note_attempt(closed, PERSON, NOW + timedelta(seconds=1))

    assert failed_unlocks(closed) == 2


def test_an_attempt_that_cannot_be_noted_is_refused_all_the_same(closed: Path) -> None:
    (closed / ATTEMPTS_FILE).mkdir()

    with pytest.raises(WrongPassphraseError):
        open_register(closed, PERSON, "forkert", NOW)

    assert failed_unlocks(closed) == 0
