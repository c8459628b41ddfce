import sqlite3  # noqa: TID251 - an unencrypted file is what must be refused
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.backup_errors import BackupNotWholeError, BackupPlaceMissingError, CopyDamagedError
from storage.backups import (
    Reason,
    backup_before_migration,
    backup_of_closed,
    backups_in,
)
from storage.connection import salt_of
from storage.contents import contents_of
from storage.copies import check_copy, copy_file, rekeyed_copy
from storage.errors import RegisterTooNewError
from storage.file_names import BACKUP_FOLDER, REGISTER_FILE
from storage.keys import new_key
from storage.register import Register
from tests.storage.samples import CANARY, NOW, a_draft, a_row, as_signed, behind_the_back, key_of


@pytest.fixture
def closed(folder: Path, register: Register) -> Path:
    """The file of a closed register with a signed entry and a draft."""
    register.sign(as_signed(a_draft(1, CANARY)), a_row())
    register.save_draft(a_draft(2), a_row())
    register.close()
    return folder / REGISTER_FILE


def test_a_copy_holds_what_the_original_holds(folder: Path, tmp_path: Path, closed: Path) -> None:
    copy_file(closed, tmp_path / "kopi")

    held = check_copy(tmp_path / "kopi", key_of(folder))

    original = behind_the_back(folder)
    assert held == contents_of(original)
    original.close()
    assert (held.cases, held.entries, held.drafts) == (1, 2, 1)
    assert held.last_change is not None


def test_a_copy_is_private_and_takes_no_file_s_place(tmp_path: Path, closed: Path) -> None:
    copy_file(closed, tmp_path / "kopi")

    assert (tmp_path / "kopi").stat().st_mode & 0o077 == 0
    with pytest.raises(FileExistsError):
        copy_file(closed, tmp_path / "kopi")


def test_checking_a_copy_leaves_nothing_beside_it(
    folder: Path, tmp_path: Path, closed: Path
) -> None:
    place = tmp_path / "skrivebeskyttet"
    place.mkdir()
    copy_file(closed, place / "kopi")
    place.chmod(0o500)

    check_copy(place / "kopi", key_of(folder))

    assert {path.name for path in place.iterdir()} == {"kopi"}
    place.chmod(0o700)


def damages(content: bytes) -> Iterator[bytes]:
    for place in (0, 16, 4000, 4096, 8192 - 40, len(content) // 2, len(content) - 1):
        yield content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]
    for length in (0, 15, 4096, len(content) // 2, len(content) - 4096, len(content) - 1):
        yield content[:length]


def test_every_damage_to_a_copy_is_found(folder: Path, tmp_path: Path, closed: Path) -> None:
    key, copy = key_of(folder), tmp_path / "kopi"
    for damaged in damages(closed.read_bytes()):
        copy.write_bytes(damaged)

        with pytest.raises(CopyDamagedError):
            check_copy(copy, key)


def test_an_unencrypted_file_is_no_copy(folder: Path, tmp_path: Path, closed: Path) -> None:
    plain = sqlite3.connect(tmp_path / "kopi")
    plain.execute("CREATE TABLE entry (id TEXT)")
    plain.close()

    for path in (tmp_path / "kopi", tmp_path / "findes ikke"):
        with pytest.raises(CopyDamagedError):
            check_copy(path, key_of(folder))
    assert not (tmp_path / "findes ikke").exists()


def test_a_copy_from_a_newer_program_is_not_guessed_at(folder: Path, closed: Path) -> None:
    connection = behind_the_back(folder)
    connection.execute("PRAGMA user_version = 99")
    connection.close()

    with pytest.raises(RegisterTooNewError):
        check_copy(closed, key_of(folder))


def test_a_rekeyed_copy_opens_with_the_new_key_alone(
    folder: Path, tmp_path: Path, closed: Path
) -> None:
    key, other, target = key_of(folder), new_key(), tmp_path / "ny"
    target.write_bytes(b"left by an earlier attempt")

    held = rekeyed_copy(closed, key, target, other)

    assert held == check_copy(closed, key) == check_copy(target, other)
    assert salt_of(target) != salt_of(closed)
    with pytest.raises(CopyDamagedError):
        check_copy(target, key)
    assert {path.name for path in tmp_path.iterdir()} == {"kartotek", "ny"}


def test_a_damaged_register_leaves_no_rekeyed_copy(
    folder: Path, tmp_path: Path, closed: Path
) -> None:
    key = key_of(folder)
    content = bytearray(closed.read_bytes())
    # All but the first page: an empty index would be made anew, whatever became of its page.
    content[4096:] = bytes(len(content) - 4096)
    closed.write_bytes(content)

    with pytest.raises(Exception, match="beskadiget"):
        rekeyed_copy(closed, key, tmp_path / "ny", new_key())

    assert {path.name for path in tmp_path.iterdir()} == {"kartotek"}


def test_a_closed_register_is_backed_up_with_what_lay_in_its_wal(
    folder: Path, register: Register
) -> None:
    register.sign(as_signed(a_draft(1)), a_row())
    names = (REGISTER_FILE, f"{REGISTER_FILE}-wal")
    as_killed = {name: (folder / name).read_bytes() for name in names}
    register.close()
    for name, content in as_killed.items():
        (folder / name).write_bytes(content)

    backup = backup_of_closed(folder, key_of(folder), Reason.BEFORE_NEW_KEY, NOW)

    assert check_copy(backup.register, key_of(folder)).entries == 1
    assert backups_in(folder) == (backup,) == backups_in(backup.folder)
    assert backups_in(folder / BACKUP_FOLDER) == (backup,)


def test_a_damaged_register_is_not_backed_up(folder: Path, closed: Path) -> None:
    key = key_of(folder)
    content = bytearray(closed.read_bytes())
    content[-1] ^= 1
    closed.write_bytes(content)

    with pytest.raises(BackupNotWholeError):
        backup_of_closed(folder, key, Reason.BEFORE_NEW_KEY, NOW)

    assert backups_in(folder) == ()


def test_an_upgrade_that_fails_each_day_is_backed_up_once(folder: Path, closed: Path) -> None:
    key = key_of(folder)

    first = backup_before_migration(folder, key, NOW)
    again = backup_before_migration(folder, key, NOW)

    assert first == again
    assert backups_in(folder) == (first,)


def test_two_backups_of_one_second_have_two_names(folder: Path, closed: Path) -> None:
    made = [backup_of_closed(folder, key_of(folder), Reason.MANUAL, NOW) for _ in range(2)]

    assert len(set(made)) == 2
    assert set(backups_in(folder)) == set(made)


def test_only_what_is_named_as_a_backup_is_one(tmp_path: Path) -> None:
    for name in ("2026-13-01T000000Z-manuel", "2026-01-01T000000Z-ukendt", "manuel"):
        (tmp_path / name).mkdir()
        (tmp_path / name / REGISTER_FILE).write_bytes(b"")
    (tmp_path / "2026-01-01T000000Z-manuel").mkdir()

    assert backups_in(tmp_path) == ()
    with pytest.raises(BackupPlaceMissingError):
        backups_in(tmp_path / "findes ikke")
