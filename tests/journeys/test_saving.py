import pytest
from PySide6.QtWidgets import QLabel

from forms.reply import Reply
from models.answers import Place
from tests.demo.hands import type_one
from tests.demo.journey import Journey

pytestmark = pytest.mark.journey

NAME = Place("citizen.name")


def status(journey: Journey) -> str:
    said = (label.text() for label in journey.window.findChildren(QLabel) if label.isVisible())
    return next((text for text in said if text.startswith(("Gemt", "Gemmer", "Ikke gemt"))), "")


def begin_contact(journey: Journey) -> None:
    journey.hands.click("Borgere")
    journey.hands.click("Ny henvendelse")
    journey.hands.answer(NAME, Reply("Bo"))


def test_a_keystroke_is_not_called_saved_before_the_disk_has_it(journey: Journey) -> None:
    begin_contact(journey)
    journey.hands.wait_until(lambda: status(journey).startswith("Gemt"))

    type_one(journey.hands.line(NAME), "X")

    assert status(journey) == "Gemmer …"
    journey.hands.wait_until(lambda: status(journey).startswith("Gemt"))


def test_what_is_typed_and_taken_back_is_saved_again(journey: Journey) -> None:
    begin_contact(journey)
    journey.hands.wait_until(lambda: status(journey).startswith("Gemt"))

    journey.hands.answer(NAME, Reply("Bo"))

    journey.hands.wait_until(lambda: status(journey).startswith("Gemt"))


def test_the_lists_do_not_say_that_something_is_still_being_saved(journey: Journey) -> None:
    begin_contact(journey)

    journey.hands.click("Borgere")

    journey.hands.wait_until(lambda: status(journey).startswith("Gemt"))
