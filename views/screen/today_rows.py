"""The rows of what is due: a heading for each group, and a line for each thing."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from views.screen.due import DueState, due_colour, paint_chip
from views.screen.look import colours, scaled
from views.screen.rows import paint_row

_Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole + 1


class DueGroup(StrEnum):
    """The groups from the most urgent on; the values are the words that are shown."""

    OVERDUE = "Overskredet"
    TODAY = "I dag"
    WEEK = "Inden for en uge"
    SOON = "Snart"
    LATER = "Senere"


_STATES = {
    DueGroup.OVERDUE: DueState.OVERDUE,
    DueGroup.TODAY: DueState.TODAY,
    DueGroup.WEEK: DueState.LATER,
    DueGroup.SOON: DueState.SOON,
    DueGroup.LATER: DueState.LATER,
}


@dataclass(frozen=True, slots=True)
class DueLine:
    """One thing that is due: what, for whom, and when in words; `key` tells it from others."""

    case_id: str
    group: DueGroup
    what: str
    citizen: str
    due_text: str
    key: str = ""
    state: DueState | None = None
    """How near it is, where that is not as near as its group says."""


@dataclass(frozen=True, slots=True)
class _Heading:
    group: DueGroup
    count: int


class DueModel(QAbstractListModel):
    """The lines by group, the most urgent group first."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[_Heading | DueLine, ...] = ()

    def show_lines(self, lines: Sequence[DueLine]) -> None:
        """Show *lines*, each group in the order given."""
        rows: list[_Heading | DueLine] = []
        for group in DueGroup:
            if in_group := [line for line in lines if line.group is group]:
                rows.extend((_Heading(group, len(in_group)), *in_group))
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def line(self, number: int) -> DueLine | None:
        """Return the line in this row; None for a heading."""
        row = self._rows[number]
        return row if isinstance(row, DueLine) else None

    def row_of(self, wanted: DueLine | None) -> int:
        """Return the row of *wanted*, else that of the first line."""
        return self._rows.index(wanted) if wanted in self._rows else 1

    @override
    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many rows there are, headings too."""
        return len(self._rows)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let a heading be passed over."""
        if isinstance(self._rows[index.row()], _Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def data(
        self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | _Heading | DueLine | None:
        """Return what a screen reader reads of the row."""
        row = self._rows[index.row()]
        if role == _ROW:
            return row
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if isinstance(row, _Heading):
            return f"{row.group}: {row.count}"
        return f"{row.what}, {row.citizen}, {row.due_text}"


class DueDelegate(QStyledItemDelegate):
    """Draws the rows."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the size of two lines."""
        line = QFontMetrics(option.font).height()
        return QSize(scaled(200), 2 * line + scaled(18))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a heading, or a line with its chip."""
        row = index.data(_ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, _Heading):
            _paint_heading(painter, option, row)
        elif isinstance(row, DueLine):
            paint_row(painter, option)
            _paint_line(painter, option, row)
        painter.restore()


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold


def _paint_heading(painter: QPainter, option: QStyleOptionViewItem, row: _Heading) -> None:
    place = option.rect.adjusted(scaled(6), 0, -scaled(6), -scaled(7))
    painter.setFont(_bold(option.font))
    painter.setPen(due_colour(_STATES[row.group]))
    painter.drawText(place, Qt.AlignmentFlag.AlignBottom, f"{row.group}  ({row.count})")
    painter.setPen(QColor(colours().line))
    bottom = option.rect.bottom() - scaled(3)
    painter.drawLine(place.left(), bottom, place.right(), bottom)


def _paint_line(painter: QPainter, option: QStyleOptionViewItem, row: DueLine) -> None:
    place = option.rect.adjusted(scaled(18), scaled(8), -scaled(14), -scaled(8))
    metrics = QFontMetrics(option.font)
    chip_width = min(metrics.horizontalAdvance(row.due_text) + scaled(18), place.width() // 2)
    room = place.width() - chip_width - scaled(12)
    half = place.height() // 2
    for number, (text, font) in enumerate(
        ((row.what, _bold(option.font)), (row.citizen, option.font))
    ):
        line = QRect(place.left(), place.top() + number * half, room, half)
        painter.setFont(font)
        painter.setPen(QColor(colours().quiet if number else colours().text))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
    painter.setFont(option.font)
    chip = QRectF(place.right() - chip_width, place.top(), chip_width, place.height())
    paint_chip(painter, chip, row.due_text, row.state or _STATES[row.group])
