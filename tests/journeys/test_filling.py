"""Filling a form in the real window: a day half typed, a score with its words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from forms.reply import Reply
from models.answers import Place
from tests.demo.hands import type_one
from tests.demo.journey import PASSPHRASE, Journey

pytestmark = pytest.mark.journey

DAY = Place("contact.date")


def test_a_lock_in_the_middle_of_a_year_brings_one_back_to_the_middle_of_it(
    journey: Journey,
) -> None:
    journey.hands.click("Borgere")
    journey.hands.click("Ny henvendelse")
    journey.hands.answer(Place("citizen.name"), Reply("Bo Testgaard"))
    journey.hands.answer(DAY, Reply("2.11.20"))

    journey.program.lock()
    journey.unlock(PASSPHRASE)
    back = QApplication.focusWidget()
    assert isinstance(back, QLineEdit)
    half = back.text()
    for character in "26":
        type_one(back, character)
    QTest.keyClick(back, Qt.Key.Key_Tab)

    assert half == "2.11.20"
    assert journey.hands.line(DAY).text() == "2.11.2026"


def test_the_answer_that_opens_a_question_is_kept_with_it_through_a_lock(journey: Journey) -> None:
    journey.hands.click("Borgere")
    journey.hands.click("Ny henvendelse")
    journey.hands.answer(Place("citizen.name"), Reply("Bo Testgaard"))
    journey.hands.choose_row("Forløbets trin", "Anmodning")
    journey.hands.answer(Place("request.representation"), Reply(codes=("representative",)))
    journey.hands.answer(Place("request.representative_name"), Reply("Advokat Øve"))

    journey.hands.click("Lås")
    journey.unlock(PASSPHRASE)

    shown = [label.text() for label in journey.window.findChildren(QLabel) if label.isVisible()]
    assert journey.hands.line(Place("request.representative_name")).text() == "Advokat Øve"
    assert not any("kan ikke" in text for text in shown)
