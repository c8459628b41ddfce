"""Linux: login1 tells of sleep, of the session and of its lock; the screen savers when they begin.

D-Bus is no network: both buses are sockets in this computer's own file system. All that is sent is
that we would like to be told, and to be waited for a moment before the computer sleeps.
"""

import os
from collections.abc import Sequence

from PySide6.QtCore import SLOT, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusUnixFileDescriptor,
    QDBusVariant,
)
from typing_extensions import override

from app.system_lock_watch import SystemWatch

_LOGIN = "org.freedesktop.login1"
_LOGIN_PATH = "/org/freedesktop/login1"
_MANAGER = "org.freedesktop.login1.Manager"
_SESSION = "org.freedesktop.login1.Session"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_OWN_SESSION = f"{_LOGIN_PATH}/session/auto"
_SCREEN_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)
_WAIT_FOR_US = ("sleep", "Rød Tråd", "Gemmer det sidste og låser kartoteket", "delay")
_PATIENCE = 5000
"""Milliseconds to wait for an answer that nothing else waits for."""


class LinuxWatch(SystemWatch):
    """Listens on the *system*'s bus and the person's *session* bus; a bus that is away is quiet."""

    def __init__(self, system: QDBusConnection, session: QDBusConnection) -> None:
        super().__init__()
        self._system = system
        self._held: int | None = None
        self._is_falling_asleep = False
        if system.isConnected():
            self._listen_to_login()
        if session.isConnected():
            for name in _SCREEN_SAVERS:
                session.connect("", "", name, "ActiveChanged", self, _slot("_hear_saver(bool)"))

    @override
    @Slot()
    def let_go(self) -> None:
        """Let the computer sleep, if that is what it waits for."""
        if self._is_falling_asleep:
            self._end_delay()

    def _listen_to_login(self) -> None:
        self._ask_for_delay()
        hear = _slot("_hear_sleep(bool)")
        self._system.connect(_LOGIN, _LOGIN_PATH, _MANAGER, "PrepareForSleep", self, hear)
        # A signal bears the session's own name, so that is asked for before one can listen.
        self._ask_session(_OWN_SESSION, "Id", _slot("_listen_to_session(QDBusMessage)"))

    def _ask_for_delay(self) -> None:
        self._ask(_LOGIN_PATH, (_MANAGER, "Inhibit"), _WAIT_FOR_US, _slot("_hold(QDBusMessage)"))

    def _ask_session(self, path: str, name: str, answer: bytes) -> None:
        self._ask(path, (_PROPERTIES, "Get"), (_SESSION, name), answer)

    def _ask(self, path: str, asked: tuple[str, str], told: Sequence[str], answer: bytes) -> None:
        message = QDBusMessage.createMethodCall(_LOGIN, path, *asked)
        message.setArguments(told)
        self._system.callWithCallback(message, self, answer, timeout=_PATIENCE)

    @Slot(QDBusMessage)
    def _hold(self, answer: QDBusMessage) -> None:
        """Keep what makes the computer wait for us, until it is closed."""
        held = _only_value(answer)
        if isinstance(held, QDBusUnixFileDescriptor) and held.isValid():
            self._end_delay()
            self._held = os.dup(held.fileDescriptor())

    def _end_delay(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            os.close(held)

    @Slot(QDBusMessage)
    def _listen_to_session(self, answer: QDBusMessage) -> None:
        path = session_path(str(_only_value(answer)))
        lock, change = _slot("_hear_lock()"), _slot("_look_at_session(QDBusMessage)")
        self._system.connect(_LOGIN, path, _SESSION, "Lock", self, lock)
        self._system.connect(_LOGIN, path, _PROPERTIES, "PropertiesChanged", self, change)

    @Slot(QDBusMessage)
    def _look_at_session(self, change: QDBusMessage) -> None:
        self._ask_session(change.path(), "Active", _slot("_hear_active(QDBusMessage)"))
        self._ask_session(change.path(), "LockedHint", _slot("_hear_locked(QDBusMessage)"))

    @Slot(QDBusMessage)
    def _hear_active(self, answer: QDBusMessage) -> None:
        if _only_value(answer) is False:
            self.lock_asked.emit()

    @Slot(QDBusMessage)
    def _hear_locked(self, answer: QDBusMessage) -> None:
        if _only_value(answer) is True:
            self.lock_asked.emit()

    @Slot()
    def _hear_lock(self) -> None:
        self.lock_asked.emit()

    @Slot(bool)
    def _hear_saver(self, is_active: bool) -> None:  # noqa: FBT001 - as the bus says it
        if is_active:
            self.lock_asked.emit()

    @Slot(bool)
    def _hear_sleep(self, is_beginning: bool) -> None:  # noqa: FBT001 - as the bus says it
        self._is_falling_asleep = is_beginning
        if is_beginning:
            self.lock_asked.emit()
        else:
            self._ask_for_delay()


def session_path(name: str) -> str:
    """Return the path of the session called *name*, spelled as login1 spells it."""
    spelled = "".join(
        sign if sign.isascii() and (sign.isalpha() or (sign.isdigit() and place)) else _code(sign)
        for place, sign in enumerate(name)
    )
    return f"{_LOGIN_PATH}/session/{spelled or '_'}"


def _slot(signature: str) -> bytes:
    # The stubs say bytes, and nothing but text is taken.
    return SLOT(signature)  # type: ignore[return-value]  # see above


def _code(sign: str) -> str:
    return "".join(f"_{byte:02x}" for byte in sign.encode())


def _only_value(answer: QDBusMessage) -> object:
    arguments = answer.arguments()
    value = arguments[0] if arguments else None
    return value.variant() if isinstance(value, QDBusVariant) else value
