"""How the rows of the day are drawn."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from views.screen.due import due_colour, paint_chip
from views.screen.look import colours, scaled
from views.screen.row_words import halves, paint_heading, paint_two_lines
from views.screen.rows import paint_row
from views.screen.today_rows import ROW, STATES, DueLine, Heading, More

_Index = QModelIndex | QPersistentModelIndex


class DueDelegate(QStyledItemDelegate):
    """Draws the rows."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the size of two lines."""
        line = QFontMetrics(option.font).height()
        return QSize(scaled(200), 2 * line + scaled(18))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a heading, a line with its chip, or the way to more."""
        row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            words = f"{row.group}  ({row.count})"
            paint_heading(painter, option, words, due_colour(STATES[row.group]))
        elif isinstance(row, DueLine):
            paint_row(painter, option)
            _paint_line(painter, option, row)
        elif isinstance(row, More):
            paint_row(painter, option)
            _paint_more(painter, option, row)
        painter.restore()


def _paint_more(painter: QPainter, option: QStyleOptionViewItem, row: More) -> None:
    place = option.rect.adjusted(scaled(18), 0, -scaled(14), 0)
    painter.setFont(option.font)
    painter.setPen(QColor(colours().thread))
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, row.words)


def _paint_line(painter: QPainter, option: QStyleOptionViewItem, row: DueLine) -> None:
    place = option.rect.adjusted(scaled(18), scaled(8), -scaled(14), -scaled(8))
    metrics = QFontMetrics(option.font)
    chip_width = min(metrics.horizontalAdvance(row.due_text) + scaled(18), place.width() // 2)
    room = place.width() - (chip_width + scaled(12) if row.due_text else 0)
    lines = halves(place)
    for line in lines:
        line.setWidth(room)
    paint_two_lines(painter, option.font, (row.what, row.citizen), lines)
    if row.due_text:
        painter.setFont(option.font)
        chip = QRectF(place.right() - chip_width, place.top(), chip_width, place.height())
        paint_chip(painter, chip, row.due_text, row.state or STATES[row.group])
