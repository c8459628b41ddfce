"""The lock file: one program at a time has the register open, and its name stands there."""

import json
import os
import platform
import secrets
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from storage.connection import named_errors
from storage.durable_file import PRIVATE_FILE
from storage.errors import RegisterInUseError
from storage.file_names import LOCK_FILE
from storage.machine import machine_mark
from storage.moments import moment, moment_text
from storage.small_json import json_in

_MOST_BYTES: Final = 4096
_SALT_BYTES: Final = 16

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
        # What cannot be emptied is left by a process that no longer runs, which is as good here.
        with suppress(OSError):
            os.ftruncate(self.descriptor, 0)
        os.close(self.descriptor)


@dataclass(frozen=True, slots=True)
class _Holder:
    machine: str
    opened: datetime
    salt: bytes
    mark: str

    def is_here(self) -> bool:
        """Whether this machine wrote the lock, even if it has got another name since."""
        mark = machine_mark(self.salt)
        return mark == self.mark if mark and self.mark else self.machine == platform.node()


def take_lock(folder: Path, now: datetime) -> HeldLock:
    """Return the lock of the register in *folder*; one left by a dead process here is taken over.

    Raises RegisterInUseError naming the machine that has it, or an error of the disk.
    """
    with named_errors(folder):
        lock = _system_lock(folder)
        try:
            _require_no_other_machine(lock.descriptor)
            _write_holder(lock.descriptor, now)
        except BaseException:
            os.close(lock.descriptor)
            raise
    return lock


def forget_lock_of_another_machine(folder: Path) -> None:
    """Empty the lock file, after a person has said that the machine named in it is not running.

    Raises RegisterInUseError when a running program has the register after all.
    """
    with named_errors(folder):
        _system_lock(folder).release()


def _system_lock(folder: Path) -> HeldLock:
    """Return the system's lock, which on one machine is the whole truth."""
    descriptor = os.open(folder / LOCK_FILE, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
    try:
        _require_free(descriptor)
    except BaseException:
        os.close(descriptor)
        raise
    return HeldLock(descriptor)


def _require_free(descriptor: int) -> None:
    if _holds(descriptor):
        return
    holder = _holder(descriptor)
    if holder is None:
        raise RegisterInUseError
    raise RegisterInUseError(holder.machine, holder.opened, is_here=holder.is_here())


def _require_no_other_machine(descriptor: int) -> None:
    """Raise RegisterInUseError when another machine left its name.

    On a shared drive the system's lock may not reach the others. On this machine it does: whoever
    wrote the lock here no longer runs.
    """
    holder = _holder(descriptor)
    if holder is not None and not holder.is_here():
        raise RegisterInUseError(holder.machine, holder.opened, of_another_machine=True)


def _holder(descriptor: int) -> _Holder | None:
    os.lseek(descriptor, 0, os.SEEK_SET)
    try:
        written = json_in(os.read(descriptor, _MOST_BYTES))
        salt, mark = bytes.fromhex(written.get("salt", "")), str(written.get("mark", ""))
        # Some times have no local one: before the first year, or after the last.
        opened = moment(written["opened"]).astimezone()
        return _Holder(str(written["machine"]), opened, salt, mark)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
        return None


def _write_holder(descriptor: int, now: datetime) -> None:
    # Salted by chance and not by the folder's path: a USB drive gets another path now and then.
    salt = secrets.token_bytes(_SALT_BYTES)
    holder = {
        "machine": platform.node(),
        "mark": machine_mark(salt),
        "salt": salt.hex(),
        "process": os.getpid(),
        "opened": moment_text(now),
    }
    os.ftruncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, json.dumps(holder).encode())
    os.fsync(descriptor)
