"""Copies of a register's file: made, checked to the last page, and put under another key."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from storage.backup_errors import CopyDamagedError
from storage.connection import (
    Connection,
    connect,
    connect_to_copy,
    named_errors,
    require_sound,
    salt_of,
    sound_reading,
)
from storage.contents import Contents, contents_of
from storage.durable_file import make_private_file, sync_folder
from storage.errors import (
    NotARegisterError,
    RegisterDamagedError,
    RegisterInUseError,
    RegisterMissingError,
    RegisterTooNewError,
    RegisterVanishedError,
)
from storage.migrate import shipped_migrations, version_of

_PIECE: Final = 1 << 20
# Windows would otherwise take certain bytes for ends of lines.
_AS_IT_IS: Final = getattr(os, "O_BINARY", 0)


def open_to_copy(path: Path) -> int:
    """Return a descriptor for `copy_from`; OSError when the file cannot be read.

    Closing it drops the locks that SQLite holds on the file in this process: while the register is
    open, keep it.
    """
    return os.open(path, os.O_RDONLY | _AS_IT_IS)


def copy_from(descriptor: int, target: Path, go_on: Callable[[], None]) -> None:
    """Put all bytes of an open file in the new private file *target*, and bring it to the disk.

    *go_on* is called before every piece of 1 MiB and ends the copying by raising. Raises OSError.
    """
    make_private_file(target)
    os.lseek(descriptor, 0, os.SEEK_SET)
    with target.open("wb") as file:
        go_on()
        while piece := os.read(descriptor, _PIECE):
            file.write(piece)
            go_on()
        file.flush()
        os.fsync(file.fileno())
    sync_folder(target.parent)


def copy_file(source: Path, target: Path) -> None:
    """Put all bytes of *source*, which nobody has open, in the new private file *target*.

    Raises OSError.
    """
    descriptor = open_to_copy(source)
    try:
        copy_from(descriptor, target, _just_go_on)
    finally:
        os.close(descriptor)


def copy_with_wal(source: Path, target: Path) -> None:
    """As `copy_file`, with what was written to *source* last and may lie in a file beside it."""
    copy_file(source, target)
    wal = _beside(source, "-wal")
    if wal.exists():
        copy_file(wal, _beside(target, "-wal"))


def check_copy(path: Path, key: bytes) -> Contents:
    """Return what the copy at *path* holds, having read and checked every page of it.

    Nothing is written, not even beside it. Raises CopyDamagedError, RegisterTooNewError, or a named
    error of the disk.
    """
    try:
        salt_of(path)
        connection = connect_to_copy(path, key)
        try:
            with named_errors(path):
                _require_whole(connection)
                _require_known(connection)
                return contents_of(connection)
        finally:
            connection.close()
    except (
        NotARegisterError,
        RegisterDamagedError,
        RegisterMissingError,
        RegisterVanishedError,
    ) as error:
        raise CopyDamagedError from error


def rekeyed_copy(source: Path, key: bytes, target: Path, new_key: bytes) -> Contents:
    """Write the register at *source*, which nobody has open, anew under *new_key* at *target*.

    The new file is on the disk, and checked; one left there by an earlier attempt is
    overwritten. Raises CopyDamagedError, or a named error of the disk; then there is no *target*.
    """
    try:
        with named_errors(target, while_writing=True):
            remove_file(target)
            make_private_file(target)
            _pour(source, key, target, new_key)
            sync_file(target)
        expected = _contents_at(source, key)
        require_same(check_copy(target, new_key), expected)
    except BaseException:
        remove_file(target)
        raise
    return expected


def require_same(found: Contents, expected: Contents) -> None:
    """Raise CopyDamagedError unless a copy holds just what it was copied from."""
    if found != expected:
        raise CopyDamagedError


def sync_file(path: Path) -> None:
    """Bring what was written to *path*, and its name, to the disk; raises OSError."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())
    sync_folder(path.parent)


def remove_file(path: Path) -> None:
    """Take away the register's file at *path* with what SQLite keeps beside it."""
    path.unlink(missing_ok=True)
    remove_wal(path)


def remove_wal(path: Path) -> None:
    """Take away what SQLite keeps beside the register's file at *path*, read or not."""
    for ending in ("-wal", "-shm", "-journal"):
        _beside(path, ending).unlink(missing_ok=True)


def empty_wal_of(path: Path, key: bytes) -> None:
    """Move all that was written to the register at *path* into its main file.

    Nobody has it open. Raises RegisterDamagedError, RegisterInUseError when another program has it
    open after all, or a named error of the disk.
    """
    # SQLite would make a register out of an empty file.
    salt_of(path)
    connection = connect(path, key)
    try:
        with named_errors(path, while_writing=True):
            ended = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        connection.close()
    if ended is None or ended[0]:
        raise RegisterInUseError


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(f"{path.name}{ending}")


def _pour(source: Path, key: bytes, target: Path, new_key: bytes) -> None:
    reading = connect(source, key, only_reading=True)
    try:
        writing = connect(target, new_key)
        try:
            reading.backup(writing)
            require_sound(reading)
            writing.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            writing.close()
    finally:
        reading.close()


def _contents_at(path: Path, key: bytes) -> Contents:
    connection = connect(path, key, only_reading=True)
    try:
        with sound_reading(path, connection):
            return contents_of(connection)
    finally:
        connection.close()


def _require_whole(connection: Connection) -> None:
    # A page whose seal is broken is a row; a whole file gives none.
    if connection.execute("PRAGMA cipher_integrity_check").fetchall():
        raise CopyDamagedError
    if connection.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
        raise CopyDamagedError


def _require_known(connection: Connection) -> None:
    version = version_of(connection)
    if version < 1:
        raise CopyDamagedError
    if version > max(migration.version for migration in shipped_migrations()):
        raise RegisterTooNewError


def _just_go_on() -> None:
    """Say nothing: for a copy that nobody interrupts."""
