"""Ctrl+Shift+Enter leads to what is missing, and then to the deed that closes what one is at."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from forms.reply import Reply
from models.answers import Place
from models.course import Form
from tests.builders import CONTACT, REQUEST
from tests.demo.journey import Journey
from tests.journeys.conftest import AtCitizen
from tests.journeys.seeing import said

pytestmark = pytest.mark.journey

NOT_DONE = "Skemaet er ikke færdigt"


def to_the_end(journey: Journey) -> str:
    """Press the keys, and return what the button one comes to says."""
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    journey.hands.press(Qt.Key.Key_Return, control | shift)
    here = QApplication.focusWidget()
    return here.text() if isinstance(here, QAbstractButton) else ""


def test_it_leads_to_what_is_missing_and_then_to_the_signing_and_signs_nothing(
    at_citizen: AtCitizen,
) -> None:
    journey = at_citizen({Form.CONTACT: CONTACT, Form.REQUEST: REQUEST})
    journey.hands.choose_row("Forløbets trin", "Afdækning")

    to_the_end(journey)
    missing = journey.hands.field(Place("assessment.conclusion"))
    told = said(journey)
    assert missing is not None
    has_focus = missing.has_focus
    journey.hands.answer(missing.place, Reply("Samtaler er nok."))
    button = to_the_end(journey)

    assert has_focus
    assert NOT_DONE in told
    assert button == "Færdig – underskriv"
    assert NOT_DONE not in said(journey)
    assert "Kladde" in journey.hands.row("Forløbets trin", "Afdækning")


def test_in_a_group_that_lacks_something_it_leads_to_the_question_and_not_to_one_more(
    at_citizen: AtCitizen,
) -> None:
    journey = at_citizen({Form.CONTACT: CONTACT, Form.REQUEST: REQUEST})
    journey.hands.choose_row("Forløbets trin", "Behandlingsplan")

    to_the_end(journey)

    words = journey.hands.field(Place("goal.words", (0,)))
    assert words is not None
    assert words.has_focus


def test_at_a_letter_it_leads_to_the_approving_and_after_that_to_the_printing(
    at_citizen: AtCitizen,
) -> None:
    journey = at_citizen({Form.CONTACT: CONTACT, Form.REQUEST: REQUEST})
    journey.hands.choose_row("Breve", "Kvittering for anmodning")

    before = to_the_end(journey)
    journey.hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    journey.hands.wait_until(lambda: journey.hands.has_button("Skriv ud"))

    assert before == "Godkend brevet"
    here = QApplication.focusWidget()
    assert isinstance(here, QAbstractButton)
    assert here.text() == "Skriv ud"


def test_at_a_letter_that_lacks_something_it_leads_to_the_way_there(at_citizen: AtCitizen) -> None:
    nameless = {**CONTACT, "contact.anonymous": ["true"]}
    journey = at_citizen({Form.CONTACT: nameless, Form.REQUEST: REQUEST})
    journey.hands.choose_row("Breve", "Kvittering for anmodning")

    assert to_the_end(journey) == "Gå derhen"
