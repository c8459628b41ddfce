"""The rows of the day: a heading for each group, a line for each thing, and a way to the rest."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from views.screen.due import DueState

_Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole + 1
"""The role under which the model gives a row itself."""


class DueGroup(StrEnum):
    """The groups from the most urgent on; the values are the words that are shown."""

    OVERDUE = "Overskredet"
    URGENT = "Haster, uden dato"
    MEETINGS = "Aftaler i dag"
    TODAY = "I dag"
    WEEK = "Inden for en uge"
    SOON = "Snart"
    LATER = "Senere"
    LETTERS = "Breve, der venter"
    DRAFTS = "Begyndt og ikke underskrevet"
    QUIET = "Længe siden sidst"


STATES = {
    DueGroup.OVERDUE: DueState.OVERDUE,
    DueGroup.MEETINGS: DueState.LATER,
    DueGroup.TODAY: DueState.TODAY,
    DueGroup.WEEK: DueState.LATER,
    DueGroup.SOON: DueState.SOON,
    DueGroup.LATER: DueState.LATER,
    DueGroup.LETTERS: DueState.LATER,
    DueGroup.DRAFTS: DueState.LATER,
    DueGroup.QUIET: DueState.LATER,
    DueGroup.URGENT: DueState.OVERDUE,
}
"""How the words of a group and the chips in it look, where a line does not say it itself."""


@dataclass(frozen=True, slots=True)
class DueLine:
    """One thing of the day: what, for whom, and when in words; `key` tells it from others."""

    case_id: str
    group: DueGroup
    what: str
    citizen: str
    due_text: str
    key: str = ""
    state: DueState | None = None
    """How near it is, where that is not as near as its group says."""

    @property
    def spoken(self) -> str:
        """The line as it is read aloud."""
        return ", ".join(part for part in (self.what, self.citizen, self.due_text) if part)


@dataclass(frozen=True, slots=True)
class DueLines:
    """The lines of one group that are shown, in order, and how many things there are in all.

    Where they are `summed_up` in one line, there is no way to the rest here.
    """

    group: DueGroup
    lines: tuple[DueLine, ...]
    count: int
    summed_up: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands over a group."""

    group: DueGroup
    count: int


@dataclass(frozen=True, slots=True)
class More:
    """The way to all that is in a group."""

    group: DueGroup
    count: int

    @property
    def words(self) -> str:
        """What stands on it."""
        return f"Vis alle {self.count}"


DueRow = Heading | DueLine | More


class DueModel(QAbstractListModel):
    """The rows of all groups, one group after the other."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[DueRow, ...] = ()

    def show_groups(self, groups: Sequence[DueLines]) -> None:
        """Show *groups* in the order given; one without lines is left out."""
        rows: list[DueRow] = []
        for one in groups:
            if not one.lines:
                continue
            rows.extend((Heading(one.group, one.count), *one.lines))
            if one.count > len(one.lines) and not one.summed_up:
                rows.append(More(one.group, one.count))
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, number: int) -> DueRow:
        """Return what stands in this row."""
        return self._rows[number]

    def place_of(self, wanted: DueRow | None) -> int:
        """Return the number of the row *wanted*, else that of the first line."""
        return self._rows.index(wanted) if wanted in self._rows else 1

    @override
    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many rows there are, headings too."""
        return len(self._rows)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let a heading be passed over."""
        if isinstance(self._rows[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def data(
        self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Heading | DueLine | More | None:
        """Return what a screen reader reads of the row, or the whole of it for the pointer."""
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return _read(row)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, DueLine):
            return row.spoken
        return None


def _read(row: DueRow) -> str:
    if isinstance(row, DueLine):
        return row.spoken
    if isinstance(row, More):
        return f"{row.words}: {row.group}"
    return f"{row.group}: {row.count}"
