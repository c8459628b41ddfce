"""The one thread that writes: drafts as soon as it can, newest wins; deeds while the doer waits."""

from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from itertools import count
from threading import Condition, Thread
from typing import Final

from storage.errors import (
    RefusedError,
    RegisterClosedError,
    RegisterError,
    WritingStoppedError,
)
from storage.fault_note import FaultNote
from storage.jobs import FileWork, Job
from storage.records import EntryRecord
from storage.work import DeedWork, DraftWork, Work, Writing
from storage.written_file import WrittenFile

# Seconds between attempts while the disk takes nothing, and of quiet before the WAL is emptied.
_RETRY_AFTER: Final = 2.0
_QUIET: Final = 3.0


class Writer:
    """Writes in the order it was asked to; a draft that cannot be written waits and is retried."""

    def __init__(self, file: WrittenFile) -> None:
        self._file = file
        self._saved: Callable[[str, datetime], None] = _say_nothing_of_saved
        self._failed: Callable[[RegisterError], None] = _say_nothing_of_failed
        self._changed = Condition()
        self._waiting: dict[str, Job] = {}
        self._numbers = count()
        self._has_news = False
        self._is_stopping = False
        self._has_stopped = False
        self._wal_may_be_full = True
        self._takes_nothing = False
        self._fault = FaultNote()
        self._thread = Thread(target=self._run, name="register writer", daemon=True)
        self._thread.start()

    def listen(
        self, saved: Callable[[str, datetime], None], failed: Callable[[RegisterError], None]
    ) -> None:
        """Have both called from the writing thread; they must return at once and raise nothing."""
        self._saved = saved
        self._failed = failed

    def put(self, work: Work, key: str = "") -> None:
        """Write *work* soon, in place of waiting work with the same *key*.

        Raises WritingStoppedError after a fault of ours; a draft waits even then.
        """
        self._add(Job(key or f"work {next(self._numbers)}", work))

    def do(self, writing: Writing) -> None:
        """Write after all that waits already, and return when it is on the disk.

        Raises RefusedError or a named error of the disk; then nothing of it is written.
        """
        done: Future[None] = Future()
        self._add(Job(f"deed {next(self._numbers)}", DeedWork(writing), done))
        done.result()

    def do_to_file(self, act: Callable[[WrittenFile], object]) -> None:
        """Have *act* done to the file between two writings, and return when it is done.

        It comes after all that waits already, unless the disk takes nothing of that. Raises a named
        error of the disk.
        """
        done: Future[None] = Future()
        self._add(Job(f"file {next(self._numbers)}", FileWork(act), done))
        done.result()

    def flush(self) -> None:
        """Return when nothing waits any more; raises what keeps it from being written."""
        if self._waiting:
            self.do(_write_nothing)

    def has_waiting(self) -> bool:
        """Return whether any draft is not on the disk yet; from any thread, at any time."""
        with self._changed:
            return any(isinstance(job.work, DraftWork) for job in self._waiting.values())

    def waiting_drafts(self) -> tuple[EntryRecord, ...]:
        """Return the drafts that are not on the disk yet."""
        with self._changed:
            works = [job.work for job in self._waiting.values()]
        return tuple(work.record for work in works if isinstance(work, DraftWork))

    def stop(self) -> None:
        """End the thread and close the file; what still waits is lost, so flush first."""
        with self._changed:
            self._is_stopping = True
            self._changed.notify()
        self._thread.join()

    def _add(self, job: Job) -> None:
        with self._changed:
            is_over = self._has_stopped or self._is_stopping
            if not is_over or self._is_kept_in_memory(job):
                self._waiting.pop(job.key, None)
                self._waiting[job.key] = job
            if is_over:
                raise self._why_over()
            self._has_news = True
            self._changed.notify()

    def _is_kept_in_memory(self, job: Job) -> bool:
        """Whether *job* is a draft that can at least be shown, to be written down on paper."""
        return not self._is_stopping and isinstance(job.work, DraftWork)

    def _why_over(self) -> RegisterError:
        if self._is_stopping or not self._fault.text:
            return RegisterClosedError()
        return WritingStoppedError(len(self.waiting_drafts()), self._fault.text)

    def _run(self) -> None:
        with self._fault:
            while (job := self._next()) is not None:
                self._write(job)
        with self._fault:
            self._end_writing()
        with self._fault:
            if self._fault.text:
                self._failed(self._why_over())

    def _end_writing(self) -> None:
        with self._changed:
            self._has_stopped = True
        self._fail_awaited(self._why_over(), also_of_file=True)
        self._file.close()

    def _next(self) -> Job | None:
        """Return the job to write now, None when the thread is to end."""
        while True:
            with self._changed:
                came = self._changed.wait_for(self._is_called, timeout=self._patience())
                self._has_news = False
                if self._is_stopping:
                    return None
                if self._waiting:
                    return self._first()
            if not came:
                self._wal_may_be_full = not self._file.empty_wal()

    def _first(self) -> Job:
        """Return what waits longest; what is done to the file first while nothing is written."""
        jobs = list(self._waiting.values())
        of_file = (job for job in jobs if job.is_of_file and self._takes_nothing)
        return next(of_file, jobs[0])

    def _is_called(self) -> bool:
        return self._has_news or self._is_stopping

    def _patience(self) -> float | None:
        if self._waiting:
            return _RETRY_AFTER
        return _QUIET if self._wal_may_be_full else None

    def _write(self, job: Job) -> None:
        self._wal_may_be_full = True
        try:
            self._perform(job.work)
        except RegisterError as error:
            self._fail(job, error)
        except (ValueError, TypeError) as error:
            self._give_back(job, error)
        else:
            self._takes_nothing = self._takes_nothing and job.is_of_file
            self._end(job)
            self._tell_saved(job)
            self._file.remember_last()

    def _perform(self, work: Work | FileWork) -> None:
        if isinstance(work, FileWork):
            work.act(self._file)
        else:
            self._file.commit(work)

    def _fail(self, job: Job, error: RegisterError) -> None:
        if isinstance(error, RefusedError) or job.is_of_file:
            self._end(job)
            self._tell_failed(job, error)
            return
        self._takes_nothing = True
        self._fail_awaited(error)
        if self._has_unwritten():
            self._failed(error)

    def _has_unwritten(self) -> bool:
        with self._changed:
            return not all(job.is_of_file for job in self._waiting.values())

    def _give_back(self, job: Job, error: Exception) -> None:
        """Let who handed in nonsense have the error, for it is not this thread's."""
        if job.done is None:
            raise error
        self._end(job)
        job.done.set_exception(error)

    def _end(self, job: Job) -> None:
        """Take *job* off the list, unless something newer has its place; the next may follow."""
        with self._changed:
            if self._waiting.get(job.key) is job:
                del self._waiting[job.key]
            self._has_news = bool(self._waiting)

    def _tell_saved(self, job: Job) -> None:
        if job.done is not None:
            job.done.set_result(None)
        elif isinstance(job.work, DraftWork):
            self._saved(job.work.record.id, job.work.record.changed)

    def _tell_failed(self, job: Job, error: RegisterError) -> None:
        if job.done is not None:
            job.done.set_exception(error)
        else:
            self._failed(error)

    def _fail_awaited(self, error: RegisterError, *, also_of_file: bool = False) -> None:
        """Tell all who wait for a deed that it was not done; nothing is done behind their back."""
        with self._changed:
            awaited = [job for job in self._waiting.values() if job.done is not None]
            failed = [job for job in awaited if also_of_file or not job.is_of_file]
            for job in failed:
                del self._waiting[job.key]
            # What is done to the file needs no room, and must not wait as long as what does.
            self._has_news = self._has_news or len(failed) < len(awaited)
        for job in failed:
            self._tell_failed(job, error)


def _write_nothing(_: object) -> None:
    """Write nothing: for who only waits for what came before."""


def _say_nothing_of_saved(_entry_id: str, _at: datetime) -> None:
    """Stand in until somebody listens."""


def _say_nothing_of_failed(_error: RegisterError) -> None:
    """Stand in until somebody listens."""
