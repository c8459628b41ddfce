"""The rooms that list what is in the register: what is due, the citizens, the letters that wait."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.bookmark import Bookmark
from app.conductors.citizens import CitizensConductor
from app.conductors.letters_room import LettersRoomConductor
from app.conductors.overview import OverviewConductor
from app.conductors.today import TodayConductor
from app.work import Work
from storage.errors import RegisterError
from views.screen.citizen_filter import CitizensWanted
from views.screen.navigation import Room

_GONE = "Borgeren er ikke i kartoteket mere. Måske er sagen slettet, mens listen stod her."


class ListRooms(QObject):
    """Keeps the lists from unlocking to locking, so that a search or a batch outlives a visit."""

    citizen_chosen = Signal(str)
    task_chosen = Signal(str, str)
    place_chosen = Signal(Bookmark)
    """A letter, or an entry, in its case."""
    checklist_chosen = Signal(str)
    room_chosen = Signal(Room)
    new_asked = Signal()
    noted = Signal()
    problem = Signal(str)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._citizens = CitizensConductor(work)
        self._today = TodayConductor(work)
        self._letters = LettersRoomConductor(work)
        self._overview = OverviewConductor(work)
        self._citizens.citizen_chosen.connect(self._choose_citizen)
        self._citizens.new_asked.connect(self.new_asked)
        self._today.task_chosen.connect(self._choose_task)
        self._today.citizen_chosen.connect(self._choose_citizen)
        self._today.entry_chosen.connect(self._choose_place)
        self._today.room_chosen.connect(self.room_chosen)
        self._today.checklist_chosen.connect(self.checklist_chosen)
        self._letters.letter_chosen.connect(self._choose_place)
        self._letters.noted.connect(self.noted)
        self._overview.citizens_asked.connect(self._show_citizens)
        for conductor in self._all:
            conductor.problem.connect(self.problem)

    def show(self, room: Room) -> QWidget:
        """Return the page of *room*, with what the register holds now."""
        match room:
            case Room.CITIZENS:
                self._citizens.show_citizens()
                return self._citizens.page
            case Room.LETTERS:
                self._letters.show_letters()
                return self._letters.page
            case Room.OVERVIEW:
                self._overview.show_numbers()
                return self._overview.page
            case _:
                self._today.show_due()
                return self._today.page

    def put_away(self) -> None:
        """Stop what is under way, and let go of the pages."""
        self._today.put_away()
        self._letters.put_away()
        for conductor in self._all:
            conductor.page.deleteLater()

    @property
    def _all(
        self,
    ) -> tuple[CitizensConductor, TodayConductor, LettersRoomConductor, OverviewConductor]:
        return self._citizens, self._today, self._letters, self._overview

    @Slot(CitizensWanted)
    def _show_citizens(self, wanted: CitizensWanted) -> None:
        self._citizens.want(wanted)
        self.room_chosen.emit(Room.CITIZENS)

    @Slot(str)
    def _choose_citizen(self, case_id: str) -> None:
        if self._is_there(case_id):
            self.citizen_chosen.emit(case_id)

    @Slot(str, str)
    def _choose_task(self, case_id: str, task: str) -> None:
        if self._is_there(case_id):
            self.task_chosen.emit(case_id, task)

    @Slot(Bookmark)
    def _choose_place(self, place: Bookmark) -> None:
        if self._is_there(place.case_id):
            self.place_chosen.emit(place)

    def _is_there(self, case_id: str) -> bool:
        """Return whether the case is still there to be opened; else say why not."""
        try:
            is_there = self._work.register.lists.holds(case_id)
        except RegisterError as error:
            self.problem.emit(str(error))
            return False
        if not is_there:
            self._citizens.show_citizens()
            self.problem.emit(_GONE)
        return is_there
