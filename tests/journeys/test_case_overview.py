"""The overview of a case in the window: by keyboard there, on, and back; across a lock; clinic."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from app.facts import Facts
from forms.reply import Reply
from models.answers import Place
from models.course import Form
from tests.builders import CONTACT, REQUEST
from tests.demo.hands import NotOnTheScreenError
from tests.demo.journey import PASSPHRASE, Journey
from tests.journeys.conftest import AtCitizen
from views.screen.case_overview.page import CaseOverviewPage, Part
from views.screen.rows import RowList

pytestmark = pytest.mark.journey

CONTROL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier
NAME = Place("citizen.name")
BOTH: dict[Form, Facts] = {Form.CONTACT: CONTACT, Form.REQUEST: REQUEST}


def overview(journey: Journey) -> CaseOverviewPage | None:
    pages = journey.window.findChildren(CaseOverviewPage)
    return next((page for page in pages if page.isVisible()), None)


def part_shown(journey: Journey) -> Part:
    page = overview(journey)
    if page is None:
        raise NotOnTheScreenError("overblikket")
    return page.part


def begin_contact(journey: Journey) -> None:
    journey.hands.click("Borgere")
    journey.hands.click("Ny henvendelse")
    journey.hands.answer(NAME, Reply("Bo Testgaard"))


def test_the_keyboard_leads_to_a_part_on_to_a_form_and_back(at_citizen: AtCitizen) -> None:
    journey = at_citizen(BOTH)

    journey.hands.press(Qt.Key.Key_O, CONTROL)
    journey.hands.press(Qt.Key.Key_Right, PLAIN)
    by_arrow = part_shown(journey)
    journey.hands.press(Qt.Key.Key_PageDown, CONTROL)
    by_page = part_shown(journey)
    journey.hands.press(Qt.Key.Key_PageUp, CONTROL)
    for _ in range(3):
        journey.hands.press(Qt.Key.Key_Tab, PLAIN)
    reached = QApplication.focusWidget()
    rows = journey.hands.rows("Tidslinje")
    journey.hands.press(Qt.Key.Key_Return, PLAIN)

    assert isinstance(reached, RowList)
    assert (by_arrow, by_page) == (Part.TIMELINE, Part.NOTES)
    assert any("Henvendelse" in row for row in rows)
    assert overview(journey) is None


def test_escape_leads_back_to_the_question_one_was_at(journey: Journey) -> None:
    begin_contact(journey)

    journey.hands.press(Qt.Key.Key_O, CONTROL)
    journey.hands.press(Qt.Key.Key_Escape, PLAIN)

    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    assert focused.text() == "Bo Testgaard"


def test_what_was_typed_last_is_in_the_overview_at_once(journey: Journey) -> None:
    begin_contact(journey)

    journey.hands.click("Overblik over forløbet")
    journey.hands.click("Tidslinje")

    assert any("Kladde" in row for row in journey.hands.rows("Tidslinje"))


def test_a_lock_comes_back_to_the_part_and_then_to_the_question(journey: Journey) -> None:
    begin_contact(journey)
    journey.hands.press(Qt.Key.Key_O, CONTROL)
    journey.hands.click("Personer")

    journey.hands.click("Lås")
    gone = overview(journey)
    journey.unlock(PASSPHRASE)

    assert gone is None
    assert part_shown(journey) is Part.PEOPLE
    journey.hands.click("Tilbage")
    assert journey.hands.line(NAME).text() == "Bo Testgaard"


def test_the_overview_opens_at_the_part_one_was_at_last(at_citizen: AtCitizen) -> None:
    journey = at_citizen(BOTH)
    journey.hands.press(Qt.Key.Key_O, CONTROL)
    journey.hands.click("Tidslinje")

    journey.hands.choose_row("Tidslinje", "Anmodning")
    journey.hands.press(Qt.Key.Key_O, CONTROL)

    assert part_shown(journey) is Part.TIMELINE


def test_a_new_note_begins_from_the_notes(at_citizen: AtCitizen) -> None:
    journey = at_citizen(BOTH)
    journey.hands.press(Qt.Key.Key_O, CONTROL)
    journey.hands.click("Noter")

    journey.hands.click("Ny note")

    assert "Ikke begyndt" in journey.hands.row("Ved siden af forløbet", "Note om samtalen")


def test_the_search_for_commands_finds_the_overview_by_another_word(at_citizen: AtCitizen) -> None:
    journey = at_citizen(BOTH)

    journey.hands.press(Qt.Key.Key_K, CONTROL)
    journey.hands.type_into("Find en kommando, en borger eller et spørgsmål", "tidslinje")
    journey.hands.press(Qt.Key.Key_Return, PLAIN)

    assert overview(journey) is not None


def test_from_a_number_of_the_clinic_one_comes_to_the_citizens_it_counts(
    at_citizen: AtCitizen,
) -> None:
    journey = at_citizen(BOTH)

    journey.hands.click("Overblik")
    journey.hands.rest(10)
    journey.hands.click("Vis dem: Anmodning")

    assert len(journey.hands.rows("Borgere")) == 1
    assert "Øvelund" in journey.hands.rows("Borgere")[0]
