"""The rules of the guideline and the law as a list below headings; walking it chooses."""

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
from views.screen.strength import Strength

_Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule: `key` names it to the conductor, `mark` says what is special about it.

    `reference` is its number, how it is cited, or how long a time is.
    """

    key: str
    strength: Strength
    reference: str
    title: str
    mark: str = ""

    @property
    def below(self) -> str:
        """The quiet second line; that a rule is law, or a time, one sees by the rest of it."""
        is_plain = self.strength in {Strength.LAW, Strength.TIME}
        parts = ("" if is_plain else self.strength.value, self.reference, self.mark)
        return " · ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """The rules of one chapter or law."""

    heading: str
    lines: tuple[RuleLine, ...]


class RuleList(RowList):
    """Says which rule one stands at, and when one wants to go on to what it says."""

    rule_chosen = Signal(str)
    left_onwards = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._model = _RuleModel()
        self.setModel(self._model)
        self.setItemDelegate(_RuleDelegate(self))
        self.setAccessibleName("Regler")
        self.selectionModel().currentChanged.connect(self._say_chosen)
        self.row_chosen.connect(self._say_left_onwards)

    def show_groups(self, groups: Sequence[RuleGroup]) -> None:
        """Show *groups* in their order; nothing is chosen."""
        self._model.show_groups(groups)
        self.scrollToTop()

    def stand_at_rule(self, key: str) -> bool:
        """Choose the rule with this *key*, or the first; return whether it was among them."""
        numbers = self._model.numbers()
        number = numbers.get(key, next(iter(numbers.values()), None))
        if number is not None:
            index = self._model.index(number, 0)
            self.setCurrentIndex(index)
            self.scrollTo(index, self.ScrollHint.EnsureVisible)
        return key in numbers

    @Slot(QModelIndex)
    def _say_chosen(self, index: QModelIndex) -> None:
        if index.isValid() and isinstance(line := self._model.row(index.row()), RuleLine):
            self.rule_chosen.emit(line.key)

    @Slot()
    def _say_left_onwards(self) -> None:
        self.left_onwards.emit()


class _RuleModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[str | RuleLine, ...] = ()

    def show_groups(self, groups: Sequence[RuleGroup]) -> None:
        self.beginResetModel()
        rows: list[str | RuleLine] = []
        for group in groups:
            rows.extend((group.heading, *group.lines))
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, number: int) -> str | RuleLine:
        return self._rows[number]

    def numbers(self) -> dict[str, int]:
        rows = enumerate(self._rows)
        return {row.key: number for number, row in rows if isinstance(row, RuleLine)}

    @override
    def rowCount(self, parent: _Index | None = None) -> int:
        return len(self._rows)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        if isinstance(self._rows[index.row()], RuleLine):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | RuleLine | None:
        row = self._rows[index.row()]
        if role == _ROW:
            return row
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return f"{row.title}, {row.below}" if isinstance(row, RuleLine) else row


class _RuleDelegate(QStyledItemDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        line = QFontMetrics(option.font).height()
        is_rule = isinstance(index.data(_ROW), RuleLine)
        return QSize(scaled(180), 2 * line + scaled(12) if is_rule else line + scaled(22))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(_ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, RuleLine):
            paint_row(painter, option)
            _paint_rule(painter, option, row)
        elif isinstance(row, str):
            _paint_heading(painter, option, row)
        painter.restore()


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold


def _paint_heading(painter: QPainter, option: QStyleOptionViewItem, text: str) -> None:
    place = option.rect.adjusted(scaled(8), 0, -scaled(8), -scaled(5))
    font = _bold(option.font)
    painter.setFont(font)
    painter.setPen(QColor(colours().thread))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignBottom, shown)
    painter.setPen(QColor(colours().line))
    bottom = option.rect.bottom() - scaled(2)
    painter.drawLine(place.left(), bottom, place.right(), bottom)


def _paint_rule(painter: QPainter, option: QStyleOptionViewItem, row: RuleLine) -> None:
    place = option.rect.adjusted(scaled(14), scaled(4), -scaled(10), -scaled(4))
    half = place.height() // 2
    texts = ((row.title, _bold(option.font)), (row.below, option.font))
    for number, (text, font) in enumerate(texts):
        line = QRect(place.left(), place.top() + number * half, place.width(), half)
        painter.setFont(font)
        painter.setPen(QColor(colours().quiet if number else colours().text))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
