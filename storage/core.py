"""An open register as the other modules of this room know it: its files, its key, its writer."""

import os
from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Final

from storage.backup_errors import BackupWaitsError
from storage.connection import Connection, named_errors, sound_reading
from storage.copies import open_to_copy
from storage.errors import RegisterClosedError, RegisterInUseError, WritingStoppedError
from storage.key_file import mend_key_file
from storage.long_readings import LongReadings
from storage.opening import OpenFile
from storage.writer import Writer
from storage.written_file import WrittenFile

# How often a reader in the way is waited for, 50 ms at a time; whoever saves goes in between.
_ATTEMPTS: Final = 100


@dataclass(frozen=True, slots=True)
class StillFile:
    """The main file while it holds still: its bytes, and the register as those bytes hold it."""

    descriptor: int
    snapshot: Connection


class Core:
    """What a `Register` and its parts share while it is open."""

    def __init__(self, opened: OpenFile) -> None:
        self.path = opened.path
        self.key = opened.key
        self.key_file = opened.key_file
        self.witness = opened.witness
        self._lock = opened.lock
        self._reading = opened.reading
        self._one_reader = Lock()
        self._one_at_the_file = Lock()
        self._long_readings = LongReadings(opened.path, opened.key)
        with ExitStack() as undoing, named_errors(opened.path):
            undoing.callback(opened.lock.release)
            undoing.callback(opened.writing.close)
            undoing.callback(opened.reading.close)
            # Closing any descriptor of the file drops all locks SQLite holds on it in this process,
            # so this one stays open for as long as the register.
            self._descriptor = open_to_copy(opened.path)
            undoing.callback(os.close, self._descriptor)
            written = WrittenFile(opened.path, opened.writing, opened.witness)
            self.opening_fault = written.opening_fault
            self.writer = Writer(written)
            undoing.pop_all()
        self.is_closed = False

    @property
    def folder(self) -> Path:
        """The folder with all files of the register."""
        return self.path.parent

    @contextmanager
    def read(self) -> Generator[Connection]:
        """Lend the reading connection to one thread at a time; raises named errors."""
        with self._one_reader:
            if self.is_closed:
                raise RegisterClosedError
            with sound_reading(self.path, self._reading):
                yield self._reading

    @contextmanager
    def read_at_length(self) -> Generator[Connection]:
        """Lend a connection of one's own, for what takes long; raises named errors.

        When the register is closed meanwhile, the reading ends with RegisterClosedError.
        """
        with self._long_readings.lend() as connection:
            yield connection

    @contextmanager
    def hold_still(self) -> Generator[StillFile]:
        """Lend the main file as it is now, while the work goes on beside it.

        Closing the register waits until it is given back: `require_open` between two pieces.
        Raises RegisterClosedError, BackupWaitsError when somebody reads for too long, or a named
        error of the disk.
        """
        with self._one_at_the_file, self.read_at_length() as snapshot:

            def hold(file: WrittenFile) -> None:
                file.hold_still()
                with named_errors(self.path):
                    snapshot.execute("BEGIN")
                    snapshot.execute("SELECT count(*) FROM sqlite_schema").fetchone()

            try:
                try:
                    self._do_between_readings(hold)
                except RegisterInUseError as error:
                    raise BackupWaitsError from error
                yield StillFile(self._descriptor, snapshot)
            finally:
                # A writer that has ended has let go of the file.
                with suppress(RegisterClosedError, WritingStoppedError):
                    self.writer.do_to_file(WrittenFile.move_again)

    def compact(self) -> None:
        """Write the whole file anew without what nothing uses any more, after any copying.

        Raises a named error of the disk, or RegisterInUseError when somebody reads for too long;
        then the file may hold all it held.
        """
        with self._one_at_the_file:
            self.require_open()
            self.writer.do_to_file(WrittenFile.compact)
            self._do_between_readings(WrittenFile.require_empty_wal)

    def _do_between_readings(self, act: Callable[[WrittenFile], object]) -> None:
        """Have *act* done as soon as nobody reads who is in its way."""
        for _ in range(_ATTEMPTS):
            with suppress(RegisterInUseError):
                self.writer.do_to_file(act)
                return
            self.require_open()
            self._long_readings.wait_for_one()
        self.writer.do_to_file(act)

    def require_open(self) -> None:
        """Raise RegisterClosedError when the register is closed, or about to be."""
        if self._long_readings.have_ended():
            raise RegisterClosedError

    def mend_key_file(self) -> None:
        """Put back the key file, which the register is lost without, where it is gone or changed.

        Where the disk does not take it, or another register has this one's place, nothing is done.
        """
        with suppress(OSError):
            if os.path.samestat(os.fstat(self._descriptor), self.path.stat()):
                mend_key_file(self.folder, self.key_file)

    def close(self) -> None:
        """Let go of the file; what still waits to be written is lost."""
        self._long_readings.end()
        with self._one_at_the_file, self._one_reader:
            self.is_closed = True
            self._reading.close()
        self.writer.stop()
        self.mend_key_file()
        os.close(self._descriptor)
        self._lock.release()
