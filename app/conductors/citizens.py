"""The conductor of the list of all citizens."""

from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal, Slot

from app.citizens_shown import citizen_line, note_of
from app.work import Work
from storage.errors import RegisterError
from storage.list_records import (
    CitizenSearch,
    DueWhen,
    ListPlace,
    Sieve,
    Standing,
)
from views.screen.choices import Choice
from views.screen.citizen_filter import CLOSED, OPEN, OVERDUE, CitizensOffered, CitizensWanted
from views.screen.citizen_list import CitizenList

_FIRST = 60
_MOST = 480
"""So many rows are read at first, and at most: twice as many each time one scrolls to the end."""
_WEEK = timedelta(days=8)
_STANDING = {OPEN: Standing.OPEN, CLOSED: Standing.CLOSED}


class CitizensConductor(QObject):
    """Searches the register as one types, and reads on as one scrolls."""

    citizen_chosen = Signal(str)
    new_asked = Signal()
    problem = Signal(str)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.page = CitizenList()
        self._work = work
        self._search = CitizenSearch()
        self._after: ListPlace | None = None
        self._size = _FIRST
        self.page.searched.connect(self._find)
        self.page.more_wanted.connect(self._read_on)
        self.page.citizen_chosen.connect(self.citizen_chosen)
        self.page.new_asked.connect(self.new_asked)

    def show_citizens(self) -> None:
        """Show those who answer to what was searched for and filtered by last."""
        if self._offer():
            self._find(self.page.wanted)

    def want(self, wanted: CitizensWanted) -> None:
        """Search for and filter by what is *wanted* when the citizens are shown next."""
        if self._offer():
            self.page.choose(wanted)

    def _offer(self) -> bool:
        """Offer to filter by what there is; return whether the register could tell."""
        lists = self._work.register.lists
        try:
            stages, counsellors = lists.stages(), lists.counsellors()
        except RegisterError as error:
            self._say_trouble(error)
            return False
        self.page.offer(CitizensOffered(_choices(stages), _choices(counsellors)))
        return True

    @Slot(CitizensWanted)
    def _find(self, wanted: CitizensWanted) -> None:
        today = self._work.today
        self._search = _search_of(wanted, today)
        self._size = _FIRST
        try:
            found = self._work.register.lists.find(self._search, _FIRST)
        except RegisterError as error:
            self._say_trouble(error)
            return
        self._after = found.after
        lines = [citizen_line(row, today) for row in found.rows]
        has_more = found.after is not None
        self.page.show_citizens(lines, has_more=has_more, note=note_of(wanted, found))

    @Slot()
    def _read_on(self) -> None:
        if self._after is None:
            return
        self._size = min(2 * self._size, _MOST)
        try:
            found = self._work.register.lists.find(self._search, self._size, self._after)
        except RegisterError as error:
            self.problem.emit(str(error))
            return
        self._after = found.after
        lines = [citizen_line(row, self._work.today) for row in found.rows]
        self.page.add_citizens(lines, has_more=found.after is not None)

    def _say_trouble(self, error: RegisterError) -> None:
        self.page.show_trouble(str(error))
        self.problem.emit(str(error))


def _search_of(wanted: CitizensWanted, today: date) -> CitizenSearch:
    return CitizenSearch(
        words=wanted.words,
        in_told=wanted.in_notes,
        sieve=Sieve(
            stage=wanted.stage,
            counsellor=wanted.counsellor,
            standing=_STANDING.get(wanted.standing),
            due=_due_of(wanted.due, today) if wanted.due else None,
        ),
    )


def _due_of(code: str, today: date) -> DueWhen:
    return DueWhen(date.min, today) if code == OVERDUE else DueWhen(today, today + _WEEK)


def _choices(names: tuple[str, ...]) -> tuple[Choice, ...]:
    return tuple(Choice(name, name) for name in names)
