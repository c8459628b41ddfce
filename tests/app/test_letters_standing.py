from dataclasses import replace
from datetime import datetime

from app.facts import Facts
from app.letters_standing import (
    entries_read,
    issued_about,
    issued_now,
    standing_letter,
    withdrawn_by,
)
from app.supplies import supplies
from models.case import Case, Document, Entry
from models.course import Form
from models.letters.letter import LetterKind, LetterOf, letter_of
from tests.builders import CONTACT, NOON, entry
from tests.letters_told import CATALOGUE

CONSENT = CATALOGUE[LetterKind.CONSENT]
CONTACTED = entry(Form.CONTACT, CONTACT)
FIRST, SECOND = (entry(Form.CONSENT, {}, number=number) for number in (2, 3))
CORRECTED = replace(
    entry(Form.CONSENT, {"consent.party": "Prøvekøbing Jobcenter"}, number=4), replaces=FIRST.id
)


def about(told: Entry) -> LetterOf:
    return LetterOf(LetterKind.CONSENT, told.id)


def issued(name: str, told: Entry, approved: datetime = NOON) -> Document:
    made_from = frozenset({CONTACTED.id, told.id})
    return Document(name, LetterKind.CONSENT, "Dit samtykke", "0", approved, made_from)


def case(*documents: Document, corrected: bool = False) -> Case:
    entries = (CONTACTED, FIRST, SECOND, *((CORRECTED,) if corrected else ()))
    return Case("case", entries, documents)


def test_each_entry_has_a_letter_of_its_own() -> None:
    held = case(issued("one", FIRST), issued("two", SECOND))

    assert [d.id for d in issued_about(held, about(FIRST))] == ["one"]
    assert [d.id for d in issued_about(held, about(SECOND))] == ["two"]


def test_a_letter_holds_the_entry_it_is_about_and_those_it_reads() -> None:
    assert entries_read(case(), CONSENT, SECOND.id) == (CONTACTED, SECOND)


def test_a_letter_is_to_be_issued_anew_when_its_entry_is_corrected() -> None:
    one = issued("one", FIRST)

    assert issued_now(case(one), about(FIRST), CONSENT) == one
    assert issued_now(case(one, corrected=True), about(CORRECTED), CONSENT) is None
    assert issued_about(case(one, corrected=True), about(CORRECTED)) == (one,)


def test_a_letter_need_not_go_again_for_what_is_answered_when_it_has_gone() -> None:
    appeal = CATALOGUE[LetterKind.APPEAL_RECEIPT]
    received: Facts = {"appeal.received": "2026-11-02"}
    came = entry(Form.APPEAL, received, number=2)
    settled = entry(Form.APPEAL, {**received, "appeal.result": "upheld"}, number=3)
    later = entry(Form.APPEAL, {"appeal.received": "2026-11-03"}, number=3)
    receipt = Document("one", LetterKind.APPEAL_RECEIPT, "", "0", NOON, frozenset({came.id}))

    for correction, standing in ((settled, receipt), (later, None)):
        corrected = replace(correction, replaces=came.id)
        held = Case("case", (came, corrected), (receipt,))
        about = LetterOf(LetterKind.APPEAL_RECEIPT, corrected.id)
        assert issued_now(held, about, appeal) == standing


def test_what_is_answered_later_is_asked_in_the_form_of_the_letter() -> None:
    for row in CATALOGUE.values():
        assert row.later <= supplies().newest(row.form).by_link_id.keys()


def test_a_letter_about_a_corrected_entry_is_about_the_correction_now() -> None:
    assert standing_letter(case(corrected=True), about(FIRST)) == about(CORRECTED)
    assert standing_letter(case(), LetterOf(LetterKind.CONSENT, "gone")) is None


def test_a_letter_is_withdrawn_by_the_next_about_the_same() -> None:
    one, other = issued("one", FIRST), issued("other", SECOND, NOON.replace(hour=13))
    new = issued("new", CORRECTED, NOON.replace(hour=14))
    held = case(one, other, new, corrected=True)

    assert withdrawn_by(held, one, CONSENT) == new
    assert withdrawn_by(held, other, CONSENT) is None
    assert withdrawn_by(held, new, CONSENT) is None


def test_the_key_of_a_letter_is_read_as_the_letter() -> None:
    for letter in (about(FIRST), LetterOf(LetterKind.DECISION)):
        assert letter_of(letter.key) == letter
    assert letter_of("0198-noget-helt-andet") is None
