"""The pages of backups, upkeep, erasing and restoring, as a person meets them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.views.screen.accessible import unnamed
from tests.views.screen.keyboard import focused, show_active
from views.screen.backup_detail import DetailShown
from views.screen.backups_page import BackupsPage, BackupsShown
from views.screen.busy_screen import BusyScreen
from views.screen.citizen_list import CitizenList
from views.screen.citizen_table import CitizenLine
from views.screen.due import DueState
from views.screen.erase_page import ErasePage
from views.screen.erased_notice import ErasedShown
from views.screen.line_list import Line
from views.screen.restore_page import RestorePage
from views.screen.today_list import TodayList
from views.screen.upkeep_page import Doing, UpkeepPage, Verdict

NAME = "Maria Fjällström-Øvesen"
LINES = tuple(Line(f"k{number}", f"I dag kl. 1{number}.00", "Automatisk") for number in range(9))
WELL = DetailShown("Kopien", "Her er 2 borgere.", "Intet mangler.", can_restore=True)


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def press(widget: QWidget, text: str) -> QPushButton:
    return next(
        one for one in widget.findChildren(QPushButton) if one.text() == text and one.isVisible()
    )


def backups(qtbot: QtBot) -> BackupsPage:
    page = BackupsPage()
    page.show_state(BackupsShown("Den nyeste er fra i dag.", "", "", is_paused=False))
    page.show_backups(LINES)
    page.resize(900, 1400)
    show_active(qtbot, page)
    return page


def restore(qtbot: QtBot) -> RestorePage:
    page = RestorePage()
    page.show_backups("/kopier", LINES[:2])
    page.show_people(("Ida Øvesen", "Bo Øvemann"))
    page.resize(900, 900)
    show_active(qtbot, page)
    return page


def upkeep(qtbot: QtBot) -> UpkeepPage:
    page = UpkeepPage()
    page.resize(900, 1200)
    show_active(qtbot, page)
    return page


def erasing(qtbot: QtBot) -> ErasePage:
    page = ErasePage(NAME, "Kartoteket har 3 skemaer.")
    page.resize(900, 900)
    show_active(qtbot, page)
    return page


def line(page: QWidget, name: str) -> QLineEdit:
    return next(one for one in page.findChildren(QLineEdit) if one.accessibleName() == name)


def rows(page: QWidget) -> QListView:
    return next(one for one in page.findChildren(QListView) if one.isVisible())


def test_everything_on_the_pages_has_a_name(qtbot: QtBot) -> None:
    shown = backups(qtbot)
    shown.show_state(BackupsShown("Fra i dag.", "Noget er galt.", "/usb", is_paused=True))
    shown.show_detail(WELL)
    shown.show_erased(ErasedShown("2 kopier har borgere", "Et sted kunne ikke ses."))
    erased = erasing(qtbot)
    erased.show_erased(LINES, "Et sted kunne ikke ses.")
    looked = upkeep(qtbot)
    looked.show_trail(LINES)

    pages = (shown, erased, erasing(qtbot), looked, restore(qtbot))

    assert [unnamed(page) for page in pages] == [[]] * len(pages)


def test_a_backup_is_chosen_with_the_keyboard(qtbot: QtBot) -> None:
    page = backups(qtbot)
    rows(page).setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Down)

    with qtbot.waitSignal(page.backup_chosen) as chosen:
        qtbot.keyClick(focused(), Qt.Key.Key_Return)

    assert chosen.args == ["k1"]


def test_the_chosen_backup_stays_chosen_when_the_list_is_shown_anew(qtbot: QtBot) -> None:
    page = backups(qtbot)
    rows(page).setCurrentIndex(rows(page).model().index(2, 0))

    page.show_backups((Line("new", "I dag kl. 19.00", "Automatisk"), *LINES))

    assert rows(page).currentIndex().row() == 3


def test_restoring_asks_for_the_passphrase_first(qtbot: QtBot) -> None:
    page = backups(qtbot)
    page.show_detail(WELL)
    qtbot.mouseClick(press(page, "Gendan …"), Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(page.restoring_asked):
        qtbot.mouseClick(press(page, "Gendan kartoteket fra kopien"), Qt.MouseButton.LeftButton)
    assert "Skriv din adgangssætning først." in said(page)
    qtbot.keyClicks(focused(), "kajak sennep")

    with qtbot.waitSignal(page.restoring_asked) as asked:
        qtbot.keyClick(focused(), Qt.Key.Key_Return)

    assert asked.args == ["kajak sennep"]


def test_a_passphrase_does_not_stay_when_another_backup_is_shown(qtbot: QtBot) -> None:
    page = backups(qtbot)
    page.show_detail(WELL)
    qtbot.mouseClick(press(page, "Gendan …"), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(focused(), "kajak sennep")

    page.show_detail(WELL)

    assert line(page, "Din adgangssætning").text() == ""


def test_a_damaged_backup_cannot_be_put_back(qtbot: QtBot) -> None:
    page = backups(qtbot)

    page.show_detail(DetailShown("Kopien", "", "", problem="Kopien er beskadiget."))

    assert not press(page, "Gendan …").isEnabled()
    assert "Kopien er beskadiget." in said(page)


def test_the_thinning_is_resumed_from_the_page(qtbot: QtBot) -> None:
    page = backups(qtbot)
    page.show_state(BackupsShown("Fra i dag.", "", "", is_paused=True))

    with qtbot.waitSignal(page.resuming_asked):
        press(page, "Genoptag oprydningen").click()


def test_nothing_is_said_of_who_was_erased_when_there_is_nothing_to_say(qtbot: QtBot) -> None:
    page = backups(qtbot)
    page.show_erased(ErasedShown("2 kopier har borgere", "Et sted kunne ikke ses."))
    assert "2 kopier har borgere" in said(page)

    page.show_erased(ErasedShown("", ""))

    assert "borgere" not in said(page)
    assert "Et sted" not in said(page)


def test_a_place_nobody_could_look_into_offers_nothing_to_clean(qtbot: QtBot) -> None:
    page = backups(qtbot)

    page.show_erased(ErasedShown("", "Et sted kunne ikke ses."))

    assert "Et sted kunne ikke ses." in said(page)
    assert "Rens kopierne" not in [
        b.text() for b in page.findChildren(QPushButton) if b.isVisible()
    ]


def test_while_backups_are_cleaned_none_can_be_put_back_or_removed(qtbot: QtBot) -> None:
    page = backups(qtbot)
    page.show_detail(WELL)
    page.show_erased(ErasedShown("2 kopier har borgere", ""))
    press(page, "Rens kopierne").setFocus()
    with qtbot.waitSignal(page.cleaning_asked):
        qtbot.keyClick(focused(), Qt.Key.Key_Space)

    page.show_cleaning(busy=True)

    assert not isinstance(focused(), QPushButton)
    assert not press(page, "Renser kopierne …").isEnabled()
    assert not press(page, "Gendan …").isEnabled()
    assert not press(page, "Slet kopien").isEnabled()


@pytest.mark.parametrize("typed", ["", "Maria", NAME.lower(), f"{NAME}s"])
def test_nobody_is_erased_before_the_name_is_written_as_it_stands(qtbot: QtBot, typed: str) -> None:
    page = erasing(qtbot)
    focused_line = line(page, "Skriv borgerens navn, som det står herover")
    focused_line.setText(typed)

    with qtbot.assertNotEmitted(page.erasing_asked):
        press(page, "Slet for altid").click()

    assert "Det er ikke navnet." in said(page)


def test_the_name_may_have_spaces_around_it(qtbot: QtBot) -> None:
    page = erasing(qtbot)
    line(page, "Skriv borgerens navn, som det står herover").setText(f" {NAME.replace(' ', '  ')} ")

    with qtbot.waitSignal(page.erasing_asked):
        press(page, "Slet for altid").click()


def test_after_erasing_the_name_is_no_longer_on_the_screen(qtbot: QtBot) -> None:
    page = erasing(qtbot)

    page.show_erased(LINES[:1], "")

    assert NAME not in said(page)
    assert not any(one.isVisible() for one in page.findChildren(QLineEdit))


def test_a_backup_that_holds_the_citizen_is_taken_away_when_it_is_chosen(qtbot: QtBot) -> None:
    page = erasing(qtbot)
    page.show_erased(LINES, "")
    assert not press(page, "Slet den valgte kopi").isEnabled()
    rows(page).setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Return)

    with qtbot.waitSignal(page.removing_asked) as asked:
        press(page, "Slet den valgte kopi").click()

    assert asked.args == ["k0"]


def test_findings_of_an_earlier_look_do_not_stay(qtbot: QtBot) -> None:
    page = upkeep(qtbot)
    page.show_verdict(Verdict("Der er 1 ting at se på.", ("Et brev er ændret.",)))
    assert "Et brev er ændret." in said(page)

    page.show_verdict(Verdict("Alt er, som det skal være."))

    assert "Et brev er ændret." not in said(page)
    assert "Alt er, som det skal være." in said(page)


def test_one_thing_is_done_at_a_time(qtbot: QtBot) -> None:
    page = upkeep(qtbot)

    page.show_doing(Doing.VERIFYING)

    assert not press(page, "Efterser …").isEnabled()
    assert not press(page, "Byg listerne igen").isEnabled()


def test_restoring_by_recovery_key_asks_for_no_name(qtbot: QtBot) -> None:
    page = restore(qtbot)
    page._by_key.setChecked(True)
    key = line(page, "Gendannelsesnøgle")
    assert key.echoMode() == QLineEdit.EchoMode.Normal
    key.setText("AAAA-BBBB")

    with qtbot.waitSignal(page.restoring_by_key_asked) as asked:
        press(page, "Hent kartoteket fra kopien").click()

    assert asked.args == ["AAAA-BBBB"]
    assert "Hvem er du?" not in said(page)


def test_the_busy_screen_says_what_is_done_and_offers_nothing(qtbot: QtBot) -> None:
    screen = BusyScreen("Kartoteket får en ny nøgle", "Vent lidt.")
    show_active(qtbot, screen)

    assert "Kartoteket får en ny nøgle" in said(screen)
    assert screen.findChildren(QPushButton) == []
    assert screen.findChildren(QProgressBar)[0].accessibleName()


def test_a_list_that_cannot_be_shown_does_not_look_empty(qtbot: QtBot) -> None:
    page = CitizenList()
    show_active(qtbot, page)
    row = CitizenLine("c", NAME, "", "", "", DueState.NONE, "I dag")
    page.show_citizens((row,), has_more=False)

    page.show_trouble("Kartoteket er beskadiget.")

    assert "Listen kan ikke vises" in said(page)
    assert "Kartoteket er beskadiget." in said(page)
    assert "ingen borgere" not in said(page)
    page.show_citizens((), has_more=False)
    assert "Her er ingen borgere endnu" in said(page)


def test_a_day_that_cannot_be_shown_does_not_look_free(qtbot: QtBot) -> None:
    page = TodayList()
    show_active(qtbot, page)

    page.show_trouble("Mandag", "Kartoteket er beskadiget.")

    assert "Ingen frist" not in said(page)
    assert "Kartoteket er beskadiget." in said(page)
