"""The words of painted rows: a heading with its line, and a bold line above a quiet one."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from views.screen.look import colours, scaled


def paint_heading(
    painter: QPainter, option: QStyleOptionViewItem, words: str, colour: QColor
) -> None:
    """Draw *words* as the heading of the rows below, on a line."""
    place = option.rect.adjusted(scaled(6), 0, -scaled(6), -scaled(7))
    painter.setFont(_bold(option.font))
    painter.setPen(colour)
    painter.drawText(place, Qt.AlignmentFlag.AlignBottom, words)
    painter.setPen(QColor(colours().line))
    bottom = option.rect.bottom() - scaled(3)
    painter.drawLine(place.left(), bottom, place.right(), bottom)


def halves(place: QRect) -> tuple[QRect, QRect]:
    """Return the places of the two lines of a row."""
    half = place.height() // 2
    upper = QRect(place.left(), place.top(), place.width(), half)
    return upper, upper.translated(0, half)


def paint_two_lines(
    painter: QPainter, font: QFont, words: tuple[str, str], places: tuple[QRect, QRect]
) -> None:
    """Draw the first of *words* bold and the second quiet, each cut off where its place ends."""
    looks = ((_bold(font), colours().text), (font, colours().quiet))
    for text, place, (worn, colour) in zip(words, places, looks, strict=True):
        painter.setFont(worn)
        painter.setPen(QColor(colour))
        shown = QFontMetrics(worn).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold
