from dataclasses import replace

import pytest

from app.facts import Facts
from app.supplies import supplies
from models.letters.letter import LetterKind, Quotation
from models.letters.recovery_sheet import recovery_sheet
from tests.builders import CONTACT, REQUEST, TODAY, clinic, course, draft, text_of


def lacks_of(kind: LetterKind, **forms: Facts) -> set[str]:
    return {lack.id for lack in draft(kind, course(**forms)).lacks}


def test_a_receipt_names_the_last_day_to_begin() -> None:
    receipt = draft(LetterKind.REQUEST_RECEIPT, course(contact=CONTACT, request=REQUEST))

    assert receipt.lacks == ()
    assert "senest mandag den 16. november 2026" in text_of(receipt.letter)
    assert "Fristen er 14 dage" in text_of(receipt.letter)


def test_a_receipt_promises_nothing_while_the_region_has_the_duty() -> None:
    elsewhere = {**REQUEST, "request.regional": ["integrated"]}

    receipt = draft(LetterKind.REQUEST_RECEIPT, course(contact=CONTACT, request=elsewhere))

    assert "14 dage" not in text_of(receipt.letter)
    assert "regionen" in text_of(receipt.letter)


@pytest.mark.parametrize(
    ("interview", "said"),
    [
        ({}, "Sig til, hvis du vil have en tid."),
        (
            {"medical.result": ["booked"], "medical.date": "5.11.2026"},
            "Du har en tid hos lægen den 5. november 2026.",
        ),
        ({"medical.result": ["booked"]}, "Sig til, hvis du vil have en tid."),
        ({"medical.result": ["declined"]}, "Vi har talt med dig om det."),
    ],
)
def test_a_receipt_says_how_it_stands_with_the_medical_interview(
    interview: Facts, said: str
) -> None:
    asked = course(contact=CONTACT, request=REQUEST, medical_interview=interview)

    receipt = draft(LetterKind.REQUEST_RECEIPT, asked).letter

    assert said in text_of(receipt)


def test_a_receipt_for_a_request_in_no_known_words_quotes_none() -> None:
    wordless = {"request.received": "2.11.2026"}

    receipt = draft(LetterKind.REQUEST_RECEIPT, course(contact=CONTACT, request=wordless)).letter

    assert "Tak for din anmodning, som vi fik den 2. november 2026." in text_of(receipt)
    assert not any(isinstance(block, Quotation) for block in receipt.blocks)


def test_a_receipt_says_whom_to_ask_about_ones_data_where_there_is_such_a_person() -> None:
    office = replace(clinic(), privacy_contact="Øve Rådgiver")
    asked = course(contact=CONTACT, request=REQUEST)

    receipt = draft(LetterKind.REQUEST_RECEIPT, asked, office).letter

    assert "Spørgsmål om dine oplysninger: Øve Rådgiver." in text_of(receipt)


def test_a_receipt_promises_no_correction_where_nobody_can_be_reached() -> None:
    office = replace(clinic(), phone="", email="")
    asked = course(contact=CONTACT, request=REQUEST)

    receipt = draft(LetterKind.REQUEST_RECEIPT, asked, office).letter

    assert "Er der noget forkert i brevet" not in text_of(receipt)


def test_a_receipt_is_for_adults_only() -> None:
    child = {**CONTACT, "citizen.cpr": "150715-4000"}

    assert lacks_of(LetterKind.REQUEST_RECEIPT, contact=child, request=REQUEST) == {"adult"}


def test_a_receipt_lacks_the_day_the_request_came() -> None:
    assert lacks_of(LetterKind.REQUEST_RECEIPT) == {"received", "receiver", "signed"}


def test_the_recovery_sheet_holds_the_whole_key() -> None:
    key = "AAAA-BBBB-CCCC-DDDD-EEEE"

    said = text_of(recovery_sheet(key, "Øve Behandler", TODAY, supplies().recovery_sheet))

    assert all(group in said for group in key.split("-"))
