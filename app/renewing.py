"""Keeping what is due true as days pass and rules change, without anybody asking for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Event

from PySide6.QtCore import QObject, Signal

from app.background import Background
from app.rules_mark import rules_mark
from app.trouble import READING_TROUBLE
from app.upkeep import derived_row
from app.work import Work
from storage.errors import RegisterClosedError
from storage.list_records import Derived

_AT_A_TIME = 25
_AT_ONCE = 5
"""So few cases are derived before anything is shown: nobody notices the wait."""
_BREATH = 0.01
"""Seconds between two cases, for whoever works in the window."""


class Renewing(QObject):
    """Derives anew the rows that may have become others: few at once, many in the background.

    `renewed` is said when some were, `ended` when nothing is left to do after a walk in the
    background, and `problem` when the register does not answer.
    """

    renewed = Signal()
    ended = Signal()
    problem = Signal(str)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._is_over = Event()
        self._by: Derived | None = None
        self._tried: set[str] = set()
        self._background = Background()

    @property
    def outdated_by(self) -> Derived | None:
        """By what a row must be derived to hold, while others are about to be derived anew."""
        return self._by if self._background.is_busy else None

    def begin(self) -> None:
        """Look for such rows, unless that is being done already."""
        if self._background.is_busy:
            return
        by = Derived(rules_mark(self._work.supplies), self._work.today)
        if by != self._by:
            self._by = by
            self._tried.clear()
        few = self._round(_AT_ONCE, breath=0)
        try:
            left = few.wanted(_AT_ONCE + 1)
            if len(left) <= _AT_ONCE:
                self._tried |= few.renew(left)
                return
        except READING_TROUBLE as error:
            self.problem.emit(str(error))
            return
        self._begin_some()

    def end(self) -> None:
        """Renew nothing more."""
        self._is_over.set()
        self._background.let_go()

    def _begin_some(self) -> None:
        some = self._round(_AT_A_TIME, _BREATH)
        self._background.run(some.renew_some, self._go_on, self._say_trouble)

    def _round(self, at_a_time: int, breath: float) -> "_Round":
        # What this program cannot read is passed over, and not tried again by the same rules.
        by = self._by or Derived("", self._work.today)
        return _Round(self._work, by, self._is_over, frozenset(self._tried), at_a_time, breath)

    def _go_on(self, tried: frozenset[str]) -> None:
        if not tried:
            self.ended.emit()
            return
        self._tried |= tried
        self._begin_some()
        self.renewed.emit()

    def _say_trouble(self, sentence: str) -> None:
        self.problem.emit(sentence)
        self.ended.emit()


@dataclass(frozen=True)
class _Round:
    """One piece of the walk through all outdated cases; knows nothing of the window."""

    work: Work
    by: Derived
    is_over: Event
    tried: frozenset[str]
    at_a_time: int
    breath: float

    def renew_some(self) -> frozenset[str]:
        """Return the ids of the cases it tried to renew; none when there is nothing more to do."""
        try:
            return self.renew(self.wanted(self.at_a_time))
        except RegisterClosedError:
            return frozenset()

    def wanted(self, limit: int) -> tuple[str, ...]:
        """Return the ids of up to *limit* cases that are outdated and were not tried yet."""
        upkeep = self.work.register.upkeep
        found = upkeep.outdated_cases(self.by.rules, self.by.today, limit + len(self.tried))
        return tuple(case_id for case_id in found if case_id not in self.tried)[:limit]

    def renew(self, wanted: Sequence[str]) -> frozenset[str]:
        """Derive the rows of the cases *wanted*, and return their ids; none when it was ended."""
        rows = []
        for case_id in wanted:
            if self.is_over.wait(self.breath):
                return frozenset()
            row = derived_row(case_id, self.work)
            if row is not None:
                rows.append(row)
        if rows:
            self.work.register.upkeep.renew_lists(rows)
        return frozenset(wanted)
