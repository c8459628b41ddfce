"""Unlocking the key of the register that lies in a folder, and why it may not fit."""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final

from storage.access_errors import OlderRegisterInPlaceError
from storage.attempts import note_attempt
from storage.connection import Connection, connect, named_errors, salt_of
from storage.credentials import ByPassphrase, Credential
from storage.errors import (
    KeyFileDamagedError,
    KeyOfAnotherRegisterError,
    NotARegisterError,
    RegisterDamagedError,
    RegisterError,
    UnknownPersonError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from storage.file_names import REGISTER_FILE
from storage.key_file import file_salt_in, fitting_key_files
from storage.key_rings import refreshed
from storage.key_slots import KeyFile
from storage.keys import UnlockedSlot, is_sealed, unlocked_slot

# Of the first page's byte values an encrypted one lacks next to none, a text or a picture many.
_FIRST_PAGE: Final = 4096
_SURELY_ENCRYPTED: Final = 200
# So many bytes of the salt may differ for the file still to be the same, damaged one.
_DAMAGED_SALT: Final = 4

_REFUSALS: Final = (
    KeyFileDamagedError,
    UnknownPersonError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)


@dataclass(frozen=True, slots=True)
class Unlocked:
    """The key of the register in a folder, and who got at it with what."""

    path: Path
    key_file: KeyFile
    file_salt: bytes
    slot: UnlockedSlot
    credential: Credential = field(repr=False)

    @property
    def key(self) -> bytes:
        """The register's key."""
        return self.slot.key

    @property
    def name(self) -> str:
        """Who it is, empty for who has a sheet."""
        return self.slot.slot.name

    def refreshed_keys(self) -> KeyFile:
        """Return the key file as this unlocking leaves it, the same when nothing is new."""
        return refreshed(self.key_file, self.file_salt, self.slot, self.credential)

    def connect(self) -> Connection:
        """Return a connection with the key, which is known to be the file's own.

        Raises RegisterDamagedError, KeyOfAnotherRegisterError or NotARegisterError.
        """
        try:
            return connect(self.path, self.key)
        except RegisterDamagedError as error:
            raise _why_it_does_not_open(self.path, (self.key_file,)) from error


def unlock(folder: Path, credential: Credential, now: datetime) -> Unlocked:
    """Return the key of the register in *folder*, whose lock is held.

    A wrong passphrase or recovery key is noted for the trail. Raises as `key_of` does, or a named
    error that says what is wrong with the files.
    """
    path = folder / REGISTER_FILE
    file_salt, key_files = salt_of(path), fitting_key_files(folder)
    if key_files[0].ring_of(file_salt) is None:
        raise _why_it_does_not_open(path, key_files)
    key_file, slot = _unlocked_or_noted(folder, key_files, file_salt, credential, now)
    return Unlocked(path, key_file, file_salt, slot, credential)


def check_credential(folder: Path, credential: Credential, now: datetime) -> KeyFile:
    """Return the key file by which *credential* opens the register in *folder*, open or not.

    Raises as `unlock` does, and notes as much.
    """
    key_files = fitting_key_files(folder)
    file_salt = file_salt_in(folder, *key_files)
    key_file, _ = _unlocked_or_noted(folder, key_files, file_salt, credential, now)
    return key_file


def _unlocked_or_noted(
    folder: Path,
    key_files: tuple[KeyFile, ...],
    file_salt: bytes,
    credential: Credential,
    now: datetime,
) -> tuple[KeyFile, UnlockedSlot]:
    try:
        return _unlocked_by_one(key_files, file_salt, credential)
    except (WrongPassphraseError, WrongRecoveryKeyError):
        name = credential.person if isinstance(credential, ByPassphrase) else ""
        note_attempt(folder, name, now)
        raise


def _unlocked_by_one(
    key_files: tuple[KeyFile, ...], file_salt: bytes, credential: Credential
) -> tuple[KeyFile, UnlockedSlot]:
    """Return the slot that *credential* opens in the newest of *key_files*.

    An older one counts only when its key says that somebody without it has made the newest up: a
    passphrase that was changed opens nothing any more.
    """
    newest, *older = key_files
    try:
        return newest, _slot_in(newest, file_salt, credential)
    except _REFUSALS:
        for key_file in older:
            with suppress(*_REFUSALS):
                slot = _slot_in(key_file, file_salt, credential)
                if not _follows(newest, key_file, file_salt, slot.key):
                    return key_file, slot
        raise


def _slot_in(key_file: KeyFile, file_salt: bytes, credential: Credential) -> UnlockedSlot:
    return unlocked_slot(key_file, key_file.ring_of(file_salt) or key_file.current, credential)


def _follows(newest: KeyFile, older: KeyFile, file_salt: bytes, key: bytes) -> bool:
    """Whether who made *newest* from *older* had the *key*; the format is never an earlier one."""
    ring = newest.ring_of(file_salt) or newest.current
    return newest.version >= older.version and is_sealed(newest, ring, key)


def _why_it_does_not_open(path: Path, key_files: tuple[KeyFile, ...]) -> RegisterError:
    salt = salt_of(path)
    if any(key_file.ring_with_former(salt) for key_file in key_files):
        return OlderRegisterInPlaceError()
    salts = (ring.file_salt for key_file in key_files for ring in key_file.rings)
    if any(_is_nearly(salt, bytes.fromhex(expected)) for expected in salts):
        return RegisterDamagedError()
    with named_errors(path), path.open("rb") as file:
        first_page = file.read(_FIRST_PAGE)
    looks_encrypted = len(first_page) == _FIRST_PAGE and len(set(first_page)) > _SURELY_ENCRYPTED
    return KeyOfAnotherRegisterError() if looks_encrypted else NotARegisterError()


def _is_nearly(salt: bytes, expected: bytes) -> bool:
    return sum(one != other for one, other in zip(salt, expected, strict=True)) <= _DAMAGED_SALT
