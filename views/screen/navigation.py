"""The rooms of the program, to the left of everything."""

from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QPushButton,
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
    GUIDELINES = "Retningslinjer"
    SETTINGS = "Indstillinger"


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


class Navigation(QFrame):
    """Says which room was chosen and when the lock was."""

    room_chosen = Signal(Room)
    lock_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons = {room: _NavButton(room.value) for room in Room}
        self._lock = SignButton("Lås", Sign.LOCK)
        set_role(self, Role.PANEL)
        for number, (room, button) in enumerate(self._buttons.items(), start=1):
            set_role(button, Role.NAV)
            button.setCheckable(True)
            button.setShortcut(f"Ctrl+{number}")
            button.setToolTip(f"{room.value} (Ctrl+{number})")
            self._group.addButton(button)
        self._group.buttonClicked.connect(self._say_room)
        self._lock.setShortcut("Ctrl+L")
        self._lock.setToolTip("Lås kartoteket (Ctrl+L)")
        self._lock.setAccessibleName("Lås kartoteket")
        self._lock.clicked.connect(self.lock_asked)
        self._lay_out()

    def mark(self, room: Room) -> None:
        """Show that *room* is where we are, without saying that it was chosen."""
        self._buttons[room].setChecked(True)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, scaled(16), 0, scaled(12))
        column.setSpacing(scaled(2))
        head = QVBoxLayout()
        head.setContentsMargins(scaled(16), 0, scaled(16), scaled(14))
        head.addWidget(ThreadMark(64), 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(words("Rød Tråd", Role.SUBTITLE))
        column.addLayout(head)
        for room, button in self._buttons.items():
            if room is Room.SETTINGS:
                column.addStretch(1)
            column.addWidget(button)
        foot = QVBoxLayout()
        foot.setContentsMargins(scaled(12), scaled(8), scaled(12), 0)
        foot.addWidget(self._lock)
        column.addLayout(foot)

    @Slot(QAbstractButton)
    def _say_room(self, button: QAbstractButton) -> None:
        self.room_chosen.emit(Room(button.text()))
