"""Connections for what takes long to read, none of which outlives the open register."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from threading import Condition
from typing import Final

from storage.connection import Connection, connect, sound_reading
from storage.errors import RegisterClosedError, RegisterError

# Seconds between two attempts to end what is read: one made between two statements ends neither.
_AGAIN_AFTER: Final = 0.05


class LongReadings:
    """Lends connections to the register's file, and gets all of them back when it is closed."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        self._key = key
        self._lent: set[Connection] = set()
        self._changed = Condition()
        self._have_ended = False

    @contextmanager
    def lend(self) -> Generator[Connection]:
        """Lend a fresh connection that only reads; raises named errors.

        Raises RegisterClosedError when the readings are ended meanwhile.
        """
        connection = self._taken()
        try:
            with sound_reading(self._path, connection):
                yield connection
        except RegisterError as error:
            if self._have_ended:
                raise RegisterClosedError from error
            raise
        finally:
            self._give_back(connection)

    def have_ended(self) -> bool:
        """Return whether no more is read."""
        return self._have_ended

    def wait_for_one(self) -> None:
        """Return when somebody has read all they wanted, or in a moment."""
        with self._changed:
            self._changed.wait(_AGAIN_AFTER)

    def end(self) -> None:
        """End all that is read, and return when every connection has been given back."""
        with self._changed:
            self._have_ended = True
            while self._lent:
                for connection in self._lent:
                    connection.interrupt()
                self._changed.wait(_AGAIN_AFTER)

    def _taken(self) -> Connection:
        with self._changed:
            if self._have_ended:
                raise RegisterClosedError
            connection = connect(self._path, self._key, only_reading=True)
            self._lent.add(connection)
        return connection

    def _give_back(self, connection: Connection) -> None:
        # Closed under the lock, for nobody may interrupt a connection that is closed.
        with self._changed:
            self._lent.discard(connection)
            connection.close()
            self._changed.notify_all()
