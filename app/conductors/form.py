"""The conductor of a form: from what is typed to the open case, and back to the screen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.conductors.form_problems import FormProblems
from app.open_case import OpenCase
from app.work import Work
from forms.checking import Problem, problems
from forms.enablement import enabled_places
from forms.outline import link_ids_inside, places_of, sections, with_started_row
from forms.questionnaire import Questionnaire
from forms.reading import read_reply
from forms.reply import Reply
from models.answers import Answers, Place
from models.case import Entry
from models.steps import REPEATED_FORMS
from storage.errors import RegisterError
from views.screen.form_page import FormPage
from views.screen.messages import ask_yes_no

_SAVE_AFTER = 150
"""Milliseconds from a keystroke to its save; the promise is 250 at the latest."""

_REMOVE = ("Vil du fjerne det?", "Det, der er skrevet her, bliver slettet.", "Fjern", "Behold")


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A section of a form, a question in it and the place of the caret, counted in characters."""

    section: int = 0
    place: Place | None = None
    caret: int = 0


class FormConductor(QObject):
    """Leads one entry: a draft is kept as one types, a signed one is only shown."""

    question_entered = Signal(Place)
    section_shown = Signal(Place)
    changed = Signal()
    signed = Signal()
    correction_asked = Signal()
    giving_up_asked = Signal()
    problem = Signal(str)

    def __init__(self, case: OpenCase, work: Work, entry: Entry, section: int = 0) -> None:
        super().__init__()
        self.page = FormPage()
        self._case = case
        self._work = work
        self._entry = entry
        self._opened = entry.answers
        self._form: Questionnaire = work.supplies.form(entry.form, entry.version)
        self._section = min(section, len(sections(self._form)) - 1)
        self._place: Place | None = None
        self._problems = FormProblems(self.page)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVE_AFTER)
        self._connect()
        self._show_section()

    @property
    def form(self) -> Questionnaire:
        """The questionnaire that is asked."""
        return self._form

    @property
    def entry(self) -> Entry:
        """The entry as it stands on the screen."""
        return self._entry

    @property
    def is_kept(self) -> bool:
        """Whether the case knows what the screen shows; a form only looked at need not be kept."""
        if self._entry.is_signed:
            return True
        kept = self._case.case.entry(self._entry.id)
        return (kept.answers if kept else self._opened) == self._entry.answers

    @property
    def whereabouts(self) -> Whereabouts:
        """Where in the form one is, to come back to."""
        caret = self.page.caret(self._place) if self._place else 0
        return Whereabouts(self._section, self._place, caret)

    def return_to(self, whereabouts: Whereabouts) -> None:
        """Show the section and put the cursor where it was."""
        self._section = min(whereabouts.section, len(sections(self._form)) - 1)
        self._show_section()
        if whereabouts.place:
            self.page.focus_place(whereabouts.place, whereabouts.caret)

    def begin(self) -> None:
        """Put the cursor into the first question that waits for an answer, else the first."""
        answers = self._entry.answers
        enabled = enabled_places(self._form, answers)
        section = sections(self._form)[self._section]
        asked = [p for i, p in places_of(section, answers) if i.is_question and p in enabled]
        waiting = next((place for place in asked if not answers.at(place)), None)
        if asked and not self._entry.is_signed:
            self.page.focus_place(waiting or asked[0])

    def go_to(self, place: Place, caret: int = 0) -> None:
        """Show the section that holds *place* and put the cursor into it."""
        for number, section in enumerate(sections(self._form)):
            if place.link_id in link_ids_inside(section):
                self._section = number
        self._show_section()
        self.page.focus_place(place, caret)

    @Slot()
    def save(self) -> None:
        """Hand what is on the screen to the register now."""
        self._timer.stop()
        if self.is_kept:
            self.changed.emit()
            return
        try:
            self._case.keep(self._entry)
        except RegisterError as error:
            self.problem.emit(str(error))
        else:
            self._offer_giving_up()

    def forget(self) -> None:
        """Keep nothing more of this entry: it was given up."""
        self._timer.stop()
        self._entry = replace(self._entry, answers=self._opened)

    def _connect(self) -> None:
        self._timer.timeout.connect(self.save)
        self.page.answered.connect(self._record)
        self.page.entered.connect(self._note_entered)
        self.page.left.connect(self._check)
        self.page.section_chosen.connect(self._turn_to)
        self.page.row_added.connect(self._add_row)
        self.page.row_removed.connect(self._remove_row)
        self.page.closing_asked.connect(self._close)
        self.page.giving_up_asked.connect(self.giving_up_asked)

    @Slot(Place, Reply)
    def _record(self, place: Place, reply: Reply) -> None:
        item = self._form.by_link_id[place.link_id]
        values = read_reply(item, reply)
        self._become(self._entry.answers.with_answer(place, *values))
        self._problems.relieve(item, place, self._entry.answers)
        if not self._timer.isActive():
            self._timer.start()

    @Slot(Place)
    def _note_entered(self, place: Place) -> None:
        self._place = place
        self.question_entered.emit(place)

    @Slot(Place)
    def _check(self, place: Place) -> None:
        self.save()
        item = self._form.by_link_id[place.link_id]
        self._problems.look_at(item, place, self._entry.answers)

    @Slot(int)
    def _turn_to(self, section: int) -> None:
        self.save()
        self._section = section
        self._show_section()

    @Slot(Place)
    def _add_row(self, group: Place) -> None:
        item = self._form.by_link_id[group.link_id]
        self._become(with_started_row(item, group, self._entry.answers))
        self.save()

    @Slot(Place, int)
    def _remove_row(self, group: Place, row: int) -> None:
        inside = link_ids_inside(self._form.by_link_id[group.link_id])
        if self._holds_something(group, row, inside) and not ask_yes_no(self.page, *_REMOVE):
            return
        self._become(self._entry.answers.without_row(group, row, inside))
        self._problems.forget(inside)
        self.save()

    def _holds_something(self, group: Place, row: int, inside: frozenset[str]) -> bool:
        here = (*group.rows, row)
        return any(
            place.link_id in inside and place.rows[: len(here)] == here
            for place in self._entry.answers.values
        )

    @Slot()
    def _close(self) -> None:
        if self._entry.is_signed:
            self.correction_asked.emit()
            return
        self.save()
        found = problems(self._form, self._entry.answers)
        if found:
            self._go_to_first(found)
            return
        try:
            self._entry = self._case.sign(self._entry)
        except RegisterError as error:
            self.problem.emit(str(error))
        else:
            self.signed.emit()

    def _go_to_first(self, found: Sequence[Problem]) -> None:
        self._problems.find(found)
        self.go_to(found[0].place)
        self.problem.emit(_still_missing(len(found)))

    def _become(self, answers: Answers) -> None:
        self._entry = self._entry.rewritten(answers, self._work.clock())
        self.changed.emit()
        self.page.show_answers(answers, enabled_places(self._form, answers))

    def _show_section(self) -> None:
        # The section first: the page may put the cursor into a question, which then has the word.
        self.section_shown.emit(Place(sections(self._form)[self._section].link_id))
        answers = self._entry.answers
        enabled = enabled_places(self._form, answers)
        self.page.show_form(
            self._form, self._section, answers, enabled, read_only=self._entry.is_signed
        )
        self._problems.show()
        self.page.set_closing_action(self._closing_action())
        self._offer_giving_up()

    def _offer_giving_up(self) -> None:
        is_kept = self._case.case.entry(self._entry.id) is not None
        if self._entry.is_signed or not is_kept:
            self.page.offer_giving_up("")
        else:
            is_correction = self._entry.replaces is not None
            self.page.offer_giving_up("Fortryd rettelsen" if is_correction else "Slet kladden")

    def _closing_action(self) -> str:
        if not self._entry.is_signed:
            return "Færdig – underskriv"
        return "Skriv en ny" if self._entry.form in REPEATED_FORMS else "Ret det, der er skrevet"


def _still_missing(count: int) -> str:
    if count == 1:
        return "Skemaet er ikke færdigt: se på det ene spørgsmål, der er mærket."
    return f"Skemaet er ikke færdigt: se på de {count} spørgsmål, der er mærket."
