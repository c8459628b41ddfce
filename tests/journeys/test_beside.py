"""Work beside the steps of a course: adding, signing, correcting, giving up, the way back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from forms.reply import Reply
from models.answers import Place
from tests.demo.journey import PASSPHRASE, Journey

pytestmark = pytest.mark.journey

BESIDE = "Ved siden af forløbet"
NAME = Place("citizen.name")
SUMMARY = Place("conversation_note.summary")


def begin_contact(journey: Journey) -> None:
    journey.hands.click("Borgere")
    journey.hands.click("Ny henvendelse")
    journey.hands.answer(NAME, Reply("Bo Testgaard"))


def add(journey: Journey, title: str) -> None:
    journey.hands.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    journey.hands.choose_row("Det, du kan tilføje", title)


def write_note(journey: Journey, words: str) -> None:
    add(journey, "Note om samtalen")
    journey.hands.answer(SUMMARY, Reply(words))


def sign(journey: Journey) -> None:
    while not journey.hands.has_button("Færdig – underskriv"):
        journey.hands.next_section()
    journey.hands.click("Færdig – underskriv")


def is_at(journey: Journey, place: Place) -> bool:
    field, focused = journey.hands.field(place), QApplication.focusWidget()
    return isinstance(field, QWidget) and focused is not None and field.isAncestorOf(focused)


def test_a_signed_note_leads_back_to_the_question_one_was_at(journey: Journey) -> None:
    begin_contact(journey)
    write_note(journey, "Vi talte om søvn.")

    sign(journey)

    assert is_at(journey, NAME)
    assert "Færdig" in journey.hands.row(BESIDE, "Note om samtalen")


def test_what_was_added_stands_in_the_list_before_anything_is_typed(journey: Journey) -> None:
    begin_contact(journey)

    add(journey, "Samtykke")

    assert "Ikke begyndt" in journey.hands.row(BESIDE, "Samtykke")
    journey.hands.choose_row("Forløbets trin", "Henvendelse")
    assert journey.hands.rows(BESIDE) == []


def test_several_of_one_kind_stand_beside_and_each_can_be_opened(journey: Journey) -> None:
    begin_contact(journey)
    for words in ("Den første.", "Den anden."):
        write_note(journey, words)
        sign(journey)

    assert len(journey.hands.rows(BESIDE)) == 2
    journey.hands.choose_row(BESIDE, "Note om samtalen")
    journey.hands.next_section()
    assert journey.hands.field(SUMMARY) is not None


def test_leaving_the_list_leads_back_to_the_question_one_was_at(journey: Journey) -> None:
    begin_contact(journey)
    journey.hands.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)

    journey.hands.click("Fortryd")

    assert is_at(journey, NAME)


def test_a_lock_while_one_looks_for_what_to_add_comes_back_to_the_question(
    journey: Journey,
) -> None:
    begin_contact(journey)
    journey.hands.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)

    journey.hands.click("Lås")
    journey.unlock(PASSPHRASE)

    assert is_at(journey, NAME)
    assert journey.hands.line(NAME).text() == "Bo Testgaard"


def test_a_lock_in_the_middle_of_a_note_comes_back_to_it(journey: Journey) -> None:
    begin_contact(journey)
    write_note(journey, "Vi talte om")

    journey.hands.click("Lås")
    journey.unlock(PASSPHRASE)

    assert is_at(journey, SUMMARY)
    assert "Kladde" in journey.hands.row(BESIDE, "Note om samtalen")


def test_a_note_given_up_is_gone_and_one_is_where_one_was(journey: Journey) -> None:
    begin_contact(journey)
    write_note(journey, "Vi talte om")
    journey.hands.wait_until(lambda: journey.hands.has_button("Slet kladden"))

    journey.hands.in_the_box("Slet kladden", lambda: journey.hands.click("Slet kladden"))

    assert journey.hands.rows(BESIDE) == []
    assert is_at(journey, NAME)


def test_a_signed_note_is_corrected_in_its_own_row(journey: Journey) -> None:
    begin_contact(journey)
    write_note(journey, "Vi talte om søvn.")
    sign(journey)
    journey.hands.choose_row(BESIDE, "Note om samtalen")
    while not journey.hands.has_button("Ret det, der er skrevet"):
        journey.hands.next_section()
    journey.hands.click("Ret det, der er skrevet")

    journey.hands.answer(SUMMARY, Reply("Vi talte om søvn og arbejde."))

    journey.hands.wait_until(
        lambda: "Bliver rettet" in journey.hands.row(BESIDE, "Note om samtalen")
    )
    sign(journey)
    (row,) = journey.hands.rows(BESIDE)
    assert "Færdig" in row


def test_a_correction_given_up_shows_what_stands(journey: Journey) -> None:
    begin_contact(journey)
    write_note(journey, "Vi talte om søvn.")
    sign(journey)
    journey.hands.choose_row(BESIDE, "Note om samtalen")
    while not journey.hands.has_button("Ret det, der er skrevet"):
        journey.hands.next_section()
    journey.hands.click("Ret det, der er skrevet")
    journey.hands.answer(SUMMARY, Reply("Noget andet."))
    journey.hands.wait_until(lambda: journey.hands.has_button("Fortryd rettelsen"))

    journey.hands.in_the_box("Slet kladden", lambda: journey.hands.click("Fortryd rettelsen"))

    assert "Færdig" in journey.hands.row(BESIDE, "Note om samtalen")


def test_the_score_of_an_instrument_stands_in_the_list(journey: Journey) -> None:
    begin_contact(journey)
    add(journey, "WHO-5")
    for item in ("cheerful", "calm", "active", "rested", "interested"):
        journey.hands.answer(Place(f"who_5.{item}"), Reply(codes=("3",)))

    sign(journey)

    assert "WHO-5: 60" in journey.hands.row(BESIDE, "WHO-5")
    assert is_at(journey, NAME)


def test_a_step_that_is_only_sometimes_there_is_added_into_the_course(journey: Journey) -> None:
    begin_contact(journey)

    add(journey, "Partshøring")

    assert "Partshøring" in journey.hands.row("Forløbets trin", "Partshøring")
    assert journey.hands.rows(BESIDE) == []


def test_a_letter_is_come_back_to_from_beside_the_steps(journey: Journey) -> None:
    begin_contact(journey)
    journey.hands.choose_row("Forløbets trin", "Anmodning")
    journey.hands.answer(Place("request.words"), Reply("Jeg vil gerne holde op."))
    journey.hands.wait_until(lambda: journey.hands.rows("Breve") != [])
    journey.hands.choose_row("Breve", "Kvittering for anmodning")
    write_note(journey, "Vi talte om søvn.")

    sign(journey)

    assert journey.hands.button("Godkend brevet").isVisible()
    assert journey.hands.field(SUMMARY) is None
