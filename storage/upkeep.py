"""Looking after an open register: erasing, compacting, verifying, rebuilding what is derived."""

from collections.abc import Sequence
from datetime import date, datetime
from threading import Lock

from storage import deeds
from storage.core import Core
from storage.entries import citizens_case_ids
from storage.erasing import has_rests, note_compacted
from storage.errors import RegisterClosedError, RegisterError
from storage.records import CitizenRow
from storage.tasks import outdated_cases
from storage.upkeep_errors import RestsRemainError
from storage.verifying import Finding, findings_in
from storage.written_file import WrittenFile


class Upkeep:
    """What is done to the register as a whole; slow, so not for the window's thread.

    Every method may raise a RegisterError, whose text is what to show.
    """

    def __init__(self, core: Core) -> None:
        self._core = core
        # Whoever reads the whole file keeps SQLite from shrinking it.
        self._one_at_a_time = Lock()

    def erase(self, case_id: str, by: str, at: datetime) -> None:
        """Erase all that the register holds about a case, also what waits to be written.

        Afterwards nothing about the case can be written. Raises NoSuchCitizenError; or
        RestsRemainError when the case is erased but the file could not be compacted: `compact`
        does what is left. Erasing again compacts again.
        """
        # A compacting that ended just after the deed would be taken for one of what was erased.
        with self._one_at_a_time:
            self._core.writer.do(deeds.erasing_case(case_id, by, at))
            self._compact()

    def compact(self) -> None:
        """Write the file anew without the rests of what was erased; raises RestsRemainError."""
        with self._one_at_a_time:
            self._compact()

    def has_rests(self) -> bool:
        """Return whether a case was erased, and the file not compacted since."""
        with self._core.read() as connection:
            return has_rests(connection)

    def verify(self) -> tuple[Finding, ...]:
        """Return what is wrong with the file or the files beside it; nothing when all is well.

        What waits is written first. Reads every page of the register.
        """
        self._core.writer.flush()
        self._core.writer.do_to_file(WrittenFile.empty_wal)
        with self._one_at_a_time:
            remembered = self._core.witness.remembered()
            head = remembered.head if remembered else None
            return tuple(findings_in(self._core.read_at_length, self._core.folder, head))

    def case_ids(self) -> tuple[str, ...]:
        """Return the id of every citizen's case with an entry on the disk, oldest first."""
        self._core.writer.flush()
        with self._core.read() as connection:
            return citizens_case_ids(connection)

    def rebuild_lists(self, rows: Sequence[CitizenRow], by: str, at: datetime) -> None:
        """Put *rows*, derived from the entries, in place of all lists.

        The `changed` of a row is when the newest thing it was derived from was written; a case that
        was written since, or that *rows* leave out, keeps the row it has.
        """
        self._core.writer.do(deeds.rebuilding_lists(rows, by, at))

    def outdated_cases(self, rules: str, today: date, limit: int) -> tuple[str, ...]:
        """Return the ids of up to *limit* cases whose row was derived by other *rules*.

        Or before a day, come by now, on which time alone may have changed it.
        """
        with self._core.read() as connection:
            return outdated_cases(connection, rules, today, limit)

    def renew_lists(self, rows: Sequence[CitizenRow]) -> None:
        """Put *rows*, derived anew, in the lists; a case that was written since keeps its row.

        The `changed` of a row is when the newest thing it was derived from was written.
        """
        self._core.writer.do(deeds.renewing_lists(rows))

    def accept_fault(self, by: str, at: datetime) -> None:
        """Note that *by* has seen what was missing at opening; it is not told again."""
        if self._core.opening_fault is None:
            return
        self._core.writer.do(deeds.accepting_fault(by, at))
        self._core.writer.do_to_file(_believe)
        self._core.opening_fault = None

    def _compact(self) -> None:
        try:
            self._core.compact()
            self._core.writer.do(note_compacted)
        except RegisterClosedError:
            raise
        except RegisterError as error:
            raise RestsRemainError(error) from error


def _believe(file: WrittenFile) -> None:
    """Let the witness, when the writer is done with this, remember the file as it is now."""
    file.opening_fault = None
