"""The first window: shown with few imports, while the rest of the program is fetched behind it."""

import importlib
import os
import sys
import threading
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import (
    QLibraryInfo,
    QLocale,
    QMessageLogContext,
    QObject,
    QTimer,
    QtMsgType,
    QTranslator,
    Signal,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from app.appearance import the_application, wear
from app.door import Door
from app.setting import Setting
from app.window_place import WindowPlaces
from storage.file_names import has_register
from views.screen.busy_screen import BusyScreen
from views.screen.window import MainWindow

_NO_DISPLAY = (
    "Der er ingen skærm at vise vinduet på. Start programmet på en computer med skærm, "
    "eller se det uden skærm med: python3 dev.py demo --out MAPPE"
)
_FIRST_TIME = ("Rød Tråd", "Gør klar …")
_INSIDE = "app.program"


def run_window(setting: Setting, clock: Callable[[], datetime], *, only_first: bool) -> int:
    """Run the program until its window is closed, and return its exit status.

    When it is *only_first*, the program ends as soon as the first window is painted.
    """
    if _lacks_display():
        _say_no_display()
        return 1
    application = _application()
    # The look comes first: a window made before it keeps the letters of another look.
    wear(application, setting.preferences)
    start = Start(setting, clock)
    start.show()
    # What comes next waits until the window is painted.
    QTimer.singleShot(0, application.quit if only_first else start.fetch)
    return application.exec()


class Start(QObject):
    """Shows the door first and fetches the rest of the program behind it."""

    ready = Signal()

    def __init__(self, setting: Setting, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.window = MainWindow()
        self._setting = setting
        self._clock = clock
        self._door: Door | None = None
        self._program: QObject | None = None
        self._system: QObject | None = None
        self._places = WindowPlaces(the_application(), self.window, setting.preferences_file)
        self.window.closing.connect(self._places.remember)
        self.ready.connect(self._let_in)

    def show(self) -> None:
        """Show the window, with the door in it when there is a register."""
        if has_register(self._setting.folder):
            self._door = Door(self._setting.folder, is_practice=self._setting.is_practice)
            self.window.show_bare(self._door.screen)
        else:
            self.window.show_bare(BusyScreen(*_FIRST_TIME))
        self._places.put()
        self.window.show()

    @Slot()
    def fetch(self) -> None:
        """Fetch the rest of the program, and let it begin when it is there."""
        # A plain thread: the same import on the window's own thread would freeze it for half a
        # second.
        threading.Thread(target=self._import, daemon=True).start()

    def _import(self) -> None:
        importlib.import_module(_INSIDE)
        self.ready.emit()

    @Slot()
    def _let_in(self) -> None:
        from app.faults import answer_faults_with  # noqa: PLC0415 - after the first window
        from app.program import Program  # noqa: PLC0415 - after the first window
        from app.system_lock import watch_the_system  # noqa: PLC0415 - after the first window

        _speak_danish(the_application())
        program = Program(self.window, self._setting, self._clock)
        self._program = program
        answer_faults_with(program.say_sorry)
        system = watch_the_system(self.window)
        self._system = system
        system.lock_asked.connect(program.lock)
        program.locked.connect(system.let_go)
        program.begin(self._door)


def _lacks_display() -> bool:
    if sys.platform != "linux":
        return False
    return not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    )


def _say_no_display() -> None:
    sys.stderr.write(f"{_NO_DISPLAY}\n")
    sys.stderr.flush()


def _end_without_display(kind: QtMsgType, _context: QMessageLogContext, _text: str) -> None:
    """Say it in our words when Qt finds no display where there should be one; it would abort."""
    if kind is QtMsgType.QtFatalMsg:
        _say_no_display()
        os._exit(1)


def _application() -> QApplication:
    before = qInstallMessageHandler(_end_without_display)
    application = QApplication(sys.argv[:1])
    qInstallMessageHandler(before)
    application.setApplicationName("Rød Tråd")
    QLocale.setDefault(QLocale(QLocale.Language.Danish))
    return application


def _speak_danish(application: QApplication) -> None:
    """Let Qt's own boxes speak Danish; the first window has none of them."""
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_da", folder):
        application.installTranslator(translator)
