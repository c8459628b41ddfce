"""The rows of the box that finds a command: what it is, of what kind, and the keys that do it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from views.screen.look import colours, scaled
from views.screen.rows import RowList, paint_row

_Index = QModelIndex | QPersistentModelIndex
_LINE = Qt.ItemDataRole.UserRole + 1
_WIDEST_DETAIL = 0.45
"""Of the row; the title takes the rest."""


@dataclass(frozen=True, slots=True)
class FoundLine:
    """A row: `key` names it to the conductor."""

    key: str
    title: str
    detail: str
    shortcut: str = ""

    @property
    def spoken(self) -> str:
        """The row as it is told."""
        return ", ".join(part for part in (self.title, self.detail, self.shortcut) if part)


class FoundList(RowList):
    """A list that is walked from outside, with at most so many rows shown at a time."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most
        self._lines = _FoundModel()
        self.setModel(self._lines)
        self.setItemDelegate(_FoundDelegate(self))
        self.setUniformItemSizes(True)
        self.setAccessibleName("Fundet")

    @property
    def row(self) -> int:
        """The row that is marked; -1 when there is none."""
        return self.currentIndex().row()

    def line(self, row: int) -> FoundLine | None:
        """Return what stands in *row*, if anything does."""
        return self._lines.line(row)

    def show_lines(self, lines: Sequence[FoundLine]) -> None:
        """Show *lines*, with the first of them marked."""
        self._lines.show_lines(lines)
        if lines:
            self.setCurrentIndex(self._lines.index(0))

    def walk(self, rows: int) -> None:
        """Mark another row so many *rows* on; the ends hold."""
        count = self._lines.rowCount()
        if count:
            self.setCurrentIndex(self._lines.index(min(max(self.row + rows, 0), count - 1)))

    def fit(self, room: int) -> None:
        """Be as tall as the rows are, within *room* pixels."""
        height = _height(self.font())
        shown = min(self._lines.rowCount(), self._most, max(room // height, 1))
        self.setFixedHeight(shown * height + 2)


class _FoundModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[FoundLine, ...] = ()

    def show_lines(self, lines: Sequence[FoundLine]) -> None:
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def line(self, row: int) -> FoundLine | None:
        return self._lines[row] if 0 <= row < len(self._lines) else None

    @override
    def rowCount(self, parent: _Index | None = None) -> int:
        return len(self._lines)

    @override
    def data(
        self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | FoundLine | None:
        line = self._lines[index.row()]
        if role == _LINE:
            return line
        return line.spoken if role == Qt.ItemDataRole.DisplayRole else None


class _FoundDelegate(QStyledItemDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(scaled(200), _height(option.font))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line: FoundLine = index.data(_LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_row(painter, option)
        place = option.rect.adjusted(scaled(12), 0, -scaled(12), 0)
        metrics = QFontMetrics(option.font)
        if line.shortcut:
            place.setRight(_draw_keys(painter, line.shortcut, place, metrics))
        painter.setPen(QColor(colours().quiet))
        most = int(place.width() * _WIDEST_DETAIL)
        detail = metrics.elidedText(line.detail, Qt.TextElideMode.ElideRight, most)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(place, right, detail)
        place.setRight(place.right() - metrics.horizontalAdvance(detail) - scaled(14))
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(QColor(colours().text))
        end = Qt.TextElideMode.ElideRight
        title = QFontMetrics(bold).elidedText(line.title, end, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, title)
        painter.restore()


def _draw_keys(painter: QPainter, keys: str, place: QRect, metrics: QFontMetrics) -> int:
    """Draw *keys* in a frame at the right end, and return where the rest must end."""
    width = metrics.horizontalAdvance(keys) + scaled(12)
    height = metrics.height() + scaled(2)
    top = place.top() + (place.height() - height) / 2
    frame = QRectF(place.right() - width, top, width, height)
    painter.setPen(QPen(QColor(colours().border), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(frame, scaled(4), scaled(4))
    painter.setPen(QColor(colours().text))
    painter.drawText(frame, keys, Qt.AlignmentFlag.AlignCenter)
    return int(frame.left()) - scaled(10)


def _height(font: QFont) -> int:
    return QFontMetrics(font).height() + scaled(14)
