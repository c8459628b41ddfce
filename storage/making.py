"""Making a register: it gets its name last, when it and its keys have been tried."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from storage.connection import connect, named_errors, salt_of
from storage.durable_file import make_private_file, sync_folder
from storage.errors import KeyFileDamagedError, RegisterExistsError
from storage.file_names import (
    KEY_FILE,
    KEY_FILE_COPY,
    REGISTER_FILE,
    UNFINISHED_REGISTER,
    has_register,
)
from storage.key_file import (
    KeyCost,
    KeyFile,
    decoded,
    encoded,
    read_key_file,
    write_key_file,
)
from storage.keys import new_key, passphrase_bytes, unwrapped_key, wrapped_key
from storage.migrate import migrate, shipped_migrations
from storage.moments import moment_text
from storage.records import Deed
from storage.recovery_key import RECOVERY_KEY_BYTES, printed_key
from storage.trail import Step, write_step


@dataclass(frozen=True, slots=True)
class Founder:
    """Who makes the register: their name, their passphrase, and what a guess at it costs."""

    name: str
    passphrase: str
    cost: KeyCost


@dataclass(frozen=True, slots=True)
class Made:
    """A register just made: its key, and the recovery key for the printed sheet."""

    key: bytes
    recovery_key: str


def make_register(folder: Path, founder: Founder, now: datetime) -> Made:
    """Make a register in *folder*, whose lock is held.

    Raises RegisterExistsError when there is one, or a key of one, already.
    """
    with named_errors(folder, while_writing=True):
        _remove_unfinished(folder)
        if has_register(folder):
            raise RegisterExistsError
        return _make(folder, founder, now)


def _make(folder: Path, founder: Founder, now: datetime) -> Made:
    unfinished = folder / UNFINISHED_REGISTER
    key, register_id = new_key(), str(uuid4())
    _make_empty(unfinished, key, register_id, Step(now, founder.name, Deed.CREATED))
    sheet_secret = secrets.token_bytes(RECOVERY_KEY_BYTES)
    asked = ((passphrase_bytes(founder.passphrase), founder.name), (sheet_secret, ""))
    slots = tuple(
        wrapped_key(key, secret, register_id, name, founder.cost) for secret, name in asked
    )
    key_file = KeyFile(register_id, salt_of(unfinished).hex(), 0, slots)
    for slot_number, (secret, _) in enumerate(asked):
        _require_opens(unfinished, key_file, slot_number, secret)
    write_key_file(folder, key_file)
    unfinished.rename(folder / REGISTER_FILE)
    sync_folder(folder)
    return Made(key, printed_key(sheet_secret))


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


def _require_opens(path: Path, key_file: KeyFile, slot_number: int, secret: bytes) -> None:
    """Open the register with what will stand in the key file, for a slot counts only then."""
    read_back = decoded(encoded(key_file))
    if read_back is None:
        raise KeyFileDamagedError
    key = unwrapped_key(read_back.slots[slot_number], secret, read_back.register_id)
    if key is None:
        raise KeyFileDamagedError
    connect(path, key).close()


def _remove_unfinished(folder: Path) -> None:
    """Clear away a register whose making was cut short, with the keys that belong to it alone."""
    unfinished = folder / UNFINISHED_REGISTER
    if not unfinished.exists() or (folder / REGISTER_FILE).exists():
        return
    names = (KEY_FILE, KEY_FILE_COPY)
    if any((folder / name).exists() for name in names):
        salt = unfinished.read_bytes()[:16].hex()
        if read_key_file(folder).register_salt != salt:
            raise RegisterExistsError
    for name in names:
        (folder / name).unlink(missing_ok=True)
    for path in folder.glob(f"{UNFINISHED_REGISTER}*"):
        path.unlink()
