"""The course as its steps along the red thread, and its letters below."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from views.screen.look import Role, scaled, set_role
from views.screen.rows import FullRowList
from views.screen.step_delegate import STEP_ROLE, Pull, StepDelegate, StepRow
from views.screen.step_knot import StepState
from views.screen.words import words

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


class StepList(QScrollArea):
    """Steps and letters of one course; says which one was chosen."""

    step_chosen = Signal(str)
    letter_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps_shown: tuple[tuple[StepShown, ...], str] = ((), "")
        self._letters_shown: tuple[tuple[StepShown, ...], str] = ((), "")
        self._steps = _StepModel(has_thread=True)
        self._letters = _StepModel(has_thread=False)
        self._step_rows = _rows(self._steps, "Forløbets trin")
        self._letter_rows = _rows(self._letters, "Breve")
        self._letter_heading = words("Breve", Role.SUBTITLE)
        self._no_letters = words("Der er ingen breve endnu.", Role.QUIET)
        self._step_rows.row_chosen.connect(self._say_step)
        self._letter_rows.row_chosen.connect(self._say_letter)
        for rows in (self._step_rows, self._letter_rows):
            rows.selectionModel().currentChanged.connect(self._show_current)
        set_role(self, Role.PANEL)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sheet = self._inside()
        self.setWidget(self._sheet)

    def show_steps(self, steps: Sequence[StepShown], current: str) -> None:
        """Show *steps* from first to last, with the one whose key is *current* marked.

        The list stands still when it shows all this already.
        """
        shown = (tuple(steps), current)
        if shown == self._steps_shown:
            return
        self._steps_shown = shown
        # Marking a step takes the mark from the letters, so they are to be shown anew.
        self._letters_shown = ((), "")
        self._steps.show_steps(steps)
        self._mark(current)
        self._step_rows.fit()
        QTimer.singleShot(0, self, self._show_current)

    def show_letters(self, letters: Sequence[StepShown], current: str = "") -> None:
        """Show *letters*, with the one whose key is *current* marked instead of a step."""
        shown = (tuple(letters), current)
        if shown == self._letters_shown:
            return
        self._letters_shown = shown
        self._letters.show_steps(letters)
        self._no_letters.setVisible(not letters)
        self._letter_rows.setVisible(bool(letters))
        if current:
            self._mark(current)
        else:
            self._letter_rows.stand_at(0)
        self._letter_rows.fit()

    @override
    def sizeHint(self) -> QSize:
        """Return a width that holds a step's title in most cases."""
        return QSize(scaled(236), scaled(480))

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the least width at which the words still read well."""
        return QSize(scaled(200), scaled(120))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the marked row in sight."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._show_current)

    def _inside(self) -> QWidget:
        inside = QFrame()
        set_role(inside, Role.PANEL)
        column = QVBoxLayout(inside)
        column.setContentsMargins(scaled(6), scaled(14), scaled(6), scaled(14))
        column.setSpacing(scaled(6))
        for heading in (words("Forløb", Role.SUBTITLE), self._letter_heading, self._no_letters):
            heading.setContentsMargins(scaled(12), 0, scaled(6), 0)
            column.addWidget(heading)
        column.insertWidget(1, self._step_rows)
        column.insertSpacing(2, scaled(14))
        column.addWidget(self._letter_rows)
        column.addStretch(1)
        return inside

    def _mark(self, key: str) -> None:
        for view, model in (
            (self._step_rows, self._steps),
            (self._letter_rows, self._letters),
        ):
            view.clearSelection()
            if (row := model.row_of(key)) is not None:
                view.setCurrentIndex(model.index(row))
            else:
                view.stand_at(0)

    @Slot()
    def _show_current(self) -> None:
        in_letters = self._letter_rows.hasFocus() or self._letter_rows.selectedIndexes()
        rows = self._letter_rows if in_letters else self._step_rows
        place = rows.visualRect(rows.currentIndex())
        middle = rows.mapTo(self._sheet, place.center())
        self.ensureVisible(0, middle.y(), 0, place.height() // 2 + scaled(10))

    @Slot(int)
    def _say_step(self, row: int) -> None:
        self.step_chosen.emit(self._steps.key(row))

    @Slot(int)
    def _say_letter(self, row: int) -> None:
        self.letter_chosen.emit(self._letters.key(row))


class _StepModel(QAbstractListModel):
    def __init__(self, *, has_thread: bool) -> None:
        super().__init__()
        self._has_thread = has_thread
        self._steps: tuple[StepShown, ...] = ()
        self._reached = -1

    def show_steps(self, steps: Sequence[StepShown]) -> None:
        self.beginResetModel()
        self._steps = tuple(steps)
        begun = [n for n, step in enumerate(steps) if step.state is not StepState.NOT_BEGUN]
        self._reached = max(begun, default=-1)
        self.endResetModel()

    def key(self, row: int) -> str:
        return self._steps[row].key

    def row_of(self, key: str) -> int | None:
        return next((row for row, step in enumerate(self._steps) if step.key == key), None)

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return len(self._steps)

    @override
    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> str | StepRow | None:
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


def _rows(model: _StepModel, name: str) -> FullRowList:
    rows = FullRowList()
    rows.setModel(model)
    rows.setItemDelegate(StepDelegate(rows))
    rows.setAccessibleName(name)
    return rows
