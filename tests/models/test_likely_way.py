import pytest

from app.facts import Facts
from app.supplies import supplies
from models.decision import Delivery
from models.letters.letter import LetterKind
from models.letters.likely_way import likely_way
from tests.builders import CONTACT, PARTIAL_REFUSAL, REPRESENTED, REQUEST, course

CATALOGUE = supplies().book.catalogue


def way(kind: LetterKind, contact: Facts, **forms: Facts) -> Delivery:
    known = course(contact={**CONTACT, **contact}, **{"request": REQUEST, **forms})
    return likely_way(CATALOGUE[kind], known)


@pytest.mark.parametrize(
    ("contact", "expected"),
    [
        ({}, Delivery.DIGITAL_POST),
        ({"citizen.digital_post": ["reads"]}, Delivery.DIGITAL_POST),
        ({"citizen.digital_post": ["exempt"]}, Delivery.LETTER),
        ({"citizen.digital_post": ["exempt"], "citizen.street": ""}, Delivery.HANDED_OVER),
        ({"citizen.digital_post": ["does-not-read"]}, Delivery.HANDED_OVER),
        ({"contact.anonymous": ["true"]}, Delivery.HANDED_OVER),
    ],
)
def test_a_letter_goes_as_it_can_reach_the_citizen(contact: Facts, expected: Delivery) -> None:
    assert way(LetterKind.REQUEST_RECEIPT, contact) is expected


def test_a_letter_to_somebody_else_goes_as_it_usually_does() -> None:
    contact: Facts = {"citizen.digital_post": ["does-not-read"]}

    to_another = way(LetterKind.NOTIFICATION, contact)
    to_representative = way(LetterKind.REQUEST_RECEIPT, contact, request=REPRESENTED)

    assert to_another is CATALOGUE[LetterKind.NOTIFICATION].ways[0]
    assert to_representative is CATALOGUE[LetterKind.REQUEST_RECEIPT].ways[0]


def test_a_decision_goes_as_it_was_decided() -> None:
    contact: Facts = {"citizen.digital_post": ["does-not-read"]}

    assert way(LetterKind.DECISION, contact, decision=PARTIAL_REFUSAL) is Delivery.LETTER
