"""Making a register: it gets its name last, when it and its keys have been tried."""

import secrets
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from storage.connection import connect, named_errors, salt_of
from storage.copies import remove_file
from storage.credentials import ByPassphrase, ByRecoveryKey
from storage.durable_file import make_private_file, sync_folder
from storage.errors import KeyFileDamagedError, KeyFileMissingError, RegisterExistsError
from storage.file_names import (
    KEY_FILE,
    KEY_FILE_COPY,
    REGISTER_FILE,
    UNFINISHED_REGISTER,
    has_register,
)
from storage.key_file import read_key_file, read_key_files, write_key_file
from storage.key_rings import first_key_file
from storage.key_slots import KeyCost
from storage.keys import new_key, new_slot, require_name, require_passphrase, secret_in
from storage.migrate import migrate, shipped_migrations
from storage.moments import moment_text
from storage.records import Deed
from storage.recovery_key import RECOVERY_KEY_BYTES, printed_key
from storage.slot_trial import require_opens
from storage.trail import Step, write_step


@dataclass(frozen=True, slots=True)
class Founder:
    """Who makes the register: their name, their passphrase, and what a guess at it costs."""

    name: str
    passphrase: str = field(repr=False)
    cost: KeyCost


@dataclass(frozen=True, slots=True)
class Made:
    """A register just made: its key, and the recovery key for the printed sheet."""

    key: bytes = field(repr=False)
    recovery_key: str = field(repr=False)


def make_register(folder: Path, founder: Founder, now: datetime) -> Made:
    """Make a register in *folder*, whose lock is held.

    Raises RegisterExistsError when there is one, or a key of one, already, EmptyNameError or
    EmptyPassphraseError.
    """
    require_name(founder.name)
    require_passphrase(founder.passphrase)
    with named_errors(folder, while_writing=True):
        _remove_unfinished(folder)
        if has_register(folder):
            raise RegisterExistsError
        return _make(folder, founder, now)


def finish_making(folder: Path) -> None:
    """Give a register its name whose making was cut short just before; the lock is held.

    It was whole when its keys were written. Raises a named error of the disk.
    """
    path, unfinished = folder / REGISTER_FILE, folder / UNFINISHED_REGISTER
    with (
        named_errors(folder, while_writing=True),
        suppress(KeyFileDamagedError, KeyFileMissingError),
    ):
        if path.exists() or not unfinished.exists():
            return
        salt = salt_of(unfinished).hex()
        if any(key_file.current.file_salt == salt for key_file in read_key_files(folder)):
            unfinished.rename(path)
            sync_folder(folder)


def _make(folder: Path, founder: Founder, now: datetime) -> Made:
    unfinished = folder / UNFINISHED_REGISTER
    key, register_id = new_key(), str(uuid4())
    _make_empty(unfinished, key, register_id, Step(now, founder.name, Deed.CREATED))
    recovery_key = printed_key(secrets.token_bytes(RECOVERY_KEY_BYTES))
    founding = ByPassphrase(founder.name, founder.passphrase)
    recovering = ByRecoveryKey(recovery_key)
    slots = (
        new_slot(founder.name, secret_in(founding), founder.cost, register_id),
        new_slot("", secret_in(recovering), founder.cost, register_id),
    )
    file_salt = salt_of(unfinished)
    key_file = first_key_file(register_id, file_salt, key, slots)
    for credential in (founding, recovering):
        require_opens(unfinished, file_salt, key_file, credential)
    write_key_file(folder, key_file)
    unfinished.rename(folder / REGISTER_FILE)
    sync_folder(folder)
    return Made(key, recovery_key)


def _make_empty(path: Path, key: bytes, register_id: str, step: Step) -> None:
    make_private_file(path)
    connection = connect(path, key)
    try:
        migrate(connection, shipped_migrations())
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "INSERT INTO register (only_row, id, created) VALUES (1, ?, ?)",
            (register_id, moment_text(step.at)),
        )
        write_step(connection, step)
        connection.execute("COMMIT")
    finally:
        connection.close()


def _remove_unfinished(folder: Path) -> None:
    """Clear away a register whose making was cut short, with the keys that belong to it alone."""
    unfinished = folder / UNFINISHED_REGISTER
    if not unfinished.exists() or (folder / REGISTER_FILE).exists():
        return
    names = (KEY_FILE, KEY_FILE_COPY)
    if any((folder / name).exists() for name in names):
        salt = unfinished.read_bytes()[:16].hex()
        if read_key_file(folder).current.file_salt != salt:
            raise RegisterExistsError
    for name in names:
        (folder / name).unlink(missing_ok=True)
    remove_file(unfinished)
