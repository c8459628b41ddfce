"""The rooms that list what is in the register: what is due, the citizens, the letters that wait."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.bookmark import Bookmark
from app.conductors.citizens import CitizensConductor
from app.conductors.letters_room import LettersRoomConductor
from app.conductors.today import TodayConductor
from app.work import Work
from views.screen.navigation import Room


class ListRooms(QObject):
    """Keeps the lists from unlocking to locking, so that a search or a batch outlives a visit."""

    citizen_chosen = Signal(str)
    task_chosen = Signal(str, str)
    letter_chosen = Signal(Bookmark)
    checklist_chosen = Signal(str)
    new_asked = Signal()
    noted = Signal()
    problem = Signal(str)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._citizens = CitizensConductor(work)
        self._today = TodayConductor(work)
        self._letters = LettersRoomConductor(work)
        self._citizens.citizen_chosen.connect(self.citizen_chosen)
        self._citizens.new_asked.connect(self.new_asked)
        self._today.task_chosen.connect(self.task_chosen)
        self._today.checklist_chosen.connect(self.checklist_chosen)
        self._letters.letter_chosen.connect(self.letter_chosen)
        self._letters.noted.connect(self.noted)
        for conductor in (self._citizens, self._today, self._letters):
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
            case _:
                self._today.show_due()
                return self._today.page

    def put_away(self) -> None:
        """Stop what is under way, and let go of the pages."""
        self._today.put_away()
        self._letters.put_away()
        for conductor in (self._citizens, self._today, self._letters):
            conductor.page.deleteLater()
