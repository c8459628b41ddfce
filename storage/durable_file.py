"""Small files that survive a power cut: whole and old, or whole and new, never half."""

import errno
import os
from pathlib import Path
from typing import Final

PRIVATE_FILE: Final = 0o600
PRIVATE_FOLDER: Final = 0o700
_UNKNOWN_THERE: Final = frozenset({errno.EINVAL, errno.ENOTSUP})


def make_private_folder(folder: Path) -> None:
    """Make *folder*, readable by its owner alone, unless it is there already."""
    folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)


def make_private_file(path: Path) -> None:
    """Make an empty file that only its owner can read; FileExistsError when *path* is taken."""
    path.touch(mode=PRIVATE_FILE, exist_ok=False)


def write_durably(path: Path, content: bytes) -> None:
    """Put *content* in *path* such that a power cut leaves the old or the new file."""
    fresh = path.with_name(f"{path.name}.ny")
    fresh.touch(mode=PRIVATE_FILE)
    with fresh.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make new names in *folder* survive a power cut, where the system can."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some network drives know no such thing, and say so.
        if error.errno not in _UNKNOWN_THERE:
            raise
    finally:
        os.close(descriptor)
