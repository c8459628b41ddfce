"""The program as a whole: the ways in, the desk, and what leads from the one to the other."""

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from app.appearance import the_application, wear
from app.background import Background
from app.backup_watch import BackupWatch
from app.bookmark import Bookmark
from app.capture_guard import CaptureGuard
from app.clipboard import ClipboardWatch
from app.closed_task import ClosedTask
from app.conductors.help import HelpConductor
from app.current_setting import CurrentSetting
from app.custody import Custody
from app.desk import Desk
from app.door import Door
from app.entrance import Entrance
from app.garbage import GarbageWatch
from app.help_topics import BEGINNING, topic_of
from app.idle import IdleWatch
from app.preferences import Preferences
from app.setting import Setting
from app.trouble import READING_TROUBLE
from app.work import Clock, Work
from models.help.guide import place_of
from views.screen.busy_screen import BusyScreen
from views.screen.messages import ask_yes_no, close_dialogs
from views.screen.navigation import Room
from views.screen.window import MainWindow

_SORRY = (
    "Der skete en fejl i programmet, og kartoteket er låst for en sikkerheds skyld. Alt, der stod "
    "som gemt, er gemt. Lås op, og arbejd videre."
)
_NOT_YET = "Lukker du nu, mister du det, der endnu ikke er gemt."
_WAIT = "Det tager som regel under et minut. Lad computeren være tændt, til døren er her igen."
_CLOSING = "Rød Tråd lukker"
_LAST_BACKUP = (
    "Først laves en sikkerhedskopi af det, du har skrevet. Vil du ikke vente på den, så luk "
    "vinduet én gang til: alt er gemt."
)


class Program(QObject):
    """Opens and locks; between the two the desk does the work.

    `locked` says that nothing is left to be put away: all is saved, or waits behind the door.
    """

    locked = Signal()

    def __init__(self, window: MainWindow, setting: Setting, clock: Clock) -> None:
        super().__init__()
        self.window = window
        self._clock = clock
        self._setting = CurrentSetting(setting)
        self._watch = BackupWatch(clock)
        self._custody = Custody(self._watch)
        self._entrance = Entrance(window, self._setting, self._custody, clock)
        self._desk: Desk | None = None
        self._bookmark: Bookmark | None = None
        self._bookmark_of = ""
        self._clipboard = ClipboardWatch()
        self._garbage = GarbageWatch()
        self._idle = IdleWatch(the_application(), setting.preferences.lock_after)
        preferences = setting.preferences
        self._guard = CaptureGuard(the_application(), hides=preferences.hides_from_capture)
        self._closed_work = Background()
        self._closing = QEventLoop(self)
        self._help = HelpConductor(window)
        self._connect()

    def _connect(self) -> None:
        window = self.window
        self._help.tour_asked.connect(self._begin_tour)
        QShortcut(QKeySequence("F1"), window).activated.connect(self._help_here)
        self._idle.idle.connect(self.lock)
        self._idle.warned.connect(self._warn_of_locking)
        self._entrance.entered.connect(self._begin_work)
        self._entrance.closed_task.connect(self._do_closed)
        self._entrance.locking_asked.connect(self.lock)
        self._custody.saved_late.connect(self._entrance.take_back)
        self._custody.closed.connect(self._closing.quit)
        window.lock_asked.connect(self.lock)
        window.closing.connect(self._put_away_for_good)

    def begin(self, door: Door | None = None) -> None:
        """Show the way in: the *door* that stands already, or one made now, or the first start."""
        self._entrance.begin(door)

    @Slot()
    def lock(self) -> None:
        """Put everything away and show the door; asks nothing, loses nothing."""
        if self._desk is None and not self._entrance.holds_open_register:
            self.locked.emit()
            return
        if close_dialogs():
            # What waited for a dialog must come to its end before its screen goes.
            QTimer.singleShot(0, self.lock)
            return
        if sentence := self._put_away():
            self._entrance.refuse(sentence)
        self.locked.emit()

    @Slot(int)
    def _warn_of_locking(self, seconds: int) -> None:
        """Say quietly how long it takes until the register is locked, if it is not."""
        if self._desk is not None:
            left = "1 sekund" if seconds == 1 else f"{seconds} sekunder"
            self.window.say_warning(f"Låser om {left} · tryk på en tast" if seconds else "")

    def say_sorry(self) -> None:
        """Lock after a fault of our own, and say so."""
        self.lock()
        self._entrance.refuse(_SORRY)

    def _put_away(self) -> str:
        """Leave the desk and the register; return why that has to stay open.

        Whatever happens, the door is shown and the citizen has left the screen.
        """
        self._leave_desk()
        # The disk may take its time to take the last; until then the door stands there.
        self.window.repaint()
        return self._custody.leave()

    def _leave_desk(self) -> None:
        desk, self._desk = self._desk, None
        try:
            if desk is not None:
                self._bookmark = desk.put_away()
            else:
                self._entrance.put_away()
        finally:
            # Before the disk is asked for anything, as the door does.
            self.window.blank()
            self._clipboard.empty_if_ours()
            self._garbage.collect_soon()
            self._entrance.show_door()

    @Slot(Work)
    def _begin_work(self, work: Work) -> None:
        """Sit down at the desk; when that cannot be, the register is closed again."""
        try:
            desk = self._sit_down(work)
        except READING_TROUBLE as error:
            self._custody.close()
            self._entrance.answer(error)
            return
        self._entrance.leave()
        self._idle.wait(self._setting.now.preferences.lock_after)
        desk.begin(self._bookmark if self._bookmark_of == work.person else None)
        self._bookmark_of = work.person

    def _sit_down(self, work: Work) -> Desk:
        desk = Desk(self.window, work, self._setting.now, self._watch)
        desk.preferences_changed.connect(self._change_preferences)
        desk.closed_task.connect(self._do_closed)
        desk.help_asked.connect(self._show_help)
        self._desk = desk
        return desk

    @Slot(Preferences)
    def _change_preferences(self, preferences: Preferences) -> None:
        self._setting.prefer(preferences)
        self._idle.wait(preferences.lock_after)
        self._guard.hide_windows(hide=preferences.hides_from_capture)
        wear(the_application(), preferences)
        if self._desk:
            # Margins and columns are measured when a screen is made, so all are made anew.
            self._sit_down_again(self._desk)

    @Slot()
    def _help_here(self) -> None:
        """Show what the guide says of where one is, or go back there."""
        if self._help.is_open:
            self._help.close()
            return
        place = topic_of(self.window.page, self._desk.here if self._desk else None)
        self._help.open(place, self._clock().date(), with_tour=self._desk is not None)

    @Slot(str)
    def _show_help(self, target: str) -> None:
        place = place_of(target or BEGINNING)
        self._help.open(place, self._clock().date(), with_tour=True)

    @Slot()
    def _begin_tour(self) -> None:
        if self._desk:
            self._desk.ways.begin_tour()

    def _sit_down_again(self, desk: Desk) -> None:
        try:
            again = self._sit_down(desk.work)
        except READING_TROUBLE as error:
            self.window.say_problem(str(error))
        else:
            desk.put_away()
            again.begin(None, Room.SETTINGS)

    @Slot(ClosedTask)
    def _do_closed(self, task: ClosedTask) -> None:
        """Close the register, do the *task* with nothing but a calm screen, and show the door."""
        self._leave_desk()
        self._bookmark = None
        if sentence := self._custody.close():
            self._entrance.refuse(sentence)
            return
        self._entrance.leave()
        self.window.show_bare(BusyScreen(task.title, _WAIT))
        self._closed_work.run(task.run, self._welcome, self._refuse)

    def _welcome(self, sentence: str) -> None:
        self._entrance.show_door()
        self._entrance.welcome(sentence)

    def _refuse(self, sentence: str) -> None:
        self._entrance.show_door()
        self._entrance.refuse(sentence)

    @Slot()
    def _put_away_for_good(self) -> None:
        """Close the register with the window; keep the window when something cannot be saved."""
        if self._closed_work.is_busy:
            self.window.hold_open(hold=True)
            return
        if self._closing.isRunning():
            # Asked to close once more, one does not want to wait.
            self._custody.close()
            return
        sentence = self._put_away()
        self.window.hold_open(hold=False)
        if not sentence:
            self._wait_for_last_backup()
            return
        if ask_yes_no(
            self.window, sentence, _NOT_YET, "Luk alligevel", "Lad programmet være åbent"
        ):
            self._custody.give_up()
            return
        self.window.hold_open(hold=True)
        self._entrance.refuse(sentence)

    def _wait_for_last_backup(self) -> None:
        if self._custody.register is not None:
            self._entrance.leave()
            self.window.show_bare(BusyScreen(_CLOSING, _LAST_BACKUP))
            self._closing.exec()
