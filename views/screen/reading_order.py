"""The way of the Tab key through what is built and rebuilt: as one reads."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

from views.screen.focus_chain import next_in_chain


def order_tabs(root: QWidget, anchor: QWidget) -> None:
    """Let Tab walk through *root* in the order of its layouts, from the top left.

    *anchor* is a widget without children that was in *root* from the beginning: there the walk
    starts, so that *root* keeps its turn among its neighbours.
    """
    # Qt puts what is built later last: a row added to a form would come after the form's buttons.
    wanted = tuple(in_reading_order(root))
    inside = frozenset(wanted)
    # What is in no layout any more waits to be deleted; where it stands does not matter.
    now = [w for w in _chain_after(anchor) if w in inside or not root.isAncestorOf(w)]
    target = (*wanted, *(widget for widget in now if widget not in inside))
    places = {widget: place for place, widget in enumerate(target)}
    staying = _longest_rising([places[widget] for widget in now])
    # Qt passes over a widget that cannot have focus, even as the place to start from; and one with
    # children would be no place at all: Qt goes on after the last of them.
    anchor.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for place, (before, widget) in enumerate(pairwise((anchor, *target))):
        # A move costs a millisecond in a long form: what already stands right is not moved.
        if place not in staying:
            QWidget.setTabOrder(before, widget)
    anchor.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def _chain_after(anchor: QWidget) -> Iterator[QWidget]:
    widget = next_in_chain(anchor)
    while widget is not None and widget is not anchor:
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            yield widget
        widget = next_in_chain(widget)


def _longest_rising(numbers: Sequence[int]) -> frozenset[int]:
    """Return the most of *numbers* that already rise from first to last."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        at = bisect_left(ends, number)
        before[number] = ends[at - 1] if at else None
        ends[at : at + 1] = [number]
    found: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        found.add(last)
        last = before[last]
    return frozenset(found)


def in_reading_order(root: QWidget) -> Iterator[QWidget]:
    """Yield the widgets in *root* that can have focus, in the order of its layouts."""
    if root.focusPolicy() != Qt.FocusPolicy.NoFocus:
        yield root
    layout = root.layout()
    if layout is not None:
        yield from _in_layout(layout)
    inside = root.widget() if isinstance(root, QScrollArea) else None
    if inside is not None:
        yield from in_reading_order(inside)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for item in (layout.itemAt(index) for index in range(layout.count())):
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield from in_reading_order(widget)
        elif inner is not None:
            yield from _in_layout(inner)
