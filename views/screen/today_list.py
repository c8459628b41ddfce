"""What is due, the overdue first; each row leads to its citizen."""

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
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from views.screen.due import DueState, due_colour, paint_chip
from views.screen.empty_state import EmptyState
from views.screen.look import Role, colours, scaled, set_role
from views.screen.rows import RowList, paint_row
from views.screen.words import words

_Index = QModelIndex | QPersistentModelIndex
_WIDEST = 960
"""In pixels at 100 %: what is due is read together with when, so they stay near each other."""
_ROW = Qt.ItemDataRole.UserRole + 1
_NOTHING_DUE = (
    "Ingen frist er ved at udløbe",
    "Her står det, når en behandlingsgaranti nærmer sig sin sidste dag.",
)


class DueGroup(StrEnum):
    """The groups from the most urgent on; the values are the words that are shown."""

    OVERDUE = "Overskredet"
    TODAY = "I dag"
    WEEK = "Inden for en uge"
    LATER = "Senere"


_STATES = {
    DueGroup.OVERDUE: DueState.OVERDUE,
    DueGroup.TODAY: DueState.TODAY,
    DueGroup.WEEK: DueState.LATER,
    DueGroup.LATER: DueState.LATER,
}


@dataclass(frozen=True, slots=True)
class DueLine:
    """One thing that is due: what, for whom, and when in words."""

    case_id: str
    group: DueGroup
    what: str
    citizen: str
    due_text: str


@dataclass(frozen=True, slots=True)
class _Heading:
    group: DueGroup
    count: int


class TodayList(QWidget):
    """The first screen of the day."""

    citizen_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = words("I dag", Role.TITLE)
        self._day = words("", Role.QUIET)
        self._model = _DueModel()
        self._rows = RowList()
        self._empty = EmptyState()
        self._stack = QStackedWidget()
        self._rows.setModel(self._model)
        self._rows.setItemDelegate(_DueDelegate(self._rows))
        self._rows.setUniformItemSizes(True)
        self._rows.setAccessibleName("Det, der skal gøres")
        self._rows.row_chosen.connect(self._say_chosen)
        self.setFocusProxy(self._rows)
        self._lay_out()
        self.show_due("", ())

    def show_due(self, day: str, lines: Sequence[DueLine]) -> None:
        """Show *lines* by group, each group in the order given; *day* is today in words."""
        self._day.setText(day)
        self._day.setVisible(bool(day))
        self._model.show_lines(lines)
        self._empty.explain(*_NOTHING_DUE)
        self._stack.setCurrentIndex(0 if lines else 1)
        if lines:
            self._rows.setCurrentIndex(self._model.index(1))

    def show_trouble(self, day: str, sentence: str) -> None:
        """Show no rows, and *sentence* in their place: something may be due all the same."""
        self.show_due(day, ())
        self._empty.explain_trouble("Listen kan ikke vises", sentence)

    def _lay_out(self) -> None:
        card = QFrame()
        set_role(card, Role.CARD)
        on_card = QVBoxLayout(card)
        on_card.setContentsMargins(scaled(6), 0, scaled(6), scaled(6))
        on_card.addWidget(self._rows)
        self._stack.addWidget(card)
        self._stack.addWidget(self._empty)
        inside = QWidget()
        inside.setMaximumWidth(scaled(_WIDEST))
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(2))
        column.addWidget(self._title)
        column.addWidget(self._day)
        column.addSpacing(scaled(6))
        column.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(12))
        row.addWidget(inside, 1)
        row.addStretch(0)

    @Slot(int)
    def _say_chosen(self, row: int) -> None:
        if isinstance(line := self._model.row(row), DueLine):
            self.citizen_chosen.emit(line.case_id)


class _DueModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[_Heading | DueLine, ...] = ()

    def show_lines(self, lines: Sequence[DueLine]) -> None:
        rows: list[_Heading | DueLine] = []
        for group in DueGroup:
            if in_group := [line for line in lines if line.group is group]:
                rows.extend((_Heading(group, len(in_group)), *in_group))
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, number: int) -> _Heading | DueLine:
        return self._rows[number]

    @override
    def rowCount(self, parent: _Index | None = None) -> int:
        return len(self._rows)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        if isinstance(self._rows[index.row()], _Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def data(
        self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | _Heading | DueLine | None:
        row = self._rows[index.row()]
        if role == _ROW:
            return row
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if isinstance(row, _Heading):
            return f"{row.group}: {row.count}"
        return f"{row.what}, {row.citizen}, {row.due_text}"


class _DueDelegate(QStyledItemDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        line = QFontMetrics(option.font).height()
        return QSize(scaled(200), 2 * line + scaled(18))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
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
    paint_chip(painter, chip, row.due_text, _STATES[row.group])
