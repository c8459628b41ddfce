import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.idle import IdleWatch


class Told:
    """What was said of locking."""

    def __init__(self, watch: IdleWatch) -> None:
        self.seconds: list[int] = []
        watch.warned.connect(self.note)

    def note(self, left: int) -> None:
        self.seconds.append(left)


def press_a_key() -> None:
    press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(QWidget(), press)


@pytest.fixture
def watch(qapp: QApplication) -> IdleWatch:
    """Return what warns at once, and counts as if each second were a hundredth."""
    watch = IdleWatch(qapp, 1)
    watch._timer.setInterval(10)
    watch._second.setInterval(10)
    return watch


def test_nobody_at_the_computer_is_noticed_once(watch: IdleWatch, qtbot: QtBot) -> None:
    with qtbot.waitSignal(watch.idle, timeout=2000):
        watch._timer.start()

    assert not watch._timer.isActive()
    assert not watch._second.isActive()


def test_the_last_half_minute_is_counted_down(watch: IdleWatch, qtbot: QtBot) -> None:
    told = Told(watch)

    with qtbot.waitSignal(watch.idle, timeout=2000):
        watch._timer.start()

    assert told.seconds == list(range(30, -1, -1))


def test_the_warning_comes_within_the_time_that_was_chosen(qapp: QApplication) -> None:
    watch = IdleWatch(qapp, 5)

    assert watch._timer.interval() == (5 * 60 - 30) * 1000


def test_a_key_takes_the_warning_back_and_begins_the_waiting_anew(
    watch: IdleWatch, qtbot: QtBot
) -> None:
    told = Told(watch)
    with qtbot.waitSignal(watch.warned):
        watch._timer.start()
    watch._timer.setInterval(60_000)

    press_a_key()

    assert told.seconds[-1] == 0
    assert not watch._second.isActive()
    assert watch._timer.isActive()


def test_a_key_begins_the_waiting_anew(qapp: QApplication) -> None:
    watch = IdleWatch(qapp, 1)
    watch._timer.start(60_000)
    before = watch._timer.remainingTime()
    watch._timer.start(30_000)

    press_a_key()

    assert before > watch._timer.remainingTime() > 29_000
