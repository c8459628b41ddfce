"""The keys that take back and do again, and those that lead on and back."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

BACK, AGAIN = -1, 1
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_RETRACING = {
    (Qt.Key.Key_Z, _CONTROL): BACK,
    (Qt.Key.Key_Y, _CONTROL): AGAIN,
    (Qt.Key.Key_Z, _CONTROL | _SHIFT): AGAIN,
}
RETRACING_KEYS = {"Ctrl+Z": BACK, "Ctrl+Y": AGAIN, "Ctrl+Shift+Z": AGAIN}
"""The same as `retracing` hears, as a shortcut is written."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def retracing(event: QKeyEvent) -> int:
    """Return `BACK` for Ctrl+Z, `AGAIN` for Ctrl+Y or Ctrl+Shift+Z, 0 for any other key."""
    return _RETRACING.get((Qt.Key(event.key()), _modifiers(event)), 0)


def stepping(event: QKeyEvent) -> int:
    """Return 1 for Enter or Ctrl+Enter, -1 for Shift+Enter, 0 for any other key."""
    if event.key() not in _ENTER:
        return 0
    modifiers = _modifiers(event)
    if modifiers == _SHIFT:
        return -1
    return 1 if modifiers in (_CONTROL, Qt.KeyboardModifier.NoModifier) else 0


def _modifiers(event: QKeyEvent) -> Qt.KeyboardModifier:
    # Enter beside the digits is Enter as well.
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
