"""Letters in a case: those offered, the one beside the form, delivery, and withdrawing."""

import time
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget

from app.facts import Facts
from app.preferences import Appearance, Preferences
from forms.reply import Reply
from models.answers import Place
from models.course import Form
from tests.builders import CONTACT, DECIDED, PARTIAL_REFUSAL, REQUEST
from tests.demo.journey import PASSPHRASE, Journey
from tests.journeys.people import add_citizen, make_register
from views.screen.letter_beside import LetterBeside
from views.screen.letter_delivery import LetterDelivery
from views.screen.page_view import PageView

pytestmark = pytest.mark.journey

NAME = "Łukasz Øvelund"
LETTERS = "Breve"
CONTENT = Place("decision.content")
PROMISED_MILLISECONDS = 150
CONSENT: Facts = {
    "consent.direction": ["share"],
    "consent.party": "Jobcenter Åløkke",
    "consent.party_kind": ["jobcenter"],
    "consent.purpose": "At I kan lægge en plan sammen.",
    "consent.information": ["attendance"],
    "consent.told": ["what", "voluntary", "refusal", "withdrawal", "without"],
    "consent.answer": ["given"],
    "consent.date": "2.11.2026",
}
DRAFT: Facts = {key: fact for key, fact in PARTIAL_REFUSAL.items() if key != "decision.purpose"}


@pytest.fixture
def decided(tmp_path: Path, qapp: QApplication) -> Iterator[Journey]:
    """Yield a journey at a citizen with a decision that is signed, and a consent."""
    signed = {
        Form.CONTACT: CONTACT,
        Form.REQUEST: REQUEST,
        Form.DECISION: PARTIAL_REFUSAL,
        Form.CONSENT: CONSENT,
    }
    yield from at_the_citizen(tmp_path, signed, {})


@pytest.fixture
def deciding(tmp_path: Path, qapp: QApplication) -> Iterator[Journey]:
    """Yield a journey at a citizen whose decision is half written."""
    signed = {Form.CONTACT: CONTACT, Form.REQUEST: REQUEST}
    yield from at_the_citizen(tmp_path, signed, {Form.DECISION: DRAFT})


def at_the_citizen(
    folder: Path, signed: Mapping[Form, Facts], drafts: Mapping[Form, Facts]
) -> Iterator[Journey]:
    make_register(folder / "kartotek")
    add_citizen(folder / "kartotek", signed, drafts)
    walking = Journey(folder, Preferences(Appearance.LIGHT), print)
    walking.clock.be_on(DECIDED)
    walking.begin()
    walking.unlock(PASSPHRASE)
    walking.hands.click("Borgere")
    walking.hands.choose_row("Borgere", NAME)
    yield walking
    walking.close()


def shown(journey: Journey, kind: type[QWidget]) -> QWidget | None:
    found = journey.window.findChildren(kind)
    return next((widget for widget in found if widget.isVisible()), None)


def texts(journey: Journey) -> str:
    labels = journey.window.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def says(pages: PageView, word: str) -> bool:
    return word in pages.accessibleDescription()


def note_delivery(journey: Journey, way: str, day: str) -> None:
    delivery = shown(journey, LetterDelivery)
    assert delivery is not None
    ways = delivery.findChild(QComboBox)
    ways.setCurrentIndex(ways.findText(way))
    delivery.findChild(QLineEdit).setText(day)
    journey.hands.click("Notér")


def test_only_the_letters_that_the_course_calls_for_are_listed(decided: Journey) -> None:
    listed = decided.hands.rows(LETTERS)

    assert [row for row in listed if "Venter" in row] == []
    assert any("Kvittering for anmodning" in row for row in listed)
    assert any("Samtykke: Jobcenter Åløkke" in row for row in listed)
    assert not any("Behandlingsplan" in row for row in listed)


def test_a_letter_about_one_entry_is_issued(decided: Journey) -> None:
    decided.hands.choose_row(LETTERS, "Samtykke: Jobcenter Åløkke")

    decided.hands.click("Godkend brevet")

    assert "Godkendt" in decided.hands.row(LETTERS, "Samtykke: Jobcenter Åløkke")


def test_the_appeal_deadline_follows_the_delivery_that_is_noted(decided: Journey) -> None:
    decided.hands.choose_row(LETTERS, "Afgørelse")
    decided.hands.click("Godkend brevet")
    before = decided.hands.row("Forløbets trin", "Afgørelse")

    note_delivery(decided, "Udleveret personligt", "9.11.2026")

    assert "Klagefrist 15.12.2026" in before
    assert "Klagefrist 7.12.2026" in decided.hands.row("Forløbets trin", "Afgørelse")
    assert "Klagefrist 7.12.2026" in texts(decided)
    assert "Udleveret personligt 9.11.2026 (noteret 9.11.2026" in texts(decided)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("i går", "Skriv dagen som dag.måned.år"),
        ("8.11.2026", "blev godkendt 9.11.2026"),
        ("10.11.2026", "ude i fremtiden"),
    ],
)
def test_a_delivery_that_cannot_be_is_not_noted(decided: Journey, day: str, said: str) -> None:
    decided.hands.choose_row(LETTERS, "Afgørelse")
    decided.hands.click("Godkend brevet")

    note_delivery(decided, "Brev med posten", day)

    assert said in texts(decided)
    assert "noteret" not in texts(decided)


def test_a_mistake_is_withdrawn_by_a_new_letter(decided: Journey) -> None:
    decided.hands.choose_row(LETTERS, "Afgørelse")
    decided.hands.click("Godkend brevet")
    decided.hands.choose_row("Forløbets trin", "Afgørelse")
    while not decided.hands.has_button("Ret det, der er skrevet"):
        decided.hands.next_section()
    decided.hands.click("Ret det, der er skrevet")
    decided.hands.answer(CONTENT, Reply("Samtaler, gruppe og træning."))
    while not decided.hands.has_button("Færdig – underskriv"):
        decided.hands.next_section()
    decided.hands.click("Færdig – underskriv")

    decided.hands.choose_row(LETTERS, "Afgørelse")
    decided.hands.click("Godkend brevet")
    new = shown(decided, PageView)
    assert new is not None
    said_in_the_new = new.accessibleDescription()
    decided.hands.choose_row(LETTERS, "Afgørelse (tidligere)")

    assert "Brev af 9. november 2026" in " ".join(said_in_the_new.split())
    assert "Trukket tilbage: erstattet af brevet, der blev godkendt 9.11.2026" in texts(decided)


def test_the_letter_beside_the_form_follows_what_is_typed(deciding: Journey) -> None:
    deciding.hands.choose_row("Forløbets trin", "Afgørelse")
    deciding.hands.click("Vis brevet")
    beside = shown(deciding, LetterBeside)
    assert isinstance(beside, LetterBeside)
    pages = beside.findChild(PageView)
    assert "Klar til godkendelse?" in texts(deciding)

    deciding.hands.answer(CONTENT, Reply("Gåture ved åen."))

    deciding.hands.wait_until(lambda: "Gåture ved åen." in pages.accessibleDescription())


def test_what_the_letter_beside_the_form_lacks_leads_to_its_question(deciding: Journey) -> None:
    deciding.hands.choose_row("Forløbets trin", "Afgørelse")
    deciding.hands.click("Vis brevet")

    deciding.hands.click("Gå derhen: Formålet med behandlingen.")

    field = deciding.hands.field(Place("decision.purpose"))
    focused = QApplication.focusWidget()
    assert isinstance(field, QWidget)
    assert focused is not None
    assert field.isAncestorOf(focused)


def test_the_letter_stays_beside_the_next_form_that_has_one(deciding: Journey) -> None:
    deciding.hands.choose_row("Forløbets trin", "Afgørelse")
    deciding.hands.press(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)

    deciding.hands.choose_row("Forløbets trin", "Henvendelse")
    at_contact = shown(deciding, LetterBeside)
    deciding.hands.choose_row("Forløbets trin", "Anmodning")

    assert at_contact is None
    assert shown(deciding, LetterBeside) is not None


def test_the_letter_is_drawn_anew_in_the_time_that_is_promised(deciding: Journey) -> None:
    deciding.hands.choose_row("Forløbets trin", "Afgørelse")
    deciding.hands.click("Vis brevet")
    beside = shown(deciding, LetterBeside)
    assert beside is not None
    pages = beside.findChild(PageView)
    took: list[float] = []

    for word in ("Gåture", "Samtaler", "Musik", "Træning", "Ro"):
        deciding.hands.answer(CONTENT, Reply(word))
        typed = time.perf_counter()
        deciding.hands.wait_until(partial(says, pages, word))
        took.append((time.perf_counter() - typed) * 1000)

    assert sorted(took)[len(took) // 2] < PROMISED_MILLISECONDS
