"""The tasks of an open case, beside what is being talked about; never in its way."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from views.screen.look import Role, scaled, set_role
from views.screen.task_card import TaskCard, TaskShown
from views.screen.words import words

_NOTHING = (
    "Der er ikke noget, der mangler lige nu. Her kommer det, som frister og svar i sagen kalder på."
)
_SETTLED = 20
"""Milliseconds after which a card that was folded out has been laid out."""


@dataclass(frozen=True, slots=True)
class TaskGroup:
    """Tasks that belong together, under a heading."""

    heading: str
    tasks: tuple[TaskShown, ...]


class TaskPanel(QScrollArea):
    """Cards under headings; stands still while what it shows stays the same."""

    way_chosen = Signal(str)
    outcome_chosen = Signal(str, str)
    source_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[TaskGroup, ...] = ()
        self._made: list[TaskCard] = []
        self._inside = QFrame()
        self._cards = QVBoxLayout()
        self._nothing = words(_NOTHING, Role.QUIET)
        set_role(self, Role.PANEL)
        set_role(self._inside, Role.PANEL)
        self.setAccessibleName("Opgaver")
        self.setAccessibleDescription(_NOTHING)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # In its place before it is filled: Qt dresses all that is inside anew at every move.
        self.setWidget(self._inside)
        self._lay_out()

    def show_tasks(self, groups: Sequence[TaskGroup]) -> bool:
        """Show the tasks of *groups* instead of what was shown; return whether they are others."""
        if self._shown == tuple(groups):
            return False
        self._shown = tuple(groups)
        was_open = {card.key for card in self._made if card.is_open}
        self._empty()
        for group in groups:
            self._cards.addWidget(words(group.heading, Role.SUBTITLE))
            for task in group.tasks:
                self._add(TaskCard(task))
        self._fold_out(was_open)
        tasks = [task for group in groups for task in group.tasks]
        self._nothing.setVisible(not tasks)
        spoken = (f"{task.title}. {task.when}. {task.sentence}" for task in tasks)
        self.setAccessibleDescription("\n".join(spoken) or _NOTHING)
        return True

    def order_tabs(self) -> None:
        """Let Tab come to the buttons of the cards after the panel, from above."""
        last: QWidget = self
        for card in self._made:
            for button in card.buttons:
                QWidget.setTabOrder(last, button)
                last = button

    def focus_card(self, key: str) -> None:
        """Put the focus on the task with this *key*, and it into sight; else on the panel."""
        card = next((card for card in self._made if card.key == key and card.buttons), None)
        if card is None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        card.fold_out()
        self._show_soon(card)
        card.buttons[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def sizeHint(self) -> QSize:
        """Return a width at which the cards are easy to read."""
        return QSize(scaled(280), scaled(480))

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the least size at which a card still reads well."""
        return QSize(scaled(200), scaled(100))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(scaled(14), scaled(14), scaled(14), scaled(14))
        column.setSpacing(scaled(10))
        column.addWidget(self._nothing)
        self._cards.setSpacing(scaled(10))
        column.addLayout(self._cards)
        column.addStretch(1)

    def _fold_out(self, keys: set[str]) -> None:
        """Fold out the tasks that were so before, or else the first."""
        for card in [card for card in self._made if card.key in keys] or self._made[:1]:
            card.fold_out()

    @Slot()
    def _bring_into_sight(self) -> None:
        if isinstance(card := self.sender(), TaskCard):
            self._show_soon(card)

    def _show_soon(self, card: TaskCard) -> None:
        # What was just folded out has no height yet.
        QTimer.singleShot(_SETTLED, card, partial(self._show_card, card))

    def _show_card(self, card: TaskCard) -> None:
        """Show all of *card*, or how it begins when it is taller than the panel."""
        self.ensureWidgetVisible(card, 0, scaled(8))
        bar = self.verticalScrollBar()
        bar.setValue(min(bar.value(), card.y()))

    def _add(self, card: TaskCard) -> None:
        card.way_chosen.connect(self.way_chosen)
        card.outcome_chosen.connect(self.outcome_chosen)
        card.source_chosen.connect(self.source_chosen)
        self._cards.addWidget(card)
        self._made.append(card)
        card.folded_out.connect(self._bring_into_sight)

    def _empty(self) -> None:
        self._made = []
        while (item := self._cards.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
