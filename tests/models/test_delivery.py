from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.supplies import supplies
from models.case import Case, Document, DocumentEvent
from models.course import Form, course_of
from models.deadlines.appeals import appeal
from models.decision import Delivered, Delivery
from models.delivery import delivered_by, delivery_of, way_noted
from tests.builders import CONTACT, DECIDED, NOON, PARTIAL_REFUSAL, REQUEST, entry

LAW = supplies().law
deliveries = st.builds(
    Delivered, st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.sampled_from(Delivery)
)


def noted(what: str, way: str = "") -> DocumentEvent:
    return DocumentEvent(what, NOON, "Prøve Behandler", way)


def letter(*events: DocumentEvent, about: str = "decision-3") -> Document:
    return Document("letter", "decision", "Afgørelse", "0", NOON, frozenset({about}), events)


def appeal_until(*documents: Document) -> str:
    entries = (
        entry(Form.CONTACT, CONTACT, number=1),
        entry(Form.REQUEST, REQUEST, number=2),
        entry(Form.DECISION, PARTIAL_REFUSAL, number=3),
    )
    return appeal(course_of(Case("case", entries, documents)), LAW, DECIDED).brief


@given(deliveries)
def test_a_delivery_is_read_as_it_was_noted(delivered: Delivered) -> None:
    assert delivered_by(noted("sent", way_noted(delivered))) == delivered


@given(st.text())
def test_words_that_note_no_delivery_are_none(way: str) -> None:
    assert delivered_by(noted("sent", way)) is None


def test_a_letter_handed_over_before_days_were_noted_was_so_on_that_day() -> None:
    assert delivered_by(noted("handed-over")) == Delivered(NOON.date(), Delivery.HANDED_OVER)


def test_what_was_noted_last_counts() -> None:
    first, last = Delivered(DECIDED, Delivery.LETTER), Delivered(DECIDED, Delivery.DIGITAL_POST)
    told = letter(noted("sent", way_noted(first)), noted("sent", way_noted(last)), noted("printed"))

    assert delivery_of(told) == last


@pytest.mark.parametrize(
    ("way", "day", "until"),
    [
        (Delivery.LETTER, date(2026, 11, 9), "Klagefrist 15.12.2026"),
        (Delivery.LETTER, date(2026, 11, 10), "Klagefrist 16.12.2026"),
        (Delivery.DIGITAL_POST, date(2026, 11, 10), "Klagefrist 8.12.2026"),
        (Delivery.HANDED_OVER, date(2026, 11, 12), "Klagefrist 10.12.2026"),
        (Delivery.HANDED_OVER, date(2026, 11, 27), "Klagefrist 28.12.2026"),
    ],
)
def test_the_appeal_deadline_counts_from_the_delivery(way: Delivery, day: date, until: str) -> None:
    sent = letter(noted("sent", way_noted(Delivered(day, way))))

    assert appeal_until(sent) == until


def test_without_a_delivery_noted_the_deadline_counts_as_the_decision_says() -> None:
    assert appeal_until() == "Klagefrist 15.12.2026"
    assert appeal_until(letter(noted("printed"))) == "Klagefrist 15.12.2026"


def test_the_delivery_of_a_letter_about_an_earlier_decision_does_not_count() -> None:
    given = noted("handed-over", way_noted(Delivered(DECIDED, Delivery.HANDED_OVER)))

    assert appeal_until(letter(given, about="decision-0")) == "Klagefrist 15.12.2026"


def test_of_two_letters_about_one_decision_the_newest_counts() -> None:
    old = letter(noted("sent", way_noted(Delivered(DECIDED, Delivery.LETTER))))
    given = noted("sent", way_noted(Delivered(DECIDED, Delivery.DIGITAL_POST)))
    new = replace(letter(given), id="new", approved=NOON.replace(hour=13))

    assert appeal_until(old, new) == "Klagefrist 7.12.2026"
