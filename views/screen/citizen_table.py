"""The citizens found, as the rows of a table; only the rows one sees are asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from views.screen.due import DueState, paint_chip
from views.screen.look import scaled
from views.screen.row_table import LinesModel, TableIndex

_MASK = "-••••"


class Column(IntEnum):
    """The columns from left to right."""

    NAME = 0
    BIRTH = 1
    STAGE = 2
    DUE = 3
    CHANGED = 4


_HEADINGS = {
    Column.NAME: "Navn",
    Column.BIRTH: "CPR",
    Column.STAGE: "Hvor i forløbet",
    Column.DUE: "Næste frist",
    Column.CHANGED: "Sidst ændret",
}


@dataclass(frozen=True, slots=True)
class CitizenLine:
    """One citizen found; `birth` is the first six digits of the CPR number, empty if anonymous."""

    case_id: str
    name: str
    birth: str
    stage: str
    due_text: str
    due_state: DueState
    changed_text: str

    def text(self, column: Column) -> str:
        """Return what stands in *column*; the last digits of the CPR number never do."""
        texts = {
            Column.NAME: self.name,
            Column.BIRTH: f"{self.birth}{_MASK}" if self.birth else "",
            Column.STAGE: self.stage,
            Column.DUE: self.due_text,
            Column.CHANGED: self.changed_text,
        }
        return texts[column]


class CitizenModel(LinesModel[CitizenLine]):
    """Rows in the order they were given; says `more_wanted` when one looks for those that follow.

    Who hears it gives them with `add_lines`.
    """

    more_wanted = Signal()

    def __init__(self) -> None:
        super().__init__([_HEADINGS[column] for column in Column])
        self._has_more = False

    def show_lines(self, lines: Sequence[CitizenLine], *, has_more: bool) -> None:
        """Take *lines* instead of the rows there were."""
        self.beginResetModel()
        self._take(lines)
        self._has_more = has_more
        self.endResetModel()

    def add_lines(self, lines: Sequence[CitizenLine], *, has_more: bool) -> None:
        """Let *lines* follow the rows there are."""
        self._has_more = has_more
        if not lines:
            return
        count = len(self._lines)
        self.beginInsertRows(QModelIndex(), count, count + len(lines) - 1)
        self._take((*self._lines, *lines))
        self.endInsertRows()

    @override
    def canFetchMore(self, parent: TableIndex) -> bool:
        """Return whether rows follow that are not here yet."""
        return self._has_more and not parent.isValid()

    @override
    def fetchMore(self, parent: TableIndex) -> None:
        """Ask for the rows that follow, once for each time they come."""
        if self._has_more:
            self._has_more = False
            self.more_wanted.emit()

    @override
    def data(
        self, index: TableIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | QFont | None:
        """Return a cell's text; the name is set off."""
        column = Column(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._lines[index.row()].text(column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(self._lines[index.row()], column)
        return None

    def _spoken(self, line: CitizenLine, column: Column) -> str:
        if column is Column.BIRTH and line.birth:
            return f"født {line.birth}"
        if column is Column.DUE and line.due_state is DueState.OVERDUE:
            return f"overskredet: {line.due_text}"
        return line.text(column)


class DueDelegate(QStyledItemDelegate):
    """Paints the next due date as a chip."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: TableIndex) -> None:
        """Draw the ground of the row, and the chip on it when there is something due."""
        model = index.model()
        super().paint(painter, option, model.index(index.row(), len(Column)))
        if not isinstance(model, CitizenModel) or not index.data():
            return
        place = QRectF(option.rect).adjusted(scaled(6), 0, -scaled(6), 0)
        painter.setFont(option.font)
        paint_chip(painter, place, str(index.data()), model.line(index.row()).due_state)
