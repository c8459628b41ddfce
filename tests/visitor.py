"""Somebody who can be brought to any screen of the program, to look at it."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget

from app.appearance import the_application, wear
from app.door import PRACTICE_PASSPHRASE
from app.preferences import Preferences
from app.program import Program
from app.setting import Setting
from tests.demo.hands import Hands, NotOnTheScreenError
from views.screen.conversation.screen import ConversationScreen
from views.screen.tour_card import TourCard
from views.screen.unlock_screen import UnlockScreen
from views.screen.window import MainWindow

NOON = datetime(2026, 11, 2, 12, 0).astimezone()
CONTROL = Qt.KeyboardModifier.ControlModifier
NO_KEY = Qt.KeyboardModifier.NoModifier
STEPS = "Forløbets trin"
ADDITIONS = "Det, du kan tilføje"


class Visitor:
    """A program with a window of its own, on the register in *home*; practice or the first start.

    *preferences* say how all of it looks, *size* how large the window is in pixels.
    """

    def __init__(
        self, home: Path, preferences: Preferences, size: tuple[int, int], *, is_practice: bool
    ) -> None:
        wear(the_application(), preferences)
        # A caret that happens to blink would make another picture of the same screen.
        QApplication.setCursorFlashTime(0)
        self.window = MainWindow()
        self.hands = Hands(self.window)
        self._size = size
        file = home / "indstillinger.json"
        setting = Setting(home / "kartotek", preferences, file, is_practice=is_practice)
        self.program = Program(self.window, setting, lambda: NOON)
        self.program.begin()
        self.window.show()
        self.window.activateWindow()
        self.take_size()

    @property
    def seen(self) -> QWidget:
        """What is to be looked at: the box or menu that lies over the window, else the window."""
        over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        return over or self.window

    @property
    def is_locked(self) -> bool:
        """Whether one stands at the door."""
        return isinstance(self.window.page, UnlockScreen)

    def come_home(self) -> None:
        """Go back to where every screen can be reached from, whatever is on the screen."""
        self._close_what_lies_over()
        if any(talk.isVisible() for talk in self.window.findChildren(ConversationScreen)):
            self.press(Qt.Key.Key_F11)
        for tour in self.window.findChildren(TourCard):
            if tour.isVisible():
                self.press(Qt.Key.Key_Escape)
        if self.is_locked:
            self.unlock()
        self.take_size()

    def take_size(self) -> None:
        """Let the window be as large as was asked, also where the whole screen is another size."""
        # A real register has no such line, and what it takes of the height.
        self.window._practice.hide()
        self.settle()
        self.window.resize(*self._size)
        self.settle()

    def go_to(self, room: str) -> None:
        """Choose a room, and let it be shown."""
        self.hands.click(room)
        self.settle()

    def open_case(self, citizen: str, *, tasks: bool = True) -> None:
        """Open a citizen's case from the list; with or without its tasks beside the form."""
        self.go_to("Borgere")
        self.hands.choose_row("Borgere", citizen)
        self.settle()
        if not tasks:
            self.fold_tasks()

    def fold_tasks(self) -> None:
        """Put the tasks away, when they are shown."""
        for button in self.window.findChildren(QAbstractButton):
            if button.isVisible() and button.text().startswith("Skjul opgaver"):
                self.press(Qt.Key.Key_T, CONTROL)
                return

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NO_KEY) -> None:
        """Press a key where the focus is, and let come what comes."""
        self.hands.press(key, held)
        self.settle()

    def write(self, text: str) -> None:
        """Type *text* where the focus is."""
        QTest.keyClicks(QApplication.focusWidget() or self.window, text)
        self.settle()

    def unlock(self) -> None:
        """Give the passphrase at the door, and wait until the rooms are there."""
        self.hands.type_into("Adgangssætning", PRACTICE_PASSPHRASE)
        self.hands.click("Lås op")
        self.hands.wait_until(self._is_inside)
        self.settle()

    def settle(self) -> None:
        """Let everything be laid out and painted that was asked for."""
        self.hands.rest(20)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.hands.rest(40)

    def close(self) -> None:
        """Close the window."""
        self._close_what_lies_over()
        if self.window.close():
            self.window.deleteLater()
        self.settle()

    def _is_inside(self) -> bool:
        return not self.is_locked

    def _close_what_lies_over(self) -> None:
        while (over := self.seen) is not self.window:
            over.close() if isinstance(over, QMenu) else QTest.keyClick(over, Qt.Key.Key_Escape)
            self.hands.rest(20)
            if self.seen is over:
                raise NotOnTheScreenError(f"a way out of {type(over).__name__}")
        self.window.activateWindow()
