import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.views.screen.keyboard import show_active
from views.screen.enter_presses import want_space
from views.screen.window import MainWindow


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    """Return the window, which the buttons would go with."""
    window = MainWindow()
    show_active(qtbot, window)
    return window


def show(window: MainWindow, *widgets: QWidget) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    for widget in widgets:
        column.addWidget(widget)
    window.show_page(page)
    widgets[0].setFocus()


def test_enter_presses_the_button_one_is_at(window: MainWindow, qtbot: QtBot) -> None:
    button = QPushButton("Videre")
    show(window, button)

    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return)


def test_enter_beside_the_digits_does_so_too(window: MainWindow, qtbot: QtBot) -> None:
    button = QPushButton("Videre")
    show(window, button)

    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)


def test_a_deed_that_binds_is_not_done_by_enter(window: MainWindow, qtbot: QtBot) -> None:
    button = QPushButton("Færdig – underskriv")
    want_space(button)
    show(window, button)

    with qtbot.assertNotEmitted(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)


def test_enter_that_is_held_down_presses_nothing_more(window: MainWindow, qtbot: QtBot) -> None:
    button = QPushButton("Videre")
    show(window, button)
    held = QKeyEvent(
        QKeyEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True
    )

    with qtbot.assertNotEmitted(button.clicked):
        QApplication.sendEvent(button, held)


def test_enter_in_a_line_presses_no_button(window: MainWindow, qtbot: QtBot) -> None:
    line, button = QLineEdit(), QPushButton("Videre")
    show(window, line, button)

    with qtbot.assertNotEmitted(button.clicked):
        qtbot.keyClick(line, Qt.Key.Key_Return)
