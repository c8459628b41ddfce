"""What is wrong with a screen for those who see it: words cut off, too pale, or focus not seen."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTableView,
    QWidget,
)

LEAST = 4.5
LEAST_FOR_LARGE = 3.0
LEAST_FOR_MARKS = 3.0
LARGE_POINTS, LARGE_BOLD_POINTS = 18.0, 14.0
INK_PIXELS = 3
MARGINS = 24
"""A page may lose its own empty margins to the right, never words."""
MARK_PIXELS = 40
MOST_ROWS = 12


def cut_off(window: QWidget) -> list[str]:
    """Return a sentence for each of the words of *window* that do not have the room they need."""
    labels = (label for label in window.findChildren(QLabel) if _is_seen(label) and label.text())
    buttons = (one for one in window.findChildren(QAbstractButton) if _is_seen(one) and one.text())
    areas = (area for area in window.findChildren(QScrollArea) if area.isVisible())
    return [
        *(f"cut: label {one.text()[:60]!r} {_sizes(one)}" for one in labels if _is_short(one)),
        *(f"cut: button {one.text()[:60]!r} {_sizes(one)}" for one in buttons if _is_tight(one)),
        *(f"too wide: {_what(area)}" for area in areas if _is_too_wide(area)),
    ]


def too_pale(window: QWidget) -> list[str]:
    """Return a sentence for each text of *window* that its ground does not let one read."""
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    found = []
    for text, place, is_large in _texts(window):
        least = LEAST_FOR_LARGE if is_large else LEAST
        seen = place.intersected(window.rect())
        if seen.width() > 4 and seen.height() > 8:
            measured = _painted(image.copy(seen))
            if measured < least:
                found.append(f"pale: {text[:60]!r} {measured:.2f}")
    return found


def focus_unseen(widget: QWidget) -> float:
    """Return how clearly one sees that *widget* has the focus it has now; 1 is not at all."""
    window = widget.window()
    place = QRect(widget.mapTo(window, QPoint()), widget.size())
    room = place.adjusted(-3, -3, 3, 3).intersected(window.rect())
    with_it = window.grab(room).toImage()
    widget.clearFocus()
    QApplication.processEvents()
    without = window.grab(room).toImage()
    widget.setFocus()
    QApplication.processEvents()
    return _difference(with_it, without)


def _difference(one: QImage, other: QImage) -> float:
    """Return the contrast between the colours most pixels changed from and to."""
    pairs = Counter(
        (before, after)
        for before, after in zip(_pixels(one), _pixels(other), strict=True)
        if before != after
    )
    marks = [contrast(QColor(a), QColor(b)) for (a, b), n in pairs.items() if n >= MARK_PIXELS]
    return max(marks, default=1.0)


def _painted(image: QImage) -> float:
    seen = Counter(_pixels(image))
    ground = QColor(seen.most_common(1)[0][0])
    inks = (QColor(pixel) for pixel, times in seen.items() if times >= INK_PIXELS)
    return max(contrast(ground, ink) for ink in inks)


def _pixels(image: QImage) -> list[int]:
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    return memoryview(plain.constBits()).cast("B").cast("I").tolist()


def luminance(colour: QColor) -> float:
    """Return the relative luminance of *colour* as WCAG reckons it."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _texts(window: QWidget) -> Iterator[tuple[str, QRect, bool]]:
    """Yield each text with where it is seen, and whether it is large."""
    for widget in window.findChildren(QWidget):
        text = _text_of(widget)
        # A single thin digit has no pixel in the full colour that it is painted with.
        if len(text) > 1 and _is_seen(widget) and _is_on_top(widget, window):
            yield text, _seen_part(widget, window).adjusted(3, 3, -3, -3), _is_large(widget)
        if isinstance(widget, QAbstractItemView) and _is_seen(widget):
            yield from _rows(widget, window)


def _rows(view: QAbstractItemView, window: QWidget) -> Iterator[tuple[str, QRect, bool]]:
    model, viewport = view.model(), view.viewport()
    seen = viewport.visibleRegion().boundingRect()
    columns = model.columnCount(QModelIndex()) if isinstance(view, QTableView) else 1
    for row in range(min(model.rowCount(), MOST_ROWS)):
        for index in (model.index(row, column) for column in range(columns)):
            place = view.visualRect(index)
            # A row of which one sees but the upper edge shows no words.
            if (text := str(index.data() or "")) and seen.contains(place):
                corner = viewport.mapTo(window, place.topLeft())
                yield text, QRect(corner, place.size()).adjusted(2, 2, -2, -2), False


def _text_of(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    return ""


def _is_large(widget: QWidget) -> bool:
    font = widget.font()
    points = font.pointSizeF()
    return points >= (LARGE_BOLD_POINTS if font.bold() else LARGE_POINTS)


def _is_seen(widget: QWidget) -> bool:
    return widget.isVisible() and not widget.visibleRegion().isEmpty()


def _is_on_top(widget: QWidget, window: QWidget) -> bool:
    """Whether one sees all of *widget*: nothing lies over it, and it is not scrolled away."""
    if not widget.visibleRegion().boundingRect().contains(widget.rect()):
        # Of half a line one reads nothing, and measures half a letter.
        return False
    there = window.childAt(_seen_part(widget, window).center())
    return there is not None and (there is widget or widget.isAncestorOf(there))


def _seen_part(widget: QWidget, window: QWidget) -> QRect:
    part = widget.visibleRegion().boundingRect()
    return QRect(widget.mapTo(window, part.topLeft()), part.size())


def _is_short(label: QLabel) -> bool:
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height() + 1
    return label.minimumSizeHint().width() > label.width() + 1


def _is_tight(button: QAbstractButton) -> bool:
    need = button.minimumSizeHint()
    return need.width() > button.width() + 1 or need.height() > button.height() + 1


def _is_too_wide(area: QScrollArea) -> bool:
    inside = area.widget()
    return inside is not None and inside.width() > area.viewport().width() + MARGINS


def _sizes(widget: QWidget) -> str:
    need, has = widget.minimumSizeHint(), widget.size()
    return f"needs {need.width()}x{need.height()}, has {has.width()}x{has.height()}"


def _what(widget: QWidget) -> str:
    around = widget.parentWidget()
    return f"{type(widget).__name__} {widget.accessibleName()!r} in {type(around).__name__}"
