"""How the rows of the overview of a case are drawn."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from views.screen.case_overview.rows import ROW, HeadingRow, Index, RowShown
from views.screen.due import paint_chip
from views.screen.look import colours, scaled
from views.screen.row_words import halves, paint_heading, paint_two_lines
from views.screen.rows import paint_row


class OverviewDelegate(QStyledItemDelegate):
    """Draws headings, and rows of two lines with a chip at the end."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of two lines, for headings too: rows alike scroll quickly."""
        return QSize(scaled(200), 2 * QFontMetrics(option.font).height() + scaled(16))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, HeadingRow):
            words = f"{row.heading}  ({row.count})"
            paint_heading(painter, option, words, QColor(colours().text))
        elif isinstance(row, RowShown):
            paint_row(painter, option)
            _paint_words(painter, option, row)
        painter.restore()


def _paint_words(painter: QPainter, option: QStyleOptionViewItem, row: RowShown) -> None:
    place = option.rect.adjusted(scaled(16), scaled(7), -scaled(12), -scaled(7))
    chip = _chip_place(place, option.font, row)
    beside_chip = place.width() - (chip.width() + scaled(12) if row.chip else 0)
    lines = halves(place)
    for line in lines:
        if line.bottom() > chip.top():
            line.setWidth(beside_chip)
    paint_two_lines(painter, option.font, (row.title, row.detail), lines)
    if row.chip:
        painter.setFont(option.font)
        paint_chip(painter, QRectF(chip), row.chip, row.state)


def _chip_place(place: QRect, font: QFont, row: RowShown) -> QRect:
    """Return where the chip stands: beside both lines, or the second where there is no room."""
    if not row.chip:
        return QRect(place.right(), place.bottom(), 0, 0)
    width = QFontMetrics(font).horizontalAdvance(row.chip) + scaled(18)
    is_narrow = width > place.width() // 2
    width = min(width, place.width() * 2 // 3)
    top = place.top() + (place.height() // 2 + scaled(2) if is_narrow else 0)
    return QRect(place.right() - width, top, width, place.bottom() + 1 - top)
