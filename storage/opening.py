"""Opening a register: lock, key, checks and migrations, in the order that is safe."""

from collections.abc import Generator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from storage.attempts import forget_attempts, take_attempts
from storage.backups import backup_before_migration
from storage.connection import Connection, connect, named_errors, salt_of
from storage.credentials import ByPassphrase, Credential
from storage.durable_file import make_private_folder, sync_folder
from storage.errors import KeyOfAnotherRegisterError, NotSavedError, RegisterMissingError
from storage.file_names import REGISTER_FILE, UNFINISHED_REGISTER
from storage.key_file import mend_key_file, read_key_file
from storage.key_slots import KeyFile
from storage.keys import UnlockedSlot
from storage.lock_file import HeldLock, take_lock
from storage.making import Founder, finish_making, make_register
from storage.migrate import migrate, shipped_migrations, version_of
from storage.records import Deed
from storage.slot_trial import require_opens
from storage.tidying import clear_unfinished, make_private
from storage.trail import Step
from storage.unlocking import Unlocked, unlock
from storage.witness import Witness


@dataclass(frozen=True, slots=True)
class OpenFile:
    """An opened register: one connection that writes, one that reads, the lock and the witness.

    `key_file` is what opened it, as both copies in the folder should be.
    """

    path: Path
    key: bytes = field(repr=False)
    key_file: KeyFile = field(repr=False)
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
        path, key_file = folder / REGISTER_FILE, read_key_file(folder)
        slot = UnlockedSlot(key_file.slots[0], made.key)
        credential = ByPassphrase(founder.name, founder.passphrase)
        opened = _open(Unlocked(path, key_file, salt_of(path), slot, credential), lock, now)
        undoing.pop_all()
    return opened, made.recovery_key


def open_file(folder: Path, credential: Credential, now: datetime) -> OpenFile:
    """Open the register in *folder*.

    Raises WrongPassphraseError, WrongRecoveryKeyError, RegisterInUseError, or another RegisterError
    that says why it does not open.
    """
    with named_errors(folder):
        names = (REGISTER_FILE, UNFINISHED_REGISTER)
        is_there = any((folder / name).exists() for name in names)
    if not is_there:
        raise RegisterMissingError
    with ExitStack() as undoing:
        lock = take_lock(folder, now)
        undoing.callback(lock.release)
        finish_making(folder)
        opened = _open(unlock(folder, credential, now), lock, now)
        undoing.pop_all()
    return opened


def _open(unlocked: Unlocked, lock: HeldLock, now: datetime) -> OpenFile:
    path, key = unlocked.path, unlocked.key
    _back_up_before_migration(unlocked, now)
    with ExitStack() as undoing:
        writing = unlocked.connect()
        undoing.callback(writing.close)
        with named_errors(path):
            _bring_up_to_date(writing, unlocked, now)
        _bring_trail_up_to_date(writing, path)
        key_file = _bring_keys_up_to_date(unlocked)
        clear_unfinished(path.parent)
        reading = connect(path, key, only_reading=True)
        make_private(path.parent)
        undoing.pop_all()
    return OpenFile(path, key, key_file, writing, reading, lock, Witness.beside(path, key))


def _back_up_before_migration(unlocked: Unlocked, now: datetime) -> None:
    """Make a backup of a register that is about to be brought from an older version to ours."""
    connection = unlocked.connect()
    try:
        with named_errors(unlocked.path):
            version = version_of(connection)
    finally:
        connection.close()
    if 0 < version < max(migration.version for migration in shipped_migrations()):
        backup_before_migration(unlocked.path.parent, unlocked.key, now)


def _bring_up_to_date(connection: Connection, unlocked: Unlocked, now: datetime) -> None:
    migrate(connection, shipped_migrations(), Step(now, unlocked.name, Deed.MIGRATED))
    _require_same_register(connection, unlocked.key_file)


def _bring_trail_up_to_date(connection: Connection, path: Path) -> None:
    """Put failed unlocks in the trail; if the disk takes nothing they wait, and the door opens."""
    with suppress(NotSavedError), named_errors(path, while_writing=True):
        with _transaction(connection):
            taken = take_attempts(path.parent, connection)
        forget_attempts(path.parent, taken)


@contextmanager
def _transaction(connection: Connection) -> Generator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        # On a full disk SQLite has rolled back by itself.
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _bring_keys_up_to_date(unlocked: Unlocked) -> KeyFile:
    """Bring the key file as this unlocking leaves it to the disk, if that takes it; return it."""
    key_file = unlocked.refreshed_keys()
    if key_file is not unlocked.key_file:
        require_opens(unlocked.path, unlocked.file_salt, key_file, unlocked.credential)
    # A disk that cannot take a fresh copy now may at a later opening.
    with suppress(OSError):
        # The register must not be able to lose its new name once the old one's key is gone.
        sync_folder(unlocked.path.parent)
        mend_key_file(unlocked.path.parent, key_file)
    return key_file


def _require_same_register(connection: Connection, key_file: KeyFile) -> None:
    # A file that may only be read opens without a word; beginning to write in it does not.
    connection.execute("BEGIN IMMEDIATE")
    row = connection.execute("SELECT id FROM register").fetchone()
    connection.execute("ROLLBACK")
    if row is None or row[0] != key_file.register_id:
        raise KeyOfAnotherRegisterError
