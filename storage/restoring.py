"""Putting a backup in the place of a register: the old one stays until the new one is whole."""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from storage.backup_errors import (
    BackupDiskTroubleError,
    CopyDamagedError,
    NoRoomForBackupError,
    NoSuchBackupError,
    restore_errors,
)
from storage.backup_folders import Label, require_room
from storage.backup_places import read_plan, write_plan
from storage.backups import Backup, Reason, backup_of_files
from storage.connection import Connection, connect, named_errors, salt_of
from storage.copies import check_copy, copy_with_wal, rekeyed_copy, remove_file, remove_wal
from storage.credentials import ByPassphrase, Credential
from storage.durable_file import make_private_folder, sync_folder
from storage.erased import erased_marks
from storage.errors import (
    NotARegisterError,
    RegisterDamagedError,
    RegisterError,
    RegisterVanishedError,
)
from storage.file_names import REGISTER_FILE, REKEYED_RESTORED, RESTORED_REGISTER, WITNESS_FILE
from storage.key_file import write_key_file
from storage.key_rings import settled, with_next
from storage.key_slots import KeyFile
from storage.lock_file import take_lock
from storage.migrate import version_of
from storage.purging import Purge, purge_copy
from storage.records import Deed
from storage.replaced import keep_replaced
from storage.restoring_keys import KeysToRestore, keys_to_restore
from storage.slot_trial import require_opens
from storage.trail import Step

# A disk that does not give back what is on it says so in many ways; there was room before.
_NOT_WELL: Final = (
    BackupDiskTroubleError,
    CopyDamagedError,
    NoRoomForBackupError,
    NotARegisterError,
    RegisterDamagedError,
    RegisterVanishedError,
)


@dataclass(frozen=True, slots=True)
class Restored:
    """What was there before is kept in the folder `kept`, None if there was nothing.

    `may_hold_erased` says that nobody can tell which citizens were erased since the backup was
    made, so that they may be back.
    """

    kept: Path | None
    may_hold_erased: bool


@dataclass(frozen=True, slots=True)
class _Asked:
    """What to put where, and who asks for it."""

    folder: Path
    backup: Path
    who: Credential
    now: datetime

    @property
    def register(self) -> Path:
        return self.folder / REGISTER_FILE

    @property
    def source(self) -> Path:
        return self.backup / REGISTER_FILE

    @property
    def by(self) -> str:
        return self.who.person if isinstance(self.who, ByPassphrase) else ""


def check_can_restore(folder: Path, backup_folder: Path, who: Credential, now: datetime) -> None:
    """Return when *who* has the keys that `restore` needs; raises as that does, and notes as much.

    Changes nothing, and does not look for other damage.
    """
    with restore_errors():
        keys_to_restore(folder, backup_folder, who, now)


def restore(folder: Path, backup_folder: Path, who: Credential, now: datetime) -> Restored:
    """Put the register in *backup_folder* in the place of the one in *folder*, which is closed.

    *who* opens the present key file, or the backup's own where there is none. People, passphrases
    and the newest key stay as they are, and who was erased since stays erased. A present register
    that is well is backed up first, any other kept as it is, and backups are thinned no more until
    somebody says so.

    Raises CopyDamagedError, NoSuchBackupError, BackupOfAnotherRegisterError, RegisterInUseError,
    what keeps *who* from unlocking, or a BackupError of the disk; then the old register is in its
    place.
    """
    asked = _Asked(folder, backup_folder, who, now)
    with restore_errors():
        if not asked.source.is_file() or folder.resolve() == backup_folder.resolve():
            raise NoSuchBackupError
        make_private_folder(folder)
        lock = take_lock(folder, now)
        try:
            return _restore(asked)
        finally:
            for name in (RESTORED_REGISTER, REKEYED_RESTORED):
                with suppress(OSError):
                    remove_file(folder / name)
            lock.release()


def _restore(asked: _Asked) -> Restored:
    keys = keys_to_restore(asked.folder, asked.backup, asked.who, asked.now)
    check_copy(asked.source, keys.of_backup)
    require_room(asked.folder, _room_for(asked, keys))
    before = _backup_of_present(asked, keys)
    marks = _erased_here(asked.register, keys.present)
    fresh = _fresh_register(asked, keys, marks or frozenset())
    kept = before.folder if before else None
    if before is None or keys.are_of_backup:
        kept = keep_replaced(asked.folder, asked.now)
    _put_in_place(asked, keys, fresh)
    return Restored(kept, may_hold_erased=marks is None)


def _room_for(asked: _Asked, keys: KeysToRestore) -> int:
    """Return how many bytes are needed beside the old register, which is kept first."""
    present = asked.register.stat().st_size if asked.register.exists() else 0
    # A copy, what stands in its WAL when it is written anew, and another under the present key.
    copies = 2 if keys.of_backup == keys.present else 3
    return present + copies * asked.source.stat().st_size


def _backup_of_present(asked: _Asked, keys: KeysToRestore) -> Backup | None:
    """Return a backup of the present register, None when that is not well enough for one."""
    if not asked.register.exists():
        return None
    label = Label(asked.now, Reason.BEFORE_RESTORE)
    try:
        return backup_of_files(asked.folder, keys.key_file, keys.present, label)
    except _NOT_WELL:
        return None


def _erased_here(register: Path, key: bytes) -> frozenset[str] | None:
    """Return the marks of all that was erased from the present register, None if unreadable."""
    try:
        salt_of(register)
        connection = connect(register, key, only_reading=True)
        try:
            with named_errors(register):
                return _marks(connection)
        finally:
            connection.close()
    except RegisterError:
        return None


def _marks(connection: Connection) -> frozenset[str]:
    # The first version could not erase.
    return frozenset() if version_of(connection) == 1 else erased_marks(connection)


def _fresh_register(asked: _Asked, keys: KeysToRestore, marks: frozenset[str]) -> Path:
    """Return the file that is to be the register: whole, on the disk, under the present key."""
    copy, rekeyed = asked.folder / RESTORED_REGISTER, asked.folder / REKEYED_RESTORED
    remove_file(copy)
    copy_with_wal(asked.source, copy)
    erasing = Step(asked.now, asked.by, Deed.ERASED)
    purge_copy(copy, keys.of_backup, Purge(marks, erasing, (replace(erasing, deed=Deed.RESTORED),)))
    check_copy(copy, keys.of_backup)
    if keys.of_backup == keys.present:
        return copy
    rekeyed_copy(copy, keys.of_backup, rekeyed, keys.present)
    return rekeyed


def _put_in_place(asked: _Asked, keys: KeysToRestore, fresh: Path) -> None:
    """Give *fresh* the register's name; a key file that opens the one and the other comes first."""
    file_salt = salt_of(fresh)
    opening = _key_file_for(keys, file_salt)
    require_opens(fresh, file_salt, opening, asked.who)
    plan = read_plan(asked.folder)
    if not plan.is_unreadable:
        write_plan(asked.folder, replace(plan, paused=asked.now))
    if opening is not keys.key_file or keys.are_of_backup:
        write_key_file(asked.folder, opening)
    # What was written to the old file last, and what the witness saw of it, is not of the new one.
    # Were they removed after it has its name, who opens it after a power cut between the two would
    # be told that it has lost its end. The old file without a witness raises no false alarm.
    (asked.folder / WITNESS_FILE).unlink(missing_ok=True)
    remove_wal(asked.register)
    sync_folder(asked.folder)
    fresh.replace(asked.register)
    # Where the disk takes no more, either file may be there after a power cut, and either opens.
    with suppress(OSError):
        sync_folder(asked.folder)
        if opening.next is not None:
            write_key_file(asked.folder, settled(opening, file_salt, keys.present))


def _key_file_for(keys: KeysToRestore, file_salt: bytes) -> KeyFile:
    if keys.key_file.ring_of(file_salt) is not None:
        return keys.key_file
    return with_next(keys.key_file, keys.present, file_salt, keys.present)
