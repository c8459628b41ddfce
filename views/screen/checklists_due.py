"""What is due about the clinic itself, one line each, with the way to the question it is about."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from views.screen.due import DueState, due_role
from views.screen.look import Role, scaled
from views.screen.side_page import button
from views.screen.words import chip, words


@dataclass(frozen=True, slots=True)
class ClinicDueShown:
    """One thing that is due; `key` names it to the conductor.

    `when` says in a few words how near it is, `detail` the whole sentence, who has it and its
    source.
    """

    key: str
    title: str
    detail: str
    when: str
    state: DueState


class ClinicDueRow(QWidget):
    """Says that its question is to be shown."""

    chosen = Signal(str)

    def __init__(self, shown: ClinicDueShown) -> None:
        super().__init__()
        self._key = shown.key
        self._go = button("Gå til", Role.PLAIN)
        self._go.setAccessibleName(f"Gå til: {shown.title}, {shown.when}")
        self._go.setAccessibleDescription(shown.detail)
        self._go.clicked.connect(self._say_chosen)
        self.setFocusProxy(self._go)
        head = QHBoxLayout()
        head.addWidget(words(shown.title, Role.STRONG), 1)
        head.addWidget(chip(shown.when, due_role(shown.state)), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, scaled(4))
        column.setSpacing(scaled(2))
        column.addLayout(head)
        below = QHBoxLayout()
        below.addWidget(words(shown.detail, Role.QUIET), 1)
        below.addWidget(self._go, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(below)

    @Slot()
    def _say_chosen(self) -> None:
        self.chosen.emit(self._key)
