from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.views.screen.accessible import unnamed
from tests.views.screen.keyboard import show_active
from views.screen.navigation import Room
from views.screen.window import MainWindow


def shown(qtbot: QtBot) -> MainWindow:
    window = MainWindow()
    window.show_page(QLabel("Første side"))
    show_active(qtbot, window)
    return window


def test_ctrl_and_a_number_choose_a_room(qtbot: QtBot) -> None:
    window = shown(qtbot)

    with qtbot.waitSignal(window.room_chosen) as chosen:
        qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)

    assert chosen.args == [Room.CITIZENS]


def test_ctrl_l_asks_for_the_lock(qtbot: QtBot) -> None:
    window = shown(qtbot)

    with qtbot.waitSignal(window.lock_asked):
        qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def test_marking_a_room_does_not_say_it_was_chosen(qtbot: QtBot) -> None:
    window = shown(qtbot)

    with qtbot.assertNotEmitted(window.room_chosen):
        window.mark_room(Room.TODAY)


def test_a_bare_window_forgets_every_page_and_every_word(qtbot: QtBot) -> None:
    window = shown(qtbot)
    secret = QLabel("Testa Opdigtet")
    window.show_page(secret)
    window.say_saved("Gemt")
    window.say_problem("Testa Opdigtet kunne ikke skrives ud")
    with qtbot.waitSignal(secret.destroyed):
        window.show_bare(QLabel("Låst"))

    texts = [label.text() for label in window.findChildren(QLabel)]

    assert not any("Testa" in text or "Gemt" in text or "Første" in text for text in texts)


def test_a_bare_window_has_no_way_into_the_rooms(qtbot: QtBot) -> None:
    window = shown(qtbot)
    window.show_bare(QLabel("Låst"))

    with qtbot.assertNotEmitted(window.room_chosen):
        qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)


def test_closing_is_said_before_the_window_is_gone(qtbot: QtBot) -> None:
    window = shown(qtbot)

    with qtbot.waitSignal(window.closing):
        window.close()


def test_a_problem_stands_until_it_is_closed(qtbot: QtBot) -> None:
    window = shown(qtbot)
    window.say_problem("Printeren svarer ikke.")
    window.say_saved("Gemt")

    assert any(w.text() == "Printeren svarer ikke." for w in window.findChildren(QLabel))


def test_everything_in_the_window_has_a_name(qtbot: QtBot) -> None:
    window = shown(qtbot)
    window.say_problem("Printeren svarer ikke.")
    window.show_practice_banner()
    QApplication.processEvents()

    assert unnamed(window) == []
