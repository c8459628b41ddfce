"""The conductor of the checklists about the clinic: each is filled as a form of its own file."""

from PySide6.QtCore import QObject, Signal, Slot

from app.bookmark import Bookmark
from app.checklists_shown import (
    due_shown,
    key_of,
    list_shown,
    list_states,
    pressing,
    rest_in_words,
)
from app.clinic_file import CLINIC_CASE, begun_again
from app.conductors.form import FormConductor
from app.conductors.form_copy import FormCopyConductor
from app.conductors.giving_up import give_up
from app.guidance import guidance_for
from app.open_case import OpenCase
from app.records import Meaning
from app.trouble import READING_TROUBLE
from app.work import Work
from forms.outline import sections
from models.answers import Place
from models.case import Case, Entry
from models.checklists import draft_of, standing_entry
from models.clinic import Clinic
from models.deadlines_of_clinic import ClinicDeadline, deadlines_of_clinic
from views.screen.checklists_form import ChecklistFormPage
from views.screen.checklists_page import ChecklistsPage


class ChecklistsConductor(QObject):
    """Shows how far the lists are, and leads the one that is open; trouble is said as `problem`."""

    back_asked = Signal()
    changed = Signal()
    signed = Signal()
    guidance_chosen = Signal(str)
    problem = Signal(str)

    def __init__(self, case: Case, work: Work, clinic: Clinic) -> None:
        """*case* is the clinic's own file."""
        super().__init__()
        self.page = ChecklistsPage()
        self._case = OpenCase(case, work)
        self._work = work
        self._clinic = clinic
        self._meaning = Meaning(work.supplies)
        self._due: dict[str, ClinicDeadline] = {}
        self._form: FormConductor | None = None
        self._around: ChecklistFormPage | None = None
        self._copying: FormCopyConductor | None = None
        self.page.back_asked.connect(self.back_asked)
        self.page.list_chosen.connect(self._open)
        self.page.due_chosen.connect(self._open_due)

    @property
    def bookmark(self) -> Bookmark:
        """Where one is now, to come back to after a lock."""
        if self._form is None:
            return Bookmark(CLINIC_CASE, form="")
        entry = self._form.entry
        return Bookmark(CLINIC_CASE, "", entry.form, entry.id, self._form.whereabouts)

    @property
    def is_kept(self) -> bool:
        """Whether the register was handed all that stands on the screen."""
        return self._form is None or self._form.is_kept

    def return_to(self, bookmark: Bookmark) -> None:
        """Open the list one was at, at the question one was at."""
        if not bookmark.form:
            return
        entry = self._case.case.entry(bookmark.entry_id)
        if entry is None:
            self._open(bookmark.form)
            return
        self._lead(entry)
        if self._form and bookmark.whereabouts:
            self._form.return_to(bookmark.whereabouts)

    def put_away(self) -> None:
        """Hand what is on the screen to the register."""
        if self._form:
            self._form.save()

    def show_lists(self) -> None:
        """Show all lists, and what is due in them."""
        work, today = self._work, self._work.today
        said = self._meaning.of(self._case.case, today)
        try:
            states = list_states(said, work.supplies)
        except READING_TROUBLE as error:
            self.problem.emit(str(error))
            return
        due = deadlines_of_clinic(states, work.supplies.law, today)
        self._due = {key_of(one): one for one in due}
        self.page.show_lists(
            [list_shown(state, said, due, work.supplies, today) for state in states],
            [due_shown(one, work.supplies, today) for one in pressing(due)],
            rest_in_words(due, today),
        )

    @Slot(str)
    def _open(self, form: str) -> None:
        """Open the draft of a list, else what was signed last, else a new one."""
        case = self._case.case
        standing = draft_of(case, form) or standing_entry(case, form)
        try:
            self._lead(standing or self._case.begin(form))
        except READING_TROUBLE as error:
            self.problem.emit(str(error))

    @Slot(str)
    def _open_due(self, key: str) -> None:
        due = self._due[key]
        self._open(due.form)
        if self._form and due.link_id in self._form.form.by_link_id:
            self._form.go_to(Place(due.link_id, () if due.row is None else (due.row,)))

    def _lead(self, entry: Entry) -> None:
        self.problem.emit("")
        self.put_away()
        form = FormConductor(self._case, self._work, entry)
        form.question_entered.connect(self._show_guidance)
        form.section_shown.connect(self._show_guidance)
        form.signed.connect(self._follow_signing)
        form.correction_asked.connect(self._correct)
        form.another_asked.connect(self._review_again)
        form.giving_up_asked.connect(self._give_up)
        form.changed.connect(self.changed)
        form.problem.connect(self.problem)
        self._copying = FormCopyConductor(form, self._case, self._work, self._clinic)
        self._form, self._around = form, ChecklistFormPage(form.page)
        self._around.back_asked.connect(self._go_back)
        self._around.guidance_chosen.connect(self.guidance_chosen)
        self.page.show_form(self._around)
        self._show_guidance(Place(sections(form.form)[0].link_id))
        form.begin()

    @Slot(Place)
    def _show_guidance(self, place: Place) -> None:
        if self._form and self._around:
            item = self._form.form.by_link_id.get(place.link_id)
            supplies, today = self._work.supplies, self._work.today
            self._around.show_guidance(guidance_for(item, supplies, today) if item else ())

    @Slot()
    def _correct(self) -> None:
        if self._form:
            self._lead(self._case.correct(self._form.entry))

    @Slot()
    def _review_again(self) -> None:
        """Go through the list again, from what was said last."""
        if self._form is None:
            return
        try:
            self._lead(begun_again(self._case, self._form.entry, self._work))
        except READING_TROUBLE as error:
            self.problem.emit(str(error))

    @Slot()
    def _follow_signing(self) -> None:
        self.signed.emit()
        self._go_back()

    @Slot()
    def _give_up(self) -> None:
        if self._form and give_up(self._form, self._case, self.page):
            self._go_back()

    @Slot()
    def _go_back(self) -> None:
        self.problem.emit("")
        self.put_away()
        self._form, self._around, self._copying = None, None, None
        self.show_lists()
