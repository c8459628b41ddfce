"""Tasks through the real window: called for, planned, set aside, done, and due on the day."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.facts import Facts, replies
from app.preferences import Appearance, Preferences
from forms.reply import Reply
from models.answers import Place
from models.course import Form
from tests.builders import CONTACT, REQUEST, TODAY
from tests.demo.journey import PASSPHRASE, Journey
from tests.journeys.people import add_citizen, make_register
from tests.journeys.seeing import said, wait_for

pytestmark = pytest.mark.journey

NAME = "Łukasz Øvelund"
STEPS = "Forløbets trin"
BESIDE = "Ved siden af forløbet"
DUE = "Det, der skal gøres"
SIGN = "Færdig – underskriv"
NALOXONE = "Tilbyd modgift og førstehjælp"
CALLED = "Det kalder svarene på"
FIRST = "Det plejer at være på plads først"
OPIOIDS = (Place("drugs.opioids"), Reply(codes=("true",)))
STARTED: Facts = {"start.date": "20.10.2026", "start.provider": "Åløkke"}
ASKED: Facts = {**REQUEST, "request.received": "15.10.2026"}
ENDED: Facts = {
    "discharge.date": "1.11.2026",
    "discharge.reason": ["completed"],
    "discharge.status": "Det går godt.",
}


@pytest.fixture
def at_work(tmp_path: Path, qapp: QApplication) -> Iterator[Callable[..., Journey]]:
    """Return what unlocks a register with one citizen whose *forms* are signed."""
    begun: list[Journey] = []

    def begin(**forms: Facts) -> Journey:
        make_register(tmp_path / "kartotek")
        signed = {Form(form): facts for form, facts in forms.items()}
        add_citizen(tmp_path / "kartotek", {Form.CONTACT: CONTACT, **signed}, {})
        begun.append(Journey(tmp_path, Preferences(Appearance.LIGHT), print))
        begun[-1].begin()
        begun[-1].unlock(PASSPHRASE)
        return begun[-1]

    yield begin
    for journey in begun:
        journey.close()


def open_case(journey: Journey) -> None:
    journey.hands.click("Borgere")
    journey.hands.choose_row("Borgere", NAME)


def answer_opioids(journey: Journey) -> None:
    open_case(journey)
    journey.hands.choose_row(STEPS, "Afdækning")
    journey.hands.answer(*OPIOIDS)
    wait_for(journey, NALOXONE)
    fold_out(journey, NALOXONE)


def fold_out(journey: Journey, task: str) -> None:
    fold = journey.hands.button(f"Opgave: {task}")
    if not fold.isChecked():
        journey.hands.click(f"Opgave: {task}")


def buttons(journey: Journey) -> set[str]:
    found = journey.window.findChildren(QAbstractButton)
    return {button.accessibleName() for button in found if button.isVisible()}


def fill(journey: Journey, facts: Facts) -> None:
    for place, reply in replies(facts, TODAY):
        journey.hands.answer(place, reply)


def sign(journey: Journey) -> None:
    while not journey.hands.has_button(SIGN):
        journey.hands.next_section()
    journey.hands.click(SIGN)


def test_opioids_call_for_naloxone_which_is_planned_set_aside_and_can_be_read_of(
    at_work: Callable[..., Journey],
) -> None:
    journey = at_work(request=REQUEST)
    answer_opioids(journey)
    assert CALLED in said(journey)
    assert "Læs om Anvisning 2.3.5 (2020)" in buttons(journey)

    journey.hands.click(f"Planlagt: {NALOXONE}")
    assert NALOXONE in said(journey)
    fill(journey, {"task.date": "9.11.2026"})
    sign(journey)

    assert journey.hands.field(Place("drugs.opioids")) is not None
    fold_out(journey, NALOXONE)
    assert "Planlagt til mandag den 9. november 2026." in said(journey)
    assert "Planlagt 9.11.2026" in said(journey)

    journey.hands.click(f"Sæt til side: {NALOXONE}")
    fill(journey, {"task.reason": "Har været på kursus i sidste uge."})
    sign(journey)

    assert f"Sæt til side: {NALOXONE}" not in buttons(journey)
    assert f"{NALOXONE}: Den er lagt til side" in journey.hands.row(BESIDE, "lagt til side")
    journey.hands.choose_row(BESIDE, "lagt til side")
    assert "Har været på kursus i sidste uge." in said(journey)


def test_what_was_planned_stands_on_the_day_and_leads_to_where_it_is_done(
    at_work: Callable[..., Journey],
) -> None:
    journey = at_work(request=REQUEST)
    answer_opioids(journey)
    journey.hands.click(f"Planlagt: {NALOXONE}")
    fill(journey, {"task.date": "4.11.2026"})
    sign(journey)
    journey.clock.be_on(date(2026, 11, 4))
    journey.hands.click("I dag")

    assert "Planlagt i dag" in journey.hands.row(DUE, NALOXONE)

    journey.hands.choose_row(DUE, NALOXONE)
    offered: Facts = {"screening.opioids": ["yes"], "screening.naloxone": ["accepted"]}
    fill(journey, {"screening.date": "4.11.2026", **offered})
    sign(journey)
    journey.hands.click("I dag")

    assert not any(NALOXONE in row for row in journey.hands.rows(DUE))


def test_a_signed_discharge_is_followed_up_a_month_later_also_after_a_lock(
    at_work: Callable[..., Journey],
) -> None:
    journey = at_work(request=ASKED, start=STARTED)
    open_case(journey)
    journey.hands.choose_row(STEPS, "Udskrivning")
    fill(journey, ENDED)
    sign(journey)
    journey.hands.click("I dag")
    assert "Tirsdag 1.12.2026" in journey.hands.row(DUE, "Opfølgning efter en måned")

    journey.program.lock()
    journey.unlock(PASSPHRASE)
    journey.clock.be_on(date(2026, 12, 1))
    journey.hands.click("I dag")

    assert "I dag" in journey.hands.row(DUE, "Opfølgning efter en måned")
    journey.hands.choose_row(DUE, "Opfølgning efter en måned")
    assert "Opfølgning efter udskrivning" in said(journey)


def test_an_overdue_guarantee_comes_first_and_enter_opens_the_start(
    at_work: Callable[..., Journey],
) -> None:
    journey = at_work(request=ASKED)

    rows = journey.hands.rows(DUE)
    journey.window.activateWindow()
    journey.hands.rest(50)
    journey.hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)

    assert rows[1].startswith(f"Behandlingsgaranti, {NAME}, Dag 18 af 14")
    assert journey.hands.field(Place("start.date")) is not None


def test_what_usually_comes_first_is_said_above_the_signing_and_never_in_its_way(
    at_work: Callable[..., Journey],
) -> None:
    journey = at_work(request=ASKED, start=STARTED)
    open_case(journey)
    journey.hands.choose_row(STEPS, "Udskrivning")
    fill(journey, ENDED)
    assert FIRST not in said(journey)

    while not journey.hands.has_button(SIGN):
        journey.hands.next_section()

    assert FIRST in said(journey)
    assert "Du kan godt skrive under alligevel." in said(journey)
    journey.hands.click(SIGN)
    assert "Færdig" in journey.hands.row(STEPS, "Udskrivning")


def test_the_tasks_can_be_put_away_and_brought_back_by_keyboard(
    at_work: Callable[..., Journey],
) -> None:
    journey = at_work(request=REQUEST)
    open_case(journey)
    shown = said(journey)

    journey.hands.press(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    hidden = said(journey)
    journey.hands.press(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)

    assert CALLED in shown
    assert CALLED not in hidden
    assert CALLED in said(journey)


def test_a_source_leads_to_the_guideline_and_back(at_work: Callable[..., Journey]) -> None:
    journey = at_work(request=REQUEST)
    answer_opioids(journey)

    journey.hands.click("Læs om Anvisning 2.3.5 (2020)")

    assert "2.3.5" in said(journey)
    assert CALLED not in said(journey)


def test_a_day_on_a_checklist_of_the_clinic_stands_on_the_day_and_leads_there(
    journey: Journey,
) -> None:
    journey.hands.click("Indstillinger")
    journey.hands.click("Se tjeklisterne")
    journey.hands.click("Begynd: Kvalitetsstandarden")
    fill(
        journey,
        {"quality_standard.responsible": "Ida Øvesen", "quality_standard.approved": "15.11.2024"},
    )
    sign(journey)
    journey.hands.click("I dag")

    assert "Klinikken · Ida Øvesen" in journey.hands.row(DUE, "Se kvalitetsstandarden efter")

    journey.hands.choose_row(DUE, "Se kvalitetsstandarden efter")
    assert "Kvalitetsstandarden" in said(journey)
