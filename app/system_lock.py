"""Chooses what listens to this computer for what calls for locking."""

import sys

from PySide6.QtWidgets import QWidget

from app.system_lock_watch import SystemWatch


def watch_the_system(window: QWidget) -> SystemWatch:
    """Return what listens on this computer, quiet where there is nothing to hear.

    *window* must have been shown: on Windows the messages are sent to it.
    """
    watch = SystemWatch()
    if sys.platform == "win32":
        from app.system_lock_windows import (  # noqa: PLC0415 - of that system alone
            WindowsWatch,
            ask_for_session_messages,
        )

        ask_for_session_messages(window)
        watch = WindowsWatch()
    if sys.platform == "linux":
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - of that system alone

        from app.system_lock_linux import LinuxWatch  # noqa: PLC0415 - of that system alone

        watch = LinuxWatch(QDBusConnection.systemBus(), QDBusConnection.sessionBus())
    return watch
