"""The way of the Enter key: from question to question, past what only Tab comes to."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from views.screen.fields.field import Field
from views.screen.fields.read_field import ReadField
from views.screen.reading_order import in_reading_order

_STOP = "stopsEnter"


def mark_stop(widget: QWidget) -> None:
    """Let Enter stop at *widget* too, which is no question, such as a button that adds a row."""
    widget.setProperty(_STOP, True)


def step_from(now: QWidget | None, body: QWidget, step: int) -> bool:
    """Put the focus on the question *step* away from *now* in *body*; return whether there is one.

    Answers that can only be read are passed over, unless there is nothing else.
    """
    found = tuple(_stops(body))
    stops = [stop for stop in found if not isinstance(stop, ReadField)] or list(found)
    then = _place_of(now, body, stops, step)
    if not 0 <= then < len(stops):
        return False
    _enter(stops[then])
    return True


def focus_end(body: QWidget) -> bool:
    """Put the focus on the last question in *body*; return whether there is one."""
    return step_from(None, body, -1)


def _place_of(now: QWidget | None, body: QWidget, stops: Sequence[QWidget], step: int) -> int:
    """Return the place among *stops* that is *step* away from *now*, which need be none of them."""
    if now is None:
        return 0 if step > 0 else len(stops) - 1
    at = next((n for n, stop in enumerate(stops) if stop is now or stop.isAncestorOf(now)), None)
    if at is not None:
        return at + step
    order = tuple(in_reading_order(body))
    before = order[: order.index(now)] if now in order else ()
    passed = sum(1 for s in stops if any(s is w or s.isAncestorOf(w) for w in before))
    return passed if step > 0 else passed - 1


def _stops(body: QWidget) -> Iterator[QWidget]:
    last: QWidget | None = None
    for widget in in_reading_order(body):
        stop = widget if widget.property(_STOP) else _field_around(widget, body)
        if stop is not None and stop is not last and stop.isVisibleTo(body):
            last = stop
            yield stop


def _field_around(widget: QWidget, body: QWidget) -> Field | None:
    around: QWidget | None = widget
    while around is not None and around is not body:
        if isinstance(around, Field):
            return around
        around = around.parentWidget()
    return None


def _enter(stop: QWidget) -> None:
    if isinstance(stop, Field):
        stop.focus_here()
    else:
        stop.setFocus(Qt.FocusReason.TabFocusReason)
