from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.facts import Facts
from models.clinic import Clinic, Role
from models.course import Course
from models.decision import Result, legal_result
from models.letters.contents import LetterDraft
from models.letters.letter import LetterKind, Quotation
from tests.builders import (
    CONTACT,
    DECIDED,
    PARTIAL_REFUSAL,
    REQUEST,
    clinic,
    course,
    draft,
    partially_refused,
    text_of,
)


def decision(of: Course, by: Clinic | None = None, today: date = DECIDED) -> LetterDraft:
    return draft(LetterKind.DECISION, of, by, today)


def lacking(letter: LetterDraft) -> set[str]:
    return {lack.id for lack in letter.lacks}


def test_a_lawful_partial_refusal_lacks_nothing() -> None:
    assert decision(partially_refused()).lacks == ()


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
    letter = decision(partially_refused()).letter

    assert expected in text_of(letter)


def test_the_citizens_words_stand_apart_as_theirs() -> None:
    letter = decision(partially_refused()).letter

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
    letter = decision(partially_refused(**{question.replace(".", "__"): ""}))

    assert element in lacking(letter)


def test_an_answer_to_a_view_that_is_not_written_is_held_and_the_view_alone_is_named() -> None:
    letter = decision(partially_refused(decision__citizen_view=""))

    assert "Vi har lagt vægt på, at du kan blive i dit arbejde." in text_of(letter.letter)
    assert lacking(letter) & {"citizen_view", "view_answer"} == {"citizen_view"}


def test_a_grant_of_another_kind_than_asked_for_is_not_full() -> None:
    decided = partially_refused(decision__result=["full"], decision__exactly=["true"])

    letter = decision(decided)

    assert legal_result(decided.decision, decided.request) is Result.PARTIAL
    assert "matches_request" in lacking(letter)


def test_taking_away_the_free_choice_wants_a_reason() -> None:
    without = partially_refused(decision__free_choice_limited=["true"])
    with_reason = partially_refused(
        decision__free_choice_limited=["true"],
        decision__free_choice_limited_reason="Du har brug for ro om ét sted.",
    )

    assert "free_choice" in lacking(decision(without))
    said = decision(with_reason)
    assert said.lacks == ()
    assert "Du har brug for ro om ét sted." in text_of(said.letter)
    assert "tilbudsportalen.dk" not in text_of(said.letter)


def test_only_an_authority_decides() -> None:
    form = decision(partially_refused(), clinic(Role.PROVIDER))

    assert lacking(form) == {"authority"}


def test_a_child_gets_no_letter_after_the_rules_for_adults() -> None:
    child = {**CONTACT, "citizen.cpr": "150715-4000"}
    decided = course(contact=child, request=REQUEST, decision=PARTIAL_REFUSAL)

    assert "adult" in lacking(decision(decided))


def test_slots_in_what_a_person_wrote_stay_text() -> None:
    decided = partially_refused(decision__hearing=["done"], decision__hearing_date="5.11.2026")
    tricky = partially_refused(
        decision__hearing=["done"],
        decision__hearing_date="5.11.2026",
        decision__hearing_answer="{lov:sel-101-4} {date} <b>",
    )

    assert decision(decided).lacks == ()
    assert "{lov:sel-101-4} {date} <b>" in text_of(decision(tricky).letter)


def test_a_letter_is_dated_as_the_decision() -> None:
    assert decision(partially_refused()).letter.day == DECIDED


def test_a_letter_is_approved_on_the_day_it_is_dated() -> None:
    day_before = decision(partially_refused(), today=DECIDED - timedelta(days=1))
    day_after = decision(partially_refused(), today=DECIDED + timedelta(days=1))

    (lack,) = day_after.lacks
    assert lacking(day_before) == {"dated"}
    assert (lack.id, lack.form, lack.question) == ("dated", "decision", "decision.date")
    assert "dateret en anden dag end i dag" in lack.sentence
    assert day_after.letter.day == DECIDED


def test_the_day_to_choose_another_place_by_lies_ahead() -> None:
    (lack,) = decision(partially_refused(decision__free_choice_by="8.11.2026")).lacks

    assert (lack.id, lack.question) == ("free_choice_by_passed", "decision.free_choice_by")
    assert decision(partially_refused(decision__free_choice_by="9.11.2026")).lacks == ()


def begun(decided_start: str, begun_on: str) -> Course:
    return course(
        contact=CONTACT,
        request=REQUEST,
        decision={**PARTIAL_REFUSAL, "decision.start": decided_start},
        start={"start.date": begun_on},
    )


def test_treatment_may_have_begun_before_the_letter_when_a_signed_start_says_so() -> None:
    (lack,) = decision(partially_refused(decision__start="6.11.2026")).lacks

    assert (lack.id, lack.question) == ("start_passed", "decision.start")
    assert decision(begun("6.11.2026", "6.11.2026")).lacks == ()
    assert lacking(decision(begun("6.11.2026", "5.11.2026"))) == {"start_passed"}


@pytest.mark.parametrize(
    ("interview", "said"),
    [
        ({}, "Sig til, hvis du vil have en tid."),
        (
            {"medical.result": ["booked"], "medical.date": "12.11.2026"},
            "Du har en tid den 12. november 2026.",
        ),
        ({"medical.result": ["booked"]}, "Vi har bestilt en tid til dig"),
        (
            {"medical.result": ["held"], "medical.date": "5.11.2026"},
            "Du har haft din gratis samtale med en læge den 5. november 2026",
        ),
        ({"medical.result": ["held"]}, "Du har haft din gratis samtale med en læge ("),
        ({"medical.result": ["declined"]}, "Du har sagt nej tak"),
    ],
)
def test_a_letter_says_how_it_stands_with_the_medical_interview(
    interview: Facts, said: str
) -> None:
    decided = course(
        contact=CONTACT, request=REQUEST, medical_interview=interview, decision=PARTIAL_REFUSAL
    )

    assert said in text_of(decision(decided).letter)


@pytest.mark.parametrize(
    ("question", "answer", "said"),
    [
        ("decision__payment", "Du betaler 100 kr. om dagen for maden.", "100 kr. om dagen"),
        ("decision__free_choice_by", "20.11.2026", "senest den 20. november 2026"),
        ("decision__caseworker_phone", "00 00 00 11", "sig det snart til Bo Øvemann, 00 00 00 11."),
        ("decision__other_help_text", "Du kan ringe til Øvelinjen.", "ringe til Øvelinjen."),
    ],
)
def test_what_is_told_stands_in_the_letter(question: str, answer: str, said: str) -> None:
    assert said in text_of(decision(partially_refused(**{question: answer})).letter)


def test_a_hearing_is_told_with_what_it_was_about_and_what_was_answered() -> None:
    heard = partially_refused(
        decision__hearing=["oral"],
        decision__hearing_date="5.11.2026",
        decision__hearing_about="Din bolig.",
        decision__hearing_answer="Det er rigtigt.",
    )

    letter = decision(heard).letter

    assert "Den 5. november 2026 gennemgik vi" in text_of(letter)
    assert "Det handlede om: Din bolig." in text_of(letter)
    assert Quotation("Det er rigtigt.", "Dine ord") in letter.blocks


def test_a_hearing_without_a_day_is_not_told_of() -> None:
    letter = decision(partially_refused(decision__hearing=["done"])).letter

    assert "fik du at se" not in text_of(letter)


def test_a_letter_says_whom_to_ask_about_ones_data_and_who_helps_with_an_appeal() -> None:
    office = replace(clinic(), privacy_contact="Øve Rådgiver", help_with_appeal="Ring til Øve.")

    said = text_of(decision(partially_refused(), office).letter)

    assert "Spørgsmål om dine oplysninger: Øve Rådgiver." in said
    assert "Ring til Øve." in said
