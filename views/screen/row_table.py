"""What tables of rows have in common: how they are dressed, and a model of lines under headings."""

from collections.abc import Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from views.screen.look import scaled

TableIndex = QModelIndex | QPersistentModelIndex
_Line = TypeVar("_Line")
_Column = TypeVar("_Column", bound=int)
_HEIGHT = 36


def dress_rows(table: QTableView, stretched: int, widths: Mapping[_Column, int]) -> None:
    """Let *table*, which has its model, show whole rows without lines between them.

    The column *stretched* takes the room that is left, *widths* are in pixels at 100 %.
    """
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setCornerButtonEnabled(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(scaled(_HEIGHT))
    header = table.horizontalHeader()
    header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
    header.setSectionsClickable(False)
    header.setHighlightSections(False)
    for column, width in widths.items():
        table.setColumnWidth(column, scaled(width))


class LinesModel(QAbstractTableModel, Generic[_Line]):
    """Lines in the order they were given, one row each, under *headings* from left to right."""

    def __init__(self, headings: Sequence[str]) -> None:
        super().__init__()
        self._headings = tuple(headings)
        self._lines: tuple[_Line, ...] = ()

    def _take(self, lines: Sequence[_Line]) -> None:
        """Have *lines* as rows; whoever calls it tells the views."""
        self._lines = tuple(lines)

    def line(self, row: int) -> _Line:
        """Return what *row* was made from."""
        return self._lines[row]

    @override
    def rowCount(self, parent: TableIndex | None = None) -> int:
        """Return the number of rows; none below a row."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    @override
    def columnCount(self, parent: TableIndex | None = None) -> int:
        """Return the number of columns; none below a row."""
        return 0 if parent is not None and parent.isValid() else len(self._headings)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | int | None:
        """Return a column's heading."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return self._headings[section] if role == Qt.ItemDataRole.DisplayRole else None
