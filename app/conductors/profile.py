"""The conductor of the clinic's profile: a form like any other, kept in the register itself."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from app.supplies import Supplies
from app.work import Work
from forms.carrying import carried_over
from forms.checking import problems
from forms.enablement import enabled_places
from forms.outline import sections, starting_answers
from forms.questionnaire import Questionnaire
from forms.reading import read_reply
from forms.reply import Reply
from forms.response import read_response, write_response
from models.answers import Answers, Place
from models.clinic import Clinic, clinic_of
from storage.register import Register
from views.screen.form_page import FormPage

FORM = "clinic"


class ProfileConductor(QObject):
    """Asks about the clinic; `settled` says that a field was left, `accepted` that all is there.

    `turned` says whether the section on the screen is the last.
    """

    accepted = Signal()
    settled = Signal()
    problem = Signal(str)
    turned = Signal(bool)

    def __init__(self, form: Questionnaire, answers: Answers) -> None:
        super().__init__()
        self.page = FormPage()
        self._form = form
        self._answers = answers
        self._kept = answers
        self._section = 0
        self.page.answered.connect(self._record)
        self.page.left.connect(self._settle)
        self.page.section_chosen.connect(self._turn_to)
        self.page.closing_asked.connect(self.accept)
        self.page.end_asked.connect(self.accept)
        self._show_section()

    @property
    def answers(self) -> Answers:
        """What is answered so far."""
        return self._answers

    @property
    def has_changed(self) -> bool:
        """Whether something was answered since it was last kept."""
        return self._answers != self._kept

    def note_kept(self) -> None:
        """Take what is answered now as kept."""
        self._kept = self._answers

    def offer_saving(self) -> None:
        """Offer to save, where no other button leads on."""
        self.page.set_closing_action("Gem oplysningerne")

    @Slot()
    def accept(self) -> None:
        """Say `accepted` when nothing is missing, else show what is."""
        found = problems(self._form, self._answers)
        if not found:
            self.accepted.emit()
            return
        for number, section in enumerate(sections(self._form)):
            if any(item.link_id == found[0].place.link_id for item in section.walk()):
                self._section = number
        self._show_section()
        self.page.show_problems(found)
        self.page.focus_place(found[0].place)
        self.problem.emit("Der mangler noget om jeres sted, før I kan gå videre.")

    @Slot(Place, Reply)
    def _record(self, place: Place, reply: Reply) -> None:
        item = self._form.by_link_id[place.link_id]
        self._answers = self._answers.with_answer(place, *read_reply(item, reply))
        self.page.show_answers(self._answers, enabled_places(self._form, self._answers))

    @Slot(Place)
    def _settle(self, _place: Place) -> None:
        self.settled.emit()

    @Slot(int)
    def _turn_to(self, section: int) -> None:
        self._section = section
        self._show_section()

    def _show_section(self) -> None:
        enabled = enabled_places(self._form, self._answers)
        self.page.show_form(self._form, self._section, self._answers, enabled)
        self.turned.emit(self._section == len(sections(self._form)) - 1)


def opening_answers(register: Register | None, supplies: Supplies) -> Answers:
    """Return what the register says of the clinic, as the newest form can hold it.

    Without a profile it is what the form opens with.
    """
    newest = supplies.newest(FORM)
    profile = register.clinic_profile() if register else None
    if profile is None:
        return starting_answers(newest)
    pinned = supplies.form(FORM, profile.version)
    answers = read_response(pinned, profile.response)
    return answers if pinned is newest else carried_over(pinned, newest, answers).answers


def keep_profile(answers: Answers, work: Work) -> Clinic:
    """Write the profile to the register, and return the clinic; raises `RegisterError`."""
    form, now = work.supplies.newest(FORM), work.clock()
    # Not signed: what is said so far counts, also while the rest is still missing.
    response = write_response(form, answers, now, signed=False)
    work.register.save_clinic_profile(form.version, response, work.person, now)
    return replace(clinic_of(answers), logo=work.register.clinic_logo())


def clinic_in(register: Register, supplies: Supplies) -> Clinic:
    """Return the clinic the register belongs to; raises `RegisterError`."""
    clinic = clinic_of(opening_answers(register, supplies))
    return replace(clinic, logo=register.clinic_logo())
