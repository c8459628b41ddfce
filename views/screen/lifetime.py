"""Whether a widget is still there: while a box asks, the register can be locked under it."""

from PySide6.QtWidgets import QWidget
from shiboken6 import delete, isValid


def is_alive(widget: QWidget) -> bool:
    """Return whether Qt still has the *widget*."""
    return bool(isValid(widget))  # type: ignore[no-untyped-call]  # shiboken6 ships no types


def end(widget: QWidget) -> None:
    """Let Qt take the *widget* away at once, with all it does when it goes."""
    delete(widget)  # type: ignore[no-untyped-call]  # shiboken6 ships no types
