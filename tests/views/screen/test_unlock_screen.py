from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from tests.views.screen.accessible import unnamed
from tests.views.screen.keyboard import focused, show_active
from views.screen.unlock_screen import UnlockScreen

ONE = ("Prøve Rådgiver",)
SEVERAL = ("Prøve Rådgiver", "Test Kollega")


def shown(qtbot: QtBot, people: tuple[str, ...]) -> UnlockScreen:
    screen = UnlockScreen()
    screen.show_people(people)
    show_active(qtbot, screen)
    return screen


def tab(qtbot: QtBot, times: int) -> None:
    for _ in range(times):
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)


def test_one_person_types_the_passphrase_and_presses_enter(qtbot: QtBot) -> None:
    screen = shown(qtbot, ONE)
    qtbot.keyClicks(focused(), "fire små ord her")

    with qtbot.waitSignal(screen.unlock_asked) as asked:
        qtbot.keyClick(focused(), Qt.Key.Key_Return)

    assert asked.args == ["Prøve Rådgiver", "fire små ord her"]


def test_several_people_are_asked_who_they_are_first(qtbot: QtBot) -> None:
    screen = shown(qtbot, SEVERAL)

    assert focused() is screen.findChild(QComboBox)


def test_the_second_person_is_chosen_by_keyboard(qtbot: QtBot) -> None:
    screen = shown(qtbot, SEVERAL)
    qtbot.keyClicks(focused(), "Test")
    tab(qtbot, 1)
    qtbot.keyClicks(focused(), "ord")

    with qtbot.waitSignal(screen.unlock_asked) as asked:
        qtbot.keyClick(focused(), Qt.Key.Key_Return)

    assert asked.args == ["Test Kollega", "ord"]


def test_nobody_is_let_in_without_saying_who(qtbot: QtBot) -> None:
    screen = shown(qtbot, SEVERAL)
    tab(qtbot, 1)
    qtbot.keyClicks(focused(), "ord")

    with qtbot.assertNotEmitted(screen.unlock_asked):
        qtbot.keyClick(focused(), Qt.Key.Key_Return)


def test_tab_goes_from_the_passphrase_to_its_showing_to_the_button_to_the_other_way(
    qtbot: QtBot,
) -> None:
    screen = shown(qtbot, ONE)
    names = []

    for _ in range(4):
        names.append(focused().accessibleName() or focused().property("text"))
        tab(qtbot, 1)

    assert screen.isVisible()
    assert names == [
        "Adgangssætning",
        "Vis, hvad jeg skriver",
        "Lås op",
        "Glemt den? Brug gendannelsesnøgle",
    ]


def test_space_shows_what_was_typed(qtbot: QtBot) -> None:
    screen = shown(qtbot, ONE)
    field = screen.findChild(QLineEdit)
    tab(qtbot, 1)

    qtbot.keyClick(focused(), Qt.Key.Key_Space)

    assert field.echoMode() is QLineEdit.EchoMode.Normal


def test_the_recovery_key_is_another_way_in(qtbot: QtBot) -> None:
    screen = shown(qtbot, ONE)
    tab(qtbot, 3)
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    qtbot.keyClicks(focused(), "K7QM-2XPD")

    with qtbot.waitSignal(screen.recovery_asked) as asked:
        qtbot.keyClick(focused(), Qt.Key.Key_Return)

    assert asked.args == ["K7QM-2XPD"]


def test_a_problem_puts_the_cursor_back_where_one_tries_again(qtbot: QtBot) -> None:
    screen = shown(qtbot, ONE)
    tab(qtbot, 2)

    screen.show_problem("Adgangssætningen passer ikke.")

    assert focused().accessibleDescription() == "Adgangssætningen passer ikke."


def test_nothing_can_be_asked_twice_while_the_key_is_made(qtbot: QtBot) -> None:
    screen = shown(qtbot, ONE)
    field = focused()
    qtbot.keyClicks(field, "ord")
    screen.show_busy(busy=True)

    with qtbot.assertNotEmitted(screen.unlock_asked):
        qtbot.keyClick(field, Qt.Key.Key_Return)


def test_clearing_forgets_what_was_typed(qtbot: QtBot) -> None:
    screen = shown(qtbot, ONE)
    qtbot.keyClicks(focused(), "ord")

    screen.clear()

    assert [field.text() for field in screen.findChildren(QLineEdit)] == ["", ""]


def test_everything_on_the_unlock_screen_has_a_name(qtbot: QtBot) -> None:
    assert unnamed(shown(qtbot, SEVERAL)) == []


def test_an_offer_is_come_to_with_tab_before_the_button_and_taken_with_space(
    qtbot: QtBot,
) -> None:
    screen = shown(qtbot, ONE)
    screen.show_offer("Har I en sikkerhedskopi?", "Hent fra en sikkerhedskopi …")
    tab(qtbot, 2)

    with qtbot.waitSignal(screen.offer_taken):
        qtbot.keyClick(focused(), Qt.Key.Key_Space)

    assert focused().accessibleDescription() == "Har I en sikkerhedskopi?"
    assert unnamed(screen) == []


def test_nothing_is_asked_for_in_an_offer_while_the_key_is_made(qtbot: QtBot) -> None:
    screen = shown(qtbot, ONE)
    screen.show_offer("Har I en sikkerhedskopi?", "Hent fra en sikkerhedskopi …")
    tab(qtbot, 2)
    button = focused()
    screen.show_busy(busy=True)

    with qtbot.assertNotEmitted(screen.offer_taken):
        qtbot.keyClick(button, Qt.Key.Key_Space)
