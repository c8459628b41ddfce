"""In the window: the citizen's own deadlines, and what a letter that is approved has done."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.facts import Facts
from app.preferences import Appearance, Preferences
from models.course import Form
from tests.builders import CONTACT, DECIDED, PARTIAL_REFUSAL, REQUEST
from tests.demo.journey import PASSPHRASE, Journey
from tests.journeys.people import add_citizen, make_register
from tests.journeys.seeing import said

pytestmark = pytest.mark.journey

NAME = "Łukasz Øvelund"
TOLD = "Sig, at klagen er modtaget"
APPEAL: Facts = {
    "appeal.received": "9.11.2026",
    "appeal.way": ["phone"],
    "appeal.words": "Jeg vil gerne væk hjemmefra.",
    "appeal.kind": ["decision"],
    "appeal.by": ["citizen"],
    "appeal.decision_date": "9.11.2026",
    "appeal.decision_received": "9.11.2026",
}
HEARING: Facts = {"hearing.date": "6.11.2026", "hearing.due": "13.11.2026"}
COUNSELLED: Facts = {
    "counselling.date": "2.11.2026",
    "counselling.choice": ["thinking"],
    "counselling.next": "12.11.2026",
}


@pytest.fixture
def appealed(tmp_path: Path, qapp: QApplication) -> Iterator[Journey]:
    """Yield a journey at a citizen who was heard and appealed on the day of the decision."""
    signed = {
        Form.CONTACT: CONTACT,
        Form.REQUEST: REQUEST,
        Form.COUNSELLING: COUNSELLED,
        Form.DECISION: PARTIAL_REFUSAL,
        Form.APPEAL: APPEAL,
    }
    yield from at_the_citizen(tmp_path, signed)


@pytest.fixture
def heard(tmp_path: Path, qapp: QApplication) -> Iterator[Journey]:
    """Yield a journey at a citizen who is asked what there is to say."""
    signed = {Form.CONTACT: CONTACT, Form.REQUEST: REQUEST, Form.HEARING: HEARING}
    yield from at_the_citizen(tmp_path, signed)


def at_the_citizen(folder: Path, signed: Mapping[Form, Facts]) -> Iterator[Journey]:
    make_register(folder / "kartotek")
    add_citizen(folder / "kartotek", signed, {})
    walking = Journey(folder, Preferences(Appearance.LIGHT), print)
    walking.clock.be_on(DECIDED)
    walking.begin()
    walking.unlock(PASSPHRASE)
    walking.hands.click("Borgere")
    walking.hands.choose_row("Borgere", NAME)
    yield walking
    walking.close()


def test_the_time_the_citizen_has_to_reply_stands_above_the_case(heard: Journey) -> None:
    seen = said(heard)

    assert "Svar på partshøring" in seen
    assert "13.11.2026" in seen


def test_an_approved_receipt_takes_its_task_away(appealed: Journey) -> None:
    before = said(appealed)

    appealed.hands.choose_row("Breve", "Kvittering for klage")
    appealed.hands.click("Godkend brevet")

    assert TOLD in before
    assert TOLD not in said(appealed)


def test_the_next_talk_that_was_agreed_is_a_task(appealed: Journey) -> None:
    assert "Den næste samtale om rådgivning" in said(appealed)
    assert "Planlagt 12.11.2026" in said(appealed)
