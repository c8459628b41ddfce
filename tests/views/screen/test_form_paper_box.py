from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.views.screen.accessible import unnamed
from tests.views.screen.keyboard import focused, show_active
from tests.views.screen.test_letter_page import pdf
from views.screen.form_more import FormMore
from views.screen.form_paper_box import FormOnPaper, FormPaperBox
from views.screen.lifetime import is_alive
from views.screen.messages import close_dialogs
from views.screen.page_view import PageView

PAGES = pdf()
ABOUT = FormOnPaper(
    title="Afdækning",
    is_signed=False,
    has_two_editions=True,
    large_print=False,
    pdf_name="afdaekning-kladde.pdf",
    answers_name="afdaekning-svar.json",
    form_name="afdaekning-skema.json",
)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Return the window a box opens over; it lives as long as the test."""
    made = QWidget()
    made.resize(1200, 800)
    show_active(qtbot, made)
    return made


def opened(
    qtbot: QtBot, window: QWidget, about: FormOnPaper = ABOUT, *, at_files: bool = False
) -> FormPaperBox:
    box = FormPaperBox(window, about)
    box.show_pages(PAGES)
    box.enter(at_files=at_files)
    # Without a window manager nobody else gives the box the keyboard.
    box.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is box)
    return box


def button(box: QWidget, text: str) -> QAbstractButton:
    return next(b for b in box.findChildren(QAbstractButton) if b.text() == text)


def texts(box: QWidget) -> set[str]:
    return {label.text() for label in box.findChildren(QLabel) if label.isVisible()}


def test_the_pages_are_shown_as_they_would_be_printed(qtbot: QtBot, window: QWidget) -> None:
    box = opened(qtbot, window)

    assert "Side 1 til Testa Opdigtet" in box.findChild(PageView).accessibleDescription()
    assert box.findChild(PageView).accessibleName() == "Skemaets sider"
    assert {"Afdækning", "Kladde"} <= texts(box)


@pytest.mark.parametrize(("at_files", "text"), [(False, "Skriv ud"), (True, "Gem svarene …")])
def test_the_box_begins_where_one_wanted_to_go(
    qtbot: QtBot, window: QWidget, text: str, *, at_files: bool
) -> None:
    box = opened(qtbot, window, at_files=at_files)

    assert focused() is button(box, text)


def test_the_citizens_copy_and_large_print_are_asked_for_by_keyboard(
    qtbot: QtBot, window: QWidget
) -> None:
    box = opened(qtbot, window)

    with qtbot.waitSignal(box.edition_chosen) as citizens:
        qtbot.keyClick(button(box, "Borgerens eksemplar"), Qt.Key.Key_Space)
    with qtbot.waitSignal(box.edition_chosen) as large:
        qtbot.keyClick(button(box, "Stor skrift"), Qt.Key.Key_Space)

    assert citizens.args == [True, False]
    assert large.args == [True, True]


def test_a_form_with_one_edition_offers_no_choice(qtbot: QtBot, window: QWidget) -> None:
    one = FormOnPaper("Klinik", True, False, True, "a.pdf", "b.json", "c.json")

    box = opened(qtbot, window, one)

    assert not button(box, "Borgerens eksemplar").isVisible()
    assert button(box, "Stor skrift").isChecked()
    assert "Underskrevet" in texts(box)


def test_printing_is_asked_for_with_ctrl_p(qtbot: QtBot, window: QWidget) -> None:
    box = opened(qtbot, window)

    with qtbot.waitSignal(box.print_asked):
        qtbot.keyClick(box, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)


def choose_file(path: Path) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    line = dialog.findChildren(QLineEdit)[0]
    line.setText(str(path))
    dialog.accept()


@pytest.mark.parametrize(
    "deed",
    [
        ("Gem som PDF …", "save_asked", "valgt.pdf"),
        ("Gem svarene …", "answers_asked", "valgt.json"),
        ("Gem skemaet …", "form_asked", "valgt.json"),
    ],
)
def test_files_go_where_the_person_says(
    qtbot: QtBot, window: QWidget, tmp_path: Path, deed: tuple[str, str, str]
) -> None:
    wish, signal, name = deed
    box = opened(qtbot, window)
    QTimer.singleShot(100, lambda: choose_file(tmp_path / "valgt"))

    with qtbot.waitSignal(getattr(box, signal)) as asked:
        qtbot.keyClick(button(box, wish), Qt.Key.Key_Space)

    assert asked.args == [str(tmp_path / name)]


def test_what_came_of_it_is_said_until_something_else_is_chosen(
    qtbot: QtBot, window: QWidget
) -> None:
    box = opened(qtbot, window)

    box.say("Filen er gemt.")
    assert "Filen er gemt." in texts(box)
    assert button(box, "Gem som PDF …").accessibleDescription() == "Filen er gemt."

    box.say("", "Disken er fuld.")
    assert "Disken er fuld." in texts(box)
    assert "Filen er gemt." not in texts(box)

    qtbot.keyClick(button(box, "Stor skrift"), Qt.Key.Key_Space)
    assert "Disken er fuld." not in texts(box)


@pytest.mark.parametrize("way", ["Luk", "Escape", "a lock"])
def test_a_closed_box_is_gone(qtbot: QtBot, window: QWidget, way: str) -> None:
    box = opened(qtbot, window)

    with qtbot.waitSignal(box.finished):
        if way == "Luk":
            qtbot.keyClick(button(box, "Luk"), Qt.Key.Key_Space)
        elif way == "Escape":
            qtbot.keyClick(box, Qt.Key.Key_Escape)
        else:
            close_dialogs()

    qtbot.waitUntil(lambda: not is_alive(box))


def test_everything_in_the_box_has_a_name(qtbot: QtBot, window: QWidget) -> None:
    assert unnamed(opened(qtbot, window)) == []


def more(qtbot: QtBot) -> FormMore:
    asked = FormMore()
    show_active(qtbot, asked)
    return asked


def test_ctrl_p_beside_a_form_asks_for_it_on_paper(qtbot: QtBot) -> None:
    asked = more(qtbot)

    with qtbot.waitSignal(asked.paper_asked):
        qtbot.keyClick(asked, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize(("steps", "signal"), [(1, "paper_asked"), (2, "file_asked")])
def test_the_menu_is_walked_by_keyboard(qtbot: QtBot, steps: int, signal: str) -> None:
    asked = more(qtbot)

    def walk() -> None:
        for _ in range(steps):
            qtbot.keyClick(asked.menu(), Qt.Key.Key_Down)
        qtbot.keyClick(asked.menu(), Qt.Key.Key_Return)

    QTimer.singleShot(100, walk)
    with qtbot.waitSignal(getattr(asked, signal)):
        qtbot.keyClick(asked, Qt.Key.Key_Space)


def test_the_button_has_a_name(qtbot: QtBot) -> None:
    assert unnamed(more(qtbot)) == []
