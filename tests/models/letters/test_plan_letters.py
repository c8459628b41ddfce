"""The treatment plan on paper: the citizen's edition and the full one."""

import pytest

from app.facts import Facts
from models.letters.letter import (
    Chart,
    Heading,
    Letter,
    LetterKind,
    PocketCard,
    Quotation,
    RedThread,
    Table,
    Thread,
)
from tests.builders import CONTACT, course, draft, text_of
from tests.models.letters.treatment_facts import FOLLOW_UP, FORMS, PLAN, treated

CITIZENS, FULL = LetterKind.TREATMENT_PLAN, LetterKind.TREATMENT_PLAN_FULL
PLANS = (CITIZENS, FULL)
OUTSIDE = ("rus", "stof", "misbrug", "behandling", "naloxon", "alkohol")


def plan(kind: LetterKind, changed: Facts | None = None, without: tuple[str, ...] = ()) -> Letter:
    return draft(kind, treated(kind, changed, without)).letter


def lacks_of(kind: LetterKind, **forms: Facts) -> set[str]:
    return {lack.id for lack in draft(kind, course(**forms)).lacks}


@pytest.mark.parametrize("kind", PLANS)
def test_a_plan_shows_the_red_thread_from_the_finding_to_the_sign(kind: LetterKind) -> None:
    threads = [block for block in plan(kind).blocks if isinstance(block, RedThread)]

    assert [thread for block in threads for thread in block.threads] == [
        Thread(
            finding="Du tager kokain hver weekend.",
            goal="Jeg vil være clean til jul.",
            deeds=("Samtale. Ida Øvesen. Hver tirsdag. En time her hos os.",),
            sign="Kryds i kalenderen. Vi ser på det den 24. december 2026.",
        )
    ]


def test_a_thread_without_a_finding_in_its_area_begins_where_the_citizen_is() -> None:
    letter = plan(CITIZENS, {"goal.area@0": ["work"], "goal.baseline@0": "Sygemeldt"})

    (thread,) = (block for block in letter.blocks if isinstance(block, RedThread))
    assert thread.threads[0].finding == "Sygemeldt"


@pytest.mark.parametrize("kind", PLANS)
@pytest.mark.parametrize(
    ("absent", "lacking"),
    [
        ({}, {"found", "goals", "interventions", "duration", "intensity", "signed"}),
        ({"treatment_plan": {"plan.date": "20.11.2026", "plan.duration": "Et år"}}, None),
    ],
)
def test_a_plan_without_goals_lacks_them(
    kind: LetterKind, absent: dict[str, Facts], lacking: set[str] | None
) -> None:
    expected = lacking or {"found", "goals", "interventions", "intensity"}

    assert lacks_of(kind, contact=CONTACT, **absent) == expected


def test_a_plan_dated_after_the_citizen_comes_of_age_is_not_for_the_child_of_today() -> None:
    nearly_grown = treated(CITIZENS, {"citizen.cpr": "101108-4000"})

    assert {lack.id for lack in draft(CITIZENS, nearly_grown).lacks} == {"adult"}


@pytest.mark.parametrize("kind", PLANS)
@pytest.mark.parametrize(
    "expected",
    [
        "kommunens afgørelse af 9. november 2026",
        "At se min datter hver uge.",
        "Du vil stoppe helt.",
        "Familiesamtaler hver anden uge.",
        "16. november 2026",
        "14. maj 2027",
        "12. februar 2027",
        "Vi ringer samme dag.",
        "Din søster er med.",
        "Jeg svarer ikke på beskeder.",
        "Ella er hos mormor.",
        "Du har den og ved, hvordan den bruges.",
        "Ida kommer forbi",
        "Du er enig i noget af planen.",
        "21. november 2026",
    ],
)
def test_both_editions_say(kind: LetterKind, expected: str) -> None:
    assert expected in text_of(plan(kind))


@pytest.mark.parametrize("kind", PLANS)
def test_a_plan_marks_the_helpers_who_can_decide(kind: LetterKind) -> None:
    rows = [row for block in plan(kind).blocks if isinstance(block, Table) for row in block.rows]

    decides = ("Jobcenter Øvestrup", "Sagsbehandler (kan træffe afgørelser)")
    assert (*decides, "Tid til samtalerne") in rows
    assert ("Lægehuset", "Egen læge", "") in rows


@pytest.mark.parametrize("kind", PLANS)
def test_a_plan_sets_the_citizens_words_apart(kind: LetterKind) -> None:
    assert Quotation("Jeg vil helst have aftentider.", "Dine ord") in plan(kind).blocks


@pytest.mark.parametrize(
    ("agreed", "is_said"), [(["oral"], True), ([], True), (["no"], False), (["partly"], False)]
)
def test_only_one_who_does_not_disagree_is_said_to_have_added_nothing(
    agreed: list[str], *, is_said: bool
) -> None:
    silent = plan(CITIZENS, {"plan.agreed": agreed}, without=("plan.remarks",))

    assert ("Du har ikke skrevet noget til planen" in text_of(silent)) is is_said


def test_a_plan_that_was_adjusted_says_what_is_new() -> None:
    adjusted = plan(
        CITIZENS,
        {"plan.occasion": ["adjusted"], "plan.changed": "Søvnen er kommet med."},
    )

    assert "Det er nyt i planen: Søvnen er kommet med." in text_of(adjusted)


@pytest.mark.parametrize("kind", PLANS)
def test_a_plan_draws_what_was_followed_more_than_once(kind: LetterKind) -> None:
    forms = {**FORMS[kind], "follow_up": FOLLOW_UP}
    followed = draft(kind, course(**forms)).letter
    assessed = {**forms["assessment"], "substance.name@0": ["cocaine"], "substance.days@0": "12"}
    counted = draft(kind, course(**{**forms, "assessment": {**assessed, **EARLIER}})).letter

    assert not any(isinstance(block, Chart) for block in followed.blocks)
    (chart,) = (block for block in counted.blocks if isinstance(block, Chart))
    assert [int(days) for _, days in chart.points] == [12, 4]


EARLIER: Facts = {"assessment.date": "1.9.2026"}


def test_the_full_plan_shows_what_was_found_area_by_area() -> None:
    rows = [block.rows for block in plan(FULL).blocks if isinstance(block, Table)]

    found = (
        ("Rusmidler", "Du tager kokain hver weekend.", ""),
        ("Bolig", "", "Du har egen lejlighed."),
    )
    assert found in rows


def test_the_full_plan_leaves_out_the_columns_that_nobody_filled() -> None:
    empty = ("intervention.method@0.0", "intervention.where@0.0", "intervention.when@0.0")
    tables = [b for b in plan(FULL, without=empty).blocks if isinstance(b, Table)]

    assert Table(("Hvad", "Hvem"), (("Samtale", "Ida Øvesen"),)) in tables


def test_a_goal_of_no_named_area_is_only_numbered() -> None:
    unnamed = plan(FULL, without=("goal.area@0", "goal.importance@0"))

    assert Heading("Mål 1", level=3) in unnamed.blocks


def card(without: tuple[str, ...] = ()) -> PocketCard:
    (found,) = plan(LetterKind.LAPSE_CARD, without=without).blocks
    assert isinstance(found, PocketCard)
    return found


def test_nothing_on_the_outside_of_the_card_tells_whose_it_is_or_what_it_is_about() -> None:
    letter, folded = plan(LetterKind.LAPSE_CARD), card()
    outside = f"{letter.title} {folded.front} {folded.back}".casefold()

    assert [word for word in (*OUTSIDE, "øvelund") if word in outside] == []


def test_the_card_leaves_out_what_was_not_agreed() -> None:
    inside = card(("relapse.children", "relapse.naloxone")).inside
    headings = [block.text for block in inside if isinstance(block, Heading)]

    assert "De passer børnene" not in headings
    assert "Modgift" not in headings


def test_no_card_is_called_for_by_a_plan_without_one() -> None:
    bare = {key: fact for key, fact in PLAN.items() if not key.startswith("relapse.")}

    assert not course(contact=CONTACT, treatment_plan=bare).plan.relapse.is_made
