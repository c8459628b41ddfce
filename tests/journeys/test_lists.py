"""The lists in the real window: found in a note, filtered until the lock, and opened from I dag."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox

from app.facts import Facts
from app.preferences import Appearance, Preferences
from models.course import Form
from tests.builders import CONTACT, REQUEST
from tests.demo.journey import PASSPHRASE, Journey
from tests.journeys.people import add_citizen, make_register
from tests.journeys.seeing import said

pytestmark = pytest.mark.journey

NOTE: Facts = {
    "conversation_note.date": "1.11.2026",
    "conversation_note.words": "Det går bedre med kajakken.",
    "conversation_note.next": "2.11.2026",
    "conversation_note.next_where": "kl. 10 i huset",
}
OTHER: Facts = {**CONTACT, "citizen.name": "Bo Prøve", "citizen.cpr": ""}
DUE = "Det, der skal gøres"


@pytest.fixture
def walking(tmp_path: Path, qapp: QApplication) -> Iterator[Journey]:
    folder = tmp_path / "kartotek"
    make_register(folder)
    signed = {Form.CONTACT: CONTACT, Form.REQUEST: REQUEST, Form.CONVERSATION_NOTE: NOTE}
    add_citizen(folder, signed, {})
    add_citizen(folder, {Form.CONTACT: OTHER}, {})
    journey = Journey(tmp_path, Preferences(Appearance.LIGHT), print)
    journey.begin()
    journey.unlock(PASSPHRASE)
    yield journey
    journey.close()


def box(journey: Journey, name: str) -> QComboBox:
    found = journey.window.findChildren(QComboBox)
    return next(one for one in found if one.isVisible() and one.accessibleName() == name)


def rows(journey: Journey) -> list[str]:
    return journey.hands.rows("Borgere")


def test_a_citizen_is_found_by_a_word_of_a_note_only_when_one_asks_for_it(
    walking: Journey,
) -> None:
    hands = walking.hands
    hands.click("Borgere")
    hands.type_into("Søg efter en borger", "kajak")
    without = said(walking)

    hands.click("Søg også i noter og svar")

    assert "Ingen passer på »kajak«" in without
    assert [row for row in rows(walking) if "Łukasz Øvelund" in row]


def test_filters_stay_while_it_is_unlocked_and_are_gone_after_the_lock(walking: Journey) -> None:
    hands = walking.hands
    hands.click("Borgere")
    box(walking, "Forløb").setCurrentIndex(2)
    filtered = rows(walking)
    hands.click("I dag")
    hands.click("Borgere")
    kept = rows(walking)

    hands.click("Lås")
    walking.unlock(PASSPHRASE)
    hands.click("Borgere")

    assert len(filtered) == 1
    assert "Bo Prøve" in filtered[0]
    assert kept == filtered
    assert len(rows(walking)) == 2
    assert box(walking, "Forløb").currentText() == "Alle"


def test_enter_opens_what_the_first_line_is_about(walking: Journey) -> None:
    lines = walking.hands.rows(DUE)

    walking.hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)

    assert lines[0].startswith("Aftaler i dag: 1")
    assert lines[1].startswith("Samtale, Łukasz Øvelund · kl. 10 i huset, I dag")
    walking.hands.wait_until(lambda: "Łukasz Øvelund" in said(walking))
    assert "Hvem var med?" in said(walking)
