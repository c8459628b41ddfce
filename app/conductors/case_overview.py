"""The conductor of the overview of an open case: it reads a part when one turns to it."""

from PySide6.QtCore import QObject, Signal, Slot

from app.case_overview_letters import letter_groups
from app.case_overview_notes import notes_shown
from app.case_overview_people import people_shown
from app.case_overview_rows import LETTER, STEP, TASK, read_key
from app.case_overview_thread import thread_shown
from app.case_overview_timeline import (
    KINDS,
    SEEN,
    Told,
    count_of,
    groups_of,
    told_seen,
    told_timeline,
)
from app.open_case import OpenCase
from app.trouble import READING_TROUBLE
from app.work import Work
from models.clinic import Clinic
from models.course import Form
from storage.errors import RegisterError
from views.screen.case_overview.page import CaseOverviewPage, Part

_NO_LETTERS = ("Her er ingen breve endnu", "De skrives af det, I svarer på i skemaerne.")


class CaseOverviewConductor(QObject):
    """Shows what the case holds as it stands; choosing something leads to it."""

    step_chosen = Signal(str)
    letter_chosen = Signal(str)
    task_chosen = Signal(str)
    left = Signal()
    problem = Signal(str)

    def __init__(self, case: OpenCase, work: Work, clinic: Clinic) -> None:
        super().__init__()
        self.page = CaseOverviewPage()
        self._case = case
        self._work = work
        self._clinic = clinic
        self._told: tuple[Told, ...] | None = None
        self._seen: tuple[Told, ...] | None = None
        page = self.page
        page.timeline.offer_kinds(KINDS)
        page.timeline.wanted_changed.connect(self._sift)
        page.timeline.chosen.connect(self._choose)
        page.letters.chosen.connect(self._choose)
        page.people.chosen.connect(self._choose)
        page.notes.chosen.connect(self._choose)
        page.notes.new_asked.connect(self._begin_note)
        page.red_thread.chosen.connect(self.step_chosen)
        page.part_turned.connect(self._show)
        page.leaving_asked.connect(self.left)

    def turn_to(self, part: Part) -> None:
        """Show *part*."""
        self.page.turn_to(part)

    @Slot(Part)
    def _show(self, part: Part) -> None:
        try:
            self._fill(part)
        except READING_TROUBLE as error:
            self.problem.emit(str(error))

    def _fill(self, part: Part) -> None:
        case, work, clinic, page = self._case, self._work, self._clinic, self.page
        match part:
            case Part.THREAD:
                page.red_thread.show_thread(thread_shown(case, work, clinic))
            case Part.TIMELINE:
                self._sift()
            case Part.NOTES:
                page.notes.show_notes(notes_shown(case, work))
            case Part.LETTERS:
                page.letters.show_groups(letter_groups(case, work, clinic), _NO_LETTERS)
            case Part.PEOPLE:
                page.people.show_people(people_shown(case, work))

    @Slot()
    def _sift(self) -> None:
        timeline = self.page.timeline
        try:
            told = self._seen_by() if timeline.kind == SEEN else self._happened()
        except RegisterError as error:
            self.problem.emit(str(error))
            return
        groups = groups_of(told, timeline.kind, timeline.typed)
        timeline.show_groups(groups, count_of(groups))

    def _happened(self) -> tuple[Told, ...]:
        if self._told is None:
            self._told = told_timeline(self._case, self._work)
        return self._told

    def _seen_by(self) -> tuple[Told, ...]:
        if self._seen is None:
            self._seen = told_seen(self._case, self._work, self._case.course.citizen.name)
        return self._seen

    @Slot(str)
    def _choose(self, key: str) -> None:
        kind, what = read_key(key)
        leads = {STEP: self.step_chosen, LETTER: self.letter_chosen, TASK: self.task_chosen}
        leads[kind].emit(what)

    @Slot()
    def _begin_note(self) -> None:
        self.step_chosen.emit(Form.CONVERSATION_NOTE)
