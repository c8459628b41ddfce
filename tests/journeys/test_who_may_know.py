"""Whom a case is about and who may know: anonymous, represented, with consents that run out."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableView

from app.facts import Facts, replies
from app.preferences import Appearance, Preferences
from models.answers import Place
from models.course import Form
from tests.builders import CLINIC, CONTACT, REQUEST, TODAY
from tests.demo.journey import PASSPHRASE, Journey
from tests.journeys.people import add_citizen, make_register
from tests.journeys.seeing import said, wait_for

pytestmark = pytest.mark.journey

NAME = "Łukasz Øvelund"
STEPS = "Forløbets trin"
LETTERS = "Breve"
RECEIPT = "Kvittering for anmodning"
SIGN = "Færdig – underskriv"
CORRECT = "Ret det, der er skrevet"
CTRL = Qt.KeyboardModifier.ControlModifier
ANONYMOUS: Facts = {
    "contact.way": ["in-person"],
    "contact.words": "Jeg vil bare tale med nogen.",
    "contact.anonymous": ["true"],
    "citizen.name": "Blå Fugl",
}
DOCTOR: Facts = {
    "consent.direction": ["both"],
    "consent.party": "Lægehuset Øvegade",
    "consent.purpose": "Så behandlingen passer med medicinen.",
    "consent.information": ["health", "tests"],
    "consent.answer": ["given"],
    "consent.date": "2.11.2026",
    "consent.valid_until": "9.11.2026",
}


@pytest.fixture
def at_work(tmp_path: Path, qapp: QApplication) -> Iterator[Callable[..., Journey]]:
    """Return what opens a register of a clinic with one citizen who has filled these forms."""
    begun: list[Journey] = []

    def begin(clinic: Facts = CLINIC, **signed: Facts) -> Journey:
        make_register(tmp_path / "kartotek", clinic)
        forms = {Form(form): facts for form, facts in signed.items()}
        if forms:
            add_citizen(tmp_path / "kartotek", {Form.CONTACT: CONTACT, **forms}, {})
        journey = Journey(tmp_path, Preferences(Appearance.LIGHT), print)
        begun.append(journey)
        journey.begin()
        journey.unlock(PASSPHRASE)
        journey.hands.click("Borgere")
        if forms:
            journey.hands.choose_row("Borgere", NAME)
        return journey

    yield begin
    for journey in begun:
        journey.close()


def fill(journey: Journey, facts: Facts) -> None:
    for place, reply in replies(facts, TODAY):
        journey.hands.answer(place, reply)


def turn_to(journey: Journey, button: str) -> None:
    for _ in range(20):
        if journey.hands.has_button(button):
            break
        journey.hands.next_section()
    journey.hands.click(button)


def listed(journey: Journey) -> str:
    """Return all that stands in the list of citizens."""
    tables = journey.window.findChildren(QTableView)
    model = next(table for table in tables if table.isVisible()).model()
    places = product(range(model.rowCount()), range(model.columnCount()))
    return " ".join(str(model.index(row, column).data()) for row, column in places)


def leave_by(journey: Journey, button: str) -> None:
    """Click a button that closes the box."""
    journey.hands.click(button)
    # Without a window manager nobody gives the focus back when a box closes.
    journey.window.activateWindow()
    journey.hands.rest(20)


def list_consents(journey: Journey) -> None:
    journey.hands.press(Qt.Key.Key_M, CTRL)
    journey.hands.rest(20)


def ask_anonymously(journey: Journey) -> None:
    journey.hands.click("Ny henvendelse")
    fill(journey, ANONYMOUS)
    assert journey.hands.field(Place("citizen.name"))
    assert journey.hands.field(Place("citizen.cpr")) is None
    assert journey.hands.field(Place("citizen.street")) is None
    turn_to(journey, SIGN)
    journey.hands.choose_row(STEPS, "Anmodning")
    fill(journey, REQUEST)
    turn_to(journey, SIGN)


def test_an_anonymous_citizen_is_asked_for_nothing_and_can_step_forward(
    at_work: Callable[..., Journey],
) -> None:
    journey = at_work()
    ask_anonymously(journey)

    assert "Anonym: ingen frister" in said(journey)
    assert "skriv intet, som borgeren kan kendes på" in said(journey)
    assert "Behandling senest" not in said(journey)
    journey.hands.choose_row(LETTERS, RECEIPT)
    assert "kvitteringen lover en frist, som anonym behandling ikke har" in said(journey)

    journey.hands.click("Gå derhen: " + _lack_of_name(journey))
    turn_to(journey, CORRECT)
    fill(journey, {"contact.anonymous": ["false"], "citizen.name": NAME})
    fill(journey, {"citizen.cpr": "300279-0012"})
    turn_to(journey, SIGN)

    assert "Behandling senest 16.11.2026" in said(journey)
    assert "Anonym" not in said(journey)
    assert "Klar til at godkende" in journey.hands.row(LETTERS, RECEIPT)
    journey.hands.choose_row(STEPS, "Henvendelse")
    assert "Jeg vil bare tale med nogen." in said(journey)
    journey.hands.click("Borgere")
    assert "300279-••••" in listed(journey)


def _lack_of_name(journey: Journey) -> str:
    lines = said(journey).splitlines()
    return next(line for line in lines if line.startswith("Borgeren er anonym, og"))


def test_who_stays_anonymous_keeps_no_number_that_was_typed_first(
    at_work: Callable[..., Journey],
) -> None:
    journey = at_work()
    journey.hands.click("Ny henvendelse")
    fill(journey, {"citizen.name": "Blå Fugl", "citizen.cpr": "300279-0012"})
    wait_for(journey, "300279-0012")

    fill(journey, ANONYMOUS)

    journey.hands.wait_until(lambda: "300279-0012" not in said(journey))
    turn_to(journey, SIGN)
    journey.hands.click("Borgere")
    assert "Blå Fugl" in listed(journey)
    assert "300279" not in listed(journey)


def test_a_consent_counts_when_it_is_signed_and_until_its_last_day(
    at_work: Callable[..., Journey],
) -> None:
    journey = at_work(request=REQUEST)
    assert "Samtykker" not in said(journey)
    journey.hands.press(Qt.Key.Key_N, CTRL)
    journey.hands.choose_row("Det, du kan tilføje", "Samtykke")
    fill(journey, DOCTOR)
    journey.hands.wait_until(lambda: journey.hands.has_button("Samtykker: ingen gælder"))
    list_consents(journey)
    assert "tæller ikke endnu" in said(journey)
    leave_by(journey, "Luk")

    turn_to(journey, SIGN)

    assert journey.hands.has_button("Samtykker: 1 gælder")
    list_consents(journey)
    assert "Vi må tale sammen begge veje til og med den 9. november 2026." in said(journey)
    assert "Om: krop og medicin, prøvesvar." in said(journey)
    leave_by(journey, "Luk")

    journey.clock.be_on(date(2026, 11, 10))
    journey.hands.click("Borgere")
    journey.hands.choose_row("Borgere", NAME)

    assert journey.hands.has_button("Samtykker: ingen gælder")
    journey.hands.click("Samtykker: ingen gælder")
    assert "Udløb den 9. november 2026. Spørg borgeren igen" in said(journey)
    leave_by(journey, "Se samtykket: Lægehuset Øvegade, udløbet")
    assert "Så behandlingen passer med medicinen." in said(journey)


def test_a_consent_that_is_being_withdrawn_makes_one_wait_at_once(
    at_work: Callable[..., Journey],
) -> None:
    journey = at_work(request=REQUEST, consent={**DOCTOR, "consent.valid_until": "9.12.2026"})
    list_consents(journey)
    leave_by(journey, "Se samtykket: Lægehuset Øvegade, gælder")
    turn_to(journey, CORRECT)
    fill(journey, {"consent.withdrawn": ["true"]})
    journey.hands.wait_until(lambda: "Gemt kl." in said(journey))

    list_consents(journey)

    assert "Vent med at dele, til rettelsen er underskrevet." in said(journey)
    leave_by(journey, "Luk")
    turn_to(journey, SIGN)
    assert journey.hands.has_button("Samtykker: ingen gælder")


def test_one_begins_a_new_consent_and_comes_back_to_where_one_was(
    at_work: Callable[..., Journey],
) -> None:
    journey = at_work(request=REQUEST, consent=DOCTOR)
    journey.hands.choose_row(STEPS, "Afdækning")
    fill(journey, {"assessment.conclusion": "Foreløbig"})
    list_consents(journey)

    leave_by(journey, "Nyt samtykke")
    fill(journey, {**DOCTOR, "consent.party": "Jobcentret"})
    turn_to(journey, SIGN)

    assert journey.hands.has_button("Samtykker: 2 gælder")
    assert journey.hands.field(Place("assessment.conclusion"))


def test_letters_go_to_the_representative_once_the_mandate_is_there(
    at_work: Callable[..., Journey],
) -> None:
    represented: Facts = {
        "request.representation": ["representative"],
        "request.representative_name": "Advokat Øve",
    }
    journey = at_work(request={**REQUEST, **represented})
    assert "Partsrepræsentant: navn eller fuldmagt mangler." in said(journey)
    journey.hands.choose_row(LETTERS, RECEIPT)
    assert "Brevet går til borgeren selv." in said(journey)
    assert "Der mangler en fuldmagt fra borgeren" in said(journey)
    assert not journey.hands.has_button("Godkend brevet")

    journey.hands.choose_row(STEPS, "Anmodning")
    turn_to(journey, CORRECT)
    fill(journey, {"request.representative_mandate": ["true"], "request.copy": ["true"]})
    turn_to(journey, SIGN)
    journey.hands.choose_row(LETTERS, RECEIPT)

    assert "Brevet går til Advokat Øve, som er borgerens partsrepræsentant." in said(journey)
    assert "Borgeren får en kopi." in said(journey)
    assert "Partsrepræsentant: Advokat Øve." in said(journey)
    assert journey.hands.has_button("Godkend brevet")


def test_a_provider_recommends_and_records_the_decision_it_receives(
    at_work: Callable[..., Journey],
) -> None:
    assessed: Facts = {"assessment.date": "2.11.2026", "assessment.conclusion": "Samtaler."}
    journey = at_work({**CLINIC, "clinic.role": ["provider"]}, request=REQUEST, assessment=assessed)
    journey.hands.choose_row(STEPS, "Indstilling til kommunen")
    proposal: Facts = {
        "recommendation.occasion": ["new"],
        "recommendation.measure": ["outpatient"],
        "recommendation.proposal": "Ugentlige samtaler.",
        "recommendation.provider": "Åløkke Ambulatorium",
        "recommendation.reasons": "Det er nok.",
        "recommendation.answer": ["followed"],
        "recommendation.answer_date": "1.11.2026",
    }
    fill(journey, proposal)
    turn_to(journey, SIGN)

    journey.hands.choose_row(STEPS, "Afgørelse")
    assert journey.hands.line(Place("decision.date")).text() == "1.11.2026"
    fill(journey, {"decision.result": ["full"], "decision.exactly": ["true"]})
    assert journey.hands.line(Place("decision.provider")).text() == "Åløkke Ambulatorium"
    fill(journey, {"decision.delivery": ["digital-post"]})
    assert journey.hands.line(Place("decision.caseworker")).text() == ""
    fill(journey, {"decision.caseworker": "Bo Øvemann"})
    turn_to(journey, SIGN)

    assert "Færdig" in journey.hands.row(STEPS, "Afgørelse")
    assert not any(row.startswith("Afgørelse") for row in journey.hands.rows(LETTERS))
