"""The files of a register that another is about to take the place of, kept in a folder."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from storage.backup_folders import Label, free_folder
from storage.backups import Reason
from storage.copies import copy_file
from storage.durable_file import make_private_folder, sync_folder
from storage.error_codes import of_system_error
from storage.errors import DiskTroubleError
from storage.file_names import (
    BACKUP_FOLDER,
    KEY_FILE,
    KEY_FILE_COPY,
    REGISTER_FILE,
    WITNESS_FILE,
)

_NAMES: Final = (REGISTER_FILE, f"{REGISTER_FILE}-wal", KEY_FILE, KEY_FILE_COPY, WITNESS_FILE)


def keep_replaced(folder: Path, now: datetime) -> Path | None:
    """Copy the register in *folder*, closed, and all that belongs to it; return where it is kept.

    None when there is nothing to keep. What the disk does not give back is moved instead. Raises
    OSError when it takes no more; then all is where it was, or in that folder.
    """
    present = [folder / name for name in _NAMES if (folder / name).exists()]
    if not present:
        return None
    place = folder / BACKUP_FOLDER
    make_private_folder(place)
    kept = free_folder(place, Label(now, Reason.REPLACED))
    make_private_folder(kept)
    for path in present:
        _keep(path, kept / path.name)
    sync_folder(kept)
    sync_folder(place)
    return kept


def _keep(path: Path, target: Path) -> None:
    try:
        copy_file(path, target)
    except OSError as error:
        with suppress(OSError):
            target.unlink()
        if not isinstance(of_system_error(error), DiskTroubleError):
            raise
        path.rename(target)
