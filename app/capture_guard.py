"""Keeping the windows out of pictures of the screen, and off a shared screen, where that can be.

Untested on Windows itself, the only system that has it.
"""

import ctypes
import sys
from typing import Final, TypeGuard

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

_SHOWN_EVERYWHERE: Final = 0x00
_BLACK_IN_PICTURES: Final = 0x01
_NOT_IN_PICTURES: Final = 0x11


def can_hide_from_capture() -> bool:
    """Return whether this computer can keep a window out of pictures of the screen."""
    return sys.platform == "win32"


class CaptureGuard(QObject):
    """Hides all windows of *application*, also those that come later, while it *hides*."""

    def __init__(self, application: QApplication, *, hides: bool) -> None:
        super().__init__()
        self._application = application
        self._hides = False
        if can_hide_from_capture():
            application.installEventFilter(self)
            self.hide_windows(hide=hides)

    def hide_windows(self, *, hide: bool) -> None:
        """Hide all windows from now on, or none."""
        if self._hides != hide:
            self._hides = hide
            for window in self._application.topLevelWidgets():
                if window.isVisible():
                    _settle(window, hide=hide)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hide each new window before there is anything in it to see."""
        if self._hides and event.type() == QEvent.Type.Show and _is_a_window(watched):
            _settle(watched, hide=True)
        return False


def _is_a_window(watched: QObject) -> TypeGuard[QWidget]:
    return isinstance(watched, QWidget) and watched.isWindow()


def _settle(window: QWidget, *, hide: bool) -> None:
    if sys.platform == "win32":
        settle = ctypes.windll.user32.SetWindowDisplayAffinity
        handle = ctypes.c_void_p(int(window.winId()))
        if not hide:
            settle(handle, _SHOWN_EVERYWHERE)
        elif not settle(handle, _NOT_IN_PICTURES):
            # Windows before 2004 can only make the place of the window black.
            settle(handle, _BLACK_IN_PICTURES)
