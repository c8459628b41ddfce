"""The lists of an open register: what the day brings, and the citizens page by page."""

from datetime import date, datetime

from storage.citizen_search import FoundCitizens, find_citizens
from storage.citizens import is_listed
from storage.core import Core
from storage.left_open import drafts_left, quiet_courses
from storage.list_records import (
    FIRST_PLACE,
    CitizenSearch,
    DayNotice,
    DueSpan,
    LeftDraft,
    ListPlace,
    NoticeKind,
    QuietCourse,
)
from storage.notices import notices_on
from storage.outcome_records import DueCount, OpenCount, OutcomeCount
from storage.outcomes import count_due_in_form, count_open, count_outcomes
from storage.records import DueTask
from storage.sifting import counsellors_in, stages_in
from storage.tasks import count_due, due_tasks


class Lists:
    """What lists show; every method reads at once, and may raise a RegisterError."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def due(self, span: DueSpan, limit: int) -> tuple[DueTask, ...]:
        """Return up to *limit* tasks of each rank that are due in *span*, soonest first."""
        with self._core.read() as connection:
            return due_tasks(connection, span, limit)

    def count_due(self, span: DueSpan) -> int:
        """Return how many tasks are due in *span*."""
        with self._core.read() as connection:
            return count_due(connection, span)

    def notices(
        self, kind: NoticeKind, day: date | None, limit: int
    ) -> tuple[tuple[DayNotice, ...], int]:
        """Return up to *limit* notices that are of the *day*, and how many there are."""
        with self._core.read() as connection:
            return notices_on(connection, kind, day, limit)

    def drafts_left(self, before: datetime, limit: int) -> tuple[tuple[LeftDraft, ...], int]:
        """Return up to *limit* drafts begun before then, oldest first, and how many there are."""
        with self._core.read() as connection:
            return drafts_left(connection, before, limit)

    def quiet_courses(self, since: datetime, limit: int) -> tuple[tuple[QuietCourse, ...], int]:
        """Return up to *limit* open courses nobody wrote in since then, and how many there are.

        The one that has been quiet for longest comes first.
        """
        with self._core.read() as connection:
            return quiet_courses(connection, since, limit)

    def find(
        self, search: CitizenSearch, limit: int, start: ListPlace = FIRST_PLACE
    ) -> FoundCitizens:
        """Return up to *limit* citizens, by name from *start* on, that *search* leads to."""
        with self._core.read() as connection:
            return find_citizens(connection, search, limit, start)

    def holds(self, case_id: str) -> bool:
        """Return whether any list leads to the case; one that is erased is in none."""
        with self._core.read() as connection:
            return is_listed(connection, case_id)

    def stages(self) -> tuple[str, ...]:
        """Return how far any course has come, each stage once."""
        with self._core.read() as connection:
            return stages_in(connection)

    def counsellors(self) -> tuple[str, ...]:
        """Return who wrote last in any case, each once, by name."""
        with self._core.read() as connection:
            return counsellors_in(connection)

    def count_outcomes(self, topic: str, first: date, last: date) -> tuple[OutcomeCount, ...]:
        """Return how many outcomes of the topic lie between two days, both counted."""
        with self._core.read() as connection:
            return count_outcomes(connection, topic, first, last)

    def count_open(self) -> tuple[OpenCount, ...]:
        """Return how many courses are open, by how far they are and who wrote in them last."""
        with self._core.read() as connection:
            return count_open(connection)

    def count_due_in_form(self, form: str, today: date, until: date) -> DueCount:
        """Return how many tasks in *form* are due before *today*, until a day, and later."""
        with self._core.read() as connection:
            return count_due_in_form(connection, form, today, until)
