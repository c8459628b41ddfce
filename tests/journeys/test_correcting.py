from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.preferences import Appearance, Preferences
from forms.reply import Reply
from models.answers import Place
from tests.builders import CONTACT, PARTIAL_REFUSAL, REQUEST
from tests.demo.journey import PASSPHRASE, Journey
from tests.journeys.people import make_register

pytestmark = pytest.mark.journey

PURPOSE = Place("decision.purpose")


@pytest.fixture
def decided(tmp_path: Path, qapp: QApplication) -> Iterator[Journey]:
    """Return a journey in a case whose decision is signed and issued on 9 November."""
    make_register(tmp_path / "kartotek")
    walking = Journey(tmp_path, Preferences(Appearance.LIGHT), print)
    walking.begin()
    walking.unlock(PASSPHRASE)
    walking.hands.click("Borgere")
    walking.hands.click("Ny henvendelse")
    walking.fill_form("contact", CONTACT, "a")
    walking.fill_form("request", REQUEST, "b")
    walking.clock.be_on(date(2026, 11, 9))
    walking.fill_form("decision", PARTIAL_REFUSAL, "c")
    walking.issue("decision", "foerste")
    yield walking
    walking.close()


def text_of(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def correct_the_purpose(journey: Journey) -> None:
    journey.hands.choose_row("Forløbets trin", "Afgørelse")
    while not journey.hands.has_button("Ret det, der er skrevet"):
        journey.hands.next_section()
    journey.hands.click("Ret det, der er skrevet")
    journey.hands.answer(PURPOSE, Reply("At du kan se din datter."))


def test_a_correction_changes_nothing_until_it_is_signed(decided: Journey) -> None:
    correct_the_purpose(decided)

    decided.hands.wait_until(
        lambda: "Bliver rettet" in decided.hands.row("Forløbets trin", "Afgørelse")
    )
    assert "Godkendt" in decided.hands.row("Breve", "Afgørelse")


def test_a_signed_correction_gives_a_new_letter_and_keeps_the_old(
    decided: Journey, tmp_path: Path
) -> None:
    correct_the_purpose(decided)
    while not decided.hands.has_button("Færdig – underskriv"):
        decided.hands.next_section()
    decided.hands.click("Færdig – underskriv")

    assert "Klar til at godkende" in decided.hands.row("Breve", "Afgørelse")
    assert "Godkendt" in decided.hands.row("Breve", "(tidligere)")
    decided.issue("decision", "anden")
    assert "At du kan holde op." in text_of(tmp_path / "foerste-decision.pdf")
    assert "At du kan se din datter." in text_of(tmp_path / "anden-decision.pdf")


def test_a_correction_can_be_given_up(decided: Journey) -> None:
    correct_the_purpose(decided)
    decided.hands.wait_until(lambda: decided.hands.has_button("Fortryd rettelsen"))

    decided.hands.in_the_box("Slet kladden", lambda: decided.hands.click("Fortryd rettelsen"))

    assert "Færdig" in decided.hands.row("Forløbets trin", "Afgørelse")
    decided.hands.choose_row("Breve", "Afgørelse")
    assert decided.hands.has_button("Gem som PDF …")


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("Henvendelse", Place("citizen.phone")),
        ("Lægesamtale", Place("medical.offered")),
        ("Afdækning", Place("social.words")),
        ("Behandlingsplan", Place("plan.summary")),
        ("Udskrivning", Place("discharge.status")),
    ],
)
def test_every_form_is_come_back_to_at_the_same_question(
    journey: Journey, title: str, place: Place
) -> None:
    journey.hands.click("Borgere")
    journey.hands.click("Ny henvendelse")
    journey.hands.answer(Place("citizen.name"), Reply("Bo Testgaard"))
    journey.hands.choose_row("Forløbets trin", title)
    journey.hands.answer(place, Reply("3.11.2026" if place.link_id.endswith("offered") else "Ord"))

    journey.hands.click("Lås")
    journey.unlock(PASSPHRASE)

    field = journey.hands.field(place)
    assert field is not None
    focused = QApplication.focusWidget()
    assert focused is not None
    assert field.isAncestorOf(focused)


def test_a_lock_while_a_box_asks_closes_the_box_and_locks(journey: Journey) -> None:
    journey.hands.click("Borgere")
    journey.hands.click("Ny henvendelse")
    journey.hands.answer(Place("citizen.name"), Reply("Bo Testgaard"))
    journey.hands.wait_until(lambda: journey.hands.has_button("Slet kladden"))

    QTimer.singleShot(50, journey.program.lock)
    journey.hands.click("Slet kladden")

    journey.hands.wait_until(lambda: journey.hands.has_button("Lås op"))
    journey.unlock(PASSPHRASE)
    assert journey.hands.line(Place("citizen.name")).text() == "Bo Testgaard"


def test_what_is_said_of_the_clinic_is_kept_at_a_lock(journey: Journey) -> None:
    journey.hands.click("Indstillinger")
    journey.hands.click("Ret oplysninger om jeres sted")
    journey.hands.answer(Place("clinic.name"), Reply("Ærøskøbing Kommune"))

    journey.hands.click("Lås")
    journey.unlock(PASSPHRASE)
    journey.hands.click("Indstillinger")
    journey.hands.click("Ret oplysninger om jeres sted")

    assert journey.hands.line(Place("clinic.name")).text() == "Ærøskøbing Kommune"
