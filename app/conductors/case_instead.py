"""What stands in the middle of an open case instead of a form or letter: a page at a time."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.bookmark import Bookmark
from app.conductors.addition import AdditionConductor
from app.conductors.case_overview import CaseOverviewConductor
from app.open_case import OpenCase
from app.work import Work
from models.case import Entry
from models.clinic import Clinic
from views.screen.case_overview.page import Part
from views.screen.case_screen import CaseScreen


class CaseInstead(QObject):
    """Has what can be added to the case, or its overview; what is chosen there *screen* says."""

    opening = Signal()
    """Before a page is made: what stands there is to be kept."""
    opened = Signal(QWidget)
    entry_asked = Signal(Entry)
    left = Signal()
    problem = Signal(str)

    def __init__(self, screen: CaseScreen, case: OpenCase, work: Work, clinic: Clinic) -> None:
        super().__init__()
        self._screen = screen
        self._case = case
        self._work = work
        self._clinic = clinic
        self._open: AdditionConductor | CaseOverviewConductor | None = None
        self._part = Part.THREAD
        screen.addition_asked.connect(self._offer_additions)
        screen.overview_asked.connect(self._show_overview)

    @property
    def is_open(self) -> bool:
        """Whether such a page stands in the middle."""
        return self._open is not None

    def marked(self, place: Bookmark) -> Bookmark:
        """Return *place*, where one was before, with the part of the overview that is open."""
        return replace(place, overview=self._shown_part())

    def let_go(self) -> None:
        """Forget the page, in whose place something else was shown."""
        if part := self._shown_part():
            self._part = Part(part)
        self._open = None

    def return_to(self, bookmark: Bookmark) -> None:
        """Show the part of the overview that *bookmark* names, if it names one."""
        if bookmark.overview:
            self._part = Part(bookmark.overview)
            self._show_overview()

    @Slot()
    def _offer_additions(self) -> None:
        if isinstance(self._open, AdditionConductor):
            return
        self.opening.emit()
        self.let_go()
        adding = AdditionConductor(self._case, self._work.supplies)
        adding.begun.connect(self.entry_asked)
        adding.problem.connect(self.problem)
        adding.left.connect(self.left)
        self._show(adding)

    @Slot()
    def _show_overview(self) -> None:
        self.opening.emit()
        self.let_go()
        overview = CaseOverviewConductor(self._case, self._work, self._clinic)
        overview.step_chosen.connect(self._screen.step_chosen)
        overview.letter_chosen.connect(self._screen.letter_chosen)
        overview.task_chosen.connect(self._screen.task_chosen)
        overview.problem.connect(self.problem)
        overview.left.connect(self.left)
        overview.turn_to(self._part)
        self._show(overview)
        self._screen.give_room(is_needed=True)

    def _show(self, conductor: AdditionConductor | CaseOverviewConductor) -> None:
        self._open = conductor
        self.opened.emit(conductor.page)
        conductor.page.setFocus()

    def _shown_part(self) -> str:
        return self._open.page.part if isinstance(self._open, CaseOverviewConductor) else ""
