"""The contents of the guide as a list: parts and their pages, or the pages that were found."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from views.screen.look import colours, scaled
from views.screen.rows import RowList, paint_row

_Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class ContentsRow:
    """A page, named by its `key`; without one it is the heading of a part.

    `detail` is a quiet second line.
    """

    key: str
    title: str
    detail: str = ""


class HelpContents(RowList):
    """Says which page the keyboard or the mouse came to."""

    page_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._rows = _ContentsModel()
        self.setModel(self._rows)
        self.setItemDelegate(_ContentsDelegate(self))
        self.setAccessibleName("Vejledningens sider")
        self.setVerticalScrollMode(RowList.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._say)

    def show_rows(self, rows: Sequence[ContentsRow], key: str) -> None:
        """Show *rows*, and stand at the page called *key* without saying that it was chosen."""
        self.selectionModel().blockSignals(True)
        self._rows.show_rows(rows)
        self.selectionModel().blockSignals(False)
        self.stand_at_page(key)

    def stand_at_page(self, key: str) -> None:
        """Mark the page called *key*, if it is there, without saying that it was chosen."""
        row = self._rows.row_of(key)
        self.selectionModel().blockSignals(True)
        self.setCurrentIndex(self._rows.index(row) if row >= 0 else QModelIndex())
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    @Slot(QModelIndex)
    def _say(self, index: QModelIndex) -> None:
        if key := self._rows.row(index.row()).key if index.isValid() else "":
            self.page_chosen.emit(key)


class _ContentsModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[ContentsRow, ...] = ()

    def show_rows(self, rows: Sequence[ContentsRow]) -> None:
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, number: int) -> ContentsRow:
        return self._rows[number]

    def row_of(self, key: str) -> int:
        keys = [row.key for row in self._rows]
        return keys.index(key) if key and key in keys else -1

    @override
    def rowCount(self, parent: _Index | None = None) -> int:
        return len(self._rows)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        is_page = index.isValid() and self._rows[index.row()].key
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return chosen if is_page else Qt.ItemFlag.NoItemFlags

    @override
    def data(
        self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | ContentsRow | None:
        row = self._rows[index.row()]
        if role == _ROW:
            return row
        return f"{row.title} {row.detail}".strip() if role == Qt.ItemDataRole.DisplayRole else None


class _ContentsDelegate(QStyledItemDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        row: ContentsRow = index.data(_ROW)
        line = QFontMetrics(option.font).height()
        extra = scaled(20) if not row.key else line + scaled(12) if row.detail else scaled(12)
        return QSize(scaled(120), line + extra)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: ContentsRow = index.data(_ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = option.rect.adjusted(scaled(12), scaled(6), -scaled(10), -scaled(5))
        if not row.key:
            bold = QFont(option.font)
            bold.setWeight(QFont.Weight.DemiBold)
            painter.setFont(bold)
            _draw(painter, place, row.title, colours().quiet, Qt.AlignmentFlag.AlignBottom)
        else:
            paint_row(painter, option)
            top = Qt.AlignmentFlag.AlignTop if row.detail else Qt.AlignmentFlag.AlignVCenter
            _draw(painter, place, row.title, colours().text, top)
            _draw(painter, place, row.detail, colours().quiet, Qt.AlignmentFlag.AlignBottom)
        painter.restore()


def _draw(painter: QPainter, place: QRect, text: str, colour: str, where: Qt.AlignmentFlag) -> None:
    painter.setPen(QColor(colour))
    end = Qt.TextElideMode.ElideRight
    shown = QFontMetrics(painter.font()).elidedText(text, end, place.width())
    painter.drawText(place, where | Qt.AlignmentFlag.AlignLeft, shown)
