"""Answers nobody expected: they are kept as typed, and never obeyed."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from app.preferences import Appearance, Preferences
from forms.reply import Reply
from models.answers import Place
from models.course import Form
from storage.register import open_register
from tests.builders import CONTACT, NOON, REQUEST
from tests.demo.journey import PASSPHRASE, PERSON, Journey
from tests.journeys.people import add_citizen, make_register
from tests.journeys.seeing import said
from tests.views.paper.paper_reading import reader, spoken

pytestmark = pytest.mark.journey

NAME = "Łukasz Øvelund"
RECEIVED = Place("request.received")
WORDS = Place("request.words")
SIGN = "Færdig – underskriv"
LONG = "".join(f"Det er dag {number:05} uden ro. " for number in range(3704))[:100_000]
MARKUP = "<b>Bo</b> {slot} &amp; {lov:sel-101} %s <img src=x> \\n Øvelund"


@pytest.fixture
def at_work(tmp_path: Path, qapp: QApplication) -> Iterator[Callable[..., Journey]]:
    """Return what makes a register with one citizen in it and unlocks it."""
    begun: list[Journey] = []

    def begin(name: str, *, has_asked: bool) -> Journey:
        contact = {**CONTACT, "citizen.name": name}
        make_register(tmp_path / "kartotek")
        signed = {Form.CONTACT: contact, **({Form.REQUEST: REQUEST} if has_asked else {})}
        drafts = {} if has_asked else {Form.REQUEST: {**REQUEST, "request.words": ""}}
        add_citizen(tmp_path / "kartotek", signed, drafts)
        begun.append(Journey(tmp_path, Preferences(Appearance.LIGHT), print))
        begun[-1].begin()
        begun[-1].unlock(PASSPHRASE)
        begun[-1].hands.click("Borgere")
        return begun[-1]

    yield begin
    for journey in begun:
        journey.close()


def open_request(journey: Journey, name: str = NAME) -> None:
    journey.hands.choose_row("Borgere", name)
    journey.hands.choose_row("Forløbets trin", "Anmodning")


def typed_at(journey: Journey, place: Place) -> str:
    field = journey.hands.field(place)
    assert field is not None
    boxes = [*field.findChildren(QPlainTextEdit)]
    return boxes[0].toPlainText() if boxes else field.findChildren(QLineEdit)[0].text()


def problem_at(journey: Journey, place: Place) -> str:
    field = journey.hands.field(place)
    assert field is not None
    return field.problem()


def wait_until_saved(journey: Journey) -> None:
    journey.hands.wait_until(lambda: "Gemt kl." in said(journey))


def go_to_the_end(journey: Journey) -> None:
    while not journey.hands.has_button(SIGN):
        journey.hands.next_section()


def text_of(letter: bytes) -> str:
    """Return what a screen reader hears of *letter*."""
    return "\n".join(text for _, text in spoken(letter))


def issued_letter(folder: Path) -> bytes:
    register = open_register(folder, PERSON, PASSPHRASE, NOON)
    (citizen,) = register.citizens("", 10)
    (heading,) = register.documents(citizen.case_id)
    content = register.document_content(heading.id)
    register.close()
    return content


@pytest.mark.parametrize("typed", ["32.13.2026", "1.1.20255", "engang i sommer"])
def test_a_date_that_is_none_is_kept_as_typed_and_keeps_the_form_from_being_signed(
    at_work: Callable[..., Journey], typed: str
) -> None:
    journey = at_work(NAME, has_asked=False)
    open_request(journey)
    journey.hands.answer(RECEIVED, Reply(typed))

    go_to_the_end(journey)
    journey.hands.click(SIGN)

    assert typed_at(journey, RECEIVED) == typed
    assert problem_at(journey, RECEIVED).endswith(".")
    assert "Færdig" not in journey.hands.row("Forløbets trin", "Anmodning")

    wait_until_saved(journey)
    journey.hands.click("Lås")
    journey.unlock(PASSPHRASE)

    assert typed_at(journey, RECEIVED) == typed


def test_a_hundred_thousand_characters_are_kept_signed_and_printed(
    at_work: Callable[..., Journey], tmp_path: Path
) -> None:
    journey = at_work(NAME, has_asked=False)
    open_request(journey)
    field = journey.hands.field(WORDS)
    assert field is not None
    QApplication.clipboard().setText(LONG)
    field.findChildren(QPlainTextEdit)[0].paste()
    wait_until_saved(journey)

    journey.hands.click("Lås")
    journey.unlock(PASSPHRASE)
    assert typed_at(journey, WORDS) == LONG
    go_to_the_end(journey)
    journey.hands.click(SIGN)
    journey.hands.choose_row("Breve", "Kvittering for anmodning")
    journey.hands.click("Godkend brevet")
    journey.close()

    letter = issued_letter(tmp_path / "kartotek")
    assert len(reader(letter).pages) > 10
    assert LONG.strip() in text_of(letter)


def test_markup_and_slots_in_a_name_are_shown_and_printed_as_typed(
    at_work: Callable[..., Journey], tmp_path: Path
) -> None:
    journey = at_work(MARKUP, has_asked=True)

    journey.hands.choose_row("Borgere", MARKUP)
    assert MARKUP in said(journey)
    journey.hands.choose_row("Breve", "Kvittering for anmodning")
    journey.hands.click("Godkend brevet")
    journey.close()

    assert MARKUP in text_of(issued_letter(tmp_path / "kartotek"))
