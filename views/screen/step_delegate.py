"""How a step of the course is painted: its knot on the red thread, and its words."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from views.screen.look import colours, scaled
from views.screen.rows import paint_row
from views.screen.step_knot import StepState, paint_knot
from views.screen.thread import bow, thread_pen

STEP_ROLE = Qt.ItemDataRole.UserRole + 1

_WRAP = int(Qt.TextFlag.TextWordWrap)
_SMALL = 0.92
_LEAN = 4.5


class Pull(StrEnum):
    """How far the thread is drawn at a row."""

    PASSES = "passes"
    ENDS_HERE = "ends-here"
    NOT_YET = "not-yet"
    NONE = "none"
    """There is no thread: the row stands for itself."""


@dataclass(frozen=True, slots=True)
class StepRow:
    """One row as it is painted."""

    title: str
    words: str
    detail: str
    state: StepState
    pull: Pull
    is_first: bool
    is_last: bool


class StepDelegate(QStyledItemDelegate):
    """Paints the steps of a course along the red thread."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a row whose words wrap at the list's width."""
        row = _row(index)
        width = option.widget.width() if option.widget else option.rect.width()
        place = _text_place(QRect(0, 0, width, 0))
        height = sum(box.height() for box in _boxes(row, option.font, place))
        return QSize(width, height + 2 * _margin())

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw ground, thread, knot and words."""
        row = _row(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_row(painter, option)
        boxes = _boxes(row, option.font, _text_place(option.rect))
        line = QFontMetrics(_strong(option.font)).height()
        knot = QPointF(option.rect.left() + scaled(24), boxes[0].top() + line / 2)
        if row.pull is not Pull.NONE:
            _paint_thread(painter, option, index, knot)
        paint_knot(painter, knot, row.state, line * 0.46)
        _paint_words(painter, row, option.font, boxes)
        painter.restore()


def _row(index: QModelIndex | QPersistentModelIndex) -> StepRow:
    row = index.data(STEP_ROLE)
    if not isinstance(row, StepRow):
        raise TypeError("The model of a step list gives StepRow for STEP_ROLE.")
    return row


def _margin() -> int:
    return scaled(9)


def _strong(font: QFont) -> QFont:
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    return strong


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * _SMALL)
    return small


def _text_place(rect: QRect) -> QRect:
    return rect.adjusted(scaled(44), _margin(), -scaled(6), 0)


def _lines(row: StepRow, font: QFont) -> list[tuple[str, QFont]]:
    lines = [(row.title, _strong(font))]
    lines.extend((text, _small(font)) for text in (row.words, row.detail) if text)
    return lines


def _boxes(row: StepRow, font: QFont, place: QRect) -> list[QRect]:
    boxes: list[QRect] = []
    top = place.top()
    for text, line_font in _lines(row, font):
        room = QRect(place.left(), top, place.width(), 100_000)
        height = QFontMetrics(line_font).boundingRect(room, _WRAP, text).height()
        boxes.append(QRect(place.left(), top, place.width(), height))
        top += height
    return boxes


def _paint_words(painter: QPainter, row: StepRow, font: QFont, boxes: list[QRect]) -> None:
    chosen = colours()
    for number, ((text, line_font), box) in enumerate(zip(_lines(row, font), boxes, strict=True)):
        colour = chosen.text if number == 0 else chosen.quiet
        if number == 1 and row.state is StepState.MISSING:
            colour = chosen.problem
        painter.setFont(line_font)
        painter.setPen(QColor(colour))
        painter.drawText(box, _WRAP, text)


def _paint_thread(
    painter: QPainter,
    option: QStyleOptionViewItem,
    index: QModelIndex | QPersistentModelIndex,
    knot: QPointF,
) -> None:
    """Draw what this row shows of the thread from the knot above and to the knot below."""
    row = _row(index)
    pulled = thread_pen(scaled(2.6))
    coming = QPen(QColor(colours().border), scaled(1.8), Qt.PenStyle.DotLine)
    coming.setCapStyle(Qt.PenCapStyle.RoundCap)
    lean = scaled(_LEAN) if index.row() % 2 else -scaled(_LEAN)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setClipRect(option.rect)
    if not row.is_first:
        painter.setPen(coming if row.pull is Pull.NOT_YET else pulled)
        above = QPointF(knot.x(), knot.y() - _height_above(option, index))
        painter.drawPath(bow(above, knot, -lean))
    if not row.is_last:
        painter.setPen(pulled if row.pull is Pull.PASSES else coming)
        painter.drawPath(bow(knot, QPointF(knot.x(), knot.y() + option.rect.height()), lean))
    painter.setClipping(False)


def _height_above(option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> int:
    view = option.widget
    if not isinstance(view, QListView):
        return int(option.rect.height())
    return view.visualRect(index.model().index(index.row() - 1, 0)).height()
