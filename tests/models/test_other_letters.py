from app.facts import Facts
from app.supplies import supplies
from models.letters.letter import LetterKind, Quotation, Table
from models.letters.recovery_sheet import recovery_sheet
from tests.builders import CONTACT, REQUEST, TODAY, course, draft, text_of

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


def test_the_recovery_sheet_holds_the_whole_key() -> None:
    key = "AAAA-BBBB-CCCC-DDDD-EEEE"

    said = text_of(recovery_sheet(key, "Øve Behandler", TODAY, supplies().recovery_sheet))

    assert all(group in said for group in key.split("-"))
