"""The letters that wait, as the rows of a table: each can be ticked, and be opened."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import (
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from views.screen.icons import Sign, paint_sign
from views.screen.look import colours, scaled
from views.screen.row_table import LinesModel, TableIndex

_BEFORE_NAME = 33
_AFTER_NAME = 6


class Column(IntEnum):
    """The columns from left to right."""

    LETTER = 0
    CITIZEN = 1
    WAY = 2
    APPROVED = 3
    NOTE = 4


_HEADINGS = {
    Column.LETTER: "Brev",
    Column.CITIZEN: "Borger",
    Column.WAY: "Sendes",
    Column.APPROVED: "Godkendt",
    Column.NOTE: "Bemærkning",
}


@dataclass(frozen=True, slots=True)
class LetterLine:
    """One letter that waits; `is_trouble` says that the note tells why something went wrong."""

    key: str
    title: str
    citizen: str
    way: str
    approved: str
    note: str = ""
    is_trouble: bool = False

    def text(self, column: Column) -> str:
        """Return what stands in *column*."""
        texts = {
            Column.LETTER: self.title,
            Column.CITIZEN: self.citizen,
            Column.WAY: self.way,
            Column.APPROVED: self.approved,
            Column.NOTE: self.note,
        }
        return texts[column]


class LettersModel(LinesModel[LetterLine]):
    """Rows as they were given; says `ticked` when others are ticked than before."""

    ticked = Signal()

    def __init__(self) -> None:
        super().__init__([_HEADINGS[column] for column in Column])
        self._ticked: frozenset[str] = frozenset()

    def show_lines(self, lines: Sequence[LetterLine]) -> None:
        """Take *lines* instead of the rows there were; those still there stay ticked."""
        self.beginResetModel()
        self._take(lines)
        self._ticked &= {line.key for line in lines}
        self.endResetModel()
        self.ticked.emit()

    def row_of(self, key: str) -> int:
        """Return the row of the letter with this *key*, else the first."""
        rows = (row for row, line in enumerate(self._lines) if line.key == key)
        return next(rows, 0)

    @property
    def ticked_keys(self) -> tuple[str, ...]:
        """The keys of the letters that are ticked, in the order of their rows."""
        return tuple(line.key for line in self._lines if line.key in self._ticked)

    def tick(self, keys: Collection[str]) -> None:
        """Tick the letters with these *keys*, and no others."""
        self._ticked = frozenset(keys) & {line.key for line in self._lines}
        if self._lines:
            last = self.index(len(self._lines) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last, [])
        self.ticked.emit()

    def tick_all(self, *, ticked: bool) -> None:
        """Tick every letter, or none."""
        self.tick([line.key for line in self._lines] if ticked else ())

    def turn(self, row: int) -> None:
        """Tick the letter in *row* if it is not, and the other way round."""
        self.tick(self._ticked ^ {self._lines[row].key})

    @override
    def data(
        self, index: TableIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Qt.CheckState | QColor | None:
        """Return a cell's text, whether its row is ticked, and the colour of a trouble."""
        line, column = self._lines[index.row()], Column(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return line.text(column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(line, column)
        return self._mark(line, column, role)

    def _mark(self, line: LetterLine, column: Column, role: int) -> Qt.CheckState | QColor | None:
        if role == Qt.ItemDataRole.ForegroundRole and column is Column.NOTE:
            return QColor(colours().problem if line.is_trouble else colours().quiet)
        if role == Qt.ItemDataRole.CheckStateRole and column is Column.LETTER:
            is_ticked = line.key in self._ticked
            return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
        return None

    def _spoken(self, line: LetterLine, column: Column) -> str:
        if column is not Column.LETTER:
            return line.text(column)
        return f"{line.title}, {'valgt' if line.key in self._ticked else 'ikke valgt'}"


class TickDelegate(QStyledItemDelegate):
    """Paints a letter's name behind a box that is as large as the letters are."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: TableIndex) -> QSize:
        """Return the room the box and the whole name want."""
        metrics = QFontMetrics(option.font)
        edges = scaled(_BEFORE_NAME) + scaled(_AFTER_NAME)
        width = metrics.horizontalAdvance(str(index.data())) + edges + 1
        return QSize(width, max(metrics.height(), scaled(17)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: TableIndex) -> None:
        """Draw the ground of the row, the box, and the name."""
        model = index.model()
        super().paint(painter, option, model.index(index.row(), len(Column)))
        is_ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        chosen, side = colours(), scaled(17)
        top = option.rect.center().y() - side / 2
        box = QRectF(option.rect.left() + scaled(7), top, side, side)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(chosen.text if is_ticked else chosen.border), scaled(1.6)))
        painter.setBrush(QColor(chosen.text if is_ticked else chosen.base))
        painter.drawRoundedRect(box, scaled(3), scaled(3))
        if is_ticked:
            paint_sign(painter, box, Sign.CHECK, chosen.base)
        painter.setFont(option.font)
        painter.setPen(QColor(chosen.text))
        room = option.rect.adjusted(scaled(_BEFORE_NAME), 0, -scaled(_AFTER_NAME), 0)
        metrics = QFontMetrics(option.font)
        shown = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)
        painter.restore()
