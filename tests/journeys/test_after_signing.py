"""Where one is after signing, what is said of the form there, and one more of the same."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.preferences import Appearance, Preferences
from forms.reply import Reply
from models.answers import Place
from models.course import Form
from tests.builders import CONTACT
from tests.demo.journey import PASSPHRASE, Journey
from tests.journeys.people import add_citizen, make_register
from tests.journeys.seeing import said

pytestmark = pytest.mark.journey

BESIDE, COURSE = "Ved siden af forløbet", "Forløbets trin"
CORRECT, ANOTHER, SIGN = "Ret det, der er skrevet", "Skriv en ny", "Færdig – underskriv"
WHO_5 = ("cheerful", "calm", "active", "rested", "interested")
TOLD = Place("follow_up.citizen_words")


@pytest.fixture
def asked(tmp_path: Path, qapp: QApplication) -> Iterator[Journey]:
    """Return a journey in a case in which only the contact is filled."""
    folder = tmp_path / "kartotek"
    make_register(folder)
    add_citizen(folder, {Form.CONTACT: CONTACT}, {})
    walking = Journey(tmp_path, Preferences(Appearance.LIGHT), print)
    walking.begin()
    walking.unlock(PASSPHRASE)
    walking.hands.click("Borgere")
    walking.hands.choose_row("Borgere", "Øvelund")
    yield walking
    walking.close()


def add(journey: Journey, title: str) -> None:
    journey.hands.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    journey.hands.choose_row("Det, du kan tilføje", title)


def go_to_foot(journey: Journey, button: str) -> None:
    while not journey.hands.has_button(button):
        journey.hands.next_section()


def sign(journey: Journey) -> None:
    go_to_foot(journey, SIGN)
    journey.hands.click(SIGN)


def measure(journey: Journey, day: date, code: str) -> None:
    journey.clock.be_on(day)
    add(journey, "WHO-5")
    for item in WHO_5:
        journey.hands.answer(Place(f"who_5.{item}"), Reply(codes=(code,)))


def write_follow_up(journey: Journey, words: str) -> None:
    journey.hands.answer(TOLD, Reply(words))
    sign(journey)


def test_a_note_signed_beside_a_step_not_begun_stays_on_the_screen(asked: Journey) -> None:
    add(asked, "Note om samtalen")
    asked.hands.answer(Place("conversation_note.summary"), Reply("Vi talte om søvn."))

    sign(asked)

    assert "Note om samtalen · underskrevet 2.11.2026 af Ida Øvesen" in said(asked)
    assert asked.hands.has_button(CORRECT)
    assert "Ikke begyndt" not in asked.hands.row(BESIDE, "Note om samtalen")
    assert "Næste skridt" in asked.hands.row(COURSE, "Anmodning")


def test_a_step_of_the_course_added_before_its_time_stays_too(asked: Journey) -> None:
    add(asked, "Frit valg")
    asked.hands.answer(Place("free_choice.date"), Reply("2.11.2026"))
    asked.hands.answer(Place("free_choice.place"), Reply("Prøvegården"))
    asked.hands.answer(Place("free_choice.answer"), Reply(codes=("withdrawn",)))

    sign(asked)

    assert "Frit valg · underskrevet 2.11.2026 af Ida Øvesen" in said(asked)


def test_a_step_signed_in_its_turn_leads_on(asked: Journey) -> None:
    asked.hands.choose_row(COURSE, "Henvendelse")
    go_to_foot(asked, CORRECT)
    asked.hands.click(CORRECT)
    assert "Henvendelse · rettelse" in said(asked)

    sign(asked)

    assert asked.hands.field(Place("request.received")) is not None


def test_the_score_stands_below_the_questions_as_soon_as_the_last_is_answered(
    asked: Journey,
) -> None:
    measure(asked, date(2026, 11, 3), "1")

    assert "WHO-5: 20 – lav trivsel" in said(asked).splitlines()
    sign(asked)
    assert "WHO-5: 20 – lav trivsel" in said(asked).splitlines()


def test_a_score_says_how_it_moved_in_the_case(asked: Journey) -> None:
    for day, code in ((date(2026, 11, 3), "1"), (date(2026, 11, 20), "2")):
        measure(asked, day, code)
        sign(asked)

    measure(asked, date(2026, 12, 10), "3")

    assert "Sidst, 20.11.2026: 40. Fremgang på 20 point." in said(asked)
    assert "Første gang, 3.11.2026: 20. Fremgang på 40 point." in said(asked)


def test_a_follow_up_can_be_corrected_and_another_one_written(asked: Journey) -> None:
    asked.hands.choose_row(COURSE, "Opfølgning")
    write_follow_up(asked, "Det går bedre.")
    go_to_foot(asked, CORRECT)
    asked.hands.click(CORRECT)
    write_follow_up(asked, "Det går meget bedre.")

    asked.hands.click(ANOTHER)
    write_follow_up(asked, "Nu går det godt.")

    rows = [row for row in asked.hands.rows(COURSE) if row.startswith("Opfølgning ")]
    assert [("Færdig" in row) for row in rows] == [True, True]
    asked.hands.choose_row(COURSE, "Opfølgning")
    asked.hands.press(Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert "Det går meget bedre." in said(asked)


def test_another_follow_up_goes_on_with_the_one_that_is_begun(asked: Journey) -> None:
    asked.hands.choose_row(COURSE, "Opfølgning")
    write_follow_up(asked, "Det går bedre.")
    asked.hands.click(ANOTHER)
    asked.hands.answer(TOLD, Reply("Nu går"))
    asked.hands.choose_row(COURSE, "Opfølgning")

    asked.hands.click(ANOTHER)

    assert asked.hands.field(TOLD) is not None
    assert len([row for row in asked.hands.rows(COURSE) if row.startswith("Opfølgning ")]) == 2


def test_the_trail_says_whom_one_opened(asked: Journey) -> None:
    asked.hands.click("Indstillinger")

    asked.hands.click("Gå til eftersyn")

    rows = asked.hands.rows("Sporet")
    assert any("Åbnede en borger" in row and "om Łukasz Øvelund" in row for row in rows)
