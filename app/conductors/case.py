"""The conductor of an open case: steps to the left, form or letter in the middle, guidance."""

from dataclasses import dataclass

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
from models.steps import REPEATED_FORMS, steps_of
from storage.errors import RegisterError
from views.screen.case_screen import CaseScreen
from views.screen.messages import ask_yes_no

_GIVE_UP = (
    "Vil du slette kladden?",
    "Det, du har skrevet i skemaet, bliver slettet. Det, der er underskrevet, står ved magt.",
    "Slet kladden",
    "Behold den",
)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Where one was in a case when it was locked: a letter, or a place in the form of an entry."""

    case_id: str
    letter: str = ""
    form: Form = Form.CONTACT
    entry_id: str = ""
    whereabouts: Whereabouts | None = None


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
        self._form: FormConductor | None = None
        self._letter: LetterConductor | None = None
        self._case.changed.connect(self._show_case)
        self.screen.step_chosen.connect(self._choose_step)
        self.screen.letter_chosen.connect(self._choose_letter)
        self.screen.back_asked.connect(self._go_back)
        self.screen.erasing_asked.connect(self.erasing_asked)

    @property
    def bookmark(self) -> Bookmark:
        """Where one is now."""
        case_id = self._case.case.id
        if self._letter:
            return Bookmark(case_id, letter=self._letter.key)
        if self._form is None:
            return Bookmark(case_id)
        entry = self._form.entry
        return Bookmark(case_id, "", Form(entry.form), entry.id, self._form.whereabouts)

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
        steps = steps_of(self._case.case)
        self.open_step(next((step.form for step in steps if step.is_next), Form.DISCHARGE))

    def return_to(self, bookmark: Bookmark) -> None:
        """Open the case where one was."""
        if bookmark.letter:
            self._choose_letter(bookmark.letter)
            return
        entry = self._case.case.entry(bookmark.entry_id)
        self._lead(entry or self._standing(bookmark.form))
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
    def is_kept(self) -> bool:
        """Whether the register was handed all that stands on the screen."""
        return self._form is None or self._form.is_kept

    def _standing(self, form: Form) -> Entry:
        """Return the entry of *form* one works on: a correction, what stands, or a new one."""
        standing = self._case.case.current(form)
        if standing is None:
            return self._case.begin(form)
        return self._case.case.correction_of(standing) or standing

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
        self._form, self._letter = form, None
        self.screen.show_centre(form.page)
        self._show_guidance(Place(sections(form.form)[0].link_id))
        self._show_case(self._case.case)
        form.begin()

    @Slot(str)
    def _choose_step(self, key: str) -> None:
        self.problem.emit("")
        earlier = self._case.case.entry(key)
        self._lead(earlier or self._standing(Form(key)))

    @Slot(str)
    def _choose_letter(self, key: str) -> None:
        self.problem.emit("")
        self.save()
        letter = LetterConductor(self._case, self._work, self._clinic, key)
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
        citizen = citizen_shown(self._case.course, supplies, self._work.today)
        self.screen.show_citizen(citizen)
        self.screen.offer_erasing(offer=bool(self._case.case.entries))
        at_form = self._step_key()
        at_letter = self._letter.key if self._letter else ""
        self.screen.show_steps(steps_shown(self._case, self._work), at_form)
        letters = letters_shown(self._case, self._clinic, self._work)
        self.screen.show_letters(letters, at_letter)

    def _step_key(self) -> str:
        if self._form is None:
            return ""
        entry = self._form.entry
        newest = self._case.case.current(entry.form)
        is_earlier = entry.form in REPEATED_FORMS and entry.is_signed and entry != newest
        return entry.id if is_earlier else entry.form

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
        if self._case.case.entries:
            self.open_step(Form(draft.form))
        else:
            self.back_asked.emit()

    @Slot()
    def _go_back(self) -> None:
        self.save()
        self.back_asked.emit()
