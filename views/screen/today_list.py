"""What is due, the overdue first; each row leads to its citizen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from views.screen.empty_state import EmptyState
from views.screen.look import Role, scaled, set_role
from views.screen.rows import RowList
from views.screen.today_rows import DueDelegate, DueLine, DueModel
from views.screen.words import words

_WIDEST = 960
"""In pixels at 100 %: what is due is read together with when, so they stay near each other."""
_NOTHING_DUE = (
    "Ingen frist er ved at udløbe",
    "Her står det, når en frist nærmer sig sin sidste dag, og når noget er planlagt.",
)


class TodayList(QWidget):
    """The first screen of the day."""

    line_chosen = Signal(str, str)
    """The case of the line that was chosen, and its key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = words("I dag", Role.TITLE)
        self._day = words("", Role.QUIET)
        self._model = DueModel()
        self._rows = RowList()
        self._empty = EmptyState()
        self._stack = QStackedWidget()
        self._rows.setModel(self._model)
        self._rows.setItemDelegate(DueDelegate(self._rows))
        self._rows.setUniformItemSizes(True)
        self._rows.setAccessibleName("Det, der skal gøres")
        self._rows.row_chosen.connect(self._say_chosen)
        self.setFocusProxy(self._rows)
        self._lay_out()
        self.show_due("", ())

    def show_due(self, day: str, lines: Sequence[DueLine]) -> None:
        """Show *lines* by group, each group in the order given; *day* is today in words.

        The line that was chosen stays so while it is still there.
        """
        self._day.setText(day)
        self._day.setVisible(bool(day))
        index = self._rows.currentIndex()
        chosen = self._model.line(index.row()) if index.isValid() else None
        self._model.show_lines(lines)
        self._empty.explain(*_NOTHING_DUE)
        self._stack.setCurrentIndex(0 if lines else 1)
        if lines:
            self._rows.setCurrentIndex(self._model.index(self._model.row_of(chosen)))

    def show_trouble(self, day: str, sentence: str) -> None:
        """Show no rows, and *sentence* in their place: something may be due all the same."""
        self.show_due(day, ())
        self._empty.explain_trouble("Listen kan ikke vises", sentence)

    def _lay_out(self) -> None:
        card = QFrame()
        set_role(card, Role.CARD)
        on_card = QVBoxLayout(card)
        on_card.setContentsMargins(scaled(6), 0, scaled(6), scaled(6))
        on_card.addWidget(self._rows)
        self._stack.addWidget(card)
        self._stack.addWidget(self._empty)
        inside = QWidget()
        inside.setMaximumWidth(scaled(_WIDEST))
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(2))
        column.addWidget(self._title)
        column.addWidget(self._day)
        column.addSpacing(scaled(6))
        column.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(12))
        row.addWidget(inside, 1)
        row.addStretch(0)

    @Slot(int)
    def _say_chosen(self, row: int) -> None:
        if line := self._model.line(row):
            self.line_chosen.emit(line.case_id, line.key)
