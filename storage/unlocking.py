"""Unlocking the key of the register that lies in a folder, and why it may not fit."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final

from storage.access_errors import OlderRegisterInPlaceError
from storage.attempts import note_attempt
from storage.connection import Connection, connect, named_errors, salt_of
from storage.credentials import ByPassphrase, Credential
from storage.errors import (
    KeyOfAnotherRegisterError,
    NotARegisterError,
    RegisterDamagedError,
    RegisterError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from storage.file_names import REGISTER_FILE
from storage.key_file import file_salt_in, read_key_file
from storage.key_rings import refreshed
from storage.key_slots import KeyFile, KeyRing
from storage.keys import UnlockedSlot, unlocked_slot

# Of the first page's byte values an encrypted one lacks next to none, a text or a picture many.
_FIRST_PAGE: Final = 4096
_SURELY_ENCRYPTED: Final = 200
# So many bytes of the salt may differ for the file still to be the same, damaged one.
_DAMAGED_SALT: Final = 4


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
            raise _why_it_does_not_open(self.path, self.key_file) from error


def unlock(folder: Path, credential: Credential, now: datetime) -> Unlocked:
    """Return the key of the register in *folder*, whose lock is held.

    A wrong passphrase or recovery key is noted for the trail. Raises as `key_of` does, or a named
    error that says what is wrong with the files.
    """
    path = folder / REGISTER_FILE
    file_salt, key_file = salt_of(path), read_key_file(folder)
    ring = key_file.ring_of(file_salt)
    if ring is None:
        raise _why_it_does_not_open(path, key_file)
    slot = _unlocked_or_noted(folder, key_file, ring, credential, now)
    return Unlocked(path, key_file, file_salt, slot, credential)


def check_credential(folder: Path, credential: Credential, now: datetime) -> None:
    """Return when *credential* opens the register in *folder*, be it open already or not.

    Raises as `unlock` does, and notes as much.
    """
    key_file = read_key_file(folder)
    ring = key_file.ring_of(file_salt_in(folder, key_file)) or key_file.current
    _unlocked_or_noted(folder, key_file, ring, credential, now)


def _unlocked_or_noted(
    folder: Path, key_file: KeyFile, ring: KeyRing, credential: Credential, now: datetime
) -> UnlockedSlot:
    try:
        return unlocked_slot(key_file, ring, credential)
    except (WrongPassphraseError, WrongRecoveryKeyError):
        name = credential.person if isinstance(credential, ByPassphrase) else ""
        note_attempt(folder, name, now)
        raise


def _why_it_does_not_open(path: Path, key_file: KeyFile) -> RegisterError:
    salt = salt_of(path)
    if key_file.ring_with_former(salt) is not None:
        return OlderRegisterInPlaceError()
    if any(_is_nearly(salt, bytes.fromhex(ring.file_salt)) for ring in key_file.rings):
        return RegisterDamagedError()
    with named_errors(path), path.open("rb") as file:
        first_page = file.read(_FIRST_PAGE)
    looks_encrypted = len(first_page) == _FIRST_PAGE and len(set(first_page)) > _SURELY_ENCRYPTED
    return KeyOfAnotherRegisterError() if looks_encrypted else NotARegisterError()


def _is_nearly(salt: bytes, expected: bytes) -> bool:
    return sum(one != other for one, other in zip(salt, expected, strict=True)) <= _DAMAGED_SALT
