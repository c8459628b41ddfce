"""The conductor of a form that is tried: it answers as a real one does, and keeps nothing."""

from datetime import date

from PySide6.QtCore import QObject, Slot

from app.answer_notes import answer_notes
from app.asking import Asking
from app.conductors.form_problems import FormProblems
from forms.answered import given
from forms.outline import link_ids_inside, places_of, sections, starting_answers
from forms.questionnaire import Questionnaire
from forms.reply import Reply
from models.answers import Place
from models.instruments import Instruments
from views.screen.form_page import FormPage
from views.screen.form_trial_page import FormTrialPage

_LOOK_OVER = "Se, om noget mangler"
_COMPLETE = "Alt er besvaret, og svarene kan bruges."
_ENOUGH = "Der mangler ikke noget, og svarene kan bruges."


class FormTrial(QObject):
    """Asks a form as on the day it is, with the answers in memory alone."""

    def __init__(
        self, form: Questionnaire, today: date, instruments: Instruments, back: str = "Skemaer"
    ) -> None:
        """*back* says where the way back leads."""
        super().__init__()
        self._asking = Asking(form, starting_answers(form), today).up_to_date()
        self._instruments = instruments
        self._section = 0
        self._form_page = FormPage(lambda: today)
        self._problems = FormProblems(self._form_page)
        self.page = FormTrialPage(form.title, self._form_page, back)
        self._connect()
        self._show_section()

    def show_question(self, link_id: str) -> None:
        """Show the section in which the question is, and stand at it if it can be answered now."""
        for number, section in enumerate(sections(self._asking.form)):
            if link_id in link_ids_inside(section):
                self._section = number
        self._show_section()
        if Place(link_id) in self._asking.enabled:
            self._form_page.focus_place(Place(link_id))

    def _connect(self) -> None:
        page = self._form_page
        page.answered.connect(self._record)
        page.left.connect(self._check)
        page.following_asked.connect(self._follow)
        page.section_chosen.connect(self._turn_to)
        page.row_added.connect(self._add_row)
        page.row_removed.connect(self._remove_row)
        page.closing_asked.connect(self._look_over)

    @Slot(Place, Reply)
    def _record(self, place: Place, reply: Reply) -> None:
        self._become(self._asking.with_reply(place, reply))
        self._problems.relieve(self._asking, place)

    @Slot(Place)
    def _check(self, place: Place) -> None:
        self._problems.look_at(self._asking, place)

    @Slot(Place)
    def _follow(self, place: Place) -> None:
        self._become(self._asking.following(place))

    @Slot(int)
    def _turn_to(self, section: int) -> None:
        self._section = section
        self._show_section()

    @Slot(Place)
    def _add_row(self, group: Place) -> None:
        self._become(self._asking.with_row(group))

    @Slot(Place, int)
    def _remove_row(self, group: Place, row: int) -> None:
        self._become(self._asking.without_row(group, row))
        self._problems.forget(link_ids_inside(self._asking.item(group)))

    @Slot()
    def _look_over(self) -> None:
        found = self._asking.problems
        self._problems.find(found)
        if not found:
            self._problems.show()
            self.page.say(_COMPLETE if self._is_all_answered() else _ENOUGH)
            return
        first = found[0].place
        self.show_question(first.link_id)
        self._form_page.focus_place(first)

    def _is_all_answered(self) -> bool:
        asking = self._asking
        return all(
            given(asking.answers.at(place))
            for section in sections(asking.form)
            for item, place in places_of(section, asking.answers)
            if item.is_question and place in asking.enabled
        )

    def _become(self, asking: Asking) -> None:
        self.page.say("")
        self._asking = asking
        self._form_page.show_answers(asking.answers, asking.enabled)
        self._show_notes()

    def _show_section(self) -> None:
        self.page.say("")
        asking = self._asking
        self._form_page.show_form(asking.form, self._section, asking.answers, asking.enabled)
        self._form_page.set_closing_action(_LOOK_OVER)
        self._show_notes()
        self._problems.show()

    def _show_notes(self) -> None:
        # Nobody is asked, so the limits that differ between men and women are not known.
        notes = answer_notes(self._asking, self._instruments, None, is_signed=False)
        self._form_page.show_notes(notes)
