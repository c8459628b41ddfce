"""Backups: folders that each hold a register and its key file as they were at one moment."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from storage.backup_errors import (
    BackupError,
    BackupNotWholeError,
    BackupPlaceMissingError,
    CopyDamagedError,
    NoSuchBackupError,
    backup_errors,
)
from storage.backup_folders import Label, label_of, put_folder, require_room
from storage.connection import named_errors
from storage.contents import Contents
from storage.copies import check_copy, copy_file, empty_wal_of
from storage.file_names import BACKUP_FOLDER, REGISTER_FILE
from storage.key_file import read_key_file
from storage.key_format import encoded
from storage.key_slots import KeyFile


class Reason(StrEnum):
    """Why a backup was made; stands in the name of its folder.

    REPLACED is what a restored backup took the place of, well or damaged.
    """

    AUTOMATIC = "automatisk"
    MANUAL = "manuel"
    BEFORE_UPGRADE = "foer-opgradering"
    BEFORE_RESTORE = "foer-gendannelse"
    BEFORE_NEW_KEY = "foer-ny-noegle"
    BEFORE_ERASING = "foer-sletning"
    BEFORE_IMPORT = "foer-import"
    REPLACED = "erstattet"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup's own folder, when it was made (UTC), and why."""

    folder: Path
    made: datetime
    reason: Reason

    @property
    def register(self) -> Path:
        """The encrypted file in it."""
        return self.folder / REGISTER_FILE


def backup_at(folder: Path) -> Backup | None:
    """Return *folder* as a backup, None when its name or its files say that it is none."""
    label = label_of(folder)
    if label is None or label.reason not in set(Reason):
        return None
    return Backup(folder, label.made, Reason(label.reason))


def backups_in(place: Path) -> tuple[Backup, ...]:
    """Return the backups in *place*, in its folder for backups, or that it is one; newest first.

    No key is needed. Raises BackupPlaceMissingError when *place* is not there or not readable.
    """
    own = place / BACKUP_FOLDER
    try:
        folders = (place, *place.iterdir(), *(own.iterdir() if own.is_dir() else ()))
        found = {backup for folder in folders if (backup := backup_at(folder)) is not None}
    except OSError as error:
        raise BackupPlaceMissingError from error
    return tuple(sorted(found, key=_by_time, reverse=True))


def put_backup(
    place: Path, label: Label, key_file: bytes, fill: Callable[[Path], object]
) -> Backup:
    """Make a backup in the folder for backups in *place*, as `put_folder` does.

    Raises BackupNotWholeError when *fill* finds that it is damaged.
    """
    try:
        made = backup_at(put_folder(place / BACKUP_FOLDER, label, key_file, fill))
    except CopyDamagedError as error:
        raise BackupNotWholeError from error
    if made is None:
        raise NoSuchBackupError
    return made


def backup_of_closed(folder: Path, key: bytes, reason: Reason, now: datetime) -> Backup:
    """Make a checked backup of the register in *folder*, whose lock is held by the caller.

    No connection to the register may be open in this process: reading the file would drop its
    locks. Raises BackupNotWholeError or RegisterDamagedError when the register is damaged, or a
    BackupError of the disk; then there is no backup.
    """
    return backup_of_files(folder, read_key_file(folder), key, Label(now, reason))


def backup_of_files(folder: Path, key_file: KeyFile, key: bytes, label: Label) -> Backup:
    """As `backup_of_closed`, with a *key_file* that need not be the one in *folder*."""
    register = folder / REGISTER_FILE

    def fill(target: Path) -> None:
        copy_file(register, target)
        check_copy(target, key)

    with backup_errors(), named_errors(register):
        empty_wal_of(register, key)
        require_room(folder, register.stat().st_size)
    return put_backup(folder, label, encoded(key_file), fill)


def backup_before_migration(folder: Path, key: bytes, now: datetime) -> Backup:
    """Return a backup of the register in *folder* as it is now, made unless there is one already.

    As `backup_of_closed`. An upgrade that fails day after day thus fills no disk with the same.
    """
    with backup_errors():
        empty_wal_of(folder / REGISTER_FILE, key)
    present = check_copy(folder / REGISTER_FILE, key)
    for backup in backups_in(folder):
        if backup.reason is Reason.BEFORE_UPGRADE and _holds(backup, key, present):
            return backup
    return backup_of_closed(folder, key, Reason.BEFORE_UPGRADE, now)


def _holds(backup: Backup, key: bytes, expected: Contents) -> bool:
    try:
        return check_copy(backup.register, key) == expected
    except BackupError:
        return False


def _by_time(backup: Backup) -> tuple[datetime, str]:
    return backup.made, backup.folder.name
