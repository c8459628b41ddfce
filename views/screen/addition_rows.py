"""What can be added to a case, as rows under headings: a title and what it is for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from views.screen.look import colours, scaled
from views.screen.rows import paint_row

_Index: TypeAlias = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole + 1
_WRAP = int(Qt.TextFlag.TextWordWrap)
_GROUP = 1.08
_SMALL = 0.94


@dataclass(frozen=True, slots=True)
class Addition:
    """One form that can be added: `key` names it to the conductor, `group` is its heading."""

    key: str
    title: str
    detail: str
    group: str


@dataclass(frozen=True, slots=True)
class _Row:
    """A row as it is painted; without an addition it is the heading of those below."""

    title: str
    addition: Addition | None = None


class AdditionModel(QAbstractListModel):
    """The additions, each group under its heading; a heading cannot be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[_Row, ...] = ()

    def show_additions(self, additions: Sequence[Addition]) -> None:
        """Hold *additions*, those of one group next to each other, in place of those before."""
        self.beginResetModel()
        self._rows = tuple(_with_headings(additions))
        self.endResetModel()

    def key(self, row: int) -> str:
        """Return the key of the addition in *row*; empty for a heading."""
        addition = self._rows[row].addition
        return addition.key if addition else ""

    @property
    def first(self) -> int:
        """The row of the first addition."""
        return 1

    @override
    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many rows there are, headings too."""
        return len(self._rows)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let the keyboard and the mouse pass by the headings."""
        is_heading = self._rows[index.row()].addition is None
        return Qt.ItemFlag.NoItemFlags if is_heading else super().flags(index)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | _Row | None:
        """Return the title, what a screen reader says, or the row as it is painted."""
        row = self._rows[index.row()]
        if role == _ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole and row.addition:
            return f"{row.title}: {row.addition.detail} {row.addition.group}"
        return None


def _with_headings(additions: Sequence[Addition]) -> Iterator[_Row]:
    for group, inside in groupby(additions, key=_group):
        yield _Row(group)
        for addition in inside:
            yield _Row(addition.title, addition)


def _group(addition: Addition) -> str:
    return addition.group


class AdditionDelegate(QStyledItemDelegate):
    """Paints headings, and under them titles with what the form is for."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the size of a row whose words wrap at the list's width."""
        width = option.widget.width() if option.widget else option.rect.width()
        row: _Row = index.data(_ROW)
        place = _text_place(QRect(0, 0, width, 0), row)
        height = sum(box.height() for _, _, box in _lines(row, option.font, place))
        return QSize(width, height + place.top() + scaled(7))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw ground and words."""
        row: _Row = index.data(_ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.addition:
            paint_row(painter, option)
        lines = _lines(row, option.font, _text_place(option.rect, row))
        for number, (text, font, box) in enumerate(lines):
            painter.setFont(font)
            painter.setPen(QColor(colours().quiet if number else colours().text))
            painter.drawText(box, _WRAP, text)
        painter.restore()


def _text_place(rect: QRect, row: _Row) -> QRect:
    above, left = (scaled(7), scaled(14)) if row.addition else (scaled(16), scaled(3))
    return rect.adjusted(left, above, -scaled(14), 0)


def _lines(row: _Row, font: QFont, place: QRect) -> list[tuple[str, QFont, QRect]]:
    """Return each line of *row* with its font and box, from the top of *place* down."""
    detail = row.addition.detail if row.addition else ""
    title_size = 1.0 if row.addition else _GROUP
    lines: list[tuple[str, QFont, QRect]] = []
    top = place.top()
    for text, size in ((row.title, title_size), (detail, _SMALL)):
        if text:
            shown = QFont(font)
            shown.setPointSizeF(font.pointSizeF() * size)
            if not lines:
                shown.setWeight(QFont.Weight.DemiBold)
            room = QRect(place.left(), top, place.width(), 100_000)
            height = QFontMetrics(shown).boundingRect(room, _WRAP, text).height()
            lines.append((text, shown, QRect(place.left(), top, place.width(), height)))
            top += height
    return lines
