"""Steps as rows of a list: what each says, and how far the red thread reaches."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from views.screen.step_delegate import STEP_ROLE, Pull, StepRow
from views.screen.step_knot import StepState

_STATE_WORDS = {
    StepState.NOT_BEGUN: "Ikke begyndt",
    StepState.DRAFT: "Kladde",
    StepState.DONE: "Færdig",
    StepState.WAITING: "Venter",
    StepState.MISSING: "Mangler noget",
}


@dataclass(frozen=True, slots=True)
class StepShown:
    """One step or letter; an empty `state_text` is shown as the plain word for `state`."""

    key: str
    title: str
    state_text: str
    state: StepState
    detail: str = ""

    @property
    def words(self) -> str:
        """The state in words."""
        return self.state_text or _STATE_WORDS[self.state]


class StepModel(QAbstractListModel):
    """The steps of a list, in order; with a thread they are knots on it."""

    def __init__(self, *, has_thread: bool) -> None:
        super().__init__()
        self._has_thread = has_thread
        self._steps: tuple[StepShown, ...] = ()
        self._reached = -1

    def show_steps(self, steps: Sequence[StepShown]) -> None:
        """Hold *steps* in place of those before."""
        self.beginResetModel()
        self._steps = tuple(steps)
        begun = [n for n, step in enumerate(steps) if step.state is not StepState.NOT_BEGUN]
        self._reached = max(begun, default=-1)
        self.endResetModel()

    def key(self, row: int) -> str:
        """Return the key of the step in *row*."""
        return self._steps[row].key

    def row_of(self, key: str) -> int | None:
        """Return the row of the step with *key*; None when there is none."""
        return next((row for row, step in enumerate(self._steps) if step.key == key), None)

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """Return how many steps there are."""
        return len(self._steps)

    @override
    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> str | StepRow | None:
        """Return the title, what a screen reader says, or the row as it is painted."""
        step = self._steps[index.row()]
        if role == STEP_ROLE:
            return self._row(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return step.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{step.title}: {step.words} {step.detail}".strip()
        return None

    def _row(self, number: int) -> StepRow:
        step = self._steps[number]
        is_last = number == len(self._steps) - 1
        return StepRow(
            step.title,
            step.words,
            step.detail,
            step.state,
            self._pull(number),
            number == 0,
            is_last,
        )

    def _pull(self, number: int) -> Pull:
        if not self._has_thread:
            return Pull.NONE
        if number == self._reached:
            return Pull.ENDS_HERE
        return Pull.PASSES if number < self._reached else Pull.NOT_YET
