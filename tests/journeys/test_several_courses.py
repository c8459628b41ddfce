"""A citizen who asks again, and days that cannot be: all stands as it was typed, and is marked."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.facts import Facts, replies
from app.preferences import Appearance, Preferences
from models.answers import Place
from models.course import Form
from tests.builders import CONTACT, REQUEST, TODAY
from tests.demo.journey import PASSPHRASE, Journey
from tests.journeys.people import add_citizen, make_register
from tests.journeys.seeing import said

pytestmark = pytest.mark.journey

NAME = "Łukasz Øvelund"
STEPS = "Forløbets trin"
EARLIER = "Tidligere forløb"
LETTERS = "Breve"
STATUS = "Status ved udskrivning"
SIGN = "Færdig – underskriv"
ODD = "Noget passer ikke"
TWO_OPEN = "To forløb er åbne på én gang."
FIRST: Facts = {**REQUEST, "request.received": "5.1.2025"}
ENDED: Facts = {
    "discharge.date": "3.6.2026",
    "discharge.reason": ["completed"],
    "discharge.status": "Det går godt.",
}
TOLD: Facts = {
    **ENDED,
    "discharge.background": "Kokain fyldte i weekenden.",
    "discharge.drugs": ["stopped"],
    "discharge.goals": "Målet er nået.",
    "discharge.citizen_view": "Hunden hedder Bolle.",
    "discharge.together": ["together"],
    "discharge.where_to_turn": "Bo på Åløkke.",
    "discharge.tolerance": ["true"],
    "discharge.follow_up_told": ["true"],
    "discharge.follow_up_declined": ["false"],
}
AGAIN: Facts = {
    "request.received": "2.11.2026",
    "request.way": ["phone"],
    "request.words": "Jeg har brug for hjælp igen.",
    "request.regional": ["neither"],
}


@pytest.fixture
def at_work(tmp_path: Path, qapp: QApplication) -> Iterator[Callable[..., Journey]]:
    """Return what opens the case of the one citizen of a register."""
    begun: list[Journey] = []

    def begin(**signed: Facts) -> Journey:
        make_register(tmp_path / "kartotek")
        forms = {Form(form): facts for form, facts in signed.items()}
        add_citizen(tmp_path / "kartotek", {Form.CONTACT: CONTACT, **forms}, {})
        begun.append(Journey(tmp_path, Preferences(Appearance.LIGHT), print))
        begun[-1].begin()
        begun[-1].unlock(PASSPHRASE)
        begun[-1].hands.click("Borgere")
        begun[-1].hands.choose_row("Borgere", NAME)
        return begun[-1]

    yield begin
    for journey in begun:
        journey.close()


def fill(journey: Journey, facts: Facts) -> None:
    for place, reply in replies(facts, TODAY):
        journey.hands.answer(place, reply)


def sign(journey: Journey) -> None:
    while not journey.hands.has_button(SIGN):
        journey.hands.next_section()
    journey.hands.click(SIGN)


def ask_anew(journey: Journey, facts: Facts = AGAIN) -> None:
    journey.hands.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    journey.hands.choose_row("Det, du kan tilføje", "Ny anmodning")
    fill(journey, facts)


def test_who_asks_again_after_a_discharge_has_a_new_course_and_the_first_can_be_read(
    at_work: Callable[..., Journey],
) -> None:
    journey = at_work(request=FIRST, discharge=ENDED)
    journey.hands.choose_row(STEPS, "Ny anmodning")
    fill(journey, AGAIN)

    sign(journey)

    assert "Behandling senest 16.11.2026" in said(journey)
    assert not any("Udskrivning Udskrivning: Færdig" in row for row in journey.hands.rows(STEPS))
    (earlier,) = journey.hands.rows(EARLIER)
    assert "Forløb 2025–2026: Afsluttet 3.6.2026" in earlier

    journey.hands.choose_row(EARLIER, "Forløb 2025–2026")

    assert "Forløb 2025–2026" in said(journey)
    assert [row.partition(" ")[0] for row in journey.hands.rows(STEPS)] == [
        "Anmodning",
        "Udskrivning",
    ]
    journey.hands.choose_row(EARLIER, "Tilbage til nuværende forløb")
    assert any("Lægesamtale" in row for row in journey.hands.rows(STEPS))


def test_a_letter_that_an_earlier_course_still_lacks_is_approved_in_that_course(
    at_work: Callable[..., Journey],
) -> None:
    journey = at_work(request=FIRST, discharge=TOLD)
    journey.hands.choose_row(STEPS, "Ny anmodning")
    fill(journey, AGAIN)
    sign(journey)
    assert not any(STATUS in row for row in journey.hands.rows(LETTERS))

    journey.hands.choose_row(EARLIER, "Forløb 2025–2026")
    journey.hands.choose_row(LETTERS, STATUS)
    journey.hands.click("Godkend brevet")

    assert "Godkendt" in journey.hands.row(LETTERS, STATUS)
    assert "Forløb 2025–2026" in said(journey)
    journey.hands.choose_row(EARLIER, "Tilbage til nuværende forløb")
    assert not any(STATUS in row for row in journey.hands.rows(LETTERS))


def test_a_request_begun_by_mistake_is_given_up_and_the_course_is_as_it_was(
    at_work: Callable[..., Journey],
) -> None:
    journey = at_work(request=FIRST, discharge=ENDED)
    before = journey.hands.rows(STEPS)
    journey.hands.choose_row(STEPS, "Ny anmodning")
    journey.hands.answer(
        Place("request.words"), next(reply for _, reply in replies({"x": "Fej"}, TODAY))
    )
    journey.hands.wait_until(lambda: journey.hands.has_button("Slet kladden"))

    journey.hands.in_the_box("Slet kladden", lambda: journey.hands.click("Slet kladden"))

    assert journey.hands.rows(STEPS) == before
    assert journey.hands.rows(EARLIER) == []


def test_a_second_request_without_a_discharge_is_kept_and_marked_until_the_first_has_ended(
    at_work: Callable[..., Journey],
) -> None:
    journey = at_work(request=FIRST)
    ask_anew(journey)
    sign(journey)

    assert ODD in journey.hands.row(STEPS, "Anmodning")
    assert "Ikke afsluttet" in journey.hands.row(EARLIER, "Forløb 2025")
    journey.hands.choose_row(STEPS, "Anmodning")
    assert TWO_OPEN in said(journey)

    journey.hands.choose_row(STEPS, "Udskrivning")
    fill(journey, ENDED)
    sign(journey)

    journey.hands.choose_row(EARLIER, "Tilbage til nuværende forløb")
    assert ODD not in journey.hands.row(STEPS, "Anmodning")
    assert TWO_OPEN not in said(journey)
    assert "Afsluttet" in journey.hands.row(EARLIER, "Forløb 2025–2026")


def test_a_day_before_anybody_here_was_born_keeps_the_form_from_being_signed(
    at_work: Callable[..., Journey],
) -> None:
    journey = at_work()
    journey.hands.choose_row(STEPS, "Anmodning")
    fill(journey, {**AGAIN, "request.received": "02.11.1826"})
    sign(journey)
    assert "Datoen ligger før år 1900" in said(journey)

    journey.hands.click("Lås")
    journey.unlock(PASSPHRASE)
    journey.hands.choose_row(STEPS, "Anmodning")

    assert journey.hands.line(Place("request.received")).text() == "2.11.1826"
    assert "Kladde" in journey.hands.row(STEPS, "Anmodning")


def test_a_day_that_has_not_come_is_signed_as_typed_and_marked_after_a_lock(
    at_work: Callable[..., Journey],
) -> None:
    journey = at_work()
    journey.hands.choose_row(STEPS, "Anmodning")
    fill(journey, {**AGAIN, "request.received": "24.12.2026"})
    sign(journey)

    journey.hands.click("Lås")
    journey.unlock(PASSPHRASE)
    journey.hands.choose_row(STEPS, "Anmodning")

    assert "24. december 2026" in said(journey)
    assert "Datoen ligger ude i fremtiden." in said(journey)
    assert ODD in journey.hands.row(STEPS, "Anmodning")


def test_orders_that_cannot_be_are_said_at_the_question_once_it_is_left(
    at_work: Callable[..., Journey],
) -> None:
    journey = at_work(request=AGAIN)
    journey.hands.choose_row(STEPS, "Iværksættelse")
    fill(journey, {"start.date": "01.11.2026", "start.provider": "Åløkke"})

    assert "før den dag, borgeren bad om behandling" in said(journey)
    sign(journey)
    journey.hands.choose_row(STEPS, "Udskrivning")
    fill(journey, {"discharge.date": "31.10.2026", "discharge.reason": ["completed"]})
    assert "Behandlingen er slut, før den begyndte." in said(journey)
    fill(journey, {"discharge.status": "Det går godt."})
    sign(journey)

    journey.hands.click("Lås")
    journey.unlock(PASSPHRASE)

    journey.hands.choose_row(STEPS, "Iværksættelse")
    assert "1. november 2026" in said(journey)
    journey.hands.choose_row(STEPS, "Udskrivning")
    assert "31. oktober 2026" in said(journey)
    assert all(ODD in journey.hands.row(STEPS, step) for step in ("Iværksættelse", "Udskrivning"))


def test_the_cpr_number_of_a_child_is_marked_at_the_contact(
    at_work: Callable[..., Journey],
) -> None:
    journey = at_work(request=AGAIN)
    journey.hands.choose_row(STEPS, "Henvendelse")
    while not journey.hands.has_button("Ret det, der er skrevet"):
        journey.hands.next_section()
    journey.hands.click("Ret det, der er skrevet")

    fill(journey, {"citizen.cpr": "031108-4000", "citizen.name": NAME})
    assert "under 18 år, da der blev bedt om behandling" in said(journey)
    sign(journey)

    assert ODD in journey.hands.row(STEPS, "Henvendelse")
