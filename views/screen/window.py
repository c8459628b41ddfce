"""The one window: rooms to the left, the chosen screen in the middle, what is saved below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QToolTip,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from views.screen.enter_presses import press_by_enter
from views.screen.look import Role, scaled, set_role
from views.screen.navigation import Navigation, Room
from views.screen.status import StatusLine
from views.screen.words import words

_PRACTICE = "Øvekartotek: alle borgere her er opdigtede. Skriv aldrig om rigtige mennesker her."


class MainWindow(QMainWindow):
    """Holds the screens that the conductors make; asks nothing when it closes."""

    room_chosen = Signal(Room)
    lock_asked = Signal()
    search_asked = Signal()
    page_turned = Signal()
    closing = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._navigation = Navigation()
        self._stack = QStackedWidget()
        self._status = StatusLine()
        self._practice = QFrame()
        self._is_held_open = False
        self._state_before = Qt.WindowState.WindowNoState
        self._lock_alone = QShortcut(QKeySequence("Ctrl+L"), self)
        self._lock_alone.setEnabled(False)
        self._lock_alone.activated.connect(self.lock_asked)
        self._navigation.room_chosen.connect(self.room_chosen)
        self._navigation.lock_asked.connect(self.lock_asked)
        self._navigation.search_asked.connect(self.search_asked)
        self._stack.currentChanged.connect(self.page_turned)
        self.setWindowTitle("Rød Tråd")
        self.setCentralWidget(self._inside())
        self._show_furniture(visible=False)
        self.resize(1280, 720)

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self._stack.currentWidget()

    def show_page(self, widget: QWidget) -> None:
        """Show *widget* with the navigation beside it; it stays until it is forgotten."""
        self._leave_whole_screen()
        self._put(widget)
        self._show_furniture(visible=True)

    def show_bare(self, widget: QWidget) -> None:
        """Show *widget* alone, as when locked, and forget all other pages with what they held."""
        for page in self._pages():
            if page is not widget:
                self.forget_page(page)
        self._leave_whole_screen()
        self._status.say_saved("")
        self._status.say_warning("")
        self._status.say_problem("")
        self._practice.hide()
        self._put(widget)
        self._show_furniture(visible=False)

    def blank(self) -> None:
        """Show nothing at all, at once: no page, no other window, no menu and no tooltip.

        It is painted when this returns, so that a picture of the window, as in a task bar, is too.
        """
        while (popup := QApplication.activePopupWidget()) and popup.close():
            pass
        QToolTip.hideText()
        for other in QApplication.topLevelWidgets():
            if other is not self and other.isVisible():
                other.hide()
        self.show_bare(QWidget())
        self.repaint()

    def show_alone(self, widget: QWidget) -> None:
        """Fill the screen with *widget*, and what is saved, until another page is shown."""
        self._put(widget)
        self._navigation.hide()
        if not self._lock_alone.isEnabled():
            self._state_before = self.windowState()
            self._lock_alone.setEnabled(True)
            self.showFullScreen()

    def show_above(self, widget: QWidget) -> None:
        """Show *widget* in place of the page, which stays as it is and can be shown above again."""
        self._put(widget)

    def forget_page(self, widget: QWidget) -> None:
        """Take *widget* out of the window and let go of it."""
        self._stack.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def mark_room(self, room: Room) -> None:
        """Show that *room* is where we are."""
        self._navigation.mark(room)

    def mark_help(self, *, shown: bool) -> None:
        """Show that help lies over where we are, or that it does not any more."""
        self._navigation.mark_help(shown=shown)

    def say_saved(self, text: str) -> None:
        """Show *text* in the status line."""
        self._status.say_saved(text)

    def say_warning(self, text: str) -> None:
        """Show *text* beside what is saved; an empty one takes it away."""
        self._status.say_warning(text)

    def say_problem(self, text: str) -> None:
        """Show *text* above the status line until it is closed; an empty one takes it away."""
        self._status.say_problem(text)

    def show_practice_banner(self) -> None:
        """Say, until the window is bare again, that nothing in it is about real people."""
        self._practice.show()

    def hold_open(self, *, hold: bool) -> None:
        """Let the window stay when it is asked to close: something cannot be put away yet."""
        self._is_held_open = hold

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter, which nothing else had a use for, press the button one is at."""
        if not press_by_enter(event, self):
            super().keyPressEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that the window closes, so that everything can be put away first."""
        self.closing.emit()
        if self._is_held_open:
            event.ignore()
        else:
            super().closeEvent(event)

    def _pages(self) -> list[QWidget]:
        pages = [self._stack.widget(number) for number in range(self._stack.count())]
        return [page for page in pages if page is not None]

    def _put(self, widget: QWidget) -> None:
        if self._stack.indexOf(widget) < 0:
            self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)

    def _leave_whole_screen(self) -> None:
        if self._lock_alone.isEnabled():
            self._lock_alone.setEnabled(False)
            self.setWindowState(self._state_before)

    def _show_furniture(self, *, visible: bool) -> None:
        self._navigation.setVisible(visible)
        self._status.setVisible(visible)

    def _inside(self) -> QWidget:
        banner = QHBoxLayout(self._practice)
        banner.setContentsMargins(scaled(14), scaled(6), scaled(14), scaled(6))
        banner.addWidget(words(_PRACTICE, Role.STRONG))
        set_role(self._practice, Role.BANNER)
        self._practice.hide()
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._practice)
        right.addWidget(self._stack, 1)
        right.addWidget(self._status)
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._navigation)
        row.addLayout(right, 1)
        return inside
