"""The conductor of a rule the clinic writes itself: a form of the clinic's own file."""

from PySide6.QtCore import QObject, Signal, Slot

from app.bookmark import Bookmark
from app.conductors.form import FormConductor
from app.conductors.giving_up import give_up
from app.open_case import OpenCase
from app.work import Work
from models.case import Case, Entry
from models.own_rules import FORM
from views.screen.guidelines_form import RuleFormPage

_SAID = "Det, du underskriver her, gælder for jer fra den dag, du skriver."


class OwnRuleConductor(QObject):
    """Leads the form of one rule, until it is signed, given up or left."""

    left = Signal()
    changed = Signal()
    signed = Signal()
    problem = Signal(str)

    def __init__(self, case: Case, work: Work, entry: Entry) -> None:
        """*case* is the clinic's own file."""
        super().__init__()
        self._case = OpenCase(case, work)
        self._form = FormConductor(self._case, work, entry)
        self.page = RuleFormPage(self._form.page, _SAID)
        self.page.back_asked.connect(self.left)
        self._form.signed.connect(self.signed)
        self._form.correction_asked.connect(self.left)
        self._form.giving_up_asked.connect(self._give_up)
        self._form.changed.connect(self.changed)
        self._form.problem.connect(self.problem)
        self._form.begin()

    @property
    def bookmark(self) -> Bookmark:
        """Where one is now, to come back to after a lock."""
        entry = self._form.entry
        return Bookmark(self._case.case.id, "", FORM, entry.id, self._form.whereabouts)

    @property
    def entry_id(self) -> str:
        """The entry that holds the rule."""
        return self._form.entry.id

    @property
    def is_kept(self) -> bool:
        """Whether the register was handed all that stands on the screen."""
        return self._form.is_kept

    def return_to(self, bookmark: Bookmark) -> None:
        """Stand where one was."""
        if bookmark.whereabouts:
            self._form.return_to(bookmark.whereabouts)

    def put_away(self) -> None:
        """Hand what is on the screen to the register."""
        self._form.save()

    @Slot()
    def _give_up(self) -> None:
        if give_up(self._form, self._case, self.page):
            self.left.emit()
