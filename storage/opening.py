"""Opening a register: key, lock, checks and migrations, in the order that is safe."""

from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final

from storage.connection import Connection, connect, named_errors, salt_of
from storage.durable_file import make_private_folder
from storage.errors import (
    KeyOfAnotherRegisterError,
    NotARegisterError,
    RegisterDamagedError,
    RegisterError,
    UnknownPersonError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from storage.file_names import REGISTER_FILE
from storage.key_file import KeyFile, SlotKind, mend_key_file, read_key_file
from storage.keys import passphrase_bytes, unwrapped_key
from storage.lock_file import HeldLock, take_lock
from storage.making import Founder, make_register
from storage.migrate import migrate, shipped_migrations
from storage.recovery_key import secret_of
from storage.witness import Witness

# Of the first page's byte values an encrypted one lacks next to none, a text or a picture many.
_FIRST_PAGE: Final = 4096
_SURELY_ENCRYPTED: Final = 200
# So many bytes of the salt may differ for the file still to be the same, damaged one.
_DAMAGED_SALT: Final = 4


@dataclass(frozen=True, slots=True)
class OpenFile:
    """An opened register: one connection that writes, one that reads, the lock and the witness."""

    path: Path
    key: bytes = field(repr=False)
    writing: Connection
    reading: Connection
    lock: HeldLock
    witness: Witness


def make_and_open(folder: Path, founder: Founder, now: datetime) -> tuple[OpenFile, str]:
    """Make a register in *folder* and open it; also return its recovery key for the sheet."""
    with ExitStack() as undoing:
        with named_errors(folder):
            make_private_folder(folder)
        lock = take_lock(folder, now)
        undoing.callback(lock.release)
        made = make_register(folder, founder, now)
        opened = _open(folder, read_key_file(folder), made.key, lock)
        undoing.pop_all()
    return opened, made.recovery_key


def open_for_person(folder: Path, person: str, passphrase: str, now: datetime) -> OpenFile:
    """Open the register in *folder* with a person's passphrase."""
    return _unlocked(folder, now, lambda keys: key_of_person(keys, person, passphrase))


def open_with_sheet(folder: Path, recovery_key: str, now: datetime) -> OpenFile:
    """Open the register in *folder* with the key on a recovery sheet."""
    secret = secret_of(recovery_key)
    return _unlocked(folder, now, lambda keys: key_of_sheet(keys, secret))


def _unlocked(folder: Path, now: datetime, find_key: Callable[[KeyFile], bytes]) -> OpenFile:
    salt_of(folder / REGISTER_FILE)
    key_file = read_key_file(folder)
    with ExitStack() as undoing:
        lock = take_lock(folder, now)
        undoing.callback(lock.release)
        opened = _open(folder, key_file, find_key(key_file), lock)
        undoing.pop_all()
    return opened


def key_of_person(key_file: KeyFile, person: str, passphrase: str) -> bytes:
    """Return the register's key; raises UnknownPersonError or WrongPassphraseError."""
    slots = [
        slot for slot in key_file.slots if slot.kind is SlotKind.PERSON and slot.name == person
    ]
    if not slots:
        raise UnknownPersonError
    for slot in slots:
        key = unwrapped_key(slot, passphrase_bytes(passphrase), key_file.register_id)
        if key is not None:
            return key
    raise WrongPassphraseError


def key_of_sheet(key_file: KeyFile, secret: bytes) -> bytes:
    """Return the register's key; raises WrongRecoveryKeyError."""
    for slot in key_file.slots:
        if slot.kind is SlotKind.RECOVERY:
            key = unwrapped_key(slot, secret, key_file.register_id)
            if key is not None:
                return key
    raise WrongRecoveryKeyError


def _open(folder: Path, key_file: KeyFile, key: bytes, lock: HeldLock) -> OpenFile:
    path = folder / REGISTER_FILE
    with ExitStack() as undoing:
        writing = _connected(path, key_file, key)
        undoing.callback(writing.close)
        with named_errors(path):
            migrate(writing, shipped_migrations())
            _require_same_register(writing, key_file)
        # A disk that cannot take a fresh copy now may at a later opening.
        with suppress(OSError):
            mend_key_file(folder, key_file)
        reading = connect(path, key, only_reading=True)
        undoing.pop_all()
    return OpenFile(path, key, writing, reading, lock, Witness.beside(path, key))


def _connected(path: Path, key_file: KeyFile, key: bytes) -> Connection:
    """Connect with a key that is known to be the key file's own, so that a failure has a reason."""
    try:
        return connect(path, key)
    except RegisterDamagedError as error:
        raise _why_it_does_not_open(path, key_file) from error


def _why_it_does_not_open(path: Path, key_file: KeyFile) -> RegisterError:
    salt, expected = salt_of(path), bytes.fromhex(key_file.register_salt)
    if sum(one != other for one, other in zip(salt, expected, strict=True)) <= _DAMAGED_SALT:
        return RegisterDamagedError()
    with path.open("rb") as file:
        first_page = file.read(_FIRST_PAGE)
    looks_encrypted = len(first_page) == _FIRST_PAGE and len(set(first_page)) > _SURELY_ENCRYPTED
    return KeyOfAnotherRegisterError() if looks_encrypted else NotARegisterError()


def _require_same_register(connection: Connection, key_file: KeyFile) -> None:
    # A file that may only be read opens without a word; beginning to write in it does not.
    connection.execute("BEGIN IMMEDIATE")
    row = connection.execute("SELECT id FROM register").fetchone()
    connection.execute("ROLLBACK")
    if row is None or row[0] != key_file.register_id:
        raise KeyOfAnotherRegisterError
