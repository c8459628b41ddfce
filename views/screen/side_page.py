"""A page beside the three rooms: a heading, cards below it, and the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from views.screen.column import Column
from views.screen.icons import Ink, Sign, SignButton
from views.screen.look import Role, scaled, set_role
from views.screen.words import words

_WIDTH = 640


class SidePage(QWidget):
    """Put cards into `body`; what they hold is shown and said by the page that is made of this."""

    back_asked = Signal()

    def __init__(self, title: str, back: str) -> None:
        """*back* says where the way back leads."""
        super().__init__()
        self.back = SignButton(back, Sign.ARROW_LEFT, Ink.THREAD)
        self.back.setAccessibleName(f"Tilbage til {back.lower()}")
        self.back.setToolTip(f"Tilbage til {back.lower()} (Alt+Venstre)")
        self.back.setShortcut("Alt+Left")
        self.back.clicked.connect(self.back_asked)
        set_role(self.back, Role.PLAIN)
        self.column = Column(_WIDTH)
        self.column.body.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.body.addWidget(words(title, Role.TITLE))
        self.body = QVBoxLayout()
        self.body.setSpacing(scaled(12))
        self.column.body.addLayout(self.body)
        self.column.body.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.column)


def card(title: str, *inside: QWidget | QLayout) -> QFrame:
    """Return a card with a heading, and what is *inside* below it."""
    made = QFrame()
    set_role(made, Role.CARD)
    column = QVBoxLayout(made)
    column.setContentsMargins(scaled(16), scaled(12), scaled(16), scaled(14))
    column.setSpacing(scaled(6))
    if title:
        column.addWidget(words(title, Role.STRONG))
    for thing in inside:
        if isinstance(thing, QLayout):
            column.addLayout(thing)
        else:
            column.addWidget(thing)
    return made


def in_a_row(*buttons: QWidget) -> QHBoxLayout:
    """Return *buttons* side by side, from the left."""
    row = QHBoxLayout()
    row.setSpacing(scaled(8))
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row


def button(text: str, role: Role | None = None) -> QPushButton:
    """Return a button that looks like *role*."""
    made = QPushButton(text)
    if role is not None:
        set_role(made, role)
    return made
