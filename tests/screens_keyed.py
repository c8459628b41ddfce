"""What is wrong with a screen for those who use the keyboard alone."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QRadioButton,
    QSplitterHandle,
    QWidget,
)
from shiboken6 import isValid

MOST_STOPS = 250


def tab_stops(window: QWidget) -> list[QWidget]:
    """Press Tab round *window* until it comes to where it was; return each stop on the way."""
    stops: list[QWidget] = []
    for _ in range(MOST_STOPS):
        here = QApplication.focusWidget()
        # Tab goes from link to link in a text before it leaves it.
        if here is None or (here in stops and here is not stops[-1]):
            break
        if here not in stops:
            stops.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
        QApplication.processEvents()
    return stops


def wrongly_keyed(window: QWidget) -> list[str]:
    """Return a sentence for each control that Tab misses or comes to in an odd order."""
    # What is beside a form is made anew for each question one comes to.
    lasting = set(window.findChildren(QWidget))
    stops = [stop for stop in tab_stops(window) if isValid(stop)]
    return [
        *(f"never reached: {told(one)}" for one in _missed(window, stops) if one in lasting),
        *(f"goes up: {told(one)} -> {told(on)}" for one, on in _upwards(stops)),
    ]


def told(widget: QWidget) -> str:
    """Return what *widget* is and says, for a sentence about it."""
    text = widget.accessibleName() or str(widget.property("text") or "")
    return f"{type(widget).__name__} {text!r}"


def _missed(window: QWidget, stops: list[QWidget]) -> Iterator[QWidget]:
    reached = set(stops) | {stop.focusProxy() for stop in stops}
    for widget in window.findChildren(QWidget):
        if _is_stop(widget, window) and widget not in reached and not _is_in_group(widget, stops):
            yield widget


def _is_stop(widget: QWidget, window: QWidget) -> bool:
    takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    can_be_used = widget.isVisible() and widget.isEnabled() and widget.window() is window
    is_itself = widget.focusProxy() is None and not isinstance(widget, QSplitterHandle)
    return takes_tab and can_be_used and is_itself


def _is_in_group(widget: QWidget, stops: list[QWidget]) -> bool:
    """Whether arrows lead to *widget* from another of its group, which Tab has come to."""
    if not isinstance(widget, QRadioButton):
        return False
    others = (stop for stop in stops if isinstance(stop, QRadioButton))
    return any(other.parentWidget() is widget.parentWidget() for other in others)


def _upwards(stops: list[QWidget]) -> Iterator[tuple[QWidget, QWidget]]:
    """Yield where Tab goes up within a column, but for the once that it begins there anew."""
    upwards = [(one, on) for one, on in pairwise([*stops, *stops[:1]]) if _goes_up(one, on)]
    begun_anew: set[QWidget | None] = set()
    for one, on in upwards:
        column = _column(one)
        if column in begun_anew:
            yield one, on
        begun_anew.add(column)


def _goes_up(one: QWidget, on: QWidget) -> bool:
    if _column(one) is not _column(on):
        return False
    before, after = _place(one), _place(on)
    shares = before.left() <= after.right() and after.left() <= before.right()
    return after.bottom() < before.top() and shares


def _place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint()), widget.size())


def _column(widget: QWidget) -> QWidget | None:
    """Return what *widget* scrolls in, else what it stands in: there places can be compared."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QAbstractScrollArea):
        around = around.parentWidget()
    return around or widget.parentWidget()
