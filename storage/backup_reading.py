"""Looking into a backup: its key, a connection to it, and what it lacks."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from storage.backup_errors import BackupKeyUnknownError, CopyDamagedError, NoSuchBackupError
from storage.backups import Backup
from storage.connection import Connection, connect_to_copy, salt_of, sound_reading
from storage.errors import (
    KeyFileDamagedError,
    KeyFileMissingError,
    NotARegisterError,
    RegisterDamagedError,
    RegisterMissingError,
    RegisterVanishedError,
)
from storage.key_file import read_key_file
from storage.keys import older_key


@dataclass(frozen=True, slots=True)
class Loss:
    """How much of the register is not in a backup made at `since`, or has been changed since then.

    `citizens` are those that any of the `entries` and `documents` are about.
    """

    citizens: int
    entries: int
    documents: int
    since: datetime


@contextmanager
def reading(backup: Backup, folder: Path, key: bytes) -> Generator[Connection]:
    """Lend a connection to *backup* of the register in *folder* that has *key* now.

    Raises NoSuchBackupError, BackupKeyUnknownError, CopyDamagedError, or a named error of the disk.
    """
    try:
        connection = connect_to_copy(backup.register, key_of_backup(backup, folder, key))
        try:
            with sound_reading(backup.register, connection):
                yield connection
        finally:
            connection.close()
    except (RegisterDamagedError, RegisterVanishedError) as error:
        raise CopyDamagedError from error


def key_of_backup(backup: Backup, folder: Path, key: bytes) -> bytes:
    """Return the key that *backup* was made under; raises as `reading` does."""
    salt = salt_of_backup(backup.register)
    try:
        found = older_key(read_key_file(folder), key, salt)
    except (KeyFileMissingError, KeyFileDamagedError) as error:
        raise BackupKeyUnknownError from error
    if found is None:
        raise BackupKeyUnknownError
    return found


def salt_of_backup(register: Path) -> bytes:
    """Return what the backed-up file at *register* begins with, by which its key is known.

    Raises NoSuchBackupError or CopyDamagedError.
    """
    try:
        return salt_of(register)
    except RegisterMissingError as error:
        raise NoSuchBackupError from error
    except (NotARegisterError, RegisterDamagedError) as error:
        raise CopyDamagedError from error


def loss_between(now: Connection, then: Connection, since: datetime) -> Loss:
    """Return what *now* holds that *then*, a backup made at *since*, does not."""
    entries = _lacking(now, then, "SELECT case_id, id, changed, state FROM entry")
    documents = _lacking(now, then, "SELECT case_id, id FROM document")
    citizens = {row[0] for row in entries | documents}
    return Loss(len(citizens), len(entries), len(documents), since)


def _lacking(now: Connection, then: Connection, query: str) -> set[tuple[str, ...]]:
    return set(now.execute(query).fetchall()) - set(then.execute(query).fetchall())
