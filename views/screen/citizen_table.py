"""The citizens found, as the rows of a table; only the rows one sees are asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
)
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from views.screen.due import DueState, paint_chip
from views.screen.look import scaled

_MASK = "-••••"
_Index = QModelIndex | QPersistentModelIndex


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


class CitizenModel(QAbstractTableModel):
    """Rows as they were given, in the order they were given."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[CitizenLine, ...] = ()

    def show_lines(self, lines: Sequence[CitizenLine]) -> None:
        """Take *lines* instead of the rows there were."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def line(self, row: int) -> CitizenLine:
        """Return what *row* was made from."""
        return self._lines[row]

    @override
    def rowCount(self, parent: _Index | None = None) -> int:
        """Return the number of rows; none below a row."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    @override
    def columnCount(self, parent: _Index | None = None) -> int:
        """Return the number of columns; none below a row."""
        return 0 if parent is not None and parent.isValid() else len(Column)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | QFont | None:
        """Return a cell's text; the name is set off."""
        column = Column(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._lines[index.row()].text(column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(self._lines[index.row()], column)
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | int | None:
        """Return a column's heading."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return _HEADINGS[Column(section)] if role == Qt.ItemDataRole.DisplayRole else None

    def _spoken(self, line: CitizenLine, column: Column) -> str:
        if column is Column.BIRTH and line.birth:
            return f"født {line.birth}"
        if column is Column.DUE and line.due_state is DueState.OVERDUE:
            return f"overskredet: {line.due_text}"
        return line.text(column)


class DueDelegate(QStyledItemDelegate):
    """Paints the next due date as a chip."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the ground of the row, and the chip on it when there is something due."""
        model = index.model()
        super().paint(painter, option, model.index(index.row(), len(Column)))
        if not isinstance(model, CitizenModel) or not index.data():
            return
        place = QRectF(option.rect).adjusted(scaled(6), 0, -scaled(6), 0)
        painter.setFont(option.font)
        paint_chip(painter, place, str(index.data()), model.line(index.row()).due_state)
