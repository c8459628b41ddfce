"""The rules a clinic writes itself: dated, signed, and before the shipped ones from their day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.facts import Facts, answers_from
from app.supplies import supplies
from models.case import Case, Entry, EntryState
from models.course import Form
from models.deadlines.plan import treatment_plan
from models.law_tables import Authorship, Confidence
from models.own_rules import (
    FORM,
    OWN_LAW,
    OwnRule,
    RuleKind,
    instructions_on,
    law_with_own,
    own_rules_of,
)
from tests.builders import CONTACT, NOON, REQUEST, TODAY, course

LAW = supplies().law
SHIPPED = supplies().instructions
START = date(2026, 11, 16)
PLAN: Facts = {
    "rule.about": "treatment_plan",
    "rule.about_title": "Fristen: Behandlingsplan",
    "rule.about_kind": ["length"],
    "rule.amount": "4",
    "rule.unit": ["weeks"],
    "rule.valid_from": "1.11.2026",
    "rule.source": "Kvalitetsstandarden 2026",
    "rule.confidence": ["sure"],
}
MEETING: Facts = {
    "rule.kind": ["instruction"],
    "rule.strength": ["skal"],
    "rule.title": "Ring samme dag",
    "rule.text": "Ring til borgeren samme dag, som henvendelsen kom.",
    "rule.valid_from": "1.1.2027",
    "rule.source": "Personalemøde 3. oktober 2026",
    "rule.confidence": ["likely"],
}
NALOXONE: Facts = {
    **MEETING,
    "rule.about": "2020/2.3.12",
    "rule.about_kind": ["instruction"],
    "rule.text": "Tilbyd også pårørende et kursus.",
}


def written(facts: Facts, number: int = 1, *, signed: bool = True) -> Entry:
    form = supplies().newest(FORM)
    return Entry(
        id=f"regel-{number}",
        form=FORM,
        version=form.version,
        state=EntryState.SIGNED if signed else EntryState.DRAFT,
        author="Ida Øvesen",
        started=NOON + timedelta(minutes=number),
        changed=NOON,
        answers=answers_from(form, facts, TODAY),
        signed=NOON if signed else None,
    )


def rules(*facts: Facts) -> tuple[OwnRule, ...]:
    entries = tuple(written(said, number) for number, said in enumerate(facts, start=1))
    return own_rules_of(Case("klinikken", entries))


def test_a_signed_rule_tells_who_wrote_it_and_when() -> None:
    (rule,) = rules(PLAN)

    assert (rule.kind, rule.about, rule.amount, rule.unit) == (
        RuleKind.LENGTH,
        "treatment_plan",
        4,
        "weeks",
    )
    assert rule.author == Authorship("Ida Øvesen", NOON.date())
    assert rule.confidence is Confidence.SURE


def test_a_rule_holds_when_it_is_signed_and_not_before() -> None:
    assert own_rules_of(Case("klinikken", (written(PLAN, signed=False),))) == ()


def test_a_corrected_rule_holds_as_it_was_corrected() -> None:
    first = written(PLAN)
    again = replace(written({**PLAN, "rule.amount": "3"}, 2), replaces=first.id)

    (rule,) = own_rules_of(Case("klinikken", (first, again)))

    assert rule.amount == 3


def test_the_clinics_own_length_changes_the_deadline_of_a_course() -> None:
    day = f"{START:%d.%m.%Y}"
    begun = course(
        contact=CONTACT, request=REQUEST, start={"start.date": day, "start.provider": "Åløkke"}
    )

    shipped = treatment_plan(begun, LAW, START)
    own = treatment_plan(begun, law_with_own(LAW, rules(PLAN)), START)

    assert shipped.due == START + timedelta(weeks=2)
    assert own.due == START + timedelta(weeks=4)
    assert (own.confidence, own.form) == (Confidence.SURE, Form.TREATMENT_PLAN)


def test_a_longer_guarantee_is_nearly_over_as_long_before_its_end() -> None:
    longer = {**PLAN, "rule.about": "treatment_guarantee", "rule.amount": "30"}
    of_days = {**longer, "rule.unit": ["days"]}

    length = law_with_own(LAW, rules(of_days)).length("treatment_guarantee", TODAY)

    shipped = LAW.length("treatment_guarantee", TODAY)
    assert (length.soon_from, length.urgent_from) == (24, 28)
    assert (shipped.soon_from, shipped.urgent_from) == (8, 12)


def test_a_length_in_another_unit_names_no_day_from_which_it_is_nearly_over() -> None:
    months = {**PLAN, "rule.about": "treatment_guarantee", "rule.unit": ["months"]}

    length = law_with_own(LAW, rules(months)).length("treatment_guarantee", TODAY)

    assert (length.soon_from, length.urgent_from) == (None, None)


@pytest.mark.parametrize("about", ["", "en_frist_ingen_har"])
def test_a_length_of_nothing_changes_nothing(about: str) -> None:
    assert law_with_own(LAW, rules({**PLAN, "rule.about": about})).lengths == LAW.lengths


def test_a_provision_of_the_clinics_own_is_found_under_its_own_law() -> None:
    local: Facts = {
        **MEETING,
        "rule.kind": ["provision"],
        "rule.reference": "kommunens kvalitetsstandard, punkt 7",
    }

    (own,) = (row for row in law_with_own(LAW, rules(local)).provisions if row.own)

    assert (own.law, own.citation, own.id) == (
        OWN_LAW,
        "kommunens kvalitetsstandard, punkt 7",
        "egen/regel-1",
    )


def test_a_corrected_provision_stands_in_the_law_it_is_of() -> None:
    moved: Facts = {
        **MEETING,
        "rule.about": "sel-101-4",
        "rule.about_kind": ["provision"],
        "rule.reference": "serviceloven § 101, stk. 5",
    }

    law = law_with_own(LAW, rules(moved))

    assert law.provision("sel-101-4", date(2027, 1, 1)).law == "serviceloven"
    assert law.citation("sel-101-4", date(2027, 1, 1)) == "serviceloven § 101, stk. 5"
    assert law.citation("sel-101-4", date(2026, 12, 31)) == "serviceloven § 101, stk. 4"


def test_an_instruction_said_otherwise_keeps_its_number_and_what_serves_it() -> None:
    standing = instructions_on(SHIPPED, rules(NALOXONE), date(2027, 1, 1))["2020/2.3.12"]

    shipped = SHIPPED["2020/2.3.12"]
    assert (standing.number, standing.supported_by) == (shipped.number, shipped.supported_by)
    assert standing.text == "Tilbyd også pårørende et kursus."
    assert standing.own


def test_an_instruction_of_the_clinics_own_comes_after_the_shipped_ones() -> None:
    standing = instructions_on(SHIPPED, rules(MEETING), date(2027, 1, 1))

    assert list(standing)[:-1] == list(SHIPPED)
    assert list(standing)[-1] == "egen/regel-1"


def test_of_two_rules_about_one_thing_the_one_that_begins_last_stands() -> None:
    later = {**NALOXONE, "rule.valid_from": "1.6.2027", "rule.text": "Kurset holdes to gange."}
    both = rules(later, NALOXONE)

    in_spring = instructions_on(SHIPPED, both, date(2027, 3, 1))["2020/2.3.12"]
    in_summer = instructions_on(SHIPPED, both, date(2027, 7, 1))["2020/2.3.12"]

    assert in_spring.text == "Tilbyd også pårørende et kursus."
    assert in_summer.text == "Kurset holdes to gange."


@given(st.dates(date(2020, 1, 1), date(2032, 12, 31)))
def test_the_shipped_text_stays_readable_on_every_day(day: date) -> None:
    law = law_with_own(LAW, rules(PLAN, MEETING, NALOXONE))

    assert set(LAW.provisions) <= set(law.provisions)
    assert set(LAW.lengths) <= set(law.lengths)
    assert instructions_on(SHIPPED, rules(NALOXONE), day).keys() == SHIPPED.keys()
