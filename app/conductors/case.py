"""The conductor of an open case: steps to the left, form or letter in the middle, guidance."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot

from app.conductors.form import FormConductor, Whereabouts
from app.conductors.letter import LetterConductor
from app.course_shown import citizen_shown, letters_shown, steps_shown
from app.guidance import guidance_for
from app.open_case import OpenCase
from app.work import Work
from forms.outline import sections
from models.answers import Place
from models.case import Case, Entry
from models.clinic import Clinic
from models.course import Form
from models.letters.letter import LetterKind
from models.steps import REPEATED_FORMS, steps_of
from views.screen.case_screen import CaseScreen


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Where one was in a case when it was locked: a step or letter, and the place in the form."""

    case_id: str
    at: str
    entry_id: str = ""
    whereabouts: Whereabouts | None = None


class CaseConductor(QObject):
    """Leads one case; what can go wrong is said as `problem`."""

    back_asked = Signal()
    profile_asked = Signal()
    changed = Signal()
    signed = Signal()
    problem = Signal(str)

    def __init__(self, case: OpenCase, work: Work, clinic: Clinic) -> None:
        super().__init__()
        self.screen = CaseScreen()
        self._case = case
        self._work = work
        self._clinic = clinic
        self._form: FormConductor | None = None
        self._letter: LetterConductor | None = None
        self._case.changed.connect(self._show_case)
        self.screen.step_chosen.connect(self._choose_step)
        self.screen.letter_chosen.connect(self._choose_letter)
        self.screen.back_asked.connect(self._go_back)

    @property
    def bookmark(self) -> Bookmark:
        """Where one is now."""
        if self._letter:
            return Bookmark(self._case.case.id, self._letter.kind)
        if self._form:
            entry = self._form.entry
            return Bookmark(self._case.case.id, entry.form, entry.id, self._form.whereabouts)
        return Bookmark(self._case.case.id, Form.CONTACT)

    def begin(self) -> None:
        """Open the case at the first step that is not done."""
        steps = steps_of(self._case.case)
        self.open_step(next((step.form for step in steps if step.is_next), Form.DISCHARGE))

    def return_to(self, bookmark: Bookmark) -> None:
        """Open the case where one was."""
        if bookmark.at in set(LetterKind):
            self._choose_letter(bookmark.at)
            return
        entry = self._case.case.entry(bookmark.entry_id)
        self._lead(entry or self._standing(Form(bookmark.at)))
        if self._form and entry and bookmark.whereabouts:
            self._form.return_to(bookmark.whereabouts)

    def open_step(self, form: Form) -> None:
        """Show the entry of *form* that stands, or a new one."""
        self._lead(self._standing(form))

    def save(self) -> None:
        """Hand what is on the screen to the register now."""
        if self._form:
            self._form.save()

    @property
    def draft(self) -> tuple[str, datetime] | None:
        """The id and time of the draft on the screen; None when there is nothing to save."""
        return self._form.draft if self._form else None

    def _standing(self, form: Form) -> Entry:
        return self._case.case.current(form) or self._case.begin(form)

    def _lead(self, entry: Entry) -> None:
        self.save()
        form = FormConductor(self._case, self._work, entry)
        form.question_entered.connect(self._show_guidance)
        form.section_shown.connect(self._show_guidance)
        form.signed.connect(self._follow_signing)
        form.correction_asked.connect(self._correct)
        form.changed.connect(self.changed)
        form.problem.connect(self.problem)
        self._form, self._letter = form, None
        self.screen.show_centre(form.page)
        self._show_guidance(Place(sections(form.form)[0].link_id))
        self._show_case(self._case.case)
        form.begin()

    @Slot(str)
    def _choose_step(self, key: str) -> None:
        self.problem.emit("")
        self.open_step(Form(key))

    @Slot(str)
    def _choose_letter(self, key: str) -> None:
        self.save()
        self.problem.emit("")
        letter = LetterConductor(self._case, self._work, self._clinic, LetterKind(key))
        letter.lack_chosen.connect(self._go_to_lack)
        letter.problem.connect(self.problem)
        self._form, self._letter = None, letter
        self.screen.show_centre(letter.page)
        self.screen.show_guidance(())
        self._show_case(self._case.case)

    @Slot(str, str)
    def _go_to_lack(self, form: str, question: str) -> None:
        if form not in set(Form):
            self.profile_asked.emit()
            return
        self.open_step(Form(form))
        if self._form:
            first_rows = (0,) * len(self._form.form.groups_around[question])
            self._form.go_to(Place(question, first_rows))

    @Slot()
    def _correct(self) -> None:
        if self._form is None:
            return
        entry = self._form.entry
        again = entry.form in REPEATED_FORMS
        self._lead(self._case.begin(Form(entry.form)) if again else self._case.correct(entry))

    @Slot()
    def _follow_signing(self) -> None:
        """Lead on to the next step when one is signed."""
        self.problem.emit("")
        self.signed.emit()
        self.begin()

    @Slot(Place)
    def _show_guidance(self, place: Place) -> None:
        if self._form:
            item = self._form.form.by_link_id.get(place.link_id)
            lines = guidance_for(item, self._work.supplies, self._work.today) if item else ()
            self.screen.show_guidance(lines)

    @Slot(Case)
    def _show_case(self, _case: Case) -> None:
        supplies = self._work.supplies
        self.screen.show_citizen(citizen_shown(self._case.course, supplies, self._work.today))
        at_form = self._form.entry.form if self._form else ""
        at_letter = self._letter.kind if self._letter else ""
        self.screen.show_steps(steps_shown(self._case, supplies), at_form)
        letters = letters_shown(self._case, self._clinic, self._work)
        self.screen.show_letters(letters, at_letter)

    @Slot()
    def _go_back(self) -> None:
        self.save()
        self.back_asked.emit()
