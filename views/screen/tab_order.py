"""The way of the Tab key, where it differs from the order in which things were made."""

from PySide6.QtWidgets import QWidget

from views.screen.focus_chain import next_in_chain


def put_after(inside: QWidget, *then: QWidget) -> None:
    """Let Tab come to each of *then* after everything in *inside*.

    Qt appends what is made later to the end of the whole window's order.
    """
    last = inside
    widget = next_in_chain(inside)
    while widget is not None and widget is not inside:
        if inside.isAncestorOf(widget):
            last = widget
        widget = next_in_chain(widget)
    for following in then:
        QWidget.setTabOrder(last, following)
        last = following
