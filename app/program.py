"""The program as a whole: the door, the desk, and what leads from the one to the other."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from app.appearance import the_application, wear
from app.clipboard import ClipboardWatch
from app.conductors.case import Bookmark
from app.conductors.first_start import FirstStartConductor
from app.custody import Custody
from app.desk import Desk
from app.door import PRACTICE_PERSON, Door
from app.idle import IdleWatch
from app.places import practice_folder
from app.practice import open_practice_register
from app.preferences import Preferences, write_preferences
from app.setting import Setting
from app.supplies import supplies
from app.trouble import READING_TROUBLE
from app.work import Clock, Work
from storage.file_names import has_register
from storage.register import Register
from views.screen.messages import ask_yes_no, close_dialogs
from views.screen.navigation import Room
from views.screen.window import MainWindow

_BY_RECOVERY_KEY = "Gendannelsesnøgle"
_SORRY = (
    "Der skete en fejl i programmet, og kartoteket er låst for en sikkerheds skyld. Alt, der stod "
    "som gemt, er gemt. Lås op, og arbejd videre."
)
_GONE = (
    "Kartoteket er ikke, hvor det plejer at ligge. Sæt drevet til, og start programmet igen, eller "
    "åbn det, hvor det er nu."
)
_NOT_YET = "Lukker du nu, mister du det, der endnu ikke er gemt."
_NOT_REMEMBERED = "Programmet kunne ikke gemme, hvor kartoteket ligger, og spørger igen næste gang."


class Program(QObject):
    """Opens and locks; between the two the desk does the work."""

    def __init__(self, window: MainWindow, setting: Setting, clock: Clock) -> None:
        super().__init__()
        self.window = window
        self._setting = setting
        self._clock = clock
        self._custody = Custody()
        self._door: Door | None = None
        self._first_start: FirstStartConductor | None = None
        self._desk: Desk | None = None
        self._bookmark: Bookmark | None = None
        self._bookmark_of = ""
        self._clipboard = ClipboardWatch()
        self._idle = IdleWatch(the_application(), setting.preferences.lock_after)
        self._idle.idle.connect(self.lock)
        self._custody.closed_late.connect(self._note_closed_late)
        window.lock_asked.connect(self.lock)
        window.closing.connect(self._put_away_for_good)

    def begin(self, door: Door | None = None) -> None:
        """Show the way in: the *door* that stands already, or one made now, or the first start."""
        if door is not None or has_register(self._setting.folder):
            self._show_door(door or self._new_door())
        elif self._setting.is_practice:
            self._practise()
        else:
            self._show_first_start()
            is_remembered = self._setting.preferences.register == str(self._setting.folder)
            if is_remembered and self._first_start:
                self._first_start.screen.show_problem(_GONE)

    @Slot()
    def lock(self) -> None:
        """Put everything away and show the door; asks nothing, loses nothing."""
        if self._desk is None:
            return
        if close_dialogs():
            # What waited for a dialog must come to its end before its screen goes.
            QTimer.singleShot(0, self.lock)
            return
        sentence = self._put_away()
        if sentence:
            self._refuse(sentence)

    def say_sorry(self) -> None:
        """Lock after a fault of our own, and say so."""
        self.lock()
        self._refuse(_SORRY)

    def _put_away(self) -> str:
        """Leave the desk and close the register; return why that has to stay open.

        Whatever happens, the door is shown and the citizen has left the screen.
        """
        desk, self._desk = self._desk, None
        try:
            if desk is not None:
                self._bookmark = desk.put_away()
            elif self._first_start is not None:
                self._first_start.put_away()
        finally:
            self._clipboard.empty_if_ours()
            self._show_door(self._new_door())
        return self._custody.close()

    @Slot()
    def _note_closed_late(self) -> None:
        if self._door:
            self._door.take_back()

    def _new_door(self) -> Door:
        return Door(self._setting.folder, is_practice=self._setting.is_practice)

    def _show_door(self, door: Door) -> None:
        door.unlock_asked.connect(self._unlock)
        door.recovery_asked.connect(self._recover)
        self._door, self._first_start = door, None
        self.window.show_bare(door.screen)
        door.screen.setFocus()
        door.attend()

    def _show_first_start(self) -> None:
        start = FirstStartConductor(self._setting.folder, self._clock)
        start.made.connect(self._begin_made)
        start.existing_chosen.connect(self._use_folder)
        start.practice_asked.connect(self._practise)
        self._first_start = start
        self.window.show_bare(start.screen)

    @Slot(str, str)
    def _unlock(self, person: str, passphrase: str) -> None:
        try:
            folder = self._setting.folder
            register = self._custody.open(folder, person, passphrase, self._clock())
            self._begin_work(register, person)
        except READING_TROUBLE as error:
            self._refuse(str(error))

    @Slot(str)
    def _recover(self, key: str) -> None:
        try:
            register = self._custody.open_with_sheet(self._setting.folder, key, self._clock())
            self._begin_work(register, _BY_RECOVERY_KEY)
        except READING_TROUBLE as error:
            self._refuse(str(error))

    def _refuse(self, sentence: str) -> None:
        if self._door:
            self._door.refuse(sentence)

    def _begin_work(self, register: Register, person: str) -> None:
        """Sit down at the desk; raises `READING_TROUBLE`, and then the register is closed again."""
        try:
            desk = self._sit_down(Work(register, supplies(), self._clock, person))
        except READING_TROUBLE:
            self._custody.close()
            raise
        for way_in in (self._door, self._first_start):
            if way_in is not None:
                self.window.forget_page(way_in.screen)
        self._door = self._first_start = None
        self._idle.wait(self._setting.preferences.lock_after)
        desk.begin(self._bookmark if self._bookmark_of == person else None)
        self._bookmark_of = person

    def _sit_down(self, work: Work) -> Desk:
        desk = Desk(self.window, work, self._setting)
        desk.preferences_changed.connect(self._change_preferences)
        self._desk = desk
        return desk

    @Slot(Work, Path)
    def _begin_made(self, work: Work, folder: Path) -> None:
        self._setting = replace(self._setting, folder=folder)
        try:
            self._begin_work(self._custody.take(work.register), work.person)
        except READING_TROUBLE as error:
            self._show_door(self._new_door())
            self._refuse(str(error))
        self._remember_folder(folder)

    @Slot(Path)
    def _use_folder(self, folder: Path) -> None:
        self._remember_folder(folder)
        self._show_door(self._new_door())

    @Slot()
    def _practise(self) -> None:
        folder = practice_folder()
        self._setting = replace(self._setting, folder=folder, is_practice=True)
        try:
            register = open_practice_register(folder, self._clock())
            self._begin_work(self._custody.take(register), PRACTICE_PERSON)
        except READING_TROUBLE as error:
            self._show_door(self._new_door())
            self._refuse(str(error))

    def _remember_folder(self, folder: Path) -> None:
        preferences = replace(self._setting.preferences, register=str(folder))
        self._setting = replace(self._setting, folder=folder, preferences=preferences)
        try:
            write_preferences(self._setting.preferences_file, preferences)
        except OSError:
            self.window.say_problem(_NOT_REMEMBERED)

    @Slot(Preferences)
    def _change_preferences(self, preferences: Preferences) -> None:
        self._setting = replace(self._setting, preferences=preferences)
        self._idle.wait(preferences.lock_after)
        wear(the_application(), preferences)
        if self._desk:
            # Margins and columns are measured when a screen is made, so all are made anew.
            self._sit_down_again(self._desk)

    def _sit_down_again(self, desk: Desk) -> None:
        try:
            again = self._sit_down(desk.work)
        except READING_TROUBLE as error:
            self.window.say_problem(str(error))
        else:
            desk.put_away()
            again.begin(None, Room.SETTINGS)

    @Slot()
    def _put_away_for_good(self) -> None:
        """Close the register with the window; keep the window when something cannot be saved."""
        sentence = self._put_away()
        self.window.hold_open(hold=False)
        if not sentence:
            return
        if ask_yes_no(
            self.window, sentence, _NOT_YET, "Luk alligevel", "Lad programmet være åbent"
        ):
            self._custody.give_up()
            return
        self.window.hold_open(hold=True)
        self._refuse(sentence)
