"""One part of the list of steps: a heading, and the rows below it or a word that there are none."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.screen.look import Role, scaled
from views.screen.rows import FullRowList
from views.screen.step_delegate import StepDelegate
from views.screen.step_model import StepModel, StepShown
from views.screen.words import words


class StepPart(QWidget):
    """Shows rows under a heading; says the key of the one chosen."""

    chosen = Signal(str)

    def __init__(self, heading: str, name: str, nothing: str = "") -> None:
        """*name* is told to a screen reader; *nothing* stands where there are no rows.

        Without *nothing* the rows are knots on the red thread.
        """
        super().__init__()
        self._shown: tuple[tuple[StepShown, ...], str] = ((), "")
        self._model = StepModel(has_thread=not nothing)
        self._nothing = words(nothing, Role.QUIET)
        self.rows = FullRowList()
        self.rows.setModel(self._model)
        self.rows.setItemDelegate(StepDelegate(self.rows))
        self.rows.setAccessibleName(name)
        self.rows.row_chosen.connect(self._say_chosen)
        self.rows.setVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(6))
        self._heading = words(heading, Role.SUBTITLE)
        for label in (self._heading, self._nothing):
            label.setContentsMargins(scaled(12), 0, scaled(6), 0)
            column.addWidget(label)
        column.addWidget(self.rows)

    @property
    def is_marked(self) -> bool:
        """Whether one of the rows is marked, or the keyboard walks them."""
        return self.rows.hasFocus() or bool(self.rows.selectedIndexes())

    def name(self, heading: str) -> None:
        """Put *heading* above the rows."""
        self._heading.setText(heading)

    def show_rows(self, rows: Sequence[StepShown], current: str) -> bool:
        """Show *rows*, with the one whose key is *current* marked; return whether that is new.

        The list stands still when it shows all this already.
        """
        shown = (tuple(rows), current)
        if shown == self._shown:
            return False
        self._shown = shown
        self._model.show_steps(rows)
        self._nothing.setVisible(not rows)
        self.rows.setVisible(bool(rows))
        self._mark(current)
        self.rows.fit()
        return True

    def _mark(self, key: str) -> None:
        self.rows.clearSelection()
        row = self._model.row_of(key)
        if row is None:
            self.rows.stand_at(0)
        else:
            self.rows.setCurrentIndex(self._model.index(row))

    @Slot(int)
    def _say_chosen(self, row: int) -> None:
        self.chosen.emit(self._model.key(row))
