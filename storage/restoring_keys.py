"""The keys it takes to put a backup back: that of the register, and that of the backup."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from storage.backup_errors import BackupOfAnotherRegisterError, CopyDamagedError
from storage.backup_reading import salt_of_backup
from storage.credentials import Credential
from storage.errors import (
    KeyFileDamagedError,
    KeyFileMissingError,
    KeyOfAnotherRegisterError,
)
from storage.file_names import REGISTER_FILE
from storage.key_file import file_salt_in, read_key_file
from storage.key_rings import settled
from storage.key_slots import KeyFile
from storage.keys import key_of, older_key, unlocked_slot
from storage.unlocking import check_credential


@dataclass(frozen=True, slots=True)
class KeysToRestore:
    """A key file with the key that the restored register is to have, and the key of the backup.

    `are_of_backup` says that the key file is the backup's own, for want of another.
    """

    key_file: KeyFile
    present: bytes = field(repr=False)
    of_backup: bytes = field(repr=False)
    are_of_backup: bool


def keys_to_restore(folder: Path, backup: Path, who: Credential, now: datetime) -> KeysToRestore:
    """Return the keys that *who* gets at: from the key file in *folder*, else from the *backup*'s.

    Raises what keeps *who* from unlocking, BackupOfAnotherRegisterError, NoSuchBackupError or
    CopyDamagedError.
    """
    backup_salt = salt_of_backup(backup / REGISTER_FILE)
    try:
        key_file = check_credential(folder, who, now)
    except (KeyFileMissingError, KeyFileDamagedError):
        key_file, key = _opened(read_key_file(backup), backup_salt, who)
        return KeysToRestore(key_file, key, key, are_of_backup=True)
    settled_file, key = _opened(key_file, file_salt_in(folder, key_file), who)
    of_backup = older_key(settled_file, key, backup_salt)
    if of_backup is None:
        of_backup = _key_by_own_file(backup, backup_salt, who, key_file.register_id)
    return KeysToRestore(settled_file, key, of_backup, are_of_backup=False)


def _opened(key_file: KeyFile, file_salt: bytes, who: Credential) -> tuple[KeyFile, bytes]:
    """Return the part of *key_file* that belongs to one register file, and the key in it."""
    ring = key_file.ring_of(file_salt) or key_file.current
    key = unlocked_slot(key_file, ring, who).key
    return settled(key_file, bytes.fromhex(ring.file_salt), key), key


def _key_by_own_file(backup: Path, salt: bytes, who: Credential, register_id: str) -> bytes:
    own = read_key_file(backup)
    if own.register_id != register_id:
        raise BackupOfAnotherRegisterError
    try:
        return key_of(own, salt, who)
    except KeyOfAnotherRegisterError as error:
        # They were put there together, so it is the file whose beginning is no longer the same.
        raise CopyDamagedError from error
