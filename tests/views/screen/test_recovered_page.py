import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.views.screen.accessible import unnamed
from tests.views.screen.keyboard import focused, show_active
from views.screen.recovered_page import RecoveredPage

GOOD = "sten fugl hat bro"


@pytest.fixture
def page(qtbot: QtBot) -> RecoveredPage:
    page = RecoveredPage(("Ida Øvesen", "Bo Prøve"))
    show_active(qtbot, page)
    return page


def lines(page: RecoveredPage) -> dict[str, QLineEdit]:
    return {line.accessibleName(): line for line in page.findChildren(QLineEdit)}


def press(qtbot: QtBot, page: RecoveredPage, text: str) -> None:
    found = next(found for found in page.findChildren(QPushButton) if found.text() == text)
    qtbot.keyClick(found, Qt.Key.Key_Space)


def said(page: RecoveredPage) -> str:
    labels = [label for label in page.findChildren(QLabel) if label.isVisible()]
    return "\n".join(label.text() for label in labels)


def type_twice(qtbot: QtBot, page: RecoveredPage, passphrase: str) -> None:
    for name in ("Din nye adgangssætning", "Skriv den én gang til"):
        qtbot.keyClicks(lines(page)[name], passphrase)


def test_somebody_on_the_list_is_chosen_by_keyboard(qtbot: QtBot, page: RecoveredPage) -> None:
    qtbot.keyClicks(focused(), "Bo")
    type_twice(qtbot, page, GOOD)

    with qtbot.waitSignal(page.chosen) as chosen:
        press(qtbot, page, "Gem, og åbn kartoteket")

    assert chosen.args == ["Bo Prøve", GOOD]


def test_somebody_who_is_not_on_the_list_writes_a_name(qtbot: QtBot, page: RecoveredPage) -> None:
    qtbot.keyClick(page.findChild(QComboBox), Qt.Key.Key_End)
    qtbot.keyClicks(lines(page)["Dit navn"], " Ny Kollega")
    type_twice(qtbot, page, GOOD)

    with qtbot.waitSignal(page.chosen) as chosen:
        qtbot.keyClick(lines(page)["Skriv den én gang til"], Qt.Key.Key_Return)

    assert chosen.args == ["Ny Kollega", GOOD]


def test_nobody_goes_on_without_a_name(qtbot: QtBot, page: RecoveredPage) -> None:
    type_twice(qtbot, page, GOOD)

    with qtbot.assertNotEmitted(page.chosen):
        press(qtbot, page, "Gem, og åbn kartoteket")

    assert "dit navn" in said(page)
    assert focused() is page.findChild(QComboBox)


def test_nobody_goes_on_with_a_weak_passphrase(qtbot: QtBot, page: RecoveredPage) -> None:
    qtbot.keyClicks(focused(), "Bo")
    type_twice(qtbot, page, "kort")

    with qtbot.assertNotEmitted(page.chosen):
        press(qtbot, page, "Gem, og åbn kartoteket")

    assert "for kort" in said(page)


def test_one_can_lock_again_instead(qtbot: QtBot, page: RecoveredPage) -> None:
    with qtbot.waitSignal(page.given_up):
        press(qtbot, page, "Lås igen")


def test_a_problem_lets_one_try_again(qtbot: QtBot, page: RecoveredPage) -> None:
    page.show_busy()

    page.show_problem("Disken er fuld.")

    assert "Disken er fuld." in said(page)
    assert next(b for b in page.findChildren(QPushButton) if b.text().startswith("Gem")).isEnabled()


def test_everything_after_the_recovery_key_has_a_name(page: RecoveredPage) -> None:
    assert unnamed(page) == []
