"""The register's file as its only writer knows it."""

from contextlib import suppress
from pathlib import Path
from typing import Final

from storage.connection import Connection, named_errors, require_sound
from storage.entries import entry_changed
from storage.errors import (
    NotSavedError,
    RegisterError,
    RegisterInUseError,
    RegisterVanishedError,
)
from storage.records import TrailFault
from storage.told import renew_told_index
from storage.trail import head_of, missing_draft, missing_end
from storage.witness import DraftMark, Remembered, Witness
from storage.work import DraftWork, Work

# SQLite's own number of pages after which it moves the WAL into the main file.
_PAGES_OF_WAL: Final = 1000
# As every connection waits for others, but for a reader that keeps the WAL from being emptied.
_PATIENCE: Final = 5000


class WrittenFile:
    """The writing connection, and the witness of what it has written.

    `opening_fault` says what was missing when the file was opened.
    """

    def __init__(self, path: Path, connection: Connection, witness: Witness) -> None:
        self._path = path
        self._connection = connection
        self._witness = witness
        self._identity = _identity(path)
        self._drafted = ""
        self._is_still = False
        remembered = witness.remembered()
        self._witnessed = remembered.head if remembered else None
        with named_errors(path):
            self.opening_fault = _opening_fault(connection, remembered) if remembered else None

    def commit(self, work: Work) -> None:
        """Write *work*; it is on the disk when this returns, and nothing of it is when it raises.

        Raises RefusedError, or a named error of the disk; RegisterVanishedError when the file is
        not in its place, for one that is gone can be written to and is lost all the same.
        """
        with named_errors(self._path, while_writing=True):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                work.write(self._connection)
                # What was derived from a damaged page must not be written down as whole.
                require_sound(self._connection)
                self._require_in_place()
                self._connection.execute("COMMIT")
            finally:
                # On a full disk SQLite has rolled back by itself.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
        self._drafted = work.record.id if isinstance(work, DraftWork) else ""

    def remember_last(self) -> None:
        """Let the witness know what was written last."""
        # A witness that speaks against the file keeps saying so; it is not made to forget.
        if self.opening_fault:
            return
        with suppress(RegisterError), named_errors(self._path):
            head = head_of(self._connection)
            if head != self._witnessed:
                self._witness.remember(head)
                self._witnessed = head
            elif changed := entry_changed(self._connection, self._drafted):
                self._witness.remember_draft(head, DraftMark(self._drafted, changed))

    def empty_wal(self) -> bool:
        """Move all that was written into the main file, for a damaged WAL is lost in silence.

        Return whether that was possible.
        """
        if self._is_still:
            return False
        try:
            self.require_empty_wal()
        except RegisterError:
            return False
        return True

    def require_empty_wal(self) -> None:
        """As `empty_wal`; raises RegisterInUseError while somebody reads, or an error of the disk.

        Waits for no reader, for whoever saves would wait, too.
        """
        if not self._has_moved_all("TRUNCATE"):
            raise RegisterInUseError

    def hold_still(self) -> None:
        """Leave the main file as it is now until `move_again`: what is written goes to the WAL.

        The main file then holds all that was written before, and can be copied while the work goes
        on. Raises RegisterInUseError when somebody reads too old a state of it just now, or a named
        error of the disk.
        """
        if not self._has_moved_all("FULL"):
            raise RegisterInUseError
        with named_errors(self._path, while_writing=True):
            self._connection.execute("PRAGMA wal_autocheckpoint = 0")
        self._is_still = True

    def move_again(self) -> None:
        """Let the main file take what is written again."""
        self._is_still = False
        with named_errors(self._path):
            self._connection.execute(f"PRAGMA wal_autocheckpoint = {_PAGES_OF_WAL}")

    def compact(self) -> None:
        """Write the whole file anew without the pages and rests that nothing uses any more.

        The old one is gone when the WAL is empty. Raises a named error of the disk, or
        NotSavedError while the file holds still; then it is as it was.
        """
        if self._is_still:
            raise NotSavedError
        with named_errors(self._path, while_writing=True):
            renew_told_index(self._connection)
            self._connection.execute("VACUUM")

    def close(self) -> None:
        """Let go of the file."""
        self.empty_wal()
        self._connection.close()

    def _has_moved_all(self, how: str) -> bool:
        """Move what is in the WAL into the main file, and return whether nobody was in the way."""
        with named_errors(self._path, while_writing=True):
            self._connection.execute("PRAGMA busy_timeout = 0")
            try:
                ended = self._connection.execute(f"PRAGMA wal_checkpoint({how})").fetchone()
            finally:
                self._connection.execute(f"PRAGMA busy_timeout = {_PATIENCE}")
        return ended is not None and not ended[0] and ended[1] == ended[2]

    def _require_in_place(self) -> None:
        if _identity(self._path) != self._identity:
            raise RegisterVanishedError


def _opening_fault(connection: Connection, remembered: Remembered) -> TrailFault | None:
    """Return what the register lacks of what is *remembered*; what is lost is always the last."""
    head, draft = remembered
    if fault := missing_end(connection, head):
        return fault
    # A draft that is gone was discarded: had it been lost, the row that began it would be, too.
    changed = entry_changed(connection, draft.entry_id) if draft else ""
    return missing_draft(head) if draft and "" < changed < draft.changed else None


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
