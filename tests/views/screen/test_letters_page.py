from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.views.screen.accessible import unnamed
from views.screen.letters_list import LettersList
from views.screen.letters_page import LettersPage
from views.screen.letters_table import Column, LetterLine

PRINT = "Skriv alle valgte ud"


def line(number: int) -> LetterLine:
    return LetterLine(str(number), "Samtykke", f"Øve Prøve {number}", "Med posten", "2.11.2026")


def page_with(count: int, qtbot: QtBot) -> LettersPage:
    page = LettersPage()
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show_letters([line(number) for number in range(count)])
    page.show()
    return page


def print_button(page: LettersPage) -> QPushButton:
    return next(one for one in page.findChildren(QPushButton) if one.text() == PRINT)


def words(page: LettersPage) -> str:
    return " ".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def test_everything_has_a_name(qtbot: QtBot) -> None:
    page = page_with(3, qtbot)

    names_missing = unnamed(page)
    page.show_progress("Skriver ud", 1, 3)

    assert names_missing == []
    assert unnamed(page) == []


def test_nothing_can_be_done_before_a_letter_is_ticked(qtbot: QtBot) -> None:
    page = page_with(2, qtbot)
    rows = page.findChildren(LettersList)[0]

    before = print_button(page).isEnabled()
    QTest.keyClick(rows, Qt.Key.Key_Space)

    assert (before, print_button(page).isEnabled()) == (False, True)
    assert page.ticked == ("0",)
    assert "1 valgt af 2" in words(page)


def test_what_is_ticked_stays_so_while_it_is_shown(qtbot: QtBot) -> None:
    page = page_with(3, qtbot)
    rows = page.findChildren(LettersList)[0]
    QTest.keyClick(rows, Qt.Key.Key_Space)

    page.show_letters([line(0), line(2)])
    still = page.ticked
    page.show_letters([line(2)])
    page.show_letters([line(0), line(2)])

    assert (still, page.ticked) == (("0",), ())


def test_a_screen_reader_is_told_whether_a_letter_is_ticked(qtbot: QtBot) -> None:
    page = page_with(1, qtbot)
    rows = page.findChildren(LettersList)[0]
    first = rows.model().index(0, 0)
    spoken = Qt.ItemDataRole.AccessibleTextRole

    before = first.data(spoken)
    QTest.keyClick(rows, Qt.Key.Key_Space)

    assert (before, first.data(spoken)) == ("Samtykke, ikke valgt", "Samtykke, valgt")


def test_a_letter_has_the_room_its_name_wants_and_the_citizen_has_the_rest(qtbot: QtBot) -> None:
    page = page_with(0, qtbot)
    page.resize(1200, 600)
    rows = page.findChildren(LettersList)[0]
    long_name = "Karoline Amalie Frederikke Prøvesen-Øvelund"
    approved = "2.11.2026 · Ida Kirstine Øvesen-Prøve"

    page.show_letters([LetterLine("1", "Samtykke", long_name, "Med posten", approved)])
    rows.resize(1180, 400)

    for column in (Column.LETTER, Column.CITIZEN, Column.APPROVED):
        assert rows.columnWidth(column) >= rows.sizeHintForColumn(column)
    assert rows.columnWidth(Column.CITIZEN) > rows.columnWidth(Column.LETTER)


@pytest.mark.parametrize("width", [500, 640, 920])
def test_a_long_letter_leaves_the_citizen_room_in_a_narrow_window(width: int, qtbot: QtBot) -> None:
    page = page_with(0, qtbot)
    rows = page.findChildren(LettersList)[0]
    long = LetterLine(
        "1", "Oversendelse til Ankestyrelsen " * 3, "Øve", "Med posten", "2.11. " * 20
    )

    page.show_letters([long])
    rows.resize(width, 400)

    assert rows.columnWidth(Column.CITIZEN) >= 120


def test_a_thousand_letters_are_walked_and_ticked_without_a_wait(qtbot: QtBot) -> None:
    begun = perf_counter()
    page = page_with(1000, qtbot)
    rows = page.findChildren(LettersList)[0]
    shown = perf_counter() - begun

    begun = perf_counter()
    for _ in range(50):
        QTest.keyClick(rows, Qt.Key.Key_PageDown)
        QTest.keyClick(rows, Qt.Key.Key_Space)
        rows.grab()
    walked = (perf_counter() - begun) / 50

    assert shown < 1
    assert walked < 0.1
    assert len(page.ticked) >= 20
