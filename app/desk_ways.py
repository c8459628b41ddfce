"""What leads anywhere from anywhere at the desk: the search for commands, and what it finds."""

from PySide6.QtCore import QObject, Signal, Slot

from app.command_search_case import ADD as ADDITION
from app.command_search_case import LETTER, QUESTION, STEP, TASK, case_commands
from app.command_search_program import (
    ADD,
    DEED,
    GUIDANCE,
    LOCK,
    NEW_CONTACT,
    OVERVIEW,
    PRINT_FORM,
    ROOM,
    SETTING,
    TALK,
    TASKS,
    TOGETHER,
    TOUR,
    program_commands,
)
from app.command_search_ranking import Command
from app.conductors.case import CaseConductor
from app.conductors.command_search import CITIZEN, RULE, CommandSearchConductor
from app.conductors.tour import TourConductor
from app.help_guide import HELP, help_commands
from app.open_case import OpenCase
from app.setting import Setting
from app.trouble import READING_TROUBLE
from app.work import Work
from models.clinic import Clinic
from views.screen.case_beside import CaseBeside
from views.screen.form_more import FormMore
from views.screen.icons import SignButton
from views.screen.navigation import Room
from views.screen.window import MainWindow


class DeskWays(QObject):
    """Carries out what is found in the open case; of the rest it says what was chosen."""

    room_chosen = Signal(Room)
    citizen_chosen = Signal(str)
    rule_chosen = Signal(str)
    setting_chosen = Signal(str)
    help_chosen = Signal(str)
    new_asked = Signal()
    lock_asked = Signal()
    problem = Signal(str)

    def __init__(self, window: MainWindow, work: Work, setting: Setting) -> None:
        super().__init__()
        self._work = work
        self._case: CaseConductor | None = None
        self._opened: OpenCase | None = None
        self._clinic: Clinic | None = None
        self._search = CommandSearchConductor(window, work, self._commands, help_commands())
        self._search.chosen.connect(self._do)
        self._search.problem.connect(self.problem)
        self._tour = TourConductor(window, work, setting)
        self._tour.room_chosen.connect(self.room_chosen)
        self._tour.citizen_chosen.connect(self.citizen_chosen)

    def offer_tour(self) -> None:
        """Offer to show a new person round."""
        self._tour.offer()

    def begin_tour(self) -> None:
        """Show round."""
        self._tour.begin()

    def attend(self, case: CaseConductor, opened: OpenCase, clinic: Clinic) -> None:
        """Find in *case* too, which leads through *opened*, until `leave_case`."""
        self._case, self._opened, self._clinic = case, opened, clinic

    def leave_case(self) -> None:
        """Know of no case any more."""
        self._case, self._opened, self._clinic = None, None, None

    def put_away(self) -> None:
        """Let go of everything."""
        self.leave_case()
        self._search.put_away()
        self._tour.put_away()

    def _commands(self) -> tuple[Command, ...]:
        if not (self._case and self._opened and self._clinic):
            return program_commands()
        here = self._case.bookmark
        at_a_form = here.whereabouts is not None
        try:
            of_case = case_commands(self._opened, self._work, self._clinic, here)
        except READING_TROUBLE as error:
            self.problem.emit(str(error))
            of_case = ()
        together = (TOGETHER,) if self._talk_buttons(self._case) else ()
        return (*program_commands(in_a_case=True, at_a_form=at_a_form), *together, *of_case)

    def _talk_buttons(self, case: CaseConductor) -> list[SignButton]:
        buttons = case.screen.findChildren(SignButton)
        return [one for one in buttons if one.text() == TOGETHER.title and one.isVisible()]

    @Slot(str)
    def _do(self, key: str) -> None:
        kind, _, what = key.partition(":")
        leads = {
            SETTING: self.setting_chosen,
            CITIZEN: self.citizen_chosen,
            RULE: self.rule_chosen,
            HELP: self.help_chosen,
        }
        if kind == ROOM:
            self.room_chosen.emit(Room(what))
        elif kind == DEED:
            self._do_deed(what)
        elif kind in leads:
            leads[kind].emit(what)
        elif self._case:
            self._go_in_case(self._case, kind, what)

    def _do_deed(self, deed: str) -> None:
        asked = {NEW_CONTACT: self.new_asked, LOCK: self.lock_asked}
        if deed == TOUR:
            self.begin_tour()
        elif deed in asked:
            asked[deed].emit()
        elif self._case:
            self._do_in_case(self._case, deed)

    def _do_in_case(self, case: CaseConductor, deed: str) -> None:
        screen = case.screen
        asked = {ADD: screen.addition_asked, OVERVIEW: screen.overview_asked}
        if deed in asked:
            asked[deed].emit()
        for beside in screen.findChildren(CaseBeside):
            buttons = {GUIDANCE: beside.guidance_button, TASKS: beside.tasks_button}
            if deed in buttons:
                buttons[deed].click()
        for more in screen.findChildren(FormMore) if deed == PRINT_FORM else ():
            more.paper_asked.emit()
        for button in self._talk_buttons(case) if deed == TALK else ():
            button.click()

    def _go_in_case(self, case: CaseConductor, kind: str, what: str) -> None:
        screen = case.screen
        leads = {
            STEP: screen.step_chosen,
            LETTER: screen.letter_chosen,
            TASK: screen.task_chosen,
        }
        if kind in leads:
            leads[kind].emit(what)
        elif kind == QUESTION:
            case.go_to_question(what)
        elif kind == ADDITION:
            self._add(case, what)

    def _add(self, case: CaseConductor, form: str) -> None:
        try:
            entry = self._opened.begin(form) if self._opened else None
        except READING_TROUBLE as error:
            self.problem.emit(str(error))
            return
        if entry:
            case.lead_to(entry)
