"""A list of rows under headings on a card, or a word where there is nothing."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from views.screen.case_overview.row_delegate import OverviewDelegate
from views.screen.case_overview.rows import RowGroup, RowsModel
from views.screen.empty_state import EmptyState
from views.screen.look import Role, scaled, set_role
from views.screen.rows import RowList

WIDEST = 960
"""The width in pixels at 100 % at which a row and the chip at its end are still seen as one."""
_FIRST_ROW = 1


class RowsView(QWidget):
    """Says the key of a row that was chosen."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        """*name* is told to a screen reader."""
        super().__init__()
        self._model = RowsModel()
        self.rows = RowList()
        self._empty = EmptyState()
        self._card = QFrame()
        self.rows.setModel(self._model)
        self.rows.setItemDelegate(OverviewDelegate(self.rows))
        self.rows.setUniformItemSizes(True)
        self.rows.setAccessibleName(name)
        self.rows.row_chosen.connect(self._say_chosen)
        self.setFocusProxy(self.rows)
        self.setMaximumWidth(scaled(WIDEST))
        set_role(self._card, Role.CARD)
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(scaled(6), 0, scaled(6), scaled(6))
        inside.addWidget(self.rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        column.addWidget(self._empty)
        self._empty.hide()

    def show_groups(self, groups: Sequence[RowGroup], nothing: tuple[str, str]) -> None:
        """Show *groups*; when they are empty, the title and the sentence *nothing*.

        One stays at the row one was at, as long as there is one with its key.
        """
        key = self.current_key
        self._model.show_groups(groups)
        self._empty.explain(*nothing)
        is_there = bool(self._model.rowCount())
        self._card.setVisible(is_there)
        self._empty.setHidden(is_there)
        if is_there:
            self.rows.setCurrentIndex(self._model.index(self._row_of(key)))
        if not key:
            self.rows.scrollToTop()

    @property
    def current_key(self) -> str:
        """The key of the row one is at; empty for none."""
        index = self.rows.currentIndex()
        return self._model.key(index.row()) if index.isValid() else ""

    def _row_of(self, key: str) -> int:
        rows = range(self._model.rowCount())
        return next((row for row in rows if key and self._model.key(row) == key), _FIRST_ROW)

    @Slot(int)
    def _say_chosen(self, row: int) -> None:
        if key := self._model.key(row):
            self.chosen.emit(key)
