"""What the checklists about the clinic mean, and what is due because of them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.checklists_shown import head_of, list_states
from app.facts import Facts, answers_from
from app.supplies import supplies
from models.case import Case, Entry, EntryState
from models.checklists import (
    Checklist,
    ListHead,
    ListState,
    Point,
    Standing,
    draft_of,
    list_state,
    remarks_on,
    standing_entry,
)
from models.deadlines.term import DeadlineState
from models.deadlines_of_clinic import ClinicDeadline, deadlines_of_clinic
from models.law_tables import Confidence
from tests.builders import NOON, TODAY

LAW = supplies().law
days = some.dates(date(2020, 1, 1), date(2040, 12, 31))


def entry(
    form: Checklist, facts: Facts, number: int = 1, *, signed: bool = True, replaces: str = ""
) -> Entry:
    questionnaire = supplies().newest(form)
    return Entry(
        id=f"{form}-{number}",
        form=form,
        version=questionnaire.version,
        state=EntryState.SIGNED if signed else EntryState.DRAFT,
        author="Prøve Behandler",
        started=NOON + timedelta(minutes=number),
        changed=NOON,
        answers=answers_from(questionnaire, facts, TODAY),
        signed=NOON if signed else None,
        replaces=replaces or None,
    )


def state(form: Checklist, facts: Facts) -> ListState:
    return list_state(head_of(supplies().newest(form)), entry(form, facts))


def due(form: Checklist, facts: Facts, today: date = TODAY) -> dict[str, ClinicDeadline]:
    return {one.id: one for one in deadlines_of_clinic([state(form, facts)], LAW, today)}


def standard(facts: Facts, today: date = TODAY) -> ClinicDeadline:
    return due(Checklist.QUALITY_STANDARD, facts, today)[Checklist.QUALITY_STANDARD]


def test_a_list_that_nobody_has_begun_lacks_nothing_and_has_nothing_due() -> None:
    states = list_states(Case("clinic"), supplies())

    assert [one.head.form for one in states] == list(Checklist)
    assert not any(one.is_begun or one.missing or one.in_place for one in states)
    assert deadlines_of_clinic(states, LAW, TODAY) == ()


def test_points_are_counted_without_those_that_do_not_concern_the_clinic() -> None:
    shown = state(
        Checklist.METHODS,
        {
            "methods.evidence.in_place": ["yes"],
            "methods.known.in_place": ["partly"],
            "methods.range.in_place": ["not-relevant"],
        },
    )

    assert (shown.in_place, len(shown.relevant), len(shown.points)) == (1, 7, 8)
    assert [point.point.title for point in shown.missing] == ["Kendskab"]


def test_an_answer_that_the_rules_do_not_know_counts_as_none() -> None:
    answers = answers_from(supplies().newest("methods"), {"methods.evidence.note": "Ja"}, TODAY)
    head = ListHead("methods", "Metoder", (Point("methods.evidence", "Viden bag"),))

    shown = list_state(head, entry(Checklist.METHODS, {}).rewritten(answers, NOON))

    assert [point.standing for point in shown.points] == [None]


@pytest.mark.parametrize(
    ("facts", "day"),
    [
        ({"quality_standard.approved": "29.2.2024"}, date(2026, 2, 28)),
        ({"quality_standard.approved": "30.11.2024"}, date(2026, 11, 30)),
        (
            {"quality_standard.approved": "1.1.2020", "quality_standard.revised": "31.8.2025"},
            date(2027, 8, 31),
        ),
        (
            {"quality_standard.approved": "1.5.2026", "quality_standard.revised": "31.8.2025"},
            date(2028, 5, 1),
        ),
    ],
)
def test_the_quality_standard_is_revised_within_two_years_of_the_newest(
    facts: Facts, day: date
) -> None:
    found = standard(facts)

    assert (found.due, found.provision, found.confidence) == (day, "bek1477-6", Confidence.SURE)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2025, 1, 1), DeadlineState.RUNNING),
        (date(2026, 9, 20), DeadlineState.SOON),
        (date(2026, 11, 2), DeadlineState.URGENT),
        (date(2026, 11, 15), DeadlineState.URGENT),
        (date(2026, 11, 16), DeadlineState.OVERDUE),
    ],
)
def test_the_revision_comes_nearer_and_is_late_from_the_day_after(
    today: date, expected: DeadlineState
) -> None:
    found = standard({"quality_standard.approved": "15.11.2024"}, today)

    assert found.state is expected
    assert "2026" in found.sentence


def test_a_standard_without_a_day_says_what_to_write() -> None:
    found = standard({"quality_standard.published": "Forsiden"})

    assert (found.due, found.state) == (None, DeadlineState.UNKNOWN)
    assert found.link_id == "quality_standard.approved"
    assert found.sentence.startswith("Skriv, hvornår kvalitetsstandarden er vedtaget.")


def test_a_standard_from_before_the_rules_is_long_overdue() -> None:
    found = standard({"quality_standard.approved": "1.5.1996"})

    assert (found.due, found.state) == (date(1998, 5, 1), DeadlineState.OVERDUE)


def test_on_a_day_without_rules_the_sentence_says_so() -> None:
    found = standard({"quality_standard.approved": "1.5.2018"}, date(2019, 11, 2))

    assert (found.due, found.state) == (None, DeadlineState.UNKNOWN)
    assert "2. november 2019" in found.sentence


def test_a_day_set_before_the_law_wants_it_is_due_and_a_later_one_is_told_to_be_too_late() -> None:
    approved: Facts = {"quality_standard.approved": "15.11.2024"}

    sooner = due(Checklist.QUALITY_STANDARD, {**approved, "quality_standard.next": "5.11.2026"})
    later = due(Checklist.QUALITY_STANDARD, {**approved, "quality_standard.next": "1.1.2027"})

    assert sooner["quality_standard.next"].due == date(2026, 11, 5)
    assert list(later) == ["quality_standard"]
    assert (
        "I har sat 1. januar 2027 af til det. Det er for sent."
        in later["quality_standard"].sentence
    )


def test_what_the_clinic_has_set_itself_is_due_on_that_day_by_whom_it_says() -> None:
    found = due(
        Checklist.METHODS,
        {
            "methods.responsible": "Lederen",
            "methods.next": "1.12.2026",
            "methods.evidence.in_place": ["no"],
            "methods.evidence.responsible": "Bo Øvemann",
            "methods.evidence.next": "1.10.2026",
            "methods.known.in_place": ["not-relevant"],
        },
    )

    assert list(found) == ["methods.evidence.next", "methods.next"]
    late = found["methods.evidence.next"]
    assert (late.title, late.responsible) == ("Metoder: Viden bag", "Bo Øvemann")
    assert late.state is DeadlineState.OVERDUE
    assert "Det er 32 dage siden." in late.sentence
    assert found["methods.next"].responsible == "Lederen"
    assert found["methods.next"].state is DeadlineState.SOON


def test_each_agreement_is_due_by_itself() -> None:
    found = due(
        Checklist.COOPERATION,
        {
            "cooperation.agreement.with@0": ["psychiatry"],
            "cooperation.agreement.next@0": "1.3.2027",
            "cooperation.agreement.with@1": {"text": "Værestedet"},
            "cooperation.agreement.next@1": "1.2.2027",
            "cooperation.agreement.about@2": "Uden dag",
        },
    )

    assert [(one.title, one.row) for one in found.values()] == [
        ("Se aftalen efter: Værestedet", 1),
        ("Se aftalen efter: Psykiatrien", 0),
    ]


def test_gift_cards_want_their_rules_in_the_standard() -> None:
    uses: Facts = {"quality_standard.gift_cards": ["yes"]}
    ruled: Facts = {**uses, "quality_standard.gift_card_rules.in_place": ["yes"]}

    (remark,) = remarks_on(state(Checklist.QUALITY_STANDARD, uses), TODAY)

    assert "reglerne står ikke i kvalitetsstandarden" in remark
    assert remarks_on(state(Checklist.QUALITY_STANDARD, ruled), TODAY) == ()


def test_impossible_days_are_marked_and_kept() -> None:
    ahead = state(Checklist.METHODS, {"methods.date": "1.1.2030", "methods.next": "1.1.2029"})

    assert len(remarks_on(ahead, TODAY)) == 2
    assert ahead.reviewed == date(2030, 1, 1)
    approved = state(Checklist.QUALITY_STANDARD, {"quality_standard.approved": "1.1.2030"})
    assert len(remarks_on(approved, TODAY)) == 1


def test_a_new_review_counts_when_it_is_signed() -> None:
    last = entry(Checklist.METHODS, {}, 1)
    begun = entry(Checklist.METHODS, {}, 2, signed=False)
    again = entry(Checklist.METHODS, {}, 2)

    assert standing_entry(Case("c", (last, begun)), "methods") == last
    assert draft_of(Case("c", (last, begun)), "methods") == begun
    assert standing_entry(Case("c", (last, again)), "methods") == again
    assert draft_of(Case("c", (last, again)), "methods") is None
    assert standing_entry(Case("c", (begun,)), "methods") == begun


def test_a_correction_stands_in_the_place_of_what_it_corrects() -> None:
    last = entry(Checklist.METHODS, {}, 1)
    draft = entry(Checklist.METHODS, {}, 2, signed=False, replaces=last.id)
    corrected = entry(Checklist.METHODS, {}, 2, replaces=last.id)

    assert standing_entry(Case("c", (last, draft)), "methods") == last
    assert draft_of(Case("c", (last, draft)), "methods") == draft
    assert standing_entry(Case("c", (last, corrected)), "methods") == corrected


@given(approved=days, today=days)
def test_the_revision_is_late_exactly_after_its_day(approved: date, today: date) -> None:
    found = standard({"quality_standard.approved": f"{approved:%d.%m.%Y}"}, today)

    assert found.due is not None
    assert (found.state is DeadlineState.OVERDUE) is (today > found.due)
    assert (found.due.year, found.due.month) == (approved.year + 2, approved.month)


@given(
    some.lists(some.sampled_from(list(Standing)), min_size=8, max_size=8),
    some.lists(some.none() | days, min_size=8, max_size=8),
    days,
)
def test_what_is_due_comes_soonest_first_and_each_of_it_once(
    standings: list[Standing], planned: list[date | None], today: date
) -> None:
    head = head_of(supplies().newest("methods"))
    facts: dict[str, str | list[str] | dict[str, str | list[str]]] = {}
    for point, standing, day in zip(head.points, standings, planned, strict=True):
        facts[f"{point.id}.in_place"] = [standing.value]
        if day:
            facts[f"{point.id}.next"] = f"{day:%d.%m.%Y}"

    found = deadlines_of_clinic([state(Checklist.METHODS, facts)], LAW, today)

    ids = [one.id for one in found]
    assert len(set(ids)) == len(ids)
    assert [one.due for one in found] == sorted(one.due for one in found if one.due)
    expected = [
        day
        for standing, day in zip(standings, planned, strict=True)
        if day and standing is not Standing.NOT_RELEVANT
    ]
    assert sorted(one.due for one in found if one.due) == sorted(expected)
