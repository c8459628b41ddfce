"""Whether a widget is still there: while a box asks, the register can be locked under it."""

from functools import partial
from weakref import ReferenceType, ref

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import delete, isValid


def is_alive(widget: QWidget) -> bool:
    """Return whether Qt still has the *widget*."""
    return bool(isValid(widget))  # type: ignore[no-untyped-call]  # shiboken6 ships no types


def end(widget: QWidget) -> None:
    """Let Qt take the *widget* away at once, with all it does when it goes."""
    delete(widget)  # type: ignore[no-untyped-call]  # shiboken6 ships no types


def empty_when_gone(widget: QObject) -> None:
    """Let go of all that the Python half of *widget* holds as soon as Qt has deleted the widget.

    Shiboken 6.11 miscounts some widgets that were handed from parent to parent and never lets go of
    them: one such would keep a whole form with its answers.
    """
    widget.destroyed.connect(partial(_empty, ref(widget)))


def _empty(widget: ReferenceType[QObject]) -> None:
    left = widget()
    if left is not None:
        vars(left).clear()
