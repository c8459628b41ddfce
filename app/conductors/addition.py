"""The conductor of the list of what can be added to a case."""

from PySide6.QtCore import QObject, Signal, Slot

from app.beside_shown import additions, matching
from app.course_at import may_ask_anew, may_decide_anew
from app.open_case import OpenCase
from app.supplies import Supplies
from app.trouble import READING_TROUBLE
from models.case import Entry
from views.screen.addition_page import AdditionPage


class AdditionConductor(QObject):
    """Lets one find a form by its title or what it is for, and begins an entry of it."""

    begun = Signal(Entry)
    left = Signal()
    problem = Signal(str)

    def __init__(self, case: OpenCase, supplies: Supplies) -> None:
        super().__init__()
        self.page = AdditionPage()
        self._case = case
        self._offered = additions(
            supplies, may_ask_anew=may_ask_anew(case), may_decide_anew=may_decide_anew(case)
        )
        self.page.searched.connect(self._search)
        self.page.addition_chosen.connect(self._begin)
        self.page.leaving_asked.connect(self.left)
        self.page.show_additions(self._offered)

    @Slot(str)
    def _search(self, typed: str) -> None:
        self.page.show_additions(matching(self._offered, typed))

    @Slot(str)
    def _begin(self, form: str) -> None:
        try:
            entry = self._case.begin(form)
        except READING_TROUBLE as error:
            self.problem.emit(str(error))
        else:
            self.begun.emit(entry)
