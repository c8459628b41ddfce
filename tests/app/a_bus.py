"""A message bus of a test's own, with a login service on it that says what the test wants."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusUnixFileDescriptor,
    QDBusVariant,
    QDBusVirtualObject,
)
from typing_extensions import override

LOGIN = "org.freedesktop.login1"
LOGIN_PATH = "/org/freedesktop/login1"
MANAGER = "org.freedesktop.login1.Manager"
SESSION = "org.freedesktop.login1.Session"
PROPERTIES = "org.freedesktop.DBus.Properties"
OWN_SESSION = f"{LOGIN_PATH}/session/_32"
NAMELESS = "no bus can be run here"

_SETTING = """
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


def has_a_bus() -> bool:
    """Return whether a bus can be run on this computer."""
    return shutil.which("dbus-daemon") is not None


@contextmanager
def bus_in(folder: Path) -> Iterator[str]:
    """Run a bus whose socket lies in *folder*; yield its address."""
    socket, setting = folder / "bus", folder / "bus.conf"
    setting.write_text(_SETTING.format(socket=socket), encoding="utf-8")
    daemon = subprocess.Popen(
        ["dbus-daemon", "--nofork", f"--config-file={setting}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(500):
            if socket.exists():
                break
            time.sleep(0.01)
        yield f"unix:path={socket}"
    finally:
        daemon.terminate()
        daemon.wait()


@contextmanager
def joined(address: str) -> Iterator[QDBusConnection]:
    """Yield a connection of one's own to the bus at *address*."""
    name = uuid4().hex
    yield QDBusConnection.connectToBus(address, name)
    QDBusConnection.disconnectFromBus(name)


class Login(QDBusVirtualObject):
    """Stands in for the service that knows who is logged in, and when the computer sleeps."""

    def __init__(self, bus: QDBusConnection) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.session = {"Id": "2", "Active": True, "LockedHint": False}
        self._bus = bus
        self._waited_for: list[int] = []
        below = QDBusConnection.VirtualObjectRegisterOption.SubPath
        assert bus.registerVirtualObject(LOGIN_PATH, self, below)
        assert bus.registerService(LOGIN)

    @override
    def introspect(self, path: str, /) -> str:
        return ""

    @override
    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection, /) -> bool:
        """Answer what the program asks."""
        self.asked.append(message.member())
        reply = message.createReply()
        if message.member() == "Inhibit":
            ours, theirs = os.pipe()
            self._waited_for.append(ours)
            reply.setArguments([QDBusUnixFileDescriptor(theirs)])
            os.close(theirs)
        else:
            value = QDBusVariant()
            value.setVariant(self.session[message.arguments()[1]])
            reply.setArguments([value])
        return connection.send(reply)

    def waits(self) -> bool:
        """Return whether anybody still wants to be waited for."""
        return any(_is_held(pipe) for pipe in self._waited_for)

    def say(self, path: str, interface: str, name: str, *told: object) -> None:
        """Say to all who listen that something has happened."""
        signal = QDBusMessage.createSignal(path, interface, name)
        signal.setArguments(list(told))
        self._bus.send(signal)

    def sleeps(self, *, is_beginning: bool) -> None:
        """Say that the computer goes to sleep, or that it woke up."""
        self.say(LOGIN_PATH, MANAGER, "PrepareForSleep", is_beginning)

    def become(self, name: str, *, value: bool) -> None:
        """Let the session become something, and say that it changed."""
        self.session[name] = value
        self.say(OWN_SESSION, PROPERTIES, "PropertiesChanged", SESSION, {name: value}, [])

    def put_away(self) -> None:
        """Close what the test has open."""
        while self._waited_for:
            os.close(self._waited_for.pop())


def _is_held(pipe: int) -> bool:
    os.set_blocking(pipe, False)
    try:
        return os.read(pipe, 1) != b""
    except BlockingIOError:
        return True
