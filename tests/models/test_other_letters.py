from dataclasses import replace

import pytest

from app.facts import Facts
from app.supplies import supplies
from models.letters.letter import Heading, Letter, LetterKind, Quotation, Table
from models.letters.recovery_sheet import recovery_sheet
from tests.builders import CONTACT, PARTIAL_REFUSAL, REQUEST, TODAY, clinic, course, draft, text_of

PLAN: Facts = {
    "plan.date": "20.11.2026",
    "plan.dream": "At se min datter hver uge.",
    "plan.duration": "Et halvt år",
    "plan.intensity": "Fire dage om ugen",
    "goal.area@0": ["drugs"],
    "goal.words@0": "Jeg vil være clean til jul.",
    "goal.importance@0": "9",
    "intervention.what@0.0": "Samtale",
    "intervention.who@0.0": "Ida Øvesen",
    "intervention.when@0.0": "Hver tirsdag",
}


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

    assert "Er der noget forkert i brevet?" not in text_of(receipt)


def test_a_receipt_is_for_adults_only() -> None:
    child = {**CONTACT, "citizen.cpr": "150715-4000"}

    assert lacks_of(LetterKind.REQUEST_RECEIPT, contact=child, request=REQUEST) == {"adult"}


def test_a_receipt_lacks_the_day_the_request_came() -> None:
    assert lacks_of(LetterKind.REQUEST_RECEIPT) == {"received", "receiver", "signed"}


def test_a_plan_holds_the_goal_in_the_citizens_words_and_what_was_agreed() -> None:
    plan = draft(LetterKind.TREATMENT_PLAN, course(contact=CONTACT, treatment_plan=PLAN))

    assert plan.lacks == ()
    blocks = plan.letter.blocks
    assert Quotation("Jeg vil være clean til jul.", "Dit mål med dine egne ord") in blocks
    rows = [block.rows for block in blocks if isinstance(block, Table)]
    assert (("Samtale", "Ida Øvesen", "Hver tirsdag"),) in rows


def test_a_plan_without_goals_lacks_them() -> None:
    lacks = lacks_of(LetterKind.TREATMENT_PLAN, contact=CONTACT)

    assert lacks == {"goals", "interventions", "duration", "intensity", "signed"}


def test_a_plan_lacks_the_agreements_of_a_goal_without_any() -> None:
    bare = {key: fact for key, fact in PLAN.items() if not key.startswith("intervention")}

    assert lacks_of(LetterKind.TREATMENT_PLAN, contact=CONTACT, treatment_plan=bare) == {
        "interventions"
    }


def test_a_plan_is_for_adults_only() -> None:
    child = {**CONTACT, "citizen.cpr": "150715-4000"}

    assert lacks_of(LetterKind.TREATMENT_PLAN, contact=child, treatment_plan=PLAN) == {"adult"}


def test_a_plan_dated_after_the_citizen_comes_of_age_is_not_for_the_child_of_today() -> None:
    nearly_grown = {**CONTACT, "citizen.cpr": "101108-4000"}
    lacks = lacks_of(LetterKind.TREATMENT_PLAN, contact=nearly_grown, treatment_plan=PLAN)

    assert lacks == {"adult"}


WHOLE_PLAN: Facts = {
    **PLAN,
    "plan.provider": "Åløkke Dagbehandling",
    "plan.summary": "Vi fandt ud af, at aftenerne er svære.",
    "plan.drugs_stance": "Du vil stoppe helt.",
    "plan.start": "16.11.2026",
    "plan.end": "14.5.2027",
    "plan.support": ["reminder"],
    "plan.no_show": "Vi ringer samme dag.",
    "plan.review": "12.2.2027",
    "plan.remarks": "Jeg vil helst have aftentider.",
    "plan.handed_over": "21.11.2026",
    "goal.date@0": "24.12.2026",
    "actor.name@0": "Jobcenter Øvestrup",
    "actor.role@0": "Sagsbehandler",
    "actor.task@0": "Tid til samtalerne",
    "actor.authority@0": ["true"],
    "actor.name@1": "Lægehuset",
    "actor.role@1": "Egen læge",
    "actor.authority@1": ["false"],
    "network.who": "Din søster er med.",
    "relapse.signs": "Jeg svarer ikke på beskeder.",
}
ASSESSED: Facts = {
    "assessment.date": "9.11.2026",
    "assessment.wishes": "Jeg vil sove om natten.",
    "drugs.problem": "Du tager kokain hver weekend.",
    "housing.resources": "Du har egen lejlighed.",
    "drugs.words": "Det begyndte som en fest.",
}


def whole_plan(plan: Facts = WHOLE_PLAN) -> Letter:
    return draft(
        LetterKind.TREATMENT_PLAN,
        course(contact=CONTACT, assessment=ASSESSED, decision=PARTIAL_REFUSAL, treatment_plan=plan),
    ).letter


@pytest.mark.parametrize(
    "expected",
    [
        "afgørelsen af 9. november 2026",
        "Vi fandt ud af, at aftenerne er svære.",
        "Du vil stoppe helt.",
        "16. november 2026",
        "14. maj 2027",
        "12. februar 2027",
        "24. december 2026",
        "Vi ringer samme dag.",
        "Din søster er med.",
        "Jeg svarer ikke på beskeder.",
        "21. november 2026",
    ],
)
def test_a_whole_plan_says(expected: str) -> None:
    assert expected in text_of(whole_plan())


def test_a_plan_shows_what_was_found_area_by_area() -> None:
    rows = [block.rows for block in whole_plan().blocks if isinstance(block, Table)]

    found = (
        ("Rusmidler", "Du tager kokain hver weekend.", "", ""),
        ("Bolig", "", "Du har egen lejlighed.", ""),
    )
    assert found in rows


def test_a_plan_marks_the_helpers_that_are_authorities() -> None:
    rows = [block.rows for block in whole_plan().blocks if isinstance(block, Table)]

    helpers = (
        ("Jobcenter Øvestrup", "Sagsbehandler (myndighed)", "Tid til samtalerne", ""),
        ("Lægehuset", "Egen læge", "", ""),
    )
    assert helpers in rows


@pytest.mark.parametrize(
    "words",
    [
        Quotation("Det begyndte som en fest.", "Rusmidler: dine ord"),
        Quotation("Jeg vil sove om natten.", "Dine ønsker"),
        Quotation("Jeg vil helst have aftentider.", "Dine ord"),
    ],
)
def test_a_plan_sets_the_citizens_words_apart(words: Quotation) -> None:
    assert words in whole_plan().blocks


def test_a_plan_without_remarks_says_that_there_were_none() -> None:
    said = text_of(whole_plan({**WHOLE_PLAN, "plan.remarks": ""}))

    assert "Du havde ingen bemærkninger" in said


def test_a_goal_of_no_named_area_is_only_numbered() -> None:
    unnamed = {**PLAN, "goal.area@0": [], "goal.importance@0": ""}

    assert Heading("Mål 1", level=3) in whole_plan(unnamed).blocks


def test_the_recovery_sheet_holds_the_whole_key() -> None:
    key = "AAAA-BBBB-CCCC-DDDD-EEEE"

    said = text_of(recovery_sheet(key, "Øve Behandler", TODAY, supplies().recovery_sheet))

    assert all(group in said for group in key.split("-"))
