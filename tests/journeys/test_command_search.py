import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from app.conductors.command_search import CommandSearchConductor
from forms.reply import Reply
from models.answers import Place
from models.course import Form
from tests.builders import CONTACT, REQUEST
from tests.demo.journey import PASSPHRASE, Journey
from tests.journeys.conftest import AtCitizen
from tests.journeys.seeing import said
from views.screen.command_search import CommandSearch

pytestmark = pytest.mark.journey

FOUND = "Fundet"
NAME = "Łukasz Øvelund"
_CONTROL = Qt.KeyboardModifier.ControlModifier
_NONE = Qt.KeyboardModifier.NoModifier


def search(journey: Journey, typed: str) -> list[str]:
    """Open the box, type, and return what stands in its rows."""
    journey.hands.press(Qt.Key.Key_K, _CONTROL)
    QTest.keyClicks(QApplication.focusWidget() or journey.window, typed)
    journey.hands.rest()
    return journey.hands.rows(FOUND)


def go_to(journey: Journey, typed: str) -> None:
    search(journey, typed)
    journey.hands.press(Qt.Key.Key_Return, _NONE)


def box(journey: Journey) -> CommandSearch:
    (found,) = journey.window.findChildren(CommandSearch)
    return found


def test_a_room_a_citizen_a_step_and_a_page_of_the_guide_are_found_from_anywhere(
    at_citizen: AtCitizen,
) -> None:
    journey = at_citizen({Form.CONTACT: CONTACT, Form.REQUEST: REQUEST})
    journey.hands.click("I dag")

    go_to(journey, "ovelund")
    assert NAME in said(journey)

    go_to(journey, "afdaekn")
    assert "Afdækning" in said(journey)

    go_to(journey, "sikkerhedskopier")
    assert journey.hands.has_button("Lav en kopi nu")

    go_to(journey, "tastatur og")
    assert journey.hands.has_button("Tilbage, hvor du var")


def test_a_question_of_the_form_on_the_screen_is_gone_to(at_citizen: AtCitizen) -> None:
    journey = at_citizen({Form.CONTACT: CONTACT, Form.REQUEST: REQUEST})
    journey.hands.choose_row("Forløbets trin", "Afdækning")

    rows = search(journey, "alkohol")
    for _ in range(next(n for n, row in enumerate(rows) if "Spørgsmål" in row)):
        journey.hands.press(Qt.Key.Key_Down, _NONE)
    journey.hands.press(Qt.Key.Key_Return, _NONE)

    assert not box(journey).isVisible()
    assert "lkohol" in said(journey)


def test_escape_gives_the_keyboard_back_at_the_same_place(journey: Journey) -> None:
    journey.hands.click("Borgere")
    journey.hands.click("Ny henvendelse")
    journey.hands.answer(Place("contact.words"), Reply("Jeg er træt af det hele."))
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPlainTextEdit)
    before = focused.textCursor().position()

    search(journey, "breve")
    journey.hands.press(Qt.Key.Key_Escape, _NONE)

    assert QApplication.focusWidget() is focused
    assert focused.textCursor().position() == before
    assert not box(journey).isVisible()


def test_the_same_key_closes_the_box_and_another_place_takes_it_away(journey: Journey) -> None:
    search(journey, "b")

    journey.hands.press(Qt.Key.Key_K, _CONTROL)
    assert not box(journey).isVisible()

    search(journey, "b")
    journey.hands.press(Qt.Key.Key_2, _CONTROL)
    journey.hands.rest(150)
    assert not box(journey).isVisible()


def test_a_lock_takes_the_box_and_all_it_found_with_it(at_citizen: AtCitizen) -> None:
    journey = at_citizen({Form.CONTACT: CONTACT, Form.REQUEST: REQUEST})
    assert any(NAME in row for row in search(journey, "ovelund"))

    journey.hands.press(Qt.Key.Key_L, _CONTROL)
    journey.hands.rest(150)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()

    kinds = (CommandSearch, CommandSearchConductor)
    assert [one for one in gc.get_objects() if isinstance(one, kinds)] == []
    lines = [line.text() for line in journey.window.findChildren(QLineEdit)]
    assert "ovelund" not in lines
    journey.unlock(PASSPHRASE)
    assert any(NAME in row for row in search(journey, "ovelund"))


def test_locking_is_a_command_like_any_other(journey: Journey) -> None:
    go_to(journey, "lås kart")
    journey.hands.rest(50)

    assert journey.hands.has_button("Lås op")


def test_something_is_added_to_the_course_by_its_name(at_citizen: AtCitizen) -> None:
    journey = at_citizen({Form.CONTACT: CONTACT, Form.REQUEST: REQUEST})

    go_to(journey, "note om")

    assert "Note om samtalen" in said(journey)
