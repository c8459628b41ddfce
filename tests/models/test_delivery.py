from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.facts import Facts
from app.supplies import supplies
from models.case import Case, Document, DocumentEvent
from models.course import Form, course_of
from models.deadlines.appeals import appeal
from models.deadlines.assessment import answers_with_reasons
from models.deadlines.term import DeadlineState
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


ORAL: Facts = {
    **PARTIAL_REFUSAL,
    "decision.told": "2.11.2026",
    "decision.reasons_asked": "4.11.2026",
}
MUCH_LATER = date(2026, 12, 20)


def issued(kind: str, day: int, about: str = "decision-3") -> Document:
    approved = NOON.replace(day=day)
    return Document(f"{kind}-{day}", kind, "Brev", "0", approved, frozenset({about}))


def reasons(*documents: Document, corrected: Facts | None = None) -> DeadlineState:
    """Return how the time for the reasons stands; *corrected* is what was first decided."""
    first = entry(Form.DECISION, corrected or ORAL, number=2)
    told = entry(Form.DECISION, ORAL, number=3)
    entries = (first, replace(told, replaces=first.id)) if corrected else (told,)
    request = entry(Form.REQUEST, REQUEST, number=1)
    case = Case("case", (request, *entries), documents)
    (stands,) = answers_with_reasons(course_of(case), LAW, MUCH_LATER)
    return stands.state


def test_without_a_letter_the_reasons_asked_for_are_late() -> None:
    assert reasons() is DeadlineState.OVERDUE
    assert reasons(issued("decision", 9, about="decision-7")) is DeadlineState.OVERDUE


@pytest.mark.parametrize("kind", ["written_reasons", "decision", "decision_changed"])
def test_reasons_are_given_by_the_letter_with_them_or_by_the_one_with_the_decision(
    kind: str,
) -> None:
    assert reasons(issued(kind, 9)) is DeadlineState.MET


def test_reasons_that_were_written_before_they_were_asked_for_were_given() -> None:
    assert reasons(issued("decision", 3)) is DeadlineState.MET


def test_of_two_letters_with_the_reasons_the_first_counts() -> None:
    assert reasons(issued("decision", 9), issued("written_reasons", 27)) is DeadlineState.MET
    assert reasons(issued("decision", 27), issued("written_reasons", 9)) is DeadlineState.MET
    assert reasons(issued("decision", 27)) is DeadlineState.MET_LATE


def test_reasons_stay_given_when_it_is_noted_afterwards_that_they_were_asked_for() -> None:
    letter_before = issued("decision", 3, about="decision-2")

    assert reasons(letter_before, corrected=PARTIAL_REFUSAL) is DeadlineState.MET


def test_the_letter_of_a_full_grant_gave_no_reasons_for_what_was_made_of_it() -> None:
    granted: Facts = {**PARTIAL_REFUSAL, "decision.result": ["full"], "decision.exactly": ["true"]}

    stands = reasons(issued("decision", 3, about="decision-2"), corrected=granted)

    assert stands is DeadlineState.OVERDUE
