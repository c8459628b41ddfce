"""The way of the Tab key through what is built and rebuilt: as one reads."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def order_tabs(root: QWidget, anchor: QWidget) -> None:
    """Let Tab walk through *root* in the order of its layouts, from the top left.

    *anchor* is a widget without children that was in *root* from the beginning: there the walk
    starts, so that *root* keeps its turn among its neighbours.
    """
    # Qt puts what is built later last: a row added to a form would come after the form's buttons.
    # A widget with children cannot be the anchor: Qt then goes on after the last of them.
    stops = tuple(in_reading_order(root))
    # Qt passes over a widget that cannot have focus, even as the place to start from.
    anchor.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for one, next_one in pairwise((anchor, *stops)):
        QWidget.setTabOrder(one, next_one)
    anchor.setFocusPolicy(Qt.FocusPolicy.NoFocus)


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
