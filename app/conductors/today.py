"""The conductor of the list of the day."""

from datetime import timedelta

from PySide6.QtCore import QObject, Signal, Slot

from app.clinic_due import clinic_due
from app.clinic_file import CLINIC_CASE
from app.renewing import Renewing
from app.today_shown import lines_due
from app.trouble import READING_TROUBLE
from app.work import Work
from models.danish import long_date, weekday
from models.deadlines_of_clinic import ClinicDeadline
from storage.errors import RegisterError
from views.screen.today_list import TodayList

_MOST = 200
_FAR = timedelta(days=92)


class TodayConductor(QObject):
    """Shows what is due, the most urgent first, and keeps it true while it is shown."""

    task_chosen = Signal(str, str)
    """The case of a citizen, and the id of the task in it."""
    checklist_chosen = Signal(str)
    problem = Signal(str)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.page = TodayList()
        self._work = work
        self._renewing = Renewing(work)
        self.page.line_chosen.connect(self._choose)
        self._renewing.renewed.connect(self._show_again)
        self._renewing.problem.connect(self.problem)

    def show_due(self) -> None:
        """Show what is overdue, and what is due within three months."""
        self._show()
        self._renewing.begin()

    def put_away(self) -> None:
        """Look after the lists no more."""
        self._renewing.end()

    @Slot()
    def _show(self) -> None:
        today = self._work.today
        day = f"{weekday(today).capitalize()} den {long_date(today)}"
        try:
            found = self._work.register.due(today + _FAR, _MOST + 1)
        except RegisterError as error:
            self.page.show_trouble(day, str(error))
            self.problem.emit(str(error))
            return
        lines = lines_due(found, self._of_clinic(), today)
        if len(lines) > _MOST:
            day += f" · kun de {_MOST} mest presserende vises"
        self.page.show_due(day, lines[:_MOST])

    def _of_clinic(self) -> tuple[ClinicDeadline, ...]:
        """Return what is due about the clinic; none where its own file cannot be read."""
        try:
            return clinic_due(self._work, _FAR)
        except READING_TROUBLE as error:
            self.problem.emit(str(error))
            return ()

    @Slot()
    def _show_again(self) -> None:
        if self.page.isVisible():
            self._show()

    @Slot(str, str)
    def _choose(self, case_id: str, key: str) -> None:
        if case_id == CLINIC_CASE:
            self.checklist_chosen.emit(key)
        else:
            self.task_chosen.emit(case_id, key)
