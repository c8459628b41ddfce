"""The conductor of an open case: steps to the left, form or letter in the middle, guidance."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app import entry_at as entries
from app.bookmark import Bookmark
from app.case_sides import CaseSides
from app.citizen_shown import citizen_shown
from app.conductors.case_conversation import CaseConversation
from app.conductors.case_instead import CaseInstead
from app.conductors.case_place import place_of
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
        self._instead = CaseInstead(self.screen, case, work, clinic)
        self._way_back = WayBack()
        self._tasks = CaseTasks(self.screen, case, work)
        self.conversation = CaseConversation(self.screen, case, work)
        self._connect()

    def _connect(self) -> None:
        for beside in (self._tasks, self.conversation, self._instead):
            beside.problem.connect(self.problem)
        self._tasks.entry_asked.connect(self.lead_to)
        self._tasks.question_asked.connect(self.go_to_question)
        self._instead.entry_asked.connect(self.lead_to)
        self._instead.left.connect(self._go_to_way_back)
        self._instead.opening.connect(self._step_aside)
        self._instead.opened.connect(self._show_instead)
        self._sides.due.connect(self._show_case)
        self.screen.step_chosen.connect(self._choose_step)
        self.screen.letter_chosen.connect(self._choose_letter)
        self.screen.back_asked.connect(self.back_asked)
        self.screen.erasing_asked.connect(self.erasing_asked)

    @property
    def bookmark(self) -> Bookmark:
        """Where one is now; while a page stands instead of it, where one was."""
        if self._instead.is_open and self._way_back.place:
            return self._instead.marked(self._way_back.place)
        return self.conversation.marked(place_of(self.case, self._form, self._letter))

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
        else:
            self._return_to_form(bookmark)
        self._instead.return_to(bookmark)

    def _return_to_form(self, bookmark: Bookmark) -> None:
        entry = self._case.case.entry(bookmark.entry_id)
        self._lead(entry or entries.entry_of_form(self._case, bookmark.form))
        if self._form and entry and bookmark.whereabouts:
            self._form.return_to(bookmark.whereabouts)
            self.conversation.return_to(bookmark)

    def open_step(self, form: str) -> None:
        """Show the entry of *form* that stands, or a new one."""
        self._lead(entries.entry_of_form(self._case, form))

    def open_task(self, key: str) -> None:
        """Open the case where the task with this *key* is done."""
        self.begin()
        self._tasks.go_to(key)

    @Slot(str)
    def go_to_question(self, link_id: str) -> None:
        """Put the cursor where a question of the form one is at is asked first."""
        if self._instead.is_open:
            self._go_to_way_back()
        if self._company:
            self._company.go_to(link_id)

    def save(self) -> None:
        """Hand what is on the screen to the register now; a conversation comes to its end."""
        self.conversation.put_away()
        if self._form:
            self._form.save()

    @property
    def is_kept(self) -> bool:
        """Whether the register was handed all that stands on the screen."""
        return self.conversation.is_kept and (self._form is None or self._form.is_kept)

    @Slot(Entry)
    def _lead(self, entry: Entry, section: int = 0) -> None:
        self.save()
        form = FormConductor(self._case, self._work, entry, section)
        form.question_entered.connect(self._show_guidance)
        form.section_shown.connect(self._show_guidance)
        form.signed.connect(self._follow_signing)
        form.giving_up_asked.connect(self._give_up)
        form.changed.connect(self.changed)
        form.problem.connect(self.problem)
        company = FormCompany(form, self._case, self._work, self._clinic)
        company.letter_asked.connect(self._choose_letter)
        company.lack_chosen.connect(self._go_to_lack)
        company.entry_asked.connect(self._lead)
        self._form, self._company, self._letter = form, company, None
        self._instead.let_go()
        company.show_on(self.screen)
        self._show_guidance(Place(sections(form.form)[section].link_id))
        self._show_case()
        self.conversation.attend(form)
        form.begin()

    @Slot(str)
    def _choose_step(self, key: str) -> None:
        self.lead_to(entries.entry_at(self._case, key))

    @Slot(Entry)
    def lead_to(self, entry: Entry) -> None:
        """Show *entry*, and remember where one was in the course when it is beside it."""
        self.problem.emit("")
        here = self.bookmark
        if entry.form not in THREAD and here.form in THREAD and not self._instead.is_open:
            self._way_back.remember(here)
        self._lead(entry)

    @Slot()
    def _step_aside(self) -> None:
        """Keep what is on the screen, and where one is, for a page that comes instead of it."""
        self.problem.emit("")
        self.save()
        if not self._instead.is_open:
            self._way_back.remember(self.bookmark)
        self._form, self._company, self._letter = None, None, None

    @Slot()
    def _go_to_way_back(self) -> None:
        """Go back to where one was before one went beside the steps."""
        if here := self._way_back.take():
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
        self._form, self._company, self._letter = None, None, letter
        self._instead.let_go()
        self._show_instead(letter.page)

    @Slot(QWidget)
    def _show_instead(self, page: QWidget) -> None:
        """Show *page*, which is no form, in the middle."""
        self.conversation.attend(None)
        self.screen.show_centre(page)
        self._sides.guide(None)
        self._show_case()

    @Slot(str, str)
    def _go_to_lack(self, form: str, question: str) -> None:
        if form not in set(Form):
            self.profile_asked.emit()
            return
        self._lead(entries.entry_of_lack(self._case, form, self.bookmark.letter))
        self.go_to_question(question)

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

    @Slot()
    def _show_case(self) -> None:
        entry = self._form.entry if self._form else None
        self._sides.show(entry, self._letter.key if self._letter else "")

    @Slot()
    def _give_up(self) -> None:
        """Take the draft on the screen away when the person is sure."""
        if self._form is None or not give_up(self._form, self._case, self.screen):
            return
        if not self.case.entries:
            self.back_asked.emit()
        elif instead := entries.entry_instead(self._form.entry, self._case):
            self._lead(instead)
        else:
            self._go_to_way_back()
