"""What an opening sets right in a register's folder: leftovers, and who may read our files."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from storage.copies import remove_file
from storage.file_names import OWN_FILES, SMALL_FILES, UNFINISHED_REGISTERS

_OF_OTHERS = 0o077


def clear_unfinished(folder: Path) -> None:
    """Take away what a making, a restoring or a new key that was cut short has left."""
    for name in UNFINISHED_REGISTERS:
        with suppress(OSError):
            remove_file(folder / name)
    for name in SMALL_FILES:
        with suppress(OSError):
            (folder / f"{name}.ny").unlink(missing_ok=True)


def make_private(folder: Path) -> None:
    """Let nobody but their owner read *folder* and our own files in it, where we are the owner."""
    if sys.platform != "win32":
        for path in (folder, *(folder / name for name in OWN_FILES)):
            with suppress(OSError):
                status = path.stat()
                if status.st_uid == os.geteuid() and status.st_mode & _OF_OTHERS:
                    path.chmod(status.st_mode & 0o7700)
