from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.idle import IdleWatch


def test_nobody_at_the_computer_is_noticed_once(qapp: QApplication, qtbot: QtBot) -> None:
    watch = IdleWatch(qapp, 1)
    watch._timer.setInterval(30)

    with qtbot.waitSignal(watch.idle, timeout=1000):
        watch._timer.start()

    assert not watch._timer.isActive()


def test_a_key_begins_the_waiting_anew(qapp: QApplication) -> None:
    watch = IdleWatch(qapp, 1)
    watch._timer.start(60_000)
    before = watch._timer.remainingTime()
    watch._timer.start(30_000)

    press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(QWidget(), press)

    assert before > watch._timer.remainingTime() > 29_000
