"""A course in which is decided again: what was right stays, and the new stands beside it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit

from app.facts import Facts, replies
from app.preferences import Appearance, Preferences
from models.answers import Place
from models.course import Form
from tests.builders import CONTACT, DECIDED, PARTIAL_REFUSAL, REQUEST
from tests.demo.journey import PASSPHRASE, Journey
from tests.journeys.people import add_citizen, make_register

pytestmark = pytest.mark.journey

STEPS, LETTERS = "Forløbets trin", "Breve"
FIRST, SECOND = "Afgørelse: 9. november 2026", "Ændring eller ophør: 10. december 2026"
STOPPED_ON = date(2026, 12, 10)
STARTED: Facts = {"start.date": "16.11.2026", "start.provider": "Åløkke Dagbehandling"}
STOP: Facts = {
    "decision.result": ["refusal"],
    "decision.change": ["stopped"],
    "decision.change_starts": "4.1.2027",
    "decision.facts": "Du bad om hjælp den 2. november 2026. Nu flytter du fra Prøveby.",
    "decision.sources": ["conversation"],
    "decision.considerations": "Du flytter fra Prøveby, og du har selv bedt om at slutte.",
    "decision.citizen_view": "Jeg vil hellere begynde forfra et nyt sted.",
    "decision.view_answer": "Vi er enige med dig: Du flytter fra Prøveby.",
    "decision.hearing": ["oral"],
    "decision.hearing_date": "3.12.2026",
    "decision.other_help": ["support"],
    "decision.delivery": ["digital-post"],
}


@pytest.fixture
def granted(tmp_path: Path, qapp: QApplication) -> Iterator[Journey]:
    """Yield a journey at a citizen who was granted treatment by a letter, and has begun it."""
    make_register(tmp_path / "kartotek")
    signed = {Form.CONTACT: CONTACT, Form.REQUEST: REQUEST, Form.DECISION: PARTIAL_REFUSAL}
    add_citizen(tmp_path / "kartotek", {**signed, Form.START: STARTED}, {})
    walking = Journey(tmp_path, Preferences(Appearance.LIGHT), print)
    walking.clock.be_on(DECIDED)
    walking.begin()
    walking.unlock(PASSPHRASE)
    walking.hands.click("Borgere")
    walking.hands.choose_row("Borgere", str(CONTACT["citizen.name"]))
    walking.hands.choose_row(LETTERS, "Afgørelse")
    walking.hands.click("Godkend brevet")
    walking.clock.be_on(STOPPED_ON)
    yield walking
    walking.close()


def decide_again(journey: Journey, facts: Facts) -> None:
    journey.hands.choose_row(STEPS, "Afgørelse")
    journey.hands.click("Ny afgørelse")
    for place, reply in replies(facts, STOPPED_ON):
        journey.hands.answer(place, reply)


def sign(journey: Journey) -> None:
    while not journey.hands.has_button("Færdig – underskriv"):
        journey.hands.next_section()
    journey.hands.click("Færdig – underskriv")


def said(journey: Journey) -> str:
    labels = journey.window.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_a_stop_stands_beside_the_grant_with_a_letter_and_a_time_to_appeal_of_its_own(
    granted: Journey,
) -> None:
    decide_again(granted, STOP)
    sign(granted)
    granted.hands.choose_row(LETTERS, SECOND)
    granted.hands.click("Godkend brevet")

    listed = granted.hands.rows(LETTERS)
    assert "Godkendt 9.11.2026" in granted.hands.row(LETTERS, FIRST)
    assert "Godkendt 10.12.2026" in granted.hands.row(LETTERS, SECOND)
    assert [row for row in listed if "tidligere" in row] == []
    first, second = (row for row in granted.hands.rows(STEPS) if row.startswith("Afgørelse"))
    assert "Nr. 1 af 2 · Klagefrist 15.12.2026" in first
    assert "Nr. 2 af 2, den nyeste · Klagefrist 7.1.2027" in second


def test_the_letter_of_the_first_decision_is_not_withdrawn(granted: Journey) -> None:
    decide_again(granted, STOP)
    sign(granted)
    granted.hands.choose_row(LETTERS, SECOND)
    granted.hands.click("Godkend brevet")

    granted.hands.choose_row(LETTERS, FIRST)

    assert "Trukket tilbage" not in said(granted)


def test_the_guarantee_that_was_kept_stays_so_when_treatment_stops(granted: Journey) -> None:
    decide_again(granted, STOP)
    sign(granted)

    assert "Fristen overskredet" not in said(granted)
    assert "Behandling i gang til tiden" in said(granted)


def test_a_new_decision_opens_with_what_the_citizen_has_now(granted: Journey) -> None:
    granted.hands.choose_row(STEPS, "Afgørelse")
    granted.hands.click("Ny afgørelse")
    granted.hands.next_section()

    assert granted.hands.line(Place("decision.change_decided")).text() == "9.11.2026"
    field = granted.hands.field(Place("decision.change_before"))
    assert field is not None
    before = field.findChildren(QPlainTextEdit)[0].toPlainText()
    assert before == (
        "Du får dagbehandling hos Åløkke Dagbehandling. Fire dage om ugen. Samtaler og gruppe."
    )


def test_a_new_decision_that_is_given_up_leaves_the_first_as_it_was(granted: Journey) -> None:
    decide_again(granted, {"decision.result": ["refusal"]})
    granted.hands.wait_until(lambda: granted.hands.has_button("Slet kladden"))

    granted.hands.in_the_box("Slet kladden", lambda: granted.hands.click("Slet kladden"))

    (only,) = (row for row in granted.hands.rows(STEPS) if row.startswith("Afgørelse"))
    assert "Klagefrist 15.12.2026" in only
    assert "Godkendt 9.11.2026" in granted.hands.row(LETTERS, "Afgørelse")
