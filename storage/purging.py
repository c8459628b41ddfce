"""Taking what was erased from the register out of a copy of it, too."""

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import Final

from storage.backup_errors import CopyDamagedError, backup_errors
from storage.backup_folders import require_room
from storage.connection import Connection, connect, named_errors
from storage.copies import check_copy, copy_with_wal, remove_file, remove_wal, sync_file
from storage.durable_file import sync_folder
from storage.erased import erased_marks
from storage.erasing import erase_marked, has_rests, note_compacted
from storage.errors import RegisterDamagedError
from storage.file_names import UNFINISHED_REGISTER
from storage.migrate import migrate, shipped_migrations
from storage.moments import moment
from storage.records import Deed
from storage.told import renew_told_index
from storage.trail import Step, write_step

# A copy may still be rewritten for a register that was closed meanwhile and is open again: two at
# the same copy could give its name to a half file.
_ONE_AT_A_TIME: Final = Lock()


@dataclass(frozen=True, slots=True)
class Purge:
    """The marks of erased cases, the step that erases them from a copy, and what else is noted."""

    marks: Collection[str]
    erasing: Step
    noted: tuple[Step, ...] = ()


def purge_as_here(connection: Connection) -> Purge | None:
    """Return what takes out of a copy all that was erased here, as whoever erased last did it."""
    row = connection.execute(
        "SELECT at, person FROM trail WHERE deed = ? ORDER BY number DESC LIMIT 1", (Deed.ERASED,)
    ).fetchone()
    marks = erased_marks(connection)
    if row is None or not marks:
        return None
    return Purge(marks, Step(moment(row[0]), row[1], Deed.ERASED))


def purge_copy(copy: Path, key: bytes, purge: Purge) -> None:
    """Erase from the closed file *copy* what is to go, and leave no rests of it in the file.

    A copy from an older program becomes one of this program's version. It is on the disk when this
    returns; when it raises, a named error of the disk or of damage, the copy is good for nothing.
    """
    connection = connect(copy, key)
    try:
        with named_errors(copy, while_writing=True):
            migrate(connection, shipped_migrations(), replace(purge.erasing, deed=Deed.MIGRATED))
            connection.execute("BEGIN IMMEDIATE")
            erase_marked(connection, purge.marks, purge.erasing)
            for step in purge.noted:
                write_step(connection, step)
            connection.execute("COMMIT")
            if has_rests(connection):
                renew_told_index(connection)
                connection.execute("VACUUM")
                note_compacted(connection)
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()
    with named_errors(copy, while_writing=True):
        sync_file(copy)


def rewrite_without_erased(register: Path, key: bytes, purge: Purge) -> None:
    """Put in place of the closed file at *register* one without what was erased.

    The old one stays until the new one is whole and on the disk. Raises a BackupError.
    """
    with _ONE_AT_A_TIME:
        _rewrite(register, key, purge)


def _rewrite(register: Path, key: bytes, purge: Purge) -> None:
    fresh = register.with_name(UNFINISHED_REGISTER)
    try:
        with backup_errors():
            remove_file(fresh)
            require_room(register.parent, 2 * register.stat().st_size)
            copy_with_wal(register, fresh)
            purge_copy(fresh, key, purge)
            check_copy(fresh, key)
            fresh.replace(register)
            remove_wal(register)
            sync_folder(register.parent)
    except RegisterDamagedError as error:
        raise CopyDamagedError from error
    finally:
        with suppress(OSError):
            remove_file(fresh)
