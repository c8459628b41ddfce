"""Rows of two lines under headings: what happened, or what there is, each leading to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from views.screen.due import DueState

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole + 1
"""The role under which the model gives a row itself."""


@dataclass(frozen=True, slots=True)
class RowShown:
    """One row: `key` leads to what it is about, and is empty when nothing more can be seen.

    `chip` is a word about it that `state` colours.
    """

    key: str
    title: str
    detail: str
    chip: str = ""
    state: DueState = DueState.LATER

    @property
    def spoken(self) -> str:
        """The row as it is read aloud."""
        return ", ".join(part for part in (self.title, self.chip, self.detail) if part)


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows below a heading of their own."""

    heading: str
    rows: tuple[RowShown, ...]


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """What stands over a group, and how many rows it has."""

    heading: str
    count: int


class RowsModel(QAbstractListModel):
    """The rows of all groups, one group after the other."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[HeadingRow | RowShown, ...] = ()

    def show_groups(self, groups: Sequence[RowGroup]) -> None:
        """Show *groups* in the order given; one without rows is left out."""
        rows: list[HeadingRow | RowShown] = []
        for group in groups:
            if group.rows:
                rows.extend((HeadingRow(group.heading, len(group.rows)), *group.rows))
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def key(self, number: int) -> str:
        """Return the key of the row in this place; empty for a heading."""
        row = self._rows[number]
        return row.key if isinstance(row, RowShown) else ""

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are, headings too."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let a heading be passed over."""
        if isinstance(self._rows[index.row()], HeadingRow):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def data(
        self, index: Index, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | HeadingRow | RowShown | None:
        """Return what a screen reader reads of the row, or the whole of it for the painter."""
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.spoken if isinstance(row, RowShown) else f"{row.heading}: {row.count}"
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, RowShown):
            return row.spoken
        return None
