"""The conductor of an open case: steps to the left, form or letter in the middle, guidance."""

from PySide6.QtCore import QObject, Signal, Slot

from app.bookmark import Bookmark
from app.case_sides import CaseSides
from app.conductors.addition import AdditionConductor
from app.conductors.form import FormConductor
from app.conductors.form_copy import FormCopyConductor
from app.conductors.letter import LetterConductor
from app.course_shown import citizen_shown
from app.entry_at import entry_at, entry_of_form, next_entry
from app.open_case import OpenCase
from app.trouble import READING_TROUBLE
from app.work import Work
from forms.outline import sections
from models.answers import Place
from models.case import Case, Entry
from models.clinic import Clinic
from models.course import Form
from models.steps import REPEATED_FORMS, THREAD
from storage.errors import RegisterError
from views.screen.case_screen import CaseScreen
from views.screen.messages import ask_yes_no

_GIVE_UP = (
    "Vil du slette kladden?",
    "Det, du har skrevet i skemaet, bliver slettet. Det, der er underskrevet, står ved magt.",
    "Slet kladden",
    "Behold den",
)


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
        self._copying: FormCopyConductor | None = None
        self._addition: AdditionConductor | None = None
        self._way_back: Bookmark | None = None
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
        if self._addition and self._way_back:
            return self._way_back
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
        self._lead(next_entry(self._case, self._clinic))

    def return_to(self, bookmark: Bookmark) -> None:
        """Open the case where one was."""
        if bookmark.letter:
            self._choose_letter(bookmark.letter)
            return
        entry = self._case.case.entry(bookmark.entry_id)
        self._lead(entry or entry_of_form(self._case, bookmark.form))
        if self._form and entry and bookmark.whereabouts:
            self._form.return_to(bookmark.whereabouts)

    def open_step(self, form: str) -> None:
        """Show the entry of *form* that stands, or a new one."""
        self._lead(entry_of_form(self._case, form))

    def save(self) -> None:
        """Hand what is on the screen to the register now."""
        if self._form:
            self._form.save()

    @property
    def is_kept(self) -> bool:
        """Whether the register was handed all that stands on the screen."""
        return self._form is None or self._form.is_kept

    def _lead(self, entry: Entry) -> None:
        self.save()
        form = FormConductor(self._case, self._work, entry)
        form.question_entered.connect(self._show_guidance)
        form.section_shown.connect(self._show_guidance)
        form.signed.connect(self._follow_signing)
        form.correction_asked.connect(self._correct)
        form.giving_up_asked.connect(self._give_up)
        form.changed.connect(self.changed)
        form.problem.connect(self.problem)
        self._copying = FormCopyConductor(form, self._case, self._work, self._clinic)
        form.page.put_beside_title(self._copying.more)
        self._form, self._letter, self._addition = form, None, None
        self.screen.show_centre(form.page)
        self._show_guidance(Place(sections(form.form)[0].link_id))
        self._show_case(self._case.case)
        form.begin()

    @Slot(str)
    def _choose_step(self, key: str) -> None:
        self.problem.emit("")
        here = self.bookmark
        entry = entry_at(self._case, key)
        if entry.form not in THREAD and here.form in THREAD:
            self._way_back = here
        self._lead(entry)

    @Slot()
    def _offer_additions(self) -> None:
        if self._addition:
            return
        self.problem.emit("")
        self.save()
        self._way_back = self.bookmark
        addition = AdditionConductor(self._work.supplies)
        addition.chosen.connect(self._add)
        addition.left.connect(self._go_to_way_back)
        self._form, self._letter, self._addition = None, None, addition
        self.screen.show_centre(addition.page)
        self._sides.guide(None)
        self._show_case(self._case.case)
        addition.page.setFocus()

    @Slot(str)
    def _add(self, form: str) -> None:
        try:
            entry = self._case.begin(form)
        except READING_TROUBLE as error:
            self.problem.emit(str(error))
        else:
            self._lead(entry)

    @Slot()
    def _go_to_way_back(self) -> None:
        """Go back to where one was before one went beside the steps."""
        here, self._way_back, self._addition = self._way_back, None, None
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
        self._form, self._letter, self._addition = None, letter, None
        self.screen.show_centre(letter.page)
        self._sides.guide(None)
        self._show_case(self._case.case)

    @Slot(str, str)
    def _go_to_lack(self, form: str, question: str) -> None:
        if form not in set(Form):
            self.profile_asked.emit()
            return
        self.open_step(form)
        if self._form:
            first_rows = (0,) * len(self._form.form.groups_around[question])
            self._form.go_to(Place(question, first_rows))

    @Slot()
    def _correct(self) -> None:
        if self._form is None:
            return
        entry = self._form.entry
        again = entry.form in REPEATED_FORMS
        self._lead(self._case.begin(entry.form) if again else self._case.correct(entry))

    @Slot()
    def _follow_signing(self) -> None:
        """Lead on to the next step when one is signed; from beside the steps, back to them."""
        self.problem.emit("")
        self.signed.emit()
        if self._form and self._form.entry.form not in THREAD:
            self._go_to_way_back()
        else:
            self.begin()

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
        if self._form is None or not ask_yes_no(self.screen, *_GIVE_UP):
            return
        form, draft = self._form, self._form.entry
        try:
            self._case.give_up(draft)
        except RegisterError as error:
            self.problem.emit(str(error))
            return
        form.forget()
        corrected = self._case.case.entry(draft.replaces or "")
        if not self._case.case.entries:
            self.back_asked.emit()
        elif corrected:
            self._lead(corrected)
        elif draft.form in THREAD:
            self.open_step(draft.form)
        else:
            self._go_to_way_back()

    @Slot()
    def _go_back(self) -> None:
        self.save()
        self.back_asked.emit()
