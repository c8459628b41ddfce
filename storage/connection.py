"""Connections to the encrypted file, each checked and set up before it is handed out."""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Protocol, TypeAlias, cast

from sqlcipher3 import dbapi2

from storage.error_codes import (
    code_of_text,
    is_fault_of_ours,
    of_sqlite_code,
    of_system_error,
)
from storage.errors import (
    NotARegisterError,
    OutdatedLibraryError,
    RegisterDamagedError,
    RegisterMissingError,
)
from storage.upkeep_errors import MemoryShortError

SqlValue: TypeAlias = str | int | bytes | None
SqlRow: TypeAlias = tuple[Any, ...]

SALT_BYTES: Final = 16
_PLAIN_MAGIC: Final = b"SQLite format 3\x00"
# Older ones corrupt a database with a WAL or with ATTACH.
_OLDEST_SQLITE: Final = (3, 53)
_OLDEST_CIPHER: Final = (4, 18)

# FILE would write plain text to the system's temporary folder.
PRAGMAS: Final = (
    "PRAGMA temp_store = MEMORY",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",
    "PRAGMA checkpoint_fullfsync = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cache_size = -32000",
)


class Cursor(Protocol):
    """What a statement gives back."""

    rowcount: int

    def fetchone(self) -> SqlRow | None:
        """Return the next row."""

    def fetchall(self) -> list[SqlRow]:
        """Return all remaining rows."""


class Connection(Protocol):
    """The part of a database connection that storage uses."""

    in_transaction: bool

    def execute(self, sql: str, values: Sequence[SqlValue] = ..., /) -> Cursor:
        """Run one statement."""

    def backup(self, target: "Connection", /) -> None:
        """Write all that is here over what *target* holds."""

    def interrupt(self) -> None:
        """End the statement that another thread runs at this moment, if there is one."""

    def close(self) -> None:
        """Let go of the file."""


def connect(path: Path, key: bytes, *, only_reading: bool = False) -> Connection:
    """Return a connection to the existing file at *path* under the raw 32-byte *key*.

    Raises RegisterDamagedError when the key does not open it.
    """
    last = ("PRAGMA query_only = ON",) if only_reading else ()
    return _connection(path, key, "mode=rw", (*PRAGMAS, *last))


def connect_to_copy(path: Path, key: bytes) -> Connection:
    """Return a connection that only reads a copy nobody writes to, and leaves no file beside it.

    The copy may lie where nothing can be written. Raises RegisterDamagedError when the key does not
    open it.
    """
    return _connection(path, key, "mode=ro&immutable=1", ("PRAGMA temp_store = MEMORY",))


def salt_of(path: Path) -> bytes:
    """Return the first 16 bytes of the register at *path*, which are its random salt.

    Raises RegisterMissingError, RegisterDamagedError (empty) or NotARegisterError (not encrypted).
    """
    if not path.exists():
        raise RegisterMissingError
    with named_errors(path), path.open("rb") as file:
        start = file.read(SALT_BYTES)
    if start == _PLAIN_MAGIC:
        raise NotARegisterError
    if len(start) < SALT_BYTES:
        raise RegisterDamagedError
    return start


@contextmanager
def named_errors(path: Path, *, while_writing: bool = False) -> Generator[None]:
    """Turn errors of the disk and of SQLite into the named ones of `storage.errors`.

    What can never be written, because the fault is ours, is a ValueError.
    """
    try:
        yield
    except dbapi2.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) or code_of_text(str(error))
        if while_writing and is_fault_of_ours(code):
            message = f"SQLite does not take what it was given: {code}"
            raise ValueError(message) from error
        raise of_sqlite_code(code, path, while_writing=while_writing) from error
    except MemoryError as error:
        raise MemoryShortError from error
    except OSError as error:
        raise of_system_error(error) from error


@contextmanager
def sound_reading(path: Path, connection: Connection) -> Generator[Connection]:
    """Lend *connection*; what was read with it counts when this has ended without an error.

    Raises RegisterDamagedError, or another named error.
    """
    with named_errors(path):
        yield connection
        require_sound(connection)


def require_sound(connection: Connection) -> None:
    """Raise RegisterDamagedError when anything read with *connection* so far was damaged.

    SQLite hands out zeros, and no error, for the last part of a long value whose page SQLCipher has
    refused; only SQLCipher remembers that it did.
    """
    if connection.execute("PRAGMA cipher_status").fetchone() != ("1",):
        raise RegisterDamagedError


def _connection(path: Path, key: bytes, mode: str, pragmas: Sequence[str]) -> Connection:
    with named_errors(path):
        connection = cast(
            "Connection",
            dbapi2.connect(
                f"{path.absolute().as_uri()}?{mode}",
                uri=True,
                isolation_level=None,
                check_same_thread=False,
                timeout=5.0,
            ),
        )
        try:
            _unlock(connection, key)
            for pragma in pragmas:
                connection.execute(pragma)
        except BaseException:
            connection.close()
            raise
    return connection


def _unlock(connection: Connection, key: bytes) -> None:
    # Without this SQLCipher reports a wrong key to stderr; it holds for the whole process.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    _require_safe_library(connection)
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def _require_safe_library(connection: Connection) -> None:
    row = connection.execute("PRAGMA cipher_version").fetchone()
    if row is None or dbapi2.sqlite_version_info[:2] < _OLDEST_SQLITE:
        raise OutdatedLibraryError
    number, _, _ = str(row[0]).partition(" ")
    if tuple(int(part) for part in number.split(".")[:2]) < _OLDEST_CIPHER:
        raise OutdatedLibraryError
