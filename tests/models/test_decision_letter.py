from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.supplies import supplies
from models.clinic import Role
from models.course import Course
from models.decision import Result, legal_result
from models.letters.contents import LetterDraft
from models.letters.letter import LetterKind, Quotation
from tests.builders import (
    CONTACT,
    PARTIAL_REFUSAL,
    REQUEST,
    clinic,
    course,
    draft,
    partially_refused,
    text_of,
)

MUSTS = supplies().book.contents.elements


def lacking(letter: LetterDraft) -> set[str]:
    return {lack.id for lack in letter.lacks}


def test_a_lawful_partial_refusal_lacks_nothing() -> None:
    assert draft(LetterKind.DECISION, partially_refused()).lacks == ()


@pytest.mark.parametrize(
    "expected",
    [
        "Du får dagbehandling hos Åløkke Dagbehandling.",
        "At du kan holde op.",
        "Du har en bolig og et arbejde.",
        "Dagbehandling er nok til, at du kan nå dit mål.",
        "serviceloven § 101",
        "Jeg tror kun, at det hjælper at komme væk.",
        "Øvegade 1",
        "tirsdag den 15. december 2026",
        "4 uger",
        "et andet offentligt eller godkendt privat behandlingssted",
        "gratis samtale med en læge",
    ],
)
def test_a_partial_refusal_says(expected: str) -> None:
    letter = draft(LetterKind.DECISION, partially_refused()).letter

    assert expected in text_of(letter)


def test_the_citizens_words_stand_apart_as_theirs() -> None:
    letter = draft(LetterKind.DECISION, partially_refused()).letter

    quoted = {block.text for block in letter.blocks if isinstance(block, Quotation)}

    assert "Jeg vil gerne have hjælp til at holde op." in quoted
    assert "Jeg tror kun, at det hjælper at komme væk." in quoted


@pytest.mark.parametrize(
    ("question", "element"),
    [
        ("decision.purpose", "purpose"),
        ("decision.not_granted", "not_granted"),
        ("decision.facts", "facts"),
        ("decision.sources", "sources"),
        ("decision.considerations", "considerations"),
        ("decision.citizen_view", "citizen_view"),
        ("decision.view_answer", "view_answer"),
        ("decision.other_help", "other_help"),
        ("decision.plan_141", "plan_141"),
        ("decision.delivery", "appeal_guidance"),
        ("decision.caseworker", "sender"),
        ("decision.result", "result"),
        ("decision.measure", "measure_kind"),
        ("decision.provider", "provider"),
        ("decision.content", "content"),
        ("decision.volume", "volume"),
        ("decision.start", "start"),
        ("decision.duration", "duration"),
        ("decision.contact", "contact"),
    ],
)
def test_what_is_not_answered_is_named(question: str, element: str) -> None:
    letter = draft(LetterKind.DECISION, partially_refused(**{question.replace(".", "__"): ""}))

    assert element in lacking(letter)


ANSWERS = tuple(PARTIAL_REFUSAL)


@given(
    st.sets(st.sampled_from(ANSWERS)),
    st.sampled_from([["full"], ["partial"], ["refusal"]]),
    st.sampled_from(["", ["true"], ["false"]]),
)
@settings(max_examples=200)
def test_no_combination_of_facts_approves_a_letter_without_a_must(
    left_out: set[str], result: list[str], exactly: str | list[str]
) -> None:
    changed: dict[str, str | list[str]] = {name.replace(".", "__"): "" for name in left_out}
    decided = partially_refused(
        **{"decision__result": result, "decision__exactly": exactly, **changed}
    )

    letter = draft(LetterKind.DECISION, decided)

    legal = legal_result(decided.decision, decided.request)
    if letter.lacks == ():
        assert legal is not None
        said = text_of(letter.letter)
        for link_id, element in NEEDED.items():
            if legal in element:
                fact = PARTIAL_REFUSAL[link_id]
                assert link_id not in left_out
                assert not isinstance(fact, str) or fact in said or link_id in NOT_VERBATIM


NOT_VERBATIM = {"decision.start", "decision.date"}
GRANTED = frozenset({Result.FULL, Result.PARTIAL})
REFUSED = frozenset({Result.PARTIAL, Result.REFUSAL})
NEEDED = {
    "decision.provider": GRANTED,
    "decision.content": GRANTED,
    "decision.volume": GRANTED,
    "decision.start": GRANTED,
    "decision.duration": GRANTED,
    "decision.contact": GRANTED,
    "decision.purpose": GRANTED,
    "decision.not_granted": REFUSED,
    "decision.facts": REFUSED,
    "decision.sources": REFUSED,
    "decision.considerations": REFUSED,
    "decision.citizen_view": REFUSED,
    "decision.view_answer": REFUSED,
    "decision.delivery": REFUSED,
}


def test_a_grant_of_another_kind_than_asked_for_is_not_full() -> None:
    decided = partially_refused(decision__result=["full"], decision__exactly=["true"])

    letter = draft(LetterKind.DECISION, decided)

    assert legal_result(decided.decision, decided.request) is Result.PARTIAL
    assert "matches_request" in lacking(letter)


def test_taking_away_the_free_choice_wants_a_reason() -> None:
    without = partially_refused(decision__free_choice_limited=["true"])
    with_reason = partially_refused(
        decision__free_choice_limited=["true"],
        decision__free_choice_limited_reason="Du har brug for ro om ét sted.",
    )

    assert "free_choice" in lacking(draft(LetterKind.DECISION, without))
    said = draft(LetterKind.DECISION, with_reason)
    assert said.lacks == ()
    assert "Du har brug for ro om ét sted." in text_of(said.letter)
    assert "tilbudsportalen.dk" not in text_of(said.letter)


def test_only_an_authority_decides() -> None:
    form = draft(LetterKind.DECISION, partially_refused(), clinic(Role.PROVIDER))

    assert lacking(form) == {"authority"}


def test_a_child_gets_no_letter_after_the_rules_for_adults() -> None:
    child = {**CONTACT, "citizen.cpr": "010115-4000"}
    decided = course(contact=child, request=REQUEST, decision=PARTIAL_REFUSAL)

    assert "adult" in lacking(draft(LetterKind.DECISION, decided))


def test_a_letter_by_post_needs_an_address() -> None:
    homeless = {"contact.date": "2.11.2026", "citizen.name": "Łukasz Øvelund"}
    decided = course(contact=homeless, request=REQUEST, decision=PARTIAL_REFUSAL)

    assert lacking(draft(LetterKind.DECISION, decided)) == {"receiver"}


def test_a_representative_receives_the_letter_and_the_citizen_a_copy() -> None:
    represented = {
        **REQUEST,
        "request.representation": ["representative"],
        "request.representative_name": "Advokat Øve",
        "request.representative_street": "Øvegade 9",
        "request.representative_postal_code": "0000",
        "request.representative_town": "Prøveby",
    }
    decided = course(contact=CONTACT, request=represented, decision=PARTIAL_REFUSAL)

    letter = draft(LetterKind.DECISION, decided).letter

    assert letter.receiver.lines == ("Advokat Øve", "Øvegade 9", "0000 Prøveby")
    assert "Kopi er sendt til Łukasz Øvelund." in text_of(letter)


def test_slots_in_what_a_person_wrote_stay_text() -> None:
    decided = partially_refused(decision__hearing=["done"], decision__hearing_date="5.11.2026")
    tricky = partially_refused(
        decision__hearing=["done"],
        decision__hearing_date="5.11.2026",
        decision__hearing_answer="{lov:sel-101-4} {date} <b>",
    )

    assert draft(LetterKind.DECISION, decided).lacks == ()
    assert "{lov:sel-101-4} {date} <b>" in text_of(draft(LetterKind.DECISION, tricky).letter)


def test_a_letter_is_dated_as_the_decision() -> None:
    assert draft(LetterKind.DECISION, partially_refused()).letter.day == date(2026, 11, 9)


def test_every_must_can_be_lacking() -> None:
    """An element that no course could ever lack would be a rule that guards nothing."""
    empty = {
        lack.id for result in Result for lack in draft(LetterKind.DECISION, bare(result)).lacks
    }
    always_said = {"legal_basis", "medical_interview"}

    musts = {element.id for element in MUSTS if element.must_for}
    by_other_answers = {"adult", "authority", "matches_request", "free_choice", "result", "signed"}
    reached = empty | by_other_answers
    assert musts - reached == always_said


def bare(result: Result) -> Course:
    return course(decision={"decision.result": [str(result)]})
