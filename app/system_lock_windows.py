"""Windows: the messages that tell of a locked session, another user, and of going to sleep.

Untested on Windows itself: the meaning of the messages is tested, their coming is not.
"""

import ctypes
import sys
from ctypes.wintypes import MSG
from typing import Final

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.system_lock_watch import SystemWatch

_POWER_BROADCAST: Final = 0x0218
_SUSPENDING: Final = 0x0004
_SESSION_CHANGE: Final = 0x02B1
_CONSOLE_LEFT: Final = 0x2
_REMOTE_LEFT: Final = 0x4
_LOGGED_OFF: Final = 0x6
_LOCKED: Final = 0x7
_THIS_SESSION: Final = 0

_CALLS_FOR_LOCKING = frozenset(
    {
        (_POWER_BROADCAST, _SUSPENDING),
        (_SESSION_CHANGE, _CONSOLE_LEFT),
        (_SESSION_CHANGE, _REMOTE_LEFT),
        (_SESSION_CHANGE, _LOGGED_OFF),
        (_SESSION_CHANGE, _LOCKED),
    }
)


class WindowsWatch(SystemWatch):
    """Listens to all messages that are sent to the program's windows."""

    def __init__(self) -> None:
        super().__init__()
        self.messages = SystemMessages(self)
        application = QCoreApplication.instance()
        if application is not None:
            application.installNativeEventFilter(self.messages)


class SystemMessages(QAbstractNativeEventFilter):
    """Passes on what calls for locking, and holds nothing back."""

    def __init__(self, watch: SystemWatch) -> None:
        super().__init__()
        self._watch = watch

    @override
    def nativeEventFilter(
        self, eventType: QByteArray | bytes | bytearray | memoryview, message: int, /
    ) -> object:
        """Look at each message before Qt does."""
        if bytes(eventType).startswith(b"windows_") and message:
            sent = MSG.from_address(int(message))
            if (sent.message, sent.wParam) in _CALLS_FOR_LOCKING:
                # While the message is answered: after a suspend there may be no later.
                self._watch.lock_asked.emit()
        return False, 0


def ask_for_session_messages(window: QWidget) -> None:
    """Have Windows tell *window* when the session is locked or left; elsewhere nothing."""
    if sys.platform == "win32":
        told = ctypes.windll.wtsapi32
        told.WTSRegisterSessionNotification(ctypes.c_void_p(int(window.winId())), _THIS_SESSION)
