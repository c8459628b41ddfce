"""A list of rows of two lines each: what it is, and what there is to know of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from views.screen.look import scaled
from views.screen.row_words import halves, paint_two_lines
from views.screen.rows import RowList, paint_row

_Index = QModelIndex | QPersistentModelIndex
_LINE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Line:
    """A row: `key` names it to the conductor, `detail` is the quiet second line."""

    key: str
    title: str
    detail: str


class LineList(RowList):
    """Says which line was chosen; as tall as its lines, up to a number of them."""

    line_chosen = Signal(str)

    def __init__(self, name: str, most: int) -> None:
        """*name* is told to a screen reader; more than *most* lines are scrolled through."""
        super().__init__()
        self._most = most
        self._model = _LineModel()
        self.setModel(self._model)
        self.setItemDelegate(_LineDelegate(self))
        self.setUniformItemSizes(True)
        self.setAccessibleName(name)
        self.row_chosen.connect(self._say_chosen)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show *lines* in their order; the one that was chosen stays so if it is still there."""
        index = self.currentIndex()
        chosen = self._model.line(index.row()).key if index.isValid() else ""
        self._model.show_lines(lines)
        self.setFixedHeight(min(len(lines), self._most) * _height(self.font()) + 1)
        keys = [line.key for line in lines]
        if chosen in keys:
            self.setCurrentIndex(self._model.index(keys.index(chosen)))
        else:
            self.stand_at(0)

    @Slot(int)
    def _say_chosen(self, row: int) -> None:
        self.line_chosen.emit(self._model.line(row).key)


class _LineModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def line(self, number: int) -> Line:
        return self._lines[number]

    @override
    def rowCount(self, parent: _Index | None = None) -> int:
        return len(self._lines)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | Line | None:
        line = self._lines[index.row()]
        if role == _LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{line.title}, {line.detail}"
        return None


class _LineDelegate(QStyledItemDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(scaled(200), _height(option.font))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line = index.data(_LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_row(painter, option)
        place = option.rect.adjusted(scaled(14), scaled(6), -scaled(14), -scaled(6))
        paint_two_lines(painter, option.font, (line.title, line.detail), halves(place))
        painter.restore()


def _height(font: QFont) -> int:
    return 2 * QFontMetrics(font).height() + scaled(14)
