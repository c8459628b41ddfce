"""The one window: rooms to the left, the chosen screen in the middle, what is saved below."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from views.screen.look import Role, scaled, set_role
from views.screen.navigation import Navigation, Room
from views.screen.status import StatusLine
from views.screen.words import words

_PRACTICE = "Øvekartotek: alle borgere her er opdigtede. Skriv aldrig om rigtige mennesker her."


class MainWindow(QMainWindow):
    """Holds the screens that the conductors make; asks nothing when it closes."""

    room_chosen = Signal(Room)
    lock_asked = Signal()
    closing = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._navigation = Navigation()
        self._stack = QStackedWidget()
        self._status = StatusLine()
        self._practice = QFrame()
        self._is_held_open = False
        self._navigation.room_chosen.connect(self.room_chosen)
        self._navigation.lock_asked.connect(self.lock_asked)
        self.setWindowTitle("Rød Tråd")
        self.setCentralWidget(self._inside())
        self._show_furniture(visible=False)
        self.resize(1280, 720)

    def show_page(self, widget: QWidget) -> None:
        """Show *widget* with the navigation beside it; it stays until it is forgotten."""
        self._put(widget)
        self._show_furniture(visible=True)

    def show_bare(self, widget: QWidget) -> None:
        """Show *widget* alone, as when locked, and forget all other pages with what they held."""
        for page in self._pages():
            if page is not widget:
                self.forget_page(page)
        self._status.say_saved("")
        self._status.say_problem("")
        self._practice.hide()
        self._put(widget)
        self._show_furniture(visible=False)

    def forget_page(self, widget: QWidget) -> None:
        """Take *widget* out of the window and let go of it."""
        self._stack.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def mark_room(self, room: Room) -> None:
        """Show that *room* is where we are."""
        self._navigation.mark(room)

    def say_saved(self, text: str) -> None:
        """Show *text* in the status line."""
        self._status.say_saved(text)

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
