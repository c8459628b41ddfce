import sys
from collections.abc import Iterator
from ctypes import addressof
from ctypes.wintypes import MSG
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusConnection
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.system_lock_linux import LinuxWatch, session_path
from app.system_lock_watch import SystemWatch
from app.system_lock_windows import WindowsWatch
from tests.app.a_bus import (
    LOGIN_PATH,
    NAMELESS,
    OWN_SESSION,
    SESSION,
    Login,
    bus_in,
    has_a_bus,
    joined,
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the buses are of Linux")
with_a_bus = pytest.mark.skipif(not has_a_bus(), reason=NAMELESS)


class Heard:
    """Counts how often locking was asked for."""

    def __init__(self, watch: SystemWatch) -> None:
        self.times = 0
        watch.lock_asked.connect(self.count)

    def count(self) -> None:
        self.times += 1


@pytest.fixture
def address(tmp_path: Path, qapp: QApplication) -> Iterator[str]:
    with bus_in(tmp_path) as address:
        yield address


@pytest.fixture
def login(address: str) -> Iterator[Login]:
    with joined(address) as bus:
        login = Login(bus)
        yield login
        login.put_away()


@pytest.fixture
def watch(address: str, login: Login, qtbot: QtBot) -> Iterator[LinuxWatch]:
    """Return what listens by now."""
    with joined(address) as bus:
        watch = LinuxWatch(bus, bus)
        qtbot.waitUntil(lambda: login.asked == ["Inhibit", "Get"] and login.waits())
        qtbot.wait(50)
        yield watch
        watch.let_go()


@with_a_bus
def test_the_computer_waits_with_sleeping_until_all_is_put_away(
    watch: LinuxWatch, login: Login, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(watch.lock_asked, timeout=2000):
        login.sleeps(is_beginning=True)
    assert login.waits()

    watch.let_go()

    qtbot.waitUntil(lambda: not login.waits())


@with_a_bus
def test_after_waking_it_is_asked_to_wait_the_next_time_too(
    watch: LinuxWatch, login: Login, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(watch.lock_asked, timeout=2000):
        login.sleeps(is_beginning=True)
    watch.let_go()

    login.sleeps(is_beginning=False)

    qtbot.waitUntil(login.waits)


@with_a_bus
def test_putting_away_for_another_reason_keeps_the_wish_to_be_waited_for(
    watch: LinuxWatch, login: Login, qtbot: QtBot
) -> None:
    watch.let_go()

    qtbot.wait(50)
    assert login.waits()


@with_a_bus
def test_locking_the_session_asks_for_locking(
    watch: LinuxWatch, login: Login, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(watch.lock_asked, timeout=2000):
        login.say(OWN_SESSION, SESSION, "Lock")


@with_a_bus
@pytest.mark.parametrize(("name", "value"), [("Active", False), ("LockedHint", True)])
def test_another_user_and_a_locked_screen_ask_for_locking(
    watch: LinuxWatch, login: Login, qtbot: QtBot, name: str, *, value: bool
) -> None:
    with qtbot.waitSignal(watch.lock_asked, timeout=2000):
        login.become(name, value=value)


@with_a_bus
@pytest.mark.parametrize("saver", ["org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"])
def test_a_screen_saver_that_begins_asks_for_locking(
    watch: LinuxWatch, login: Login, qtbot: QtBot, saver: str
) -> None:
    with qtbot.waitSignal(watch.lock_asked, timeout=2000):
        login.say("/" + saver.replace(".", "/"), saver, "ActiveChanged", True)


@with_a_bus
def test_what_ends_or_is_about_others_asks_for_nothing(
    watch: LinuxWatch, login: Login, qtbot: QtBot
) -> None:
    heard = Heard(watch)

    login.sleeps(is_beginning=False)
    login.become("Active", value=True)
    login.say("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", False)
    login.say(f"{LOGIN_PATH}/session/_37", SESSION, "Lock")

    qtbot.waitUntil(lambda: login.asked.count("Get") == 3)
    qtbot.wait(100)
    assert heard.times == 0


@with_a_bus
def test_a_bus_without_the_services_is_quiet(address: str, qtbot: QtBot) -> None:
    with joined(address) as bus:
        watch = LinuxWatch(bus, bus)
        heard = Heard(watch)

        qtbot.wait(100)
        watch.let_go()

    assert heard.times == 0


def test_a_computer_without_the_buses_is_quiet(qapp: QApplication) -> None:
    nowhere = QDBusConnection.connectToBus("unix:path=/nonexistent/bus", "nowhere")

    watch = LinuxWatch(nowhere, nowhere)

    watch.let_go()
    assert not nowhere.isConnected()


@pytest.mark.parametrize(
    ("name", "path"), [("2", "_32"), ("c1", "c1"), ("12", "_312"), ("a-b", "a_2db"), ("", "_")]
)
def test_a_sessions_path_is_spelled_as_the_service_spells_it(name: str, path: str) -> None:
    assert session_path(name) == f"{LOGIN_PATH}/session/{path}"


@pytest.mark.parametrize(
    ("message", "meaning", "times"),
    [
        (0x02B1, 0x7, 1),
        (0x02B1, 0x2, 1),
        (0x02B1, 0x4, 1),
        (0x02B1, 0x6, 1),
        (0x0218, 0x4, 1),
        (0x02B1, 0x8, 0),
        (0x02B1, 0x5, 0),
        (0x0218, 0x7, 0),
        (0x0200, 0x7, 0),
    ],
)
def test_of_windows_messages_just_those_of_leaving_ask_for_locking(
    qapp: QApplication, message: int, meaning: int, times: int
) -> None:
    watch = WindowsWatch()
    heard = Heard(watch)
    sent = MSG(message=message, wParam=meaning)

    answer = watch.messages.nativeEventFilter(b"windows_generic_MSG", addressof(sent))

    assert heard.times == times
    assert answer == (False, 0)


def test_messages_of_another_kind_are_not_looked_into(qapp: QApplication) -> None:
    watch = WindowsWatch()
    heard = Heard(watch)

    watch.messages.nativeEventFilter(b"xcb_generic_event_t", 1)

    assert heard.times == 0
