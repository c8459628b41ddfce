"""Every way in: the door, the first start, the practice register, the recovery key, a backup."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.closed_task import ClosedTask
from app.conductors.first_start import FirstStartConductor
from app.conductors.recovered import RecoveredConductor
from app.conductors.restore import RestoreConductor
from app.current_setting import CurrentSetting
from app.custody import Custody
from app.door import PRACTICE_PERSON, Door
from app.places import practice_folder
from app.practice import open_practice_register
from app.printer_choice import PrinterChoice
from app.supplies import supplies_with
from app.trouble import READING_TROUBLE
from app.work import Clock, Work
from storage.backups import backups_in
from storage.errors import RegisterError
from storage.file_names import has_register
from storage.register import Register
from views.screen.window import MainWindow

_GONE = (
    "Kartoteket er ikke, hvor det plejer at ligge. Sæt drevet til, og start programmet igen, eller "
    "åbn det, hvor det er nu."
)
_NOT_REMEMBERED = "Programmet kunne ikke gemme, hvor kartoteket ligger, og spørger igen næste gang."

_Way = Door | FirstStartConductor | RecoveredConductor | RestoreConductor


class Entrance(QObject):
    """Shows one way in at a time; `entered` says with which work one can sit down at the desk.

    The register is in custody by then.
    """

    entered = Signal(Work)
    closed_task = Signal(ClosedTask)
    locking_asked = Signal()

    def __init__(
        self, window: MainWindow, setting: CurrentSetting, custody: Custody, clock: Clock
    ) -> None:
        super().__init__()
        self._window = window
        self._setting = setting
        self._custody = custody
        self._clock = clock
        self._way: _Way | None = None
        self._tried: RestoreConductor | None = None

    def begin(self, door: Door | None) -> None:
        """Show the *door* that stands already, one made now, or the first start."""
        setting = self._setting.now
        if door is not None or has_register(setting.folder):
            self._show_door(door or self._new_door())
        elif setting.is_practice:
            self._practise()
        elif _has_backups(setting.folder):
            # Without a register the door says so, and leads to the backups.
            self._show_door(self._new_door())
        else:
            self._show_first_start()

    @Slot()
    def show_door(self) -> None:
        """Show a new door."""
        self._show_door(self._new_door())

    def answer(self, error: Exception) -> None:
        """Say at the door why it does not open, and what can be done about it."""
        self._door().answer(error)

    def refuse(self, sentence: str) -> None:
        """Say what is wrong: at the door, or where one asked for what could not be restored."""
        tried, self._tried = self._tried, None
        if tried is None:
            self._door().refuse(sentence)
        else:
            self._show_restoring(is_first=tried.is_first).begin_again(tried.place, sentence)

    def welcome(self, sentence: str) -> None:
        """Say at the door what went well."""
        tried, self._tried = self._tried, None
        if tried is not None and tried.is_first:
            self._remember_folder(self._setting.now.folder)
        self._door().welcome(sentence)

    def take_back(self) -> None:
        """Say no longer what is wrong, if the door still says it."""
        if isinstance(self._way, Door):
            self._way.take_back()

    @property
    def holds_open_register(self) -> bool:
        """Whether the register is open though nobody sits at the desk yet."""
        return isinstance(self._way, RecoveredConductor)

    def put_away(self) -> None:
        """Let go of what a way in has open."""
        if isinstance(self._way, FirstStartConductor):
            self._way.put_away()

    def leave(self) -> None:
        """Take the way in out of the window: one sits at the desk now."""
        way, self._way = self._way, None
        if way is not None:
            self._window.forget_page(way.screen)

    def _door(self) -> Door:
        if not isinstance(self._way, Door):
            self._show_door(door := self._new_door())
            return door
        return self._way

    def _new_door(self) -> Door:
        setting = self._setting.now
        return Door(setting.folder, is_practice=setting.is_practice)

    def _show_door(self, door: Door) -> None:
        door.unlock_asked.connect(self._unlock)
        door.recovery_asked.connect(self._recover)
        door.restore_asked.connect(self._ask_restoring)
        self._show(door)
        door.screen.setFocus()
        door.attend()

    @Slot()
    def _show_first_start(self) -> None:
        setting = self._setting.now
        start = FirstStartConductor(setting.folder, self._clock)
        start.made.connect(self._enter_made)
        start.existing_chosen.connect(self._use_folder)
        start.restoring_asked.connect(self._restore_into)
        start.practice_asked.connect(self._practise)
        self._show(start)
        start.screen.setFocus()
        if setting.preferences.register == str(setting.folder):
            start.screen.show_problem(_GONE)

    def _show(self, way: _Way) -> None:
        self._way = way
        self._window.show_bare(way.screen)

    @Slot(str, str)
    def _unlock(self, person: str, passphrase: str) -> None:
        try:
            folder = self._setting.now.folder
            register = self._custody.open(folder, person, passphrase, self._clock())
        except READING_TROUBLE as error:
            self.answer(error)
        else:
            self._enter(register, person)

    @Slot(str)
    def _recover(self, key: str) -> None:
        """Open with the recovery key, and ask for a name and a new passphrase before all else."""
        try:
            folder, now = self._setting.now.folder, self._clock()
            register = self._custody.open_with_sheet(folder, key, now)
            recovered = RecoveredConductor(register, self._clock)
        except READING_TROUBLE as error:
            self._custody.close()
            self.answer(error)
            return
        recovered.settled.connect(self._enter_recovered)
        recovered.given_up.connect(self.locking_asked)
        self._show(recovered)

    @Slot(str)
    def _enter_recovered(self, person: str) -> None:
        if register := self._custody.register:
            self._enter(register, person)

    @Slot()
    def _ask_restoring(self) -> None:
        self._show_restoring(is_first=False)

    @Slot(Path)
    def _restore_into(self, folder: Path) -> None:
        self._setting.use_folder(folder)
        self._show_restoring(is_first=True)

    def _show_restoring(self, *, is_first: bool) -> RestoreConductor:
        restore = RestoreConductor(self._setting.now.folder, self._clock, is_first=is_first)
        restore.back_asked.connect(self._show_first_start if is_first else self.show_door)
        restore.closed_task.connect(self._try_restoring)
        self._show(restore)
        restore.screen.setFocus()
        return restore

    @Slot(ClosedTask)
    def _try_restoring(self, task: ClosedTask) -> None:
        if isinstance(self._way, RestoreConductor):
            self._tried = self._way
        self.closed_task.emit(task)

    @Slot(Work, Path)
    def _enter_made(self, work: Work, folder: Path) -> None:
        self._setting.use_folder(folder)
        self._enter(self._custody.take(work.register), work.person)
        self._remember_folder(folder)

    @Slot(Path)
    def _use_folder(self, folder: Path) -> None:
        self._remember_folder(folder)
        self.show_door()

    @Slot()
    def _practise(self) -> None:
        folder = practice_folder()
        self._setting.practise(folder)
        try:
            register = open_practice_register(folder, self._clock())
        except READING_TROUBLE as error:
            self.answer(error)
        else:
            self._enter(self._custody.take(register), PRACTICE_PERSON)

    def _enter(self, register: Register, person: str) -> None:
        try:
            at_hand = supplies_with(register)
        except RegisterError as error:
            self._custody.close()
            self.answer(error)
        else:
            printer = PrinterChoice(self._setting.now.preferences_file)
            self.entered.emit(Work(register, at_hand, self._clock, person, printer))

    def _remember_folder(self, folder: Path) -> None:
        try:
            self._setting.remember_folder(folder)
        except OSError:
            self._window.say_problem(_NOT_REMEMBERED)


def _has_backups(folder: Path) -> bool:
    try:
        return bool(backups_in(folder))
    except RegisterError:
        return False
