from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.views.screen.accessible import unnamed
from tests.views.screen.keyboard import focused, show_active
from views.screen.first_start.sequence import FirstStart, Page

KEY = "K7QM-2XPD-9RTA-HW4N"


def shown(qtbot: QtBot, page: Page) -> FirstStart:
    start = FirstStart("/en/mappe", QLabel("Spørgsmål om stedet"))
    show_active(qtbot, start)
    start.show_recovery_key(KEY)
    start.go_to(page)
    return start


def type_and_tab(qtbot: QtBot, *texts: str) -> None:
    for text in texts:
        qtbot.keyClicks(focused(), text)
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)


def visible_texts(start: FirstStart) -> str:
    labels = [label for label in start.findChildren(QLabel) if label.isVisible()]
    return "\n".join(label.text() for label in labels)


def buttons(start: FirstStart) -> list[str]:
    return [button.text() for button in start.findChildren(QPushButton) if button.isVisible()]


def press_focused(qtbot: QtBot) -> None:
    qtbot.keyClick(focused(), Qt.Key.Key_Space)


def test_the_suggested_folder_is_taken_with_two_tabs_and_space(qtbot: QtBot) -> None:
    start = shown(qtbot, Page.WELCOME)
    type_and_tab(qtbot, "", "")

    with qtbot.waitSignal(start.folder_chosen) as chosen:
        press_focused(qtbot)

    assert chosen.args == ["/en/mappe"]


def test_the_practice_register_is_one_press_away(qtbot: QtBot) -> None:
    start = shown(qtbot, Page.WELCOME)
    type_and_tab(qtbot, "", "", "", "", "")

    with qtbot.waitSignal(start.practice_asked):
        press_focused(qtbot)


def test_a_backup_is_put_back_into_the_folder_that_stands_there(qtbot: QtBot) -> None:
    start = shown(qtbot, Page.WELCOME)
    type_and_tab(qtbot, "2", "", "", "")

    with qtbot.waitSignal(start.restoring_asked) as asked:
        press_focused(qtbot)

    assert asked.args == ["/en/mappe2"]


def test_without_a_folder_no_backup_is_put_back(qtbot: QtBot) -> None:
    start = shown(qtbot, Page.WELCOME)
    line = focused()
    assert isinstance(line, QLineEdit)
    line.clear()
    type_and_tab(qtbot, "", "", "", "")

    with qtbot.assertNotEmitted(start.restoring_asked):
        press_focused(qtbot)

    assert "Vælg den mappe" in visible_texts(start)


def test_the_profile_is_accepted_by_keyboard(qtbot: QtBot) -> None:
    start = shown(qtbot, Page.PROFILE)

    with qtbot.waitSignal(start.profile_accepted):
        press_focused(qtbot)


def test_a_name_and_the_same_passphrase_twice_are_given_on(qtbot: QtBot) -> None:
    start = shown(qtbot, Page.PERSON)
    type_and_tab(qtbot, "Prøve Rådgiver", "sten fugl hat bro")
    qtbot.keyClicks(focused(), "sten fugl hat bro")

    with qtbot.waitSignal(start.person_given) as given:
        qtbot.keyClick(focused(), Qt.Key.Key_Return)

    assert given.args == ["Prøve Rådgiver", "sten fugl hat bro"]


def test_two_different_passphrases_are_not_taken(qtbot: QtBot) -> None:
    start = shown(qtbot, Page.PERSON)
    type_and_tab(qtbot, "Prøve Rådgiver", "sten fugl hat bro")
    qtbot.keyClicks(focused(), "sten fugl hat bor")

    with qtbot.assertNotEmitted(start.person_given):
        qtbot.keyClick(focused(), Qt.Key.Key_Return)

    assert "ikke ens" in visible_texts(start)


def test_a_short_passphrase_is_answered_with_four_words(qtbot: QtBot) -> None:
    start = shown(qtbot, Page.PERSON)
    type_and_tab(qtbot, "Prøve Rådgiver", "hund")
    qtbot.keyClicks(focused(), "hund")

    qtbot.keyClick(focused(), Qt.Key.Key_Return)

    assert "Tag fire ord" in visible_texts(start)


def test_the_recovery_key_is_shown_in_groups(qtbot: QtBot) -> None:
    start = shown(qtbot, Page.RECOVERY)

    assert set(KEY.split("-")) <= set(visible_texts(start).split("\n"))


def test_the_recovery_key_is_hidden_while_it_is_typed_back(qtbot: QtBot) -> None:
    start = shown(qtbot, Page.RECOVERY)

    press_focused(qtbot)

    assert "K7QM" not in visible_texts(start)


def test_the_key_typed_back_is_given_on(qtbot: QtBot) -> None:
    start = shown(qtbot, Page.RECOVERY)
    press_focused(qtbot)
    qtbot.keyClicks(focused(), KEY)

    with qtbot.waitSignal(start.recovery_typed) as typed:
        qtbot.keyClick(focused(), Qt.Key.Key_Return)

    assert typed.args == [KEY]


def test_the_last_page_holds_neither_key_nor_passphrase(qtbot: QtBot) -> None:
    start = shown(qtbot, Page.PERSON)
    type_and_tab(qtbot, "Prøve Rådgiver", "sten fugl hat bro")

    start.go_to(Page.DONE)
    QApplication.processEvents()

    fields = [field.text() for field in start.findChildren(QLineEdit)]
    labels = [label.text() for label in start.findChildren(QLabel) if not label.isHidden()]
    assert not any("sten" in text for text in fields)
    assert not any("K7QM" in text for text in labels)


def test_a_risk_is_told_and_the_button_then_says_that_it_is_meant(qtbot: QtBot) -> None:
    start = shown(qtbot, Page.WELCOME)

    start.show_risk("Mappen ligger på et netværksdrev.")

    assert "netværksdrev" in visible_texts(start)
    assert "Opret kartoteket dér alligevel" in buttons(start)
    assert "Hent kartoteket dertil alligevel …" in buttons(start)


def test_another_folder_takes_the_warning_away(qtbot: QtBot) -> None:
    start = shown(qtbot, Page.WELCOME)
    start.show_risk("Mappen ligger på et netværksdrev.")

    qtbot.keyClicks(focused(), "2")

    assert "netværksdrev" not in visible_texts(start)
    assert "Opret et nyt kartotek" in buttons(start)
    assert "Hent fra en sikkerhedskopi …" in buttons(start)


def test_a_place_for_the_copies_is_given_by_keyboard(qtbot: QtBot) -> None:
    start = shown(qtbot, Page.BACKUP)
    qtbot.keyClicks(focused(), "/et/drev")

    with qtbot.waitSignal(start.backup_place_chosen) as chosen:
        qtbot.keyClick(focused(), Qt.Key.Key_Return)

    assert chosen.args == ["/et/drev"]


def test_no_place_is_no_answer_but_one_can_go_on_without(qtbot: QtBot) -> None:
    start = shown(qtbot, Page.BACKUP)

    with qtbot.assertNotEmitted(start.backup_place_chosen):
        qtbot.keyClick(focused(), Qt.Key.Key_Return)
    type_and_tab(qtbot, "", "", "")
    with qtbot.waitSignal(start.backup_skipped):
        press_focused(qtbot)

    assert "eller spring over" in visible_texts(start)


def test_the_last_page_says_where_the_copies_lie(qtbot: QtBot) -> None:
    start = shown(qtbot, Page.DONE)
    on_one_disk = visible_texts(start)

    start.show_second_place("/et/drev")

    assert "på samme disk" in on_one_disk
    assert "/et/drev" in visible_texts(start)
    assert "på samme disk" not in visible_texts(start)


def test_the_end_is_said_by_keyboard(qtbot: QtBot) -> None:
    start = shown(qtbot, Page.DONE)

    with qtbot.waitSignal(start.finished):
        press_focused(qtbot)


def test_everything_on_every_page_has_a_name(qtbot: QtBot) -> None:
    start = shown(qtbot, Page.WELCOME)

    found = []
    for page in Page:
        start.go_to(page)
        found.extend(unnamed(start))

    assert found == []


def test_enter_takes_the_folder_that_stands_there(qtbot: QtBot) -> None:
    start = shown(qtbot, Page.WELCOME)

    with qtbot.waitSignal(start.folder_chosen) as chosen:
        qtbot.keyClick(focused(), Qt.Key.Key_Return)

    assert chosen.args == ["/en/mappe"]


def test_enter_leads_from_the_name_through_both_passphrases(qtbot: QtBot) -> None:
    start = shown(qtbot, Page.PERSON)

    with qtbot.waitSignal(start.person_given) as given:
        for text in ("Prøve Rådgiver", "sten fugl hat bro", "sten fugl hat bro"):
            qtbot.keyClicks(focused(), text)
            qtbot.keyClick(focused(), Qt.Key.Key_Return)

    assert given.args == ["Prøve Rådgiver", "sten fugl hat bro"]


def test_the_last_word_is_no_step(qtbot: QtBot) -> None:
    start = shown(qtbot, Page.DONE)

    assert "Færdig" in visible_texts(start)
    assert "Trin" not in visible_texts(start)
