import pytest

from app.facts import Facts
from models.citizen import citizen_of
from models.course import Course
from models.letters.contents import LetterDraft
from models.letters.letter import LetterKind
from tests.builders import (
    CONTACT,
    DECIDED,
    PARTIAL_REFUSAL,
    REPRESENTED,
    REQUEST,
    answers,
    course,
    draft,
    text_of,
)

PARTS = ("street", "postal_code", "town")


def decided(contact: Facts = CONTACT, request: Facts = REQUEST, delivery: str = "letter") -> Course:
    decision = {**PARTIAL_REFUSAL, "decision.delivery": [delivery]}
    return course(contact=contact, request=request, decision=decision)


def decision(of: Course) -> LetterDraft:
    return draft(LetterKind.DECISION, of, today=DECIDED)


def lacking(letter: LetterDraft) -> set[str]:
    return {lack.id for lack in letter.lacks}


def without(facts: Facts, *keys: str) -> Facts:
    return {key: fact for key, fact in facts.items() if key not in keys}


@pytest.mark.parametrize("part", PARTS)
def test_a_letter_by_post_needs_the_whole_address(part: str) -> None:
    incomplete = without(CONTACT, f"citizen.{part}")

    assert lacking(decision(decided(incomplete))) == {"receiver"}
    assert lacking(decision(decided(incomplete, delivery="handed-over"))) == set()


def test_a_letter_always_needs_the_citizens_name() -> None:
    nameless = without(CONTACT, "citizen.name")

    letter = decision(decided(nameless, delivery="handed-over"))

    assert lacking(letter) == {"receiver"}
    assert letter.letter.receiver.lines == ()
    assert lacking(decision(decided(nameless, REPRESENTED))) == {"receiver"}


def test_a_representative_receives_the_letter_and_the_citizen_a_copy() -> None:
    letter = decision(decided(request=REPRESENTED))

    assert letter.lacks == ()
    assert letter.letter.receiver.lines == ("Advokat Øve", "Øvegade 9", "0000 Prøveby")
    assert ("Vedrører", "Łukasz Øvelund") in letter.letter.reference
    assert "Kopi er sendt til Łukasz Øvelund." in text_of(letter.letter)


@pytest.mark.parametrize("mandate", ["", ["false"]])
def test_nothing_is_sent_to_a_representative_without_a_mandate(mandate: str | list[str]) -> None:
    unproven = {**REPRESENTED, "request.representative_mandate": mandate}

    letter = decision(decided(request=unproven))

    (lack,) = letter.lacks
    assert (lack.id, lack.form, lack.question) == (
        "mandate",
        "request",
        "request.representative_mandate",
    )
    assert letter.letter.receiver.lines[0] == "Łukasz Øvelund"
    assert "Advokat Øve" not in text_of(letter.letter)
    assert "Kopi er sendt" not in text_of(letter.letter)


def test_a_representative_without_a_name_is_asked_for() -> None:
    nameless = without(REPRESENTED, "request.representative_name")

    letter = decision(decided(request=nameless))

    assert lacking(letter) == {"representative"}


@pytest.mark.parametrize("part", PARTS)
def test_a_letter_by_post_needs_the_whole_address_of_the_representative(part: str) -> None:
    incomplete = without(REPRESENTED, f"request.representative_{part}")

    assert lacking(decision(decided(request=incomplete))) == {"representative"}
    assert lacking(decision(decided(request=incomplete, delivery="digital-post"))) == set()


def test_a_citizen_without_an_address_can_have_a_representative_who_gets_the_post() -> None:
    homeless = without(CONTACT, *(f"citizen.{part}" for part in PARTS))

    assert decision(decided(homeless, REPRESENTED)).lacks == ()


def test_one_who_is_no_longer_said_to_act_gets_nothing() -> None:
    withdrawn = {**REPRESENTED, "request.representation": ["companion"]}

    letter = decision(decided(request=withdrawn))

    assert letter.lacks == ()
    assert letter.letter.receiver.lines[0] == "Łukasz Øvelund"


@pytest.mark.parametrize("kind", [LetterKind.REQUEST_RECEIPT, LetterKind.TREATMENT_PLAN])
def test_no_other_letter_goes_to_a_representative_without_a_mandate(kind: LetterKind) -> None:
    unproven = without(REPRESENTED, "request.representative_mandate", "request.representative_name")

    letter = draft(kind, course(contact=CONTACT, request=unproven))

    assert {"mandate", "representative"} <= lacking(letter)
    assert letter.letter.receiver.lines[0] == "Łukasz Øvelund"


def test_digital_post_does_not_reach_one_who_is_exempt() -> None:
    exempt = {**CONTACT, "citizen.digital_post": ["exempt"]}

    (lack,) = decision(decided(exempt, delivery="digital-post")).lacks

    assert lack.id == "reachable"
    assert "Vælg brev eller personlig udlevering" in lack.sentence
    assert decision(decided(exempt, delivery="letter")).lacks == ()
    assert decision(decided(exempt, REPRESENTED, "digital-post")).lacks == ()


@pytest.mark.parametrize(
    ("known", "lines"),
    [
        ({}, ()),
        ({"citizen.street": "Prøvevej 12"}, ("Prøvevej 12",)),
        ({"citizen.town": "Prøveby"}, ("Prøveby",)),
        ({"citizen.postal_code": "0000", "citizen.town": "Prøveby"}, ("0000 Prøveby",)),
    ],
)
def test_an_address_has_the_lines_that_are_known(
    known: dict[str, str], lines: tuple[str, ...]
) -> None:
    address = citizen_of(answers(dict(known))).address

    assert address.lines == lines
    assert not address.is_complete
