"""The rooms of the program, to the left of everything."""

from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from views.screen.icons import Sign, SignButton
from views.screen.look import Role, scaled, set_role
from views.screen.thread import ThreadMark
from views.screen.words import words


class Room(StrEnum):
    """A room of the program; the values are the words that are shown."""

    TODAY = "I dag"
    CITIZENS = "Borgere"
    LETTERS = "Breve"
    OVERVIEW = "Overblik"
    GUIDELINES = "Retningslinjer"
    SETTINGS = "Indstillinger"
    HELP = "Hjælp"


class _NavButton(QPushButton):
    @override
    def sizeHint(self) -> QSize:
        """Keep room for the bold words of the chosen room, which Qt does not reckon with."""
        bold = QFont(self.font())
        bold.setBold(True)
        width = QFontMetrics(bold).horizontalAdvance(self.text()) + scaled(32)
        return QSize(width, super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the same: a room's name is never cut."""
        return self.sizeHint()


class _Rooms(QScrollArea):
    """The rooms below each other; with large letters on a low screen they scroll."""

    def __init__(self, inside: QFrame) -> None:
        super().__init__()
        self._inside = inside
        set_role(self, Role.PANEL)
        set_role(inside, Role.PANEL)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(inside)
        self.verticalScrollBar().rangeChanged.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        """Return the room that all rooms need."""
        return self._inside.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the full width, so that no name is cut, and the height of the first two."""
        bar = self.verticalScrollBar()
        beside = bar.sizeHint().width() if bar.maximum() else 0
        return QSize(self.sizeHint().width() + beside, scaled(64))


class Navigation(QFrame):
    """Says which room was chosen and when the lock was."""

    room_chosen = Signal(Room)
    lock_asked = Signal()
    search_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marked = Room.TODAY
        self._group = QButtonGroup(self)
        self._buttons = {room: _NavButton(room.value) for room in Room}
        self._mark = ThreadMark(64)
        self._find = SignButton("Find …", Sign.SEARCH)
        self._lock = SignButton("Lås", Sign.LOCK)
        set_role(self, Role.PANEL)
        for number, (room, button) in enumerate(self._buttons.items(), start=1):
            set_role(button, Role.NAV)
            button.setCheckable(True)
            button.setShortcut(f"Ctrl+{number}")
            button.setToolTip(f"{room.value} (Ctrl+{number})")
            self._group.addButton(button)
        self._group.buttonClicked.connect(self._say_room)
        self._find.setToolTip("Find en kommando, en borger eller et spørgsmål (Ctrl+K)")
        self._find.setAccessibleName("Find en kommando")
        self._find.clicked.connect(self.search_asked)
        # Not the button's own: it waits a moment, in which one types where one was.
        QShortcut(QKeySequence("Ctrl+K"), self).activated.connect(self.search_asked)
        self._lock.setShortcut("Ctrl+L")
        self._lock.setToolTip("Lås kartoteket (Ctrl+L)")
        self._lock.setAccessibleName("Lås kartoteket")
        self._lock.clicked.connect(self.lock_asked)
        self._lay_out()

    def mark(self, room: Room) -> None:
        """Show that *room* is where we are, without saying that it was chosen."""
        self._marked = room
        self._buttons[room].setChecked(True)

    def mark_help(self, *, shown: bool) -> None:
        """Show that help lies over the room we are in, or that it does not any more."""
        self._buttons[Room.HELP if shown else self._marked].setChecked(True)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, scaled(16), 0, scaled(12))
        column.setSpacing(scaled(2))
        head = QVBoxLayout()
        head.setContentsMargins(scaled(16), 0, scaled(16), scaled(14))
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(words("Rød Tråd", Role.SUBTITLE))
        column.addLayout(head)
        column.addWidget(_Rooms(self._rooms()), 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(scaled(12), scaled(8), scaled(12), 0)
        foot.setSpacing(scaled(6))
        foot.addWidget(self._find)
        foot.addWidget(self._lock)
        column.addLayout(foot)

    def _rooms(self) -> QFrame:
        inside = QFrame()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for room, button in self._buttons.items():
            if room is Room.SETTINGS:
                column.addStretch(1)
            column.addWidget(button)
        return inside

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the mark go where the rooms need its place."""
        super().resizeEvent(event)
        mark = 0 if self._mark.isVisible() else self._mark.height() + scaled(6)
        self._mark.setVisible(self.height() >= self.sizeHint().height() + mark)

    @Slot(QAbstractButton)
    def _say_room(self, button: QAbstractButton) -> None:
        self.room_chosen.emit(Room(button.text()))
