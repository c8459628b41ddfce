"""The conductor of the list of all citizens."""

from datetime import date, datetime

from PySide6.QtCore import QObject, Signal, Slot

from app.due_shown import due_state_of
from app.work import Work
from models.danish import short_date
from models.deadlines.term import Term
from storage.errors import RegisterError
from storage.records import CitizenRow
from views.screen.citizen_list import CitizenList
from views.screen.citizen_table import CitizenLine
from views.screen.due import DueState

_MOST = 200
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


def _due_state(row: CitizenRow, today: date) -> DueState:
    if row.due is None:
        return DueState.NONE
    return due_state_of(Term(row.due, row.soon, row.urgent), today)


def _changed(changed: datetime, today: date) -> str:
    local = changed.astimezone()
    return f"I dag kl. {local:%H.%M}" if local.date() == today else short_date(local.date())
