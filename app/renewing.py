"""Keeping what is due true as days pass and rules change, without anybody asking for it."""

from dataclasses import dataclass
from threading import Event

from PySide6.QtCore import QObject, Signal

from app.background import Background
from app.rules_mark import rules_mark
from app.upkeep import derived_row
from app.work import Work
from storage.errors import RegisterClosedError

_AT_A_TIME = 25
_BREATH = 0.01
"""Seconds between two cases, for whoever works in the window."""


class Renewing(QObject):
    """Derives anew, in the background, the rows that may have become others.

    `renewed` is said when some were, and `problem` when the register does not answer.
    """

    renewed = Signal()
    problem = Signal(str)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._is_over = Event()
        self._tried: set[str] = set()
        self._background = Background()

    def begin(self) -> None:
        """Look for such rows, unless that is being done already."""
        if not self._background.is_busy:
            renewing = _Round(self._work, self._is_over, frozenset(self._tried))
            self._background.run(renewing.renew_some, self._go_on, self._say_trouble)

    def end(self) -> None:
        """Renew nothing more."""
        self._is_over.set()
        self._background.let_go()

    def _go_on(self, tried: frozenset[str]) -> None:
        if not tried:
            self._tried.clear()
            return
        # What this program cannot read is passed over, and not tried again in the same walk.
        self._tried |= tried
        self.renewed.emit()
        self.begin()

    def _say_trouble(self, sentence: str) -> None:
        self.problem.emit(sentence)


@dataclass(frozen=True)
class _Round:
    """One piece of the walk through all outdated cases; knows nothing of the window."""

    work: Work
    is_over: Event
    tried: frozenset[str]

    def renew_some(self) -> frozenset[str]:
        """Return the ids of the cases it tried to renew; none when there is nothing more to do."""
        try:
            return self._renew()
        except RegisterClosedError:
            return frozenset()

    def _renew(self) -> frozenset[str]:
        work, upkeep = self.work, self.work.register.upkeep
        limit = _AT_A_TIME + len(self.tried)
        found = upkeep.outdated_cases(rules_mark(work.supplies), work.today, limit)
        wanted = [case_id for case_id in found if case_id not in self.tried][:_AT_A_TIME]
        rows = []
        for case_id in wanted:
            if self.is_over.wait(_BREATH):
                return frozenset()
            row = derived_row(case_id, work)
            if row is not None:
                rows.append(row)
        upkeep.renew_lists(rows)
        return frozenset(wanted)
