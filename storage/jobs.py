"""What waits for the writing thread."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass

from storage.work import Work
from storage.written_file import WrittenFile


@dataclass(frozen=True, slots=True)
class FileWork:
    """Something done to the file as a whole, outside any transaction."""

    act: Callable[[WrittenFile], object]


@dataclass(frozen=True, slots=True)
class Job:
    """A work under its key, and who waits for it to be done, if anybody does."""

    key: str
    work: Work | FileWork
    done: Future[None] | None = None

    @property
    def is_of_file(self) -> bool:
        """Whether it is done to the file as a whole."""
        return isinstance(self.work, FileWork)
