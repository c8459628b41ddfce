"""The conductors of the lists: all citizens, and what is due today."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject, Signal, Slot

from app.due_shown import due_state_of
from app.work import Work
from models.danish import long_date, short_date, weekday
from models.deadlines import Term
from storage.errors import RegisterError
from storage.records import CitizenRow
from views.screen.citizen_list import CitizenList
from views.screen.citizen_table import CitizenLine
from views.screen.due import DueState
from views.screen.today_list import DueGroup, DueLine, TodayList

_MOST = 200
_FAR = timedelta(days=365)
_WEEK = timedelta(days=7)
_BIRTH_DIGITS = 6


class CitizensConductor(QObject):
    """Searches the register as one types."""

    citizen_chosen = Signal(str)
    new_asked = Signal()
    problem = Signal(str)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.page = CitizenList()
        self._work = work
        self._search = ""
        self.page.searched.connect(self._find)
        self.page.citizen_chosen.connect(self.citizen_chosen)
        self.page.new_asked.connect(self.new_asked)

    def show_citizens(self) -> None:
        """Show those who answer to what was searched for last."""
        self._find(self._search)

    @Slot(str)
    def _find(self, search: str) -> None:
        self._search = search
        try:
            found = self._work.register.citizens(search, _MOST + 1)
        except RegisterError as error:
            self.page.show_trouble(str(error))
            self.problem.emit(str(error))
            return
        lines = [_citizen_line(row, self._work.today) for row in found[:_MOST]]
        self.page.show_citizens(lines, more=len(found) > _MOST)


class TodayConductor(QObject):
    """Shows what is due, the most urgent first."""

    citizen_chosen = Signal(str)
    problem = Signal(str)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.page = TodayList()
        self._work = work
        self.page.citizen_chosen.connect(self.citizen_chosen)

    def show_due(self) -> None:
        """Show what is due within a year."""
        today = self._work.today
        day = f"{weekday(today).capitalize()} den {long_date(today)}"
        try:
            found = self._work.register.due(today + _FAR, _MOST + 1)
        except RegisterError as error:
            self.page.show_trouble(day, str(error))
            self.problem.emit(str(error))
            return
        if len(found) > _MOST:
            day += f" · kun de {_MOST} mest presserende vises"
        lines = [_due_line(row, row.due, today) for row in found[:_MOST] if row.due]
        self.page.show_due(day, lines)


def _citizen_line(row: CitizenRow, today: date) -> CitizenLine:
    return CitizenLine(
        case_id=row.case_id,
        name=row.name or "Uden navn",
        birth=row.cpr[:_BIRTH_DIGITS],
        stage=row.stage,
        due_text=f"{short_date(row.due)} · {row.due_text}" if row.due else "",
        due_state=_due_state(row, today),
        changed_text=_changed(row.changed, today),
    )


def _due_line(row: CitizenRow, due: date, today: date) -> DueLine:
    return DueLine(
        case_id=row.case_id,
        group=_group(due, today),
        what=row.due_text,
        citizen=row.name or "Uden navn",
        due_text=f"{weekday(due).capitalize()} {short_date(due)}",
    )


def _group(due: date, today: date) -> DueGroup:
    if due <= today:
        return DueGroup.TODAY if due == today else DueGroup.OVERDUE
    return DueGroup.WEEK if due <= today + _WEEK else DueGroup.LATER


def _due_state(row: CitizenRow, today: date) -> DueState:
    if row.due is None:
        return DueState.NONE
    return due_state_of(Term(row.due, row.soon, row.urgent), today)


def _changed(changed: datetime, today: date) -> str:
    local = changed.astimezone()
    return f"I dag kl. {local:%H.%M}" if local.date() == today else short_date(local.date())
