"""The register's file as its only writer knows it."""

from contextlib import suppress
from pathlib import Path

from storage.connection import Connection, named_errors
from storage.errors import RegisterError, RegisterVanishedError
from storage.trail import has_come_to, head_of
from storage.witness import Witness
from storage.work import Work


class WrittenFile:
    """The writing connection, and the witness of what it has written."""

    def __init__(self, path: Path, connection: Connection, witness: Witness) -> None:
        self._path = path
        self._connection = connection
        self._witness = witness
        self._witnessed = witness.remembered()
        self._identity = _identity(path)
        with named_errors(path):
            # A witness that speaks against the file keeps saying so; it is not made to forget.
            self._is_believed = self._witnessed is None or has_come_to(connection, self._witnessed)

    def commit(self, work: Work) -> None:
        """Write *work*; it is on the disk when this returns, and nothing of it is when it raises.

        Raises RefusedError, or a named error of the disk.
        """
        with named_errors(self._path, while_writing=True):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                work.write(self._connection)
                self._connection.execute("COMMIT")
            finally:
                # On a full disk SQLite has rolled back by itself.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
        # A removed file can be written to for as long as it is open, and is lost all the same.
        if _identity(self._path) != self._identity:
            raise RegisterVanishedError

    def remember_trail(self) -> None:
        """Let the witness know how far the trail has come."""
        if not self._is_believed:
            return
        with suppress(RegisterError), named_errors(self._path):
            head = head_of(self._connection)
            if head != self._witnessed:
                self._witness.remember(head)
                self._witnessed = head

    def empty_wal(self) -> None:
        """Move all that was written into the main file, for a damaged WAL is lost in silence."""
        with suppress(RegisterError), named_errors(self._path):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Let go of the file."""
        self.empty_wal()
        self._connection.close()


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
