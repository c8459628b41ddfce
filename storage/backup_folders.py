"""The folders backups lie in: named when they are whole, cleared away when they are not."""

import re
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, NamedTuple

from storage.backup_errors import NoRoomForBackupError, NoSuchBackupError, backup_errors
from storage.copies import remove_file
from storage.durable_file import make_private_folder, sync_folder, write_durably
from storage.errors import KeyFileDamagedError, KeyFileMissingError
from storage.file_names import (
    KEY_FILE,
    KEY_FILE_COPY,
    REGISTER_FILE,
    UNFINISHED_REGISTER,
    WITNESS_FILE,
)
from storage.key_file import read_key_file

_UNFINISHED: Final = ".ny"
_STAMP: Final = "%Y-%m-%dT%H%M%SZ"
_NAME: Final = re.compile(r"(\d{4}-\d\d-\d\dT\d{6}Z)-([a-z-]+)")
# A disk filled to the brim with copies would leave the register itself no room to grow.
_LEFT_FREE: Final = 32 << 20


class Label(NamedTuple):
    """What the name of a backup's folder says: when it was made, and the word for why."""

    made: datetime
    reason: str


def label_of(folder: Path) -> Label | None:
    """Return what the name of *folder* says, with the time in UTC; None when it is no backup."""
    found = _NAME.fullmatch(folder.name)
    if found is None or not (folder / REGISTER_FILE).is_file():
        return None
    try:
        return Label(datetime.strptime(found[1], _STAMP).replace(tzinfo=UTC), found[2])
    except ValueError:
        return None


def put_folder(place: Path, label: Label, key_file: bytes, fill: Callable[[Path], object]) -> Path:
    """Make a folder in *place* with *key_file* and the register that *fill* writes and checks.

    It has its name only when it is whole; whatever *fill* raises leaves none. Raises a BackupError.
    """
    with backup_errors():
        make_private_folder(place)
        final = free_folder(place, label)
        fresh = _unfinished(final)
        make_private_folder(fresh)
        try:
            write_durably(fresh / KEY_FILE, key_file)
            fill(fresh / REGISTER_FILE)
            fresh.rename(final)
            sync_folder(place)
        except BaseException:
            with suppress(OSError):
                _take_apart(fresh)
            raise
    return final


def free_folder(place: Path, label: Label) -> Path:
    """Return the folder in *place* for *label*, or for a few seconds later when that is taken."""
    at = label.made.astimezone(UTC)
    while True:
        folder = place / f"{at.strftime(_STAMP)}-{label.reason}"
        if not folder.exists() and not _unfinished(folder).exists():
            return folder
        at += timedelta(seconds=1)


def require_room(place: Path, size: int) -> None:
    """Raise NoRoomForBackupError unless *size* more bytes fit into *place*, with some to spare."""
    with backup_errors():
        if shutil.disk_usage(place).free < size + _LEFT_FREE:
            raise NoRoomForBackupError


def remove_folder(folder: Path) -> None:
    """Take a backup away; files in its folder that are not ours stay.

    Raises NoSuchBackupError when it is gone, or another BackupError.
    """
    if not folder.exists():
        raise NoSuchBackupError
    dying = _unfinished(folder)
    with backup_errors():
        folder.rename(dying)
        _take_apart(dying)
        sync_folder(dying.parent)


def clear_unfinished(place: Path, register_id: str) -> None:
    """Clear away what was left half made, rewritten or removed of the register with this id.

    Nobody may be making a backup of it in *place*. Raises a BackupError.
    """
    with backup_errors():
        for folder in place.glob(f"*{_UNFINISHED}"):
            if _NAME.fullmatch(folder.stem) and _is_of(folder, register_id):
                _take_apart(folder)
        for register in place.glob(f"*/{UNFINISHED_REGISTER}"):
            if register_id_in(register.parent) == register_id:
                remove_file(register)


def register_id_in(folder: Path) -> str:
    """Return the id of the register whose key file is in *folder*; empty when it is unreadable."""
    try:
        return read_key_file(folder).register_id
    except (KeyFileMissingError, KeyFileDamagedError):
        return ""


def _unfinished(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}{_UNFINISHED}")


def _is_of(folder: Path, register_id: str) -> bool:
    """Whether a half backup is of that register, or has nothing in it yet."""
    found = register_id_in(folder)
    return found == register_id or not (found or (folder / REGISTER_FILE).exists())


def _take_apart(folder: Path) -> None:
    """Remove our own files in *folder*, and the folder unless there are others."""
    for name in (REGISTER_FILE, UNFINISHED_REGISTER):
        remove_file(folder / name)
    for name in (KEY_FILE, KEY_FILE_COPY, WITNESS_FILE):
        folder.joinpath(name).unlink(missing_ok=True)
        folder.joinpath(f"{name}.ny").unlink(missing_ok=True)
    with suppress(OSError):
        folder.rmdir()
