import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.views.screen.accessible import unnamed
from views.screen.command_search import CommandSearch
from views.screen.command_search_rows import FoundLine, FoundList
from views.screen.look import Theme, apply_look

LINES = [FoundLine(f"key:{n}", f"Kommando nummer {n}", "Rum", "Ctrl+1") for n in range(30)]


def opened(qtbot: QtBot, width: int, height: int) -> CommandSearch:
    above = QWidget()
    qtbot.addWidget(above)
    above.resize(width, height)
    box = CommandSearch(above)
    above.show()
    box.open()
    box.show_found(LINES)
    return box


@pytest.mark.parametrize(("scale", "width", "height"), [(1.0, 1280, 720), (2.0, 900, 600)])
def test_the_box_stays_inside_the_window(
    qtbot: QtBot, qapp: QApplication, scale: float, width: int, height: int
) -> None:
    apply_look(qapp, Theme.LIGHT, scale)

    box = opened(qtbot, width, height)

    above = box.parentWidget()
    assert above is not None
    assert above.rect().contains(box.geometry())
    apply_look(qapp, Theme.LIGHT, 1.0)


def test_the_box_has_names_for_a_screen_reader(qtbot: QtBot) -> None:
    box = opened(qtbot, 1280, 720)

    assert unnamed(box) == []
    assert LINES[0].spoken == "Kommando nummer 0, Rum, Ctrl+1"


def test_walking_holds_at_both_ends(qtbot: QtBot) -> None:
    box = opened(qtbot, 1280, 720)
    (rows,) = box.findChildren(FoundList)

    rows.walk(-1)
    assert rows.row == 0
    rows.walk(100)
    assert rows.row == len(LINES) - 1


def test_emptied_it_holds_nothing(qtbot: QtBot) -> None:
    box = opened(qtbot, 1280, 720)
    (line,) = box.findChildren(QLineEdit)
    line.setText("Søren")

    box.empty()

    (rows,) = box.findChildren(FoundList)
    assert line.text() == ""
    assert rows.model().rowCount() == 0
    assert not box.isVisible()
