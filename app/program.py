"""The program as a whole: the door, the desk, and what leads from the one to the other."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from app.appearance import wear
from app.clipboard import ClipboardWatch
from app.conductors.case import Bookmark
from app.conductors.first_start import FirstStartConductor
from app.desk import Desk
from app.door import PRACTICE_PASSPHRASE, PRACTICE_PERSON, Door
from app.idle import IdleWatch
from app.places import practice_folder
from app.practice import make_practice_register
from app.preferences import Preferences, write_preferences
from app.setting import Setting
from app.supplies import supplies
from app.work import Clock, Work
from storage.errors import NotSavedError, RegisterError
from storage.file_names import has_register
from storage.register import (
    Register,
    check_passphrase,
    open_register,
    open_with_recovery_key,
)
from views.screen.messages import ask_yes_no
from views.screen.navigation import Room
from views.screen.window import MainWindow

_BY_RECOVERY_KEY = "Gendannelsesnøgle"
_SORRY = (
    "Der skete en fejl i programmet, og kartoteket er låst for en sikkerheds skyld. Alt, der stod "
    "som gemt, er gemt. Lås op, og arbejd videre."
)


class Program(QObject):
    """Opens and locks; between the two the desk does the work."""

    def __init__(self, window: MainWindow, setting: Setting, clock: Clock) -> None:
        super().__init__()
        self.window = window
        self._setting = setting
        self._clock = clock
        self._door: Door | None = None
        self._first_start: FirstStartConductor | None = None
        self._desk: Desk | None = None
        self._register: Register | None = None
        self._bookmark: Bookmark | None = None
        self._bookmark_of = ""
        self._clipboard = ClipboardWatch()
        self._idle = IdleWatch(_application(), setting.preferences.lock_after)
        self._idle.idle.connect(self.lock)
        window.lock_asked.connect(self.lock)
        window.closing.connect(self._put_away_for_good)

    def begin(self, door: Door | None = None) -> None:
        """Show the way in: the *door* that stands already, or one made now, or the first start."""
        if door is None and not has_register(self._setting.folder):
            if self._setting.is_practice:
                self._practise()
            else:
                self._show_first_start()
        else:
            self._show_door(door or self._new_door())

    @Slot()
    def lock(self) -> None:
        """Put everything away and show the door; asks nothing, loses nothing."""
        if self._desk is None:
            return
        sentence = self._put_away()
        self._show_door(self._new_door())
        if sentence and self._door:
            self._door.refuse(sentence)

    def say_sorry(self) -> None:
        """Lock after a fault of our own, and say so."""
        self.lock()
        if self._door:
            self._door.refuse(_SORRY)

    def _put_away(self) -> str:
        """Close the register; return why it must stay open when something cannot be saved yet."""
        if self._desk:
            self._bookmark = self._desk.put_away()
            self._clipboard.empty_if_ours()
            self._desk = None
        try:
            if self._register:
                self._register.close()
        except NotSavedError as error:
            return str(error)
        self._register = None
        return ""

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
        folder = self._setting.folder
        try:
            if self._register is None:
                self._register = open_register(folder, person, passphrase, self._clock())
            else:
                check_passphrase(folder, person, passphrase)
            self._begin_work(Work(self._register, supplies(), self._clock, person))
        except RegisterError as error:
            self._refuse(str(error))

    @Slot(str)
    def _recover(self, key: str) -> None:
        try:
            if self._register is None:
                register = open_with_recovery_key(self._setting.folder, key, self._clock())
                self._register = register
                self._begin_work(Work(register, supplies(), self._clock, _BY_RECOVERY_KEY))
        except RegisterError as error:
            self._refuse(str(error))

    def _refuse(self, sentence: str) -> None:
        if self._door:
            self._door.refuse(sentence)

    def _begin_work(self, work: Work) -> None:
        desk = self._sit_down(work)
        if self._door:
            self.window.forget_page(self._door.screen)
            self._door = None
        self._idle.wait(self._setting.preferences.lock_after)
        desk.begin(self._bookmark if self._bookmark_of == work.person else None)
        self._bookmark_of = work.person

    def _sit_down(self, work: Work) -> Desk:
        desk = Desk(self.window, work, self._setting)
        desk.preferences_changed.connect(self._change_preferences)
        self._desk = desk
        return desk

    @Slot(Work, Path)
    def _begin_made(self, work: Work, folder: Path) -> None:
        self._remember_folder(folder)
        self._register = work.register
        if self._first_start:
            self.window.forget_page(self._first_start.screen)
            self._first_start = None
        self._begin_work(work)

    @Slot(Path)
    def _use_folder(self, folder: Path) -> None:
        self._remember_folder(folder)
        self._show_door(self._new_door())

    @Slot()
    def _practise(self) -> None:
        folder = practice_folder()
        self._setting = replace(self._setting, folder=folder, is_practice=True)
        try:
            self._register = (
                open_register(folder, PRACTICE_PERSON, PRACTICE_PASSPHRASE, self._clock())
                if has_register(folder)
                else make_practice_register(folder, self._clock())
            )
        except RegisterError as error:
            self._show_door(self._new_door())
            self._refuse(str(error))
            return
        self._begin_work(Work(self._register, supplies(), self._clock, PRACTICE_PERSON))

    def _remember_folder(self, folder: Path) -> None:
        preferences = replace(self._setting.preferences, register=str(folder))
        self._setting = replace(self._setting, folder=folder, preferences=preferences)
        self._keep(preferences)

    @Slot(Preferences)
    def _change_preferences(self, preferences: Preferences) -> None:
        self._setting = replace(self._setting, preferences=preferences)
        self._idle.wait(preferences.lock_after)
        wear(_application(), preferences)
        if self._desk:
            # Margins and columns are measured when a screen is made, so all are made anew.
            work = self._desk.work
            self._desk.put_away()
            self._sit_down(work).begin(None, Room.SETTINGS)

    def _keep(self, preferences: Preferences) -> None:
        try:
            write_preferences(self._setting.preferences_file, preferences)
        except OSError:
            self.window.say_problem(
                "Programmet kunne ikke gemme, hvor kartoteket ligger, og spørger igen næste gang."
            )

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
            if self._register:
                self._register.close(even_unsaved=True)
            return
        self.window.hold_open(hold=True)
        self._show_door(self._new_door())
        if self._door:
            self._door.refuse(sentence)


_NOT_YET = "Lukker du nu, mister du det, der endnu ikke er gemt."


def _application() -> QApplication:
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise TypeError("the program needs a QApplication")
    return application
