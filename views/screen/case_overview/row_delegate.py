"""How the rows of the overview of a case are drawn."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from views.screen.case_overview.rows import ROW, HeadingRow, Index, RowShown
from views.screen.due import paint_chip
from views.screen.look import colours, scaled
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
            _paint_heading(painter, option, row)
        elif isinstance(row, RowShown):
            paint_row(painter, option)
            _paint_words(painter, option, row)
        painter.restore()


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold


def _paint_heading(painter: QPainter, option: QStyleOptionViewItem, row: HeadingRow) -> None:
    place = option.rect.adjusted(scaled(6), 0, -scaled(6), -scaled(7))
    painter.setFont(_bold(option.font))
    painter.setPen(QColor(colours().text))
    painter.drawText(place, Qt.AlignmentFlag.AlignBottom, f"{row.heading}  ({row.count})")
    painter.setPen(QColor(colours().line))
    bottom = option.rect.bottom() - scaled(3)
    painter.drawLine(place.left(), bottom, place.right(), bottom)


def _paint_words(painter: QPainter, option: QStyleOptionViewItem, row: RowShown) -> None:
    place = option.rect.adjusted(scaled(16), scaled(7), -scaled(12), -scaled(7))
    chip = _chip_place(place, option.font, row)
    beside_chip = place.width() - (chip.width() + scaled(12) if row.chip else 0)
    half = place.height() // 2
    for number, (text, font) in enumerate(
        ((row.title, _bold(option.font)), (row.detail, option.font))
    ):
        line = QRect(place.left(), place.top() + number * half, place.width(), half)
        if line.bottom() > chip.top():
            line.setWidth(beside_chip)
        painter.setFont(font)
        painter.setPen(QColor(colours().quiet if number else colours().text))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
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
