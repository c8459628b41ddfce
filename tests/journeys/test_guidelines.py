"""Reading the guideline and the law in the window, and writing rules of the clinic's own."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit

from forms.reply import Reply
from models.answers import Place
from tests.demo.journey import PASSPHRASE, Journey
from tests.journeys.seeing import said

pytestmark = pytest.mark.journey

CONTROL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier
A_MOMENT = 200
"""Milliseconds that Qt shows a button pressed by its shortcut before it is."""

SEARCH = "Søg i retningslinjer og lov"
WORDS = "Jeg vil gerne have det anderledes."


def look_up(journey: Journey, text: str) -> list[str]:
    journey.hands.click("Retningslinjer")
    journey.hands.type_into(SEARCH, text)
    return journey.hands.rows("Regler")


def write_own_plan_length(journey: Journey) -> None:
    """Say that a treatment plan may take four weeks, from the first of the month on."""
    look_up(journey, "behandlingsplan")
    journey.hands.choose_row("Regler", "Behandlingsplan, 2 uger")
    journey.hands.click("Skriv den om for jer …")
    journey.hands.answer(Place("rule.amount"), Reply("4"))
    journey.hands.answer(Place("rule.valid_from"), Reply("1.11.2026"))
    journey.hands.answer(Place("rule.source"), Reply("Kvalitetsstandarden 2026"))
    journey.hands.answer(Place("rule.confidence"), Reply("", ("sure",)))


def test_from_a_question_to_its_guideline_and_back_to_the_same_letter(journey: Journey) -> None:
    journey.hands.click("Borgere")
    journey.hands.click("Ny henvendelse")
    journey.hands.answer(Place("contact.words"), Reply(WORDS))
    box = QApplication.focusWidget()
    assert isinstance(box, QPlainTextEdit)
    cursor = box.textCursor()
    cursor.setPosition(len("Jeg vil"))
    box.setTextCursor(cursor)

    journey.hands.click("Læs mere om Anvisning 3.1.5 (2020)")
    read = said(journey)
    journey.hands.click("Tilbage til sagen")

    assert "Respekt og nysgerrighed" in read
    assert "Hvor hjælper programmet?" in read
    again = QApplication.focusWidget()
    assert isinstance(again, QPlainTextEdit)
    assert again.toPlainText() == WORDS
    assert again.textCursor().position() == len("Jeg vil")


def test_a_lock_while_one_reads_comes_back_to_the_question_one_came_from(
    journey: Journey,
) -> None:
    journey.hands.click("Borgere")
    journey.hands.click("Ny henvendelse")
    journey.hands.answer(Place("contact.words"), Reply(WORDS))
    journey.hands.click("Læs mere om Anvisning 3.1.5 (2020)")

    journey.hands.click("Lås")
    journey.unlock(PASSPHRASE)

    assert journey.hands.field(Place("contact.words"))


def test_the_rules_are_read_without_a_mouse(journey: Journey) -> None:
    journey.hands.press(Qt.Key.Key_5, CONTROL)
    journey.hands.rest(A_MOMENT)
    search = QApplication.focusWidget()
    assert isinstance(search, QLineEdit)
    QTest.keyClicks(search, "soeger efter hepatitis")
    none = journey.hands.rows("Regler")
    search.clear()
    QTest.keyClicks(search, "hepatitis")
    journey.hands.press(Qt.Key.Key_Down, PLAIN)
    journey.hands.press(Qt.Key.Key_Down, PLAIN)

    assert none == []
    rows = journey.hands.rows("Regler")
    assert any("Hepatitis og hiv" in row for row in rows)
    journey.hands.press(Qt.Key.Key_Return, PLAIN)
    at = QApplication.focusWidget()
    assert at is not None
    assert at.accessibleName() == "Reglen"


def test_the_search_finds_danish_letters_however_they_are_typed(journey: Journey) -> None:
    found = [look_up(journey, text) for text in ("lægesamtale", "laegesamtale", "LÆGESAMTALE")]

    assert found[0]
    assert found[0] == found[1] == found[2]


def test_only_what_is_not_confirmed_can_be_asked_for(journey: Journey) -> None:
    everything = look_up(journey, "")
    journey.hands.click("Kun ikke-bekræftede")
    doubtful = journey.hands.rows("Regler")

    rules = [row for row in doubtful if "§" in row]
    assert 0 < len(doubtful) < len(everything)
    assert all("ikke efterset" in row or "ikke bekræftet" in row for row in rules)


def test_what_moved_out_of_the_service_act_leads_to_where_it_stands_now(journey: Journey) -> None:
    look_up(journey, "§ 153")
    journey.hands.choose_row("Regler", "serviceloven § 153")
    ended = said(journey)
    journey.hands.click("Står nu her: barnets lov § 133")

    assert "Reglen gælder ikke mere" in ended
    assert "Fagfolks pligt til at underrette" in said(journey)
    assert "31. december 2023" not in said(journey)


def test_a_form_that_helps_can_be_looked_at_and_left(journey: Journey) -> None:
    look_up(journey, "naloxon")
    journey.hands.choose_row("Regler", "Naloxon og førstehjælp")
    link = next(
        button
        for button in journey.window.findChildren(QAbstractButton)
        if button.isVisible() and "Skema: Afdækning" in button.accessibleName()
    )
    link.click()
    journey.hands.rest()
    tried = said(journey)
    journey.hands.click("Tilbage til retningslinjer")

    assert "Du prøver »Afdækning«" in tried
    assert "Naloxon og førstehjælp" in said(journey)


def test_the_clinics_own_length_holds_from_its_day_and_says_whose_it_is(journey: Journey) -> None:
    write_own_plan_length(journey)
    journey.hands.click("Færdig – underskriv")

    shown = said(journey)
    assert "4 uger." in shown
    assert "Jeres egen, skrevet af Ida Øvesen 2. november 2026." in shown
    assert "Det står der i programmet: 2 uger." in shown
    row = journey.hands.row("Regler", "Behandlingsplan, 4 uger")
    assert "jeres egen" in row


def test_the_clinics_own_rule_still_holds_after_a_lock(journey: Journey) -> None:
    write_own_plan_length(journey)
    journey.hands.click("Færdig – underskriv")

    journey.hands.click("Lås")
    journey.unlock(PASSPHRASE)

    rows = look_up(journey, "behandlingsplan")
    assert [row for row in rows if row.startswith("Behandlingsplan, 4 uger")]


def test_a_mistake_in_the_clinics_own_rule_can_be_corrected(journey: Journey) -> None:
    write_own_plan_length(journey)
    journey.hands.click("Færdig – underskriv")

    journey.hands.click("Ret jeres regel …")
    journey.hands.answer(Place("rule.amount"), Reply("3"))
    while not journey.hands.has_button("Færdig – underskriv"):
        journey.hands.next_section()
    journey.hands.click("Færdig – underskriv")

    assert "3 uger." in said(journey)
    assert len([row for row in journey.hands.rows("Regler") if "3 uger, jeres" in row]) <= 1


def test_a_lock_while_one_writes_a_rule_loses_nothing(journey: Journey) -> None:
    write_own_plan_length(journey)

    journey.hands.click("Lås")
    journey.unlock(PASSPHRASE)

    field = journey.hands.field(Place("rule.source"))
    assert field
    assert field.findChildren(QLineEdit)[0].text() == "Kvalitetsstandarden 2026"


def test_the_clinics_own_file_is_nobody_in_the_list_of_citizens(journey: Journey) -> None:
    write_own_plan_length(journey)
    journey.hands.click("Færdig – underskriv")

    journey.hands.click("Borgere")

    assert journey.hands.rows("Borgere") == []
