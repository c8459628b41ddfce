"""An open register as the other modules of this room know it: its files, its key, its writer."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from storage.connection import Connection, named_errors
from storage.errors import RegisterClosedError
from storage.opening import OpenFile
from storage.writer import Writer
from storage.written_file import WrittenFile


class Core:
    """What a `Register` and its parts share while it is open."""

    def __init__(self, opened: OpenFile) -> None:
        self.path = opened.path
        self.key = opened.key
        self.witness = opened.witness
        self._lock = opened.lock
        self._reading = opened.reading
        self._one_reader = Lock()
        written = WrittenFile(opened.path, opened.writing, opened.witness)
        self.opening_fault = written.opening_fault
        self.writer = Writer(written)
        self.is_closed = False

    @property
    def folder(self) -> Path:
        """The folder with all files of the register."""
        return self.path.parent

    @contextmanager
    def read(self) -> Generator[Connection]:
        """Lend the reading connection to one thread at a time; raises named errors."""
        with self._one_reader, named_errors(self.path):
            if self.is_closed:
                raise RegisterClosedError
            yield self._reading

    def close(self) -> None:
        """Let go of the file; what still waits to be written is lost."""
        with self._one_reader:
            self.is_closed = True
            self._reading.close()
        self.writer.stop()
        self._lock.release()
