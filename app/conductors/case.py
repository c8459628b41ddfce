"""The conductor of an open case: steps to the left, form or letter in the middle, guidance."""

from PySide6.QtCore import QObject, Signal, Slot

from app import entry_at as entries
from app.bookmark import Bookmark
from app.case_sides import CaseSides
from app.citizen_shown import citizen_shown
from app.conductors.addition import AdditionConductor
from app.conductors.form import FormConductor
from app.conductors.form_company import FormCompany
from app.conductors.giving_up import give_up
from app.conductors.letter import LetterConductor
from app.conductors.tasks import CaseTasks
from app.open_case import OpenCase
from app.way_back import WayBack
from app.work import Work
from forms.outline import sections
from models.answers import Place
from models.case import Case, Entry
from models.clinic import Clinic
from models.course import Form
from models.steps import THREAD
from views.screen.case_screen import CaseScreen


class CaseConductor(QObject):
    """Leads one case; what can go wrong is said as `problem`."""

    back_asked = Signal()
    profile_asked = Signal()
    changed = Signal()
    signed = Signal()
    erasing_asked = Signal()
    problem = Signal(str)

    def __init__(self, case: OpenCase, work: Work, clinic: Clinic) -> None:
        super().__init__()
        self.screen = CaseScreen()
        self._case = case
        self._work = work
        self._clinic = clinic
        self._sides = CaseSides(self.screen, case, work, clinic)
        self._form: FormConductor | None = None
        self._letter: LetterConductor | None = None
        self._company: FormCompany | None = None
        self._addition: AdditionConductor | None = None
        self._way_back = WayBack()
        self._tasks = CaseTasks(self.screen, case, work)
        self._tasks.entry_asked.connect(self._lead_to)
        self._tasks.problem.connect(self.problem)
        self._case.changed.connect(self._show_case)
        self.screen.step_chosen.connect(self._choose_step)
        self.screen.letter_chosen.connect(self._choose_letter)
        self.screen.addition_asked.connect(self._offer_additions)
        self.screen.back_asked.connect(self._go_back)
        self.screen.erasing_asked.connect(self.erasing_asked)

    @property
    def bookmark(self) -> Bookmark:
        """Where one is now; while one looks for what to add, where one was."""
        case_id = self._case.case.id
        if self._addition and self._way_back.place:
            return self._way_back.place
        if self._letter:
            return Bookmark(case_id, letter=self._letter.key)
        if self._form is None:
            return Bookmark(case_id)
        entry = self._form.entry
        return Bookmark(case_id, "", entry.form, entry.id, self._form.whereabouts)

    @property
    def case(self) -> Case:
        """The case as it stands."""
        return self._case.case

    @property
    def name(self) -> str:
        """What the citizen is called on the screen."""
        return citizen_shown(self._case.course, self._work.supplies, self._work.today).name

    def begin(self) -> None:
        """Open the case at the first step that is not done."""
        self._lead(entries.next_entry(self._case, self._clinic))

    def return_to(self, bookmark: Bookmark) -> None:
        """Open the case where one was."""
        if bookmark.letter:
            self._choose_letter(bookmark.letter)
            return
        entry = self._case.case.entry(bookmark.entry_id)
        self._lead(entry or entries.entry_of_form(self._case, bookmark.form))
        if self._form and entry and bookmark.whereabouts:
            self._form.return_to(bookmark.whereabouts)

    def open_step(self, form: str) -> None:
        """Show the entry of *form* that stands, or a new one."""
        self._lead(entries.entry_of_form(self._case, form))

    def open_task(self, key: str) -> None:
        """Open the case where the task with this *key* is done."""
        self.begin()
        self._tasks.go_to(key)

    def save(self) -> None:
        """Hand what is on the screen to the register now."""
        if self._form:
            self._form.save()

    @property
    def is_kept(self) -> bool:
        """Whether the register was handed all that stands on the screen."""
        return self._form is None or self._form.is_kept

    def _lead(self, entry: Entry, section: int = 0) -> None:
        self.save()
        form = FormConductor(self._case, self._work, entry, section)
        form.question_entered.connect(self._show_guidance)
        form.section_shown.connect(self._show_guidance)
        form.signed.connect(self._follow_signing)
        form.correction_asked.connect(self._correct)
        form.another_asked.connect(self._write_another)
        form.giving_up_asked.connect(self._give_up)
        form.changed.connect(self.changed)
        form.problem.connect(self.problem)
        company = FormCompany(form, self._case, self._work, self._clinic)
        company.letter_asked.connect(self._choose_letter)
        company.lack_chosen.connect(self._go_to_lack)
        self._form, self._company, self._letter, self._addition = form, company, None, None
        company.show_on(self.screen)
        self._show_guidance(Place(sections(form.form)[section].link_id))
        self._show_case(self._case.case)
        form.begin()

    @Slot(str)
    def _choose_step(self, key: str) -> None:
        self._lead_to(entries.entry_at(self._case, key))

    @Slot(Entry)
    def _lead_to(self, entry: Entry) -> None:
        """Show *entry*, and remember where one was in the course when it is beside it."""
        self.problem.emit("")
        here = self.bookmark
        if entry.form not in THREAD and here.form in THREAD and not self._addition:
            self._way_back.remember(here)
        self._lead(entry)

    @Slot()
    def _offer_additions(self) -> None:
        if self._addition:
            return
        self.problem.emit("")
        self.save()
        self._way_back.remember(self.bookmark)
        addition = AdditionConductor(self._case, self._work.supplies)
        addition.begun.connect(self._lead_to)
        addition.problem.connect(self.problem)
        addition.left.connect(self._go_to_way_back)
        self._form, self._company, self._letter, self._addition = None, None, None, addition
        self.screen.show_centre(addition.page)
        self._sides.guide(None)
        self._show_case(self._case.case)
        addition.page.setFocus()

    @Slot()
    def _go_to_way_back(self) -> None:
        """Go back to where one was before one went beside the steps."""
        here, self._addition = self._way_back.take(), None
        if here:
            self.return_to(here)
        else:
            self.begin()

    @Slot(str)
    def _choose_letter(self, key: str) -> None:
        self.problem.emit("")
        self.save()
        letter = LetterConductor(self._case, self._work, self._clinic, key)
        letter.lack_chosen.connect(self._go_to_lack)
        letter.problem.connect(self.problem)
        self._form, self._company, self._letter, self._addition = None, None, letter, None
        self.screen.show_centre(letter.page)
        self._sides.guide(None)
        self._show_case(self._case.case)

    @Slot(str, str)
    def _go_to_lack(self, form: str, question: str) -> None:
        if form not in set(Form):
            self.profile_asked.emit()
            return
        self._lead(entries.entry_of_lack(self._case, form, self.bookmark.letter))
        if self._company:
            self._company.go_to(question)

    @Slot()
    def _correct(self) -> None:
        if self._form:
            self._lead(self._case.correct(self._form.entry))

    @Slot()
    def _write_another(self) -> None:
        """Begin one more of the form on the screen, or go on with the one that is begun."""
        if self._form:
            self._lead(entries.another_entry(self._case, self._form.entry.form))

    @Slot()
    def _follow_signing(self) -> None:
        """Lead on in the course; from beside it, back to what one was in the midst of; or stay."""
        self.problem.emit("")
        self.signed.emit()
        if self._form is None:
            return
        signed = self._form.entry
        if following := entries.entry_after(signed, self._case, self._clinic):
            self._lead(following)
        elif signed.form not in THREAD and self._way_back.waits_for(signed, self.case):
            self._go_to_way_back()
        else:
            self._lead(signed, self._form.whereabouts.section)
            self._form.page.focus_first()

    @Slot(Place)
    def _show_guidance(self, place: Place) -> None:
        if self._form:
            self._sides.guide(self._form.form.by_link_id.get(place.link_id))

    @Slot(Case)
    def _show_case(self, _case: Case) -> None:
        entry = self._form.entry if self._form else None
        self._sides.show(entry, self._letter.key if self._letter else "")

    @Slot()
    def _give_up(self) -> None:
        """Take the draft on the screen away when the person is sure."""
        if self._form is None:
            return
        draft = self._form.entry
        if not give_up(self._form, self._case, self.screen):
            return
        if not self.case.entries:
            self.back_asked.emit()
        elif instead := entries.entry_instead(draft, self._case):
            self._lead(instead)
        else:
            self._go_to_way_back()

    @Slot()
    def _go_back(self) -> None:
        self.save()
        self.back_asked.emit()
