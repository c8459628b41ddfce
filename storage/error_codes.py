"""Which named error stands for what the system and SQLite report by number."""

import errno
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
    14: NoWritePermissionError,
    23: NoWritePermissionError,
    26: RegisterDamagedError,
}
_DISK_ERROR: Final = 10


def of_system_error(error: OSError) -> RegisterError:
    """Return the named error that *error*, met while writing, stands for."""
    if error.errno in _FULL_DISK:
        return DiskFullError()
    if error.errno in _FORBIDDEN:
        return NoWritePermissionError()
    return DiskTroubleError()


def of_sqlite_code(code: int, *, file_is_there: bool, while_writing: bool) -> RegisterError:
    """Return the named error that SQLite's result *code* stands for."""
    if not file_is_there:
        return RegisterVanishedError()
    # A full quota, or a limit on the size of files, is a "disk I/O error" to SQLite, and the driver
    # passes on no more than that.
    if while_writing and code & 0xFF == _DISK_ERROR:
        return DiskFullError()
    return _BY_SQLITE_CODE.get(code & 0xFF, NotSavedError)()
