"""One checklist about the clinic: how far it is, what comes next, and the way into it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from views.screen.due import DueState, due_role
from views.screen.look import Role, scaled, set_role
from views.screen.problem_line import ProblemLine
from views.screen.side_page import button, in_a_row
from views.screen.words import chip, words


@dataclass(frozen=True, slots=True)
class ChecklistShown:
    """A checklist as its card shows it; `key` names it to the conductor.

    `progress` says how many points are in place, `lines` what else there is to know, `next` when
    something in it is due and `next_state` how near that is; `next` is empty when nothing is.
    """

    key: str
    title: str
    purpose: str
    progress: str
    lines: tuple[str, ...]
    action: str
    next: str = ""
    next_state: DueState = DueState.NONE
    problems: tuple[str, ...] = ()


class ChecklistCard(QFrame):
    """Says that its checklist is to be opened."""

    opening_asked = Signal(str)

    def __init__(self, shown: ChecklistShown) -> None:
        super().__init__()
        self._key = shown.key
        self._open = button(shown.action)
        self._open.setAccessibleName(f"{shown.action}: {shown.title}")
        self._open.setAccessibleDescription(". ".join((shown.progress, shown.next, *shown.lines)))
        self._open.clicked.connect(self._say_opening)
        self.setFocusProxy(self._open)
        set_role(self, Role.CARD)
        self._lay_out(shown)

    def _lay_out(self, shown: ChecklistShown) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(16), scaled(12), scaled(16), scaled(14))
        column.setSpacing(scaled(5))
        head = QHBoxLayout()
        head.addWidget(words(shown.title, Role.STRONG), 1)
        head.addWidget(chip(shown.progress, Role.CHIP), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(words(shown.purpose, Role.QUIET))
        for line in shown.lines:
            column.addWidget(words(line))
        if shown.next:
            column.addWidget(chip(shown.next, due_role(shown.next_state)))
        for problem in shown.problems:
            warning = ProblemLine()
            column.addWidget(warning)
            warning.show_sentence(problem)
        column.addLayout(in_a_row(self._open))

    @Slot()
    def _say_opening(self) -> None:
        self.opening_asked.emit(self._key)
