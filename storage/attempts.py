"""Failed unlocks: noted beside the register, which cannot be written to without its key."""

import json
import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

from storage.connection import Connection
from storage.durable_file import PRIVATE_FILE
from storage.file_names import ATTEMPTS_FILE
from storage.moments import moment, moment_text
from storage.records import Deed
from storage.small_json import json_in
from storage.trail import Step, write_step

# Some thousand attempts: who keeps guessing must not fill the disk, nor the trail.
_MOST_BYTES: Final = 128 * 1024
_LONGEST_NAME: Final = 200


class _Attempt(NamedTuple):
    at: str
    name: str


def note_attempt(folder: Path, name: str, now: datetime) -> None:
    """Write down that somebody failed to unlock as *name*, empty for a sheet, if the disk lets it.

    Nothing of what was typed is written.
    """
    facts = json.dumps([moment_text(now), name[:_LONGEST_NAME]], ensure_ascii=False)
    # A line that a power cut left unended must not take this one with it.
    line = f"\n{facts}\n".encode()
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT
    with suppress(OSError):
        descriptor = os.open(folder / ATTEMPTS_FILE, flags, PRIVATE_FILE)
        try:
            if os.fstat(descriptor).st_size + len(line) <= _MOST_BYTES:
                os.write(descriptor, line)
                os.fsync(descriptor)
        finally:
            os.close(descriptor)


def take_attempts(folder: Path, connection: Connection) -> int:
    """Put the failed unlocks in the trail, in the caller's transaction; return how many bytes."""
    written = _written(folder)
    attempts = dict.fromkeys(filter(None, map(_attempt, written.splitlines())))
    known = _already_taken(connection) if attempts else frozenset()
    for attempt in attempts:
        if attempt not in known:
            write_step(connection, Step(moment(attempt.at), attempt.name, Deed.UNLOCK_FAILED))
    return len(written)


def forget_attempts(folder: Path, length: int) -> None:
    """Empty the file when its *length* is still that of what was taken, if the disk lets it.

    What cannot be emptied, or has grown meanwhile, is read again the next time and not taken twice.
    """
    path = folder / ATTEMPTS_FILE
    with suppress(OSError):
        if length and path.stat().st_size == length:
            path.unlink()


def _written(folder: Path) -> bytes:
    try:
        with (folder / ATTEMPTS_FILE).open("rb") as file:
            return file.read(_MOST_BYTES)
    except OSError:
        return b""


def _attempt(line: bytes) -> _Attempt | None:
    """Return what a line says, None when a power cut or somebody's hand has made it say nothing."""
    try:
        at, name = json_in(line)
        read = moment(at)
        if read.tzinfo is None or not isinstance(name, str) or len(name) > _LONGEST_NAME:
            return None
        name.encode()
        return _Attempt(moment_text(read), name)
    except (ValueError, TypeError, OverflowError):
        return None


def _already_taken(connection: Connection) -> set[_Attempt]:
    rows = connection.execute("SELECT at, person FROM trail WHERE deed = ?", (Deed.UNLOCK_FAILED,))
    return {_Attempt(at, person) for at, person in rows.fetchall()}
