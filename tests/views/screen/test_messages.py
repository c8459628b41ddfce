from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from views.screen import messages


def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def answer(deed: Callable[[QDialog], None]) -> None:
    def on_it() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        deed(dialog)

    QTimer.singleShot(50, on_it)


def ask(qtbot: QtBot) -> bool:
    return messages.ask_yes_no(
        parent(qtbot), "Slet kladden?", "Den kan ikke hentes igen.", "Slet", "Behold"
    )


def test_enter_means_the_safe_answer(qtbot: QtBot) -> None:
    answer(press(qtbot, Qt.Key.Key_Return))

    assert not ask(qtbot)


def test_escape_means_the_safe_answer(qtbot: QtBot) -> None:
    answer(press(qtbot, Qt.Key.Key_Escape))

    assert not ask(qtbot)


def press(qtbot: QtBot, key: Qt.Key) -> Callable[[QDialog], None]:
    def deed(dialog: QDialog) -> None:
        qtbot.keyClick(dialog, key)

    return deed


def test_yes_has_to_be_gone_to(qtbot: QtBot) -> None:
    def go_to_yes(dialog: QDialog) -> None:
        qtbot.keyClick(dialog, Qt.Key.Key_Tab)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)

    answer(go_to_yes)

    assert ask(qtbot)


def test_nothing_told_stays_behind(qtbot: QtBot) -> None:
    answer(press(qtbot, Qt.Key.Key_Return))
    widget = parent(qtbot)
    messages.tell(widget, "Testa Opdigtet er gemt.")

    qtbot.waitUntil(no_dialog_left(widget))


def no_dialog_left(widget: QWidget) -> Callable[[], bool]:
    def check() -> bool:
        return not widget.findChildren(QDialog)

    return check


def test_a_letter_is_saved_with_the_ending_of_a_pdf(qtbot: QtBot, tmp_path: Path) -> None:
    def accept(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog)
        dialog.setDirectory(str(tmp_path))
        dialog.findChild(QLineEdit).setText("plan")
        dialog.accept()

    answer(accept)

    assert messages.ask_save_path(parent(qtbot), "afgoerelse.pdf") == str(tmp_path / "plan.pdf")


def test_a_folder_given_up_is_no_folder(qtbot: QtBot) -> None:
    answer(press(qtbot, Qt.Key.Key_Escape))

    assert messages.ask_folder(parent(qtbot), "Hvor?") == ""
