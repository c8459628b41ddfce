"""Which named error stands for what the system and SQLite report by number."""

import errno
import os
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from storage.errors import (
    DiskFullError,
    DiskTroubleError,
    NotSavedError,
    NoWritePermissionError,
    RegisterDamagedError,
    RegisterError,
    RegisterInUseError,
    RegisterVanishedError,
)

_FULL_DISK: Final = frozenset({errno.ENOSPC, errno.EFBIG, errno.EDQUOT})
_FORBIDDEN: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})

# Primary result codes of SQLite.
_BY_SQLITE_CODE: Final[dict[int, type[RegisterError]]] = {
    3: NoWritePermissionError,
    5: RegisterInUseError,
    6: RegisterInUseError,
    8: NoWritePermissionError,
    10: DiskTroubleError,
    11: RegisterDamagedError,
    13: DiskFullError,
    23: NoWritePermissionError,
    26: RegisterDamagedError,
}
# A rule of ours is broken, a value is too big, or a statement makes no sense.
_FAULTS_OF_OURS: Final = frozenset({1, 18, 19})
_DISK_ERROR: Final = 10
_CANNOT_OPEN: Final = 14

# The driver gives a few errors no number. Text that is no text can only be a damaged page.
_BY_BEGINNING: Final = {
    "Could not decode": 11,
    "attempt to write a readonly database": 8,
    "database disk image is malformed": 11,
    "database or disk is full": 13,
    "disk I/O error": 10,
    "file is not a database": 26,
    "unable to open database file": _CANNOT_OPEN,
}


def of_system_error(error: OSError) -> RegisterError:
    """Return the named error that *error*, met while writing, stands for."""
    if error.errno in _FULL_DISK:
        return DiskFullError()
    if error.errno in _FORBIDDEN:
        return NoWritePermissionError()
    return DiskTroubleError()


def code_of_text(text: str) -> int:
    """Return SQLite's result code for an error the driver gave only a text, 0 if it is unknown."""
    known = (code for beginning, code in _BY_BEGINNING.items() if text.startswith(beginning))
    return next(known, 0)


def is_fault_of_ours(code: int) -> bool:
    """Return whether SQLite's result *code* says that what it was given can never be written."""
    return code & 0xFF in _FAULTS_OF_OURS


def of_sqlite_code(code: int, path: Path, *, while_writing: bool) -> RegisterError:
    """Return the named error for SQLite's result *code*, met with the file at *path*."""
    if not path.exists():
        return RegisterVanishedError()
    # It is the same to SQLite whether a file beside this one may not be made or does not fit.
    if code & 0xFF == _CANNOT_OPEN:
        may_write = os.access(path.parent, os.W_OK) and os.access(path, os.W_OK)
        return DiskFullError() if may_write else NoWritePermissionError()
    # A full quota, or a limit on the size of files, is a "disk I/O error" to SQLite, and the driver
    # passes on no more than that.
    if while_writing and code & 0xFF == _DISK_ERROR:
        return DiskFullError()
    return _BY_SQLITE_CODE.get(code & 0xFF, NotSavedError)()


@contextmanager
def spoken_of(named: Mapping[type[RegisterError], type[RegisterError]]) -> Generator[None]:
    """Turn errors of the disk into those that *named* has for them; others stay."""
    try:
        yield
    except OSError as error:
        raise named[type(of_system_error(error))] from error
    except RegisterError as error:
        if spoken := named.get(type(error)):
            raise spoken from error
        raise
