"""In the window: tasks lead to their questions, letters say their day, and what stops signing."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from app.facts import Facts
from app.open_case import read_case
from app.preferences import Appearance, Preferences
from app.supplies import supplies
from app.work import Work
from forms.reply import Reply
from models.answers import Place
from models.course import Form
from storage.list_records import DueSpan
from storage.register import open_register
from tests.builders import CONTACT, DECIDED, NOON, PARTIAL_REFUSAL, REQUEST
from tests.demo.journey import PASSPHRASE, PERSON, Journey
from tests.journeys.people import add_citizen, make_register
from tests.journeys.seeing import said
from views.screen.letter_delivery import LetterDelivery

pytestmark = pytest.mark.journey

NAME = "Łukasz Øvelund"
SIGN = "Færdig – underskriv"
COMPANION = "Bisidder og partsrepræsentant"
ASKED = {Form.CONTACT: CONTACT, Form.REQUEST: REQUEST}


@pytest.fixture
def at_work(tmp_path: Path, qapp: QApplication) -> Iterator[Callable[..., Journey]]:
    """Return what opens the case of a citizen whose forms are *signed*, and others begun."""
    begun: list[Journey] = []

    def begin(signed: Mapping[Form, Facts], drafts: Mapping[Form, Facts]) -> Journey:
        make_register(tmp_path / "kartotek")
        add_citizen(tmp_path / "kartotek", signed, drafts)
        walking = Journey(tmp_path, Preferences(Appearance.LIGHT), print)
        begun.append(walking)
        walking.clock.be_on(DECIDED)
        walking.begin()
        walking.unlock(PASSPHRASE)
        walking.hands.click("Borgere")
        walking.hands.choose_row("Borgere", NAME)
        return walking

    yield begin
    for walking in begun:
        walking.close()


def has_focus(journey: Journey, place: Place) -> bool:
    field, focused = journey.hands.field(place), QApplication.focusWidget()
    return isinstance(field, QWidget) and focused is not None and field.isAncestorOf(focused)


def sign(journey: Journey) -> None:
    while not journey.hands.has_button(SIGN):
        journey.hands.next_section()
    journey.hands.click(SIGN)


def test_a_task_leads_to_the_question_it_is_about(at_work: Callable[..., Journey]) -> None:
    journey = at_work(ASKED, {})
    journey.hands.click(f"Opgave: {COMPANION}")

    journey.hands.click(f"Gå til: {COMPANION}")

    assert has_focus(journey, Place("contact.told"))


def test_a_delivery_on_another_day_says_so_at_the_letter(
    at_work: Callable[..., Journey],
) -> None:
    journey = at_work({**ASKED, Form.DECISION: PARTIAL_REFUSAL}, {})
    journey.hands.choose_row("Breve", "Afgørelse")
    journey.hands.click("Godkend brevet")
    before = said(journey)
    delivery = next(w for w in journey.window.findChildren(LetterDelivery) if w.isVisible())
    ways = delivery.findChild(QComboBox)
    ways.setCurrentIndex(ways.findText("Udleveret personligt"))
    delivery.findChild(QLineEdit).setText("9.11.2026")

    journey.hands.click("Notér")

    assert "Brevet siger" not in before
    assert (
        "Brevet siger 15. december 2026, men klagefristen er nu 7. december 2026, fordi brevet "
        "blev givet i hånden den 9. november 2026."
    ) in said(journey)


def test_a_decision_of_1826_is_not_signed(at_work: Callable[..., Journey]) -> None:
    journey = at_work(ASKED, {Form.DECISION: PARTIAL_REFUSAL})
    journey.hands.choose_row("Forløbets trin", "Afgørelse")
    journey.hands.answer(Place("decision.date"), Reply("9.11.1826"))

    sign(journey)

    assert "Datoen ligger før år 1900" in said(journey)
    assert has_focus(journey, Place("decision.date"))
    assert journey.hands.has_button("Næste") or journey.hands.has_button(SIGN)


def test_the_number_of_who_chose_to_be_anonymous_is_not_kept_and_one_is_told(
    at_work: Callable[..., Journey], tmp_path: Path
) -> None:
    journey = at_work({}, {Form.CONTACT: CONTACT})
    journey.hands.choose_row("Forløbets trin", "Henvendelse")
    journey.hands.answer(Place("contact.wish"), Reply(codes=("counselling",)))
    journey.hands.answer(Place("contact.anonymous"), Reply(codes=("true",)))
    journey.hands.next_section()
    journey.hands.click("Forrige")
    told = said(journey)

    sign(journey)
    journey.close()

    register = open_register(tmp_path / "kartotek", PERSON, PASSPHRASE, NOON)
    (citizen,) = register.citizens("", 10)
    work = Work(register, supplies(), lambda: NOON, PERSON)
    kept = read_case(citizen.case_id, work).current(Form.CONTACT)
    register.close()
    assert "bliver ikke gemt, når du underskriver" in told
    assert kept is not None
    assert kept.answers.text("citizen.cpr") == ""


def test_what_an_approved_letter_has_done_is_no_longer_due(
    at_work: Callable[..., Journey], tmp_path: Path
) -> None:
    """The row of the lists is derived together with the letter, not at the next save."""
    ended: Facts = {
        "discharge.date": "9.11.2026",
        "discharge.reason": ["completed"],
        "discharge.status": "Det går godt.",
        "discharge.citizen_view": "Jeg er glad.",
        "discharge.goals": "Målet blev nået.",
        "discharge.plan": "Ida ringer på mandag.",
        "discharge.where_to_turn": "Åløkke, hver dag.",
    }
    planned: Facts = {
        "task.id": "discharge_status",
        "task.title": "Skriftlig status",
        "task.outcome": ["planned"],
        "task.date": "10.11.2026",
    }
    signed = {**ASKED, Form.DISCHARGE: ended, Form.TASK_NOTE: planned}
    journey = at_work(signed, {})
    journey.hands.choose_row("Breve", "Status ved udskrivning")
    journey.hands.click("Godkend brevet")
    journey.close()

    register = open_register(tmp_path / "kartotek", PERSON, PASSPHRASE, NOON)
    due = {one.task.id for one in register.lists.due(DueSpan(before=date(2030, 1, 1)), 50)}
    register.close()

    assert due
    assert "discharge_status" not in due
