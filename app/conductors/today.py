"""The conductor of the list of the day."""

from PySide6.QtCore import QObject, Signal, Slot

from app.bookmark import Bookmark
from app.clinic_file import CLINIC_CASE
from app.renewing import Renewing
from app.today_found import DayFound
from app.work import Work
from models.appointments import entry_of
from models.danish import long_date, weekday
from storage.errors import RegisterError
from views.screen.navigation import Room
from views.screen.today_list import TodayList
from views.screen.today_rows import DueGroup, DueLine

_COUNTING = "Regner dagens frister ud …"


class TodayConductor(QObject):
    """Shows what is due, the most urgent first, and keeps it true while it is shown."""

    task_chosen = Signal(str, str)
    """The case of a citizen, and the id of the task in it."""
    entry_chosen = Signal(Bookmark)
    citizen_chosen = Signal(str)
    checklist_chosen = Signal(str)
    room_chosen = Signal(Room)
    problem = Signal(str)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.page = TodayList()
        self._work = work
        self._opened: set[DueGroup] = set()
        self._renewing = Renewing(work)
        self.page.line_chosen.connect(self._choose)
        self.page.all_asked.connect(self._show_all)
        self._renewing.renewed.connect(self._show_again)
        self._renewing.ended.connect(self._show_again)
        self._renewing.problem.connect(self.problem)

    def show_due(self) -> None:
        """Show what is due, of each group the most pressing."""
        self._opened.clear()
        # Begun first: what a few citizens need is derived before anything is shown.
        self._renewing.begin()
        self._show()

    def put_away(self) -> None:
        """Look after the lists no more."""
        self._renewing.end()

    @Slot()
    def _show(self) -> None:
        today = self._work.today
        day = f"{weekday(today).capitalize()} den {long_date(today)}"
        derived = self._renewing.outdated_by
        found = DayFound(self._work, self._opened, derived)
        try:
            groups = found.groups()
        except RegisterError as error:
            self.page.show_trouble(day, str(error))
            self.problem.emit(str(error))
            return
        if found.trouble:
            self.problem.emit(found.trouble)
        shown = f"{day} · {_COUNTING}" if derived else day
        self.page.show_day(shown, groups, is_counting=derived is not None)

    @Slot()
    def _show_again(self) -> None:
        if self.page.isVisible():
            self._show()

    @Slot(DueGroup)
    def _show_all(self, group: DueGroup) -> None:
        self._opened.add(group)
        self._show()

    @Slot(DueLine)
    def _choose(self, line: DueLine) -> None:
        match line.group:
            case DueGroup.LETTERS:
                self.room_chosen.emit(Room.LETTERS)
            case DueGroup.MEETINGS | DueGroup.DRAFTS:
                entry_id = entry_of(line.key)
                self.entry_chosen.emit(Bookmark(line.case_id, entry_id=entry_id))
            case DueGroup.QUIET:
                self.citizen_chosen.emit(line.case_id)
            case _ if line.case_id == CLINIC_CASE:
                self.checklist_chosen.emit(line.key)
            case _:
                self.task_chosen.emit(line.case_id, line.key)
