"""The lock file: one program at a time has the register open, and its name stands there."""

import json
import os
import platform
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from storage.durable_file import PRIVATE_FILE
from storage.error_codes import of_system_error
from storage.errors import RegisterInUseError
from storage.file_names import LOCK_FILE
from storage.moments import moment, moment_text

_MOST_BYTES: Final = 4096

if sys.platform == "win32":
    import msvcrt

    _FAR_BEYOND: Final = 1 << 30

    def _holds(descriptor: int) -> bool:
        """Take the system's lock; on a byte beyond the text, so that others can read who has it."""
        os.lseek(descriptor, _FAR_BEYOND, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _holds(descriptor: int) -> bool:
        """Take the system's lock, which ends with the process however it ends."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@dataclass(frozen=True, slots=True)
class HeldLock:
    """The lock on a folder's register, held until `release`."""

    descriptor: int

    def release(self) -> None:
        """Let others open the register."""
        # Emptied, not removed: between removing and another's opening two could hold a lock each.
        os.ftruncate(self.descriptor, 0)
        os.close(self.descriptor)


@dataclass(frozen=True, slots=True)
class _Holder:
    machine: str
    opened: datetime


def take_lock(folder: Path, now: datetime) -> HeldLock:
    """Return the lock of the register in *folder*; one left by a dead process here is taken over.

    Raises RegisterInUseError naming the machine that has it, or an error of the disk.
    """
    try:
        descriptor = os.open(folder / LOCK_FILE, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
    except OSError as error:
        raise of_system_error(error) from error
    try:
        _require_free(descriptor)
        _write_holder(descriptor, now)
    except BaseException:
        os.close(descriptor)
        raise
    return HeldLock(descriptor)


def forget_lock_of_another_machine(folder: Path) -> None:
    """Empty the lock file, after a person has said that the machine named in it is not running."""
    try:
        (folder / LOCK_FILE).write_bytes(b"")
    except OSError as error:
        raise of_system_error(error) from error


def _require_free(descriptor: int) -> None:
    """Raise RegisterInUseError unless this process may have the lock.

    The system's lock is the truth on one machine; on a shared drive it may not reach the others,
    so a name of another machine counts too.
    """
    holds = _holds(descriptor)
    holder = _holder(descriptor)
    if holds and (holder is None or holder.machine == platform.node()):
        return
    raise RegisterInUseError(holder.machine, holder.opened) if holder else RegisterInUseError


def _holder(descriptor: int) -> _Holder | None:
    os.lseek(descriptor, 0, os.SEEK_SET)
    try:
        written = json.loads(os.read(descriptor, _MOST_BYTES))
        return _Holder(str(written["machine"]), moment(written["opened"]))
    except (ValueError, KeyError, TypeError):
        return None


def _write_holder(descriptor: int, now: datetime) -> None:
    holder = {"machine": platform.node(), "process": os.getpid(), "opened": moment_text(now)}
    try:
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, json.dumps(holder).encode())
        os.fsync(descriptor)
    except OSError as error:
        raise of_system_error(error) from error
