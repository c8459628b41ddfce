import errno
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from storage.backup_errors import (
    BackupOfAnotherRegisterError,
    CopyDamagedError,
    NoSuchBackupError,
)
from storage.backup_places import read_plan
from storage.backups import Backup, Reason, backup_at, backups_in
from storage.copies import copy_file
from storage.credentials import ByPassphrase, ByRecoveryKey
from storage.errors import (
    DiskFullError,
    RegisterInUseError,
    UnknownPersonError,
    WrongPassphraseError,
)
from storage.file_names import (
    BACKUP_PLAN,
    KEY_FILE,
    KEY_FILE_COPY,
    REGISTER_FILE,
    RESTORED_REGISTER,
)
from storage.key_file import read_key_file
from storage.records import Deed
from storage.register import (
    Register,
    create_register,
    open_register,
    open_with_recovery_key,
)
from storage.rekeying import remove_person
from storage.restoring import check_can_restore, restore
from tests.storage.samples import (
    CHEAP,
    NOW,
    PASSPHRASE,
    PERSON,
    a_draft,
    a_row,
    an_id,
    as_signed,
)

LATER = NOW + timedelta(hours=1)
TODAY = NOW + timedelta(days=1)
WHO = ByPassphrase(PERSON, PASSPHRASE)
OTHER = "Anden Prøve"
NEW_PASSPHRASE = "grønne pærer i en gammel spand"  # noqa: S105 - opens nothing but files of tests


@pytest.fixture
def backup(register: Register) -> Backup:
    """A backup with one signed entry, of a register that then got another, and was closed."""
    register.access.add_person(OTHER, PASSPHRASE, PERSON, NOW, CHEAP)
    register.sign(as_signed(a_draft(1)), a_row())
    (made,) = register.backups.make(Reason.MANUAL, NOW)
    register.sign(as_signed(a_draft(2)), a_row())
    register.close()
    return made


def test_who_can_restore_is_known_before_anything_is_done(
    tmp_path: Path, folder: Path, backup: Backup
) -> None:
    empty = tmp_path / "ny"
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("kartotek.*")}

    for target in (folder, empty):
        check_can_restore(target, backup.folder, WHO, LATER)
        with pytest.raises(WrongPassphraseError):
            check_can_restore(target, backup.folder, ByPassphrase(PERSON, "forkert"), LATER)

    assert not empty.exists()
    assert {path: path.stat().st_mtime_ns for path in before} == before


def entries_in(folder: Path, passphrase: str = PASSPHRASE) -> int:
    register = open_register(folder, PERSON, passphrase, TODAY)
    try:
        assert register.check_trail() == ()
        assert register.opening_fault() is None
        return len(register.case_entries(an_id(900)))
    finally:
        register.close()


def with_register(folder: Path, act: Callable[[Register], object]) -> None:
    register = open_register(folder, PERSON, PASSPHRASE, LATER)
    act(register)
    register.close()


def test_a_restored_register_is_as_it_was_and_the_replaced_one_is_kept(
    folder: Path, backup: Backup
) -> None:
    restored = restore(folder, backup.folder, WHO, TODAY)

    assert entries_in(folder) == 1
    (before,) = [b for b in backups_in(folder) if b != backup]
    assert before.reason is Reason.BEFORE_RESTORE
    assert restored.kept == before.folder
    assert not restored.may_hold_erased
    assert not list(folder.glob(f"{RESTORED_REGISTER}*"))
    restore(folder, before.folder, WHO, TODAY)
    assert entries_in(folder) == 2


def test_restoring_is_in_the_trail_and_thinning_waits(folder: Path, backup: Backup) -> None:
    restore(folder, backup.folder, WHO, TODAY)

    register = open_register(folder, PERSON, PASSPHRASE, TODAY)
    (step,) = [row for row in register.trail(9) if row.deed is Deed.RESTORED]
    assert (step.by, step.at) == (PERSON, TODAY)
    assert register.backups.plan.paused == TODAY
    register.close()


def test_a_backup_is_restored_on_a_new_computer(tmp_path: Path, backup: Backup) -> None:
    restored = restore(tmp_path / "ny" / "mappe", backup.folder, WHO, TODAY)

    assert entries_in(tmp_path / "ny" / "mappe") == 1
    assert restored.kept is None
    assert restored.may_hold_erased


def test_a_backup_is_restored_with_the_recovery_key(tmp_path: Path) -> None:
    register, sheet = create_register(tmp_path / "a", PERSON, PASSPHRASE, NOW, CHEAP)
    (backup,) = register.backups.make(Reason.MANUAL, NOW)
    register.close()

    restore(tmp_path / "b", backup.folder, ByRecoveryKey(sheet), TODAY)

    open_with_recovery_key(tmp_path / "b", sheet, TODAY).close()


def test_a_lost_key_file_comes_from_the_backup(folder: Path, backup: Backup) -> None:
    (folder / KEY_FILE).unlink()
    (folder / KEY_FILE_COPY).write_bytes(b"{")

    restored = restore(folder, backup.folder, WHO, TODAY)

    assert entries_in(folder) == 1
    assert restored.kept is not None
    assert (restored.kept / KEY_FILE_COPY).read_bytes() == b"{"
    (before,) = [b for b in backups_in(folder) if b.reason is Reason.BEFORE_RESTORE]
    restore(folder, before.folder, WHO, TODAY)
    assert entries_in(folder) == 2


def test_a_damaged_register_is_replaced_and_kept(folder: Path, backup: Backup) -> None:
    content = bytearray((folder / REGISTER_FILE).read_bytes())
    content[5000:9000] = bytes(4000)
    (folder / REGISTER_FILE).write_bytes(content)

    restored = restore(folder, backup.folder, WHO, TODAY)

    assert entries_in(folder) == 1
    assert restored.kept is not None
    assert (restored.kept / REGISTER_FILE).read_bytes() == content
    assert not [b for b in backups_in(folder) if b.reason is Reason.BEFORE_RESTORE]


@pytest.mark.parametrize("content", [None, b"", b"SQLite format 3\x00" * 400, b"x" * 9000])
def test_a_register_that_is_none_any_more_is_replaced(
    folder: Path, backup: Backup, content: bytes | None
) -> None:
    (folder / REGISTER_FILE).unlink()
    if content is not None:
        (folder / REGISTER_FILE).write_bytes(content)

    restored = restore(folder, backup.folder, WHO, TODAY)

    assert entries_in(folder) == 1
    assert restored.may_hold_erased


@pytest.mark.parametrize("unreadable", [REGISTER_FILE, f"{REGISTER_FILE}-wal"])
def test_a_register_that_the_disk_does_not_give_back_is_replaced_and_kept(
    folder: Path, backup: Backup, monkeypatch: pytest.MonkeyPatch, unreadable: str
) -> None:
    content = (folder / REGISTER_FILE).read_bytes()
    (folder / f"{REGISTER_FILE}-wal").touch()

    def read(source: Path, target: Path) -> None:
        if source == folder / unreadable:
            raise OSError(errno.EIO, "a bad sector")
        copy_file(source, target)

    def empty(path: Path, _key: bytes) -> None:
        if unreadable != REGISTER_FILE and path == folder / REGISTER_FILE:
            # So SQLite says it, for it cannot tell a disk that gives nothing from one that is full.
            raise DiskFullError

    monkeypatch.setattr("storage.backups.copy_file", read)
    monkeypatch.setattr("storage.replaced.copy_file", read)
    monkeypatch.setattr("storage.backups.empty_wal_of", empty)

    restored = restore(folder, backup.folder, WHO, TODAY)

    assert entries_in(folder) == 1
    assert restored.kept is not None
    assert (restored.kept / REGISTER_FILE).read_bytes() == content
    assert backup_at(restored.kept) == Backup(restored.kept, TODAY, Reason.REPLACED)


def test_restoring_asks_for_no_more_room_than_it_takes(
    folder: Path, backup: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def ask(_place: Path, size: int) -> None:
        asked.append(size)

    monkeypatch.setattr("storage.restoring.require_room", ask)

    restore(folder, backup.folder, WHO, TODAY)

    held = backup.register.stat().st_size
    assert max(asked) <= 3 * held + 2 * 4096


def test_a_plan_that_cannot_be_read_is_left_and_goes_on_thinning_nothing(
    folder: Path, backup: Backup
) -> None:
    (folder / BACKUP_PLAN).write_bytes(b"{")

    restore(folder, backup.folder, WHO, TODAY)

    assert (folder / BACKUP_PLAN).read_bytes() == b"{"
    assert read_plan(folder).paused


def test_a_wal_of_the_replaced_register_never_meets_the_restored_one(
    folder: Path, backup: Backup
) -> None:
    register = open_register(folder, PERSON, PASSPHRASE, LATER)
    register.sign(as_signed(a_draft(3)), a_row())
    names = (REGISTER_FILE, f"{REGISTER_FILE}-wal", KEY_FILE)
    as_killed = {name: (folder / name).read_bytes() for name in names}
    register.close()
    for name, content in as_killed.items():
        (folder / name).write_bytes(content)
    assert len(as_killed[f"{REGISTER_FILE}-wal"]) > 0

    restore(folder, backup.folder, WHO, TODAY)

    assert entries_in(folder) == 1
    (before,) = [b for b in backups_in(folder) if b.reason is Reason.BEFORE_RESTORE]
    restore(folder, before.folder, WHO, TODAY)
    assert entries_in(folder) == 3


def test_a_damaged_backup_changes_nothing(folder: Path, backup: Backup) -> None:
    content = bytearray(backup.register.read_bytes())
    content[-50] ^= 1
    backup.register.write_bytes(content)
    before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}

    with pytest.raises(CopyDamagedError):
        restore(folder, backup.folder, WHO, TODAY)

    after = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    assert after == before
    assert backups_in(folder) == (backup,)


def test_what_is_no_backup_is_not_restored(tmp_path: Path, folder: Path, backup: Backup) -> None:
    for place in (tmp_path, folder, tmp_path / "findes ikke"):
        with pytest.raises(NoSuchBackupError):
            restore(folder, place, WHO, TODAY)

    assert entries_in(folder) == 2


def test_only_who_has_access_now_can_restore(folder: Path, backup: Backup) -> None:
    with_register(
        folder,
        lambda r: r.access.change_passphrase(PERSON, PASSPHRASE, NEW_PASSPHRASE, LATER, CHEAP),
    )

    with pytest.raises(WrongPassphraseError):
        restore(folder, backup.folder, WHO, TODAY)
    with pytest.raises(UnknownPersonError):
        restore(folder, backup.folder, ByPassphrase("Ingen", PASSPHRASE), TODAY)

    assert entries_in(folder, NEW_PASSPHRASE) == 2


def test_the_passphrase_of_today_stays_that_of_the_restored_register(
    folder: Path, backup: Backup
) -> None:
    with_register(
        folder,
        lambda r: r.access.change_passphrase(PERSON, PASSPHRASE, NEW_PASSPHRASE, LATER, CHEAP),
    )

    restore(folder, backup.folder, ByPassphrase(PERSON, NEW_PASSPHRASE), TODAY)

    assert entries_in(folder, NEW_PASSPHRASE) == 1


def test_a_backup_from_before_a_new_key_is_put_under_it(folder: Path, backup: Backup) -> None:
    remove_person(folder, WHO, OTHER, LATER)

    restore(folder, backup.folder, WHO, TODAY)

    assert entries_in(folder) == 1
    with pytest.raises(UnknownPersonError):
        open_register(folder, OTHER, PASSPHRASE, TODAY)
    assert read_key_file(folder).next is None
    assert (folder / REGISTER_FILE).read_bytes()[:16] != backup.register.read_bytes()[:16]


def test_backups_of_every_key_can_be_restored_one_after_the_other(
    folder: Path, backup: Backup
) -> None:
    remove_person(folder, WHO, OTHER, LATER)
    with_register(folder, lambda r: r.backups.make(Reason.MANUAL, LATER))
    newer = backups_in(folder)[0]

    for source, held in ((backup, 1), (newer, 2), (backup, 1), (newer, 2)):
        restore(folder, source.folder, WHO, TODAY)

        assert entries_in(folder) == held


def test_an_erased_citizen_does_not_come_back(folder: Path, backup: Backup) -> None:
    with_register(folder, lambda r: r.upkeep.erase(an_id(900), PERSON, LATER))

    restored = restore(folder, backup.folder, WHO, TODAY)

    assert not restored.may_hold_erased
    assert entries_in(folder) == 0


def test_a_backup_of_another_register_is_refused(
    tmp_path: Path, folder: Path, backup: Backup
) -> None:
    other, _ = create_register(tmp_path / "andet", PERSON, PASSPHRASE, NOW, CHEAP)
    (theirs,) = other.backups.make(Reason.MANUAL, NOW)
    other.close()

    with pytest.raises(BackupOfAnotherRegisterError):
        restore(folder, theirs.folder, WHO, TODAY)

    assert entries_in(folder) == 2


def test_an_open_register_is_not_replaced(folder: Path, backup: Backup) -> None:
    register = open_register(folder, PERSON, PASSPHRASE, LATER)

    with pytest.raises(RegisterInUseError):
        restore(folder, backup.folder, WHO, TODAY)

    register.close()


def test_a_backup_from_the_first_released_version_is_restored(tmp_path: Path) -> None:
    old = tmp_path / "2026-01-01T000000Z-manuel"
    shutil.copytree(Path(__file__).parent / "released" / "0.1.0", old)

    for _ in range(2):
        restore(tmp_path / "ny", old, WHO, TODAY)

    register = open_register(tmp_path / "ny", PERSON, PASSPHRASE, TODAY)
    assert len(register.citizens("", 9)) == 2
    assert register.check_trail() == ()
    assert {Deed.MIGRATED, Deed.RESTORED} <= {row.deed for row in register.trail(9)}
    register.close()
