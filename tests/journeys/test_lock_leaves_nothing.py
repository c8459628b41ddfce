from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.conductors.case import CaseConductor
from app.conductors.conversation import ConversationConductor
from app.conductors.form import FormConductor
from app.desk import Desk
from app.open_case import OpenCase
from app.preferences import Appearance, Preferences
from app.work import Work
from forms.reply import Reply
from models.answers import Answers, Place
from models.case import Case, Entry
from models.course import Course, Form
from models.filled_form import FilledForm
from models.letters.contents import LetterDraft
from models.letters.letter import Letter
from storage.register import Register
from tests.builders import CONTACT, PARTIAL_REFUSAL, REQUEST
from tests.demo.journey import PASSPHRASE, Journey
from tests.journeys.people import add_citizen, make_register
from tests.journeys.remains import (
    alive,
    dead,
    dead_besides,
    held_anywhere,
    living,
    shown_anywhere,
)

pytestmark = pytest.mark.journey

CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
CANARY = "solsortens"
OF_A_CASE = (
    Answers,
    Case,
    CaseConductor,
    ConversationConductor,
    Course,
    Desk,
    Entry,
    FilledForm,
    FormConductor,
    Letter,
    LetterDraft,
    OpenCase,
    Register,
    Work,
)
RECEIPT = "Kvittering for anmodning"
DECISION = "Afgørelse"
SIDE_PAGES = (
    "Ret oplysninger om jeres sted",
    "Se brevpapiret",
    "Se brevenes tekster",
    "Se tjeklisterne",
    "Se jeres skemaer",
    "Se, hvem der har adgang",
    "Se sikkerhedskopierne",
    "Gå til eftersyn",
)


@dataclass(frozen=True)
class Remains:
    """What was left after a lock."""

    shown: list[str]
    held: list[str]
    of_a_case: list[str]
    dead: list[str]
    clipboard: str


@pytest.fixture(scope="module")
def remains(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[Remains]:
    """Return what was left when one locked after having been everywhere."""
    others, dead_before = living(OF_A_CASE), dead()
    folder = tmp_path_factory.mktemp("canaries")
    make_register(folder / "kartotek")
    add_a_citizen_of_canaries(folder)
    journey = Journey(folder, Preferences(Appearance.LIGHT), print)
    journey.begin()
    journey.unlock(PASSPHRASE)
    be_everywhere(journey)
    journey.hands.click("Lås")
    # Whatever was in the hands of something is let go of within a second and a half.
    journey.hands.rest(1500)
    yield Remains(
        shown_anywhere(CANARY),
        held_anywhere(CANARY, globals()),
        alive(OF_A_CASE, others),
        dead_besides(dead_before),
        QApplication.clipboard().text(),
    )
    journey.close()


def add_a_citizen_of_canaries(folder: Path) -> None:
    contact = {
        **CONTACT,
        "citizen.name": said("Navnesen"),
        "citizen.street": said("Vej 12"),
        "contact.words": said("kan ikke sove."),
    }
    request = {**REQUEST, "request.words": said("vil holde op.")}
    decision = {**PARTIAL_REFUSAL, "decision.content": said("samtaler og gruppe.")}
    add_citizen(
        folder / "kartotek",
        {Form.CONTACT: contact, Form.REQUEST: request},
        {Form.DECISION: decision},
    )


def said(words: str) -> str:
    return f"{CANARY.capitalize()} {words}"


def be_everywhere(journey: Journey) -> None:
    hands = journey.hands
    be_in_the_lists(journey)
    for letter in hands.rows("Breve"):
        hands.choose_row("Breve", letter)
        hands.rest(100)
    hands.choose_row("Breve", RECEIPT)
    hands.click("Godkend brevet")
    hands.choose_row("Forløbets trin", DECISION)
    hands.answer(Place("decision.content"), Reply(said("er skrevet nu.")))
    QApplication.clipboard().setText(said("er kopieret."))
    be_beside_the_form(journey)
    hands.click("Slet borgeren …")
    hands.click("Breve")
    hands.rest(300)
    hands.click("Retningslinjer")
    for page in SIDE_PAGES:
        hands.click("Indstillinger")
        hands.click(page)
        hands.rest(100)
    hands.press(Qt.Key.Key_F1, NONE)
    hands.press(Qt.Key.Key_F1, NONE)
    open_the_case(journey)
    hands.choose_row("Forløbets trin", DECISION)


def be_in_the_lists(journey: Journey) -> None:
    hands = journey.hands
    hands.click("I dag")
    hands.rest(100)
    hands.click("Borgere")
    hands.type_into("Søg efter en borger", CANARY.upper())
    hands.rest(100)
    open_the_case(journey)
    for step in hands.rows("Forløbets trin"):
        hands.choose_row("Forløbets trin", step)
        for _ in range(3):
            hands.next_section()


def open_the_case(journey: Journey) -> None:
    journey.hands.click("Borgere")
    journey.hands.choose_row("Borgere", said("Navnesen"))


def be_beside_the_form(journey: Journey) -> None:
    """Look at the paper, the letter beside, the search, what to add, the consents and Samtale."""
    hands = journey.hands
    for key, pause in ((Qt.Key.Key_P, 300), (Qt.Key.Key_M, 100)):
        hands.press(key, CTRL)
        hands.rest(pause)
        hands.press(Qt.Key.Key_Escape, NONE)
        journey.window.activateWindow()
        hands.rest(50)
    hands.press(Qt.Key.Key_B, CTRL)
    hands.rest(500)
    hands.press(Qt.Key.Key_K, CTRL)
    QTest.keyClicks(QApplication.focusWidget() or journey.window, CANARY.upper())
    hands.rest(100)
    hands.press(Qt.Key.Key_Escape, NONE)
    hands.press(Qt.Key.Key_N, CTRL)
    hands.choose_row("Det, du kan tilføje", "Note om samtalen")
    hands.choose_row("Forløbets trin", DECISION)
    hands.press(Qt.Key.Key_F11, NONE)
    hands.rest(200)
    hands.press(Qt.Key.Key_F11, NONE)
    hands.rest(50)


def test_after_a_lock_no_widget_holds_anything_of_a_case(remains: Remains) -> None:
    assert remains.shown == []


def test_after_a_lock_nothing_holds_what_was_written(remains: Remains) -> None:
    assert remains.held == []


def test_after_a_lock_nothing_that_belongs_to_a_case_is_alive(remains: Remains) -> None:
    assert remains.of_a_case == []


def test_after_a_lock_what_qt_deleted_holds_nothing(remains: Remains) -> None:
    assert remains.dead == []


def test_after_a_lock_what_was_copied_is_gone(remains: Remains) -> None:
    assert remains.clipboard == ""
