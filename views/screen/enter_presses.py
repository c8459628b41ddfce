"""Enter presses the button one is at; a deed that cannot be undone wants the space bar."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QToolButton, QWidget

_BY_SPACE_ONLY = "bySpaceOnly"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def want_space(button: QAbstractButton) -> None:
    """Let *button* be pressed by the space bar alone: Enter may have led one to it unseen."""
    button.setProperty(_BY_SPACE_ONLY, True)


def press_by_enter(event: QKeyEvent, window: QWidget) -> bool:
    """Press the button in *window* that has the focus if *event* is Enter; return whether it did.

    A key that is held down presses once.
    """
    button = QApplication.focusWidget()
    if not isinstance(button, (QPushButton, QToolButton)) or not window.isAncestorOf(button):
        return False
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    is_enter = event.key() in _ENTER and held == Qt.KeyboardModifier.NoModifier
    if not is_enter or event.isAutoRepeat() or button.property(_BY_SPACE_ONLY):
        return False
    button.click()
    return True
