"""The law on a day: what holds, what gave way to it, and what a clinic says of it itself."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import resources
from models.law_tables import (
    Authorship,
    Confidence,
    LawTables,
    NoRuleInForceError,
    UnknownRuleError,
    holds,
    read_law_tables,
)

LAW = read_law_tables(
    resources.text("law/provisions.toml"),
    resources.text("law/deadlines.toml"),
    resources.text("law/closed_days.toml"),
)
LAST_OF_2023 = date(2023, 12, 31)
FIRST_OF_2024 = date(2024, 1, 1)
OURS = Authorship("Ida Øvesen", date(2026, 11, 2))
DAYS = st.dates(date(2018, 1, 1), date(2032, 12, 31))


def with_own_plan(weeks: int, since: date, until: date | None = None) -> LawTables:
    shipped = LAW.length("treatment_plan", since)
    own = replace(shipped, amount=weeks, valid_from=since, valid_until=until, own=OURS)
    return LAW.with_own((), (own,))


@pytest.mark.parametrize(
    ("asked", "before", "after"),
    [
        ("bl-133", "serviceloven § 153", "barnets lov § 133"),
        ("sel-153", "serviceloven § 153", "barnets lov § 133"),
        ("bl-135", "serviceloven § 154", "barnets lov § 135"),
        ("bl-33", "serviceloven § 101, stk. 12", "barnets lov § 33"),
        ("bl-34", "serviceloven § 101, stk. 10", "barnets lov § 34"),
    ],
)
def test_a_duty_that_moved_is_cited_where_it_stood_on_the_day(
    asked: str, before: str, after: str
) -> None:
    assert LAW.citation(asked, LAST_OF_2023) == before
    assert LAW.citation(asked, FIRST_OF_2024) == after


def test_the_words_of_a_rule_are_those_of_the_day() -> None:
    before = LAW.provision("sel-101-1", LAST_OF_2023)
    after = LAW.provision("sel-101-1", FIRST_OF_2024)

    assert before.citation == after.citation
    assert "18 år" in after.content
    assert "18 år" not in before.content


def test_a_rule_that_nothing_came_before_is_not_guessed_at() -> None:
    with pytest.raises(NoRuleInForceError):
        LAW.provision("sul-82c", date(2024, 8, 31))


def test_a_rule_that_is_in_no_table_is_a_fault_of_ours() -> None:
    with pytest.raises(UnknownRuleError):
        LAW.length("nobody", FIRST_OF_2024)


@given(DAYS)
def test_what_is_found_holds_on_the_day(day: date) -> None:
    for provision in ("sel-101-1", "bl-133", "sel-153", "sul-142-1", "rsl"):
        try:
            found = LAW.provision(provision, day)
        except NoRuleInForceError:
            continue
        assert holds(found, day)


@given(DAYS, st.integers(1, 60))
def test_a_length_of_the_clinics_own_counts_from_its_day_and_not_before(
    since: date, weeks: int
) -> None:
    since = max(since, date(2020, 1, 1))
    law = with_own_plan(weeks, since)

    assert law.length("treatment_plan", since).amount == weeks
    if since > date(2020, 1, 1):
        before = law.length("treatment_plan", since - timedelta(days=1))
        assert before == LAW.length("treatment_plan", since)


def test_after_the_last_day_of_the_clinics_own_the_shipped_rule_holds_again() -> None:
    law = with_own_plan(4, FIRST_OF_2024, date(2024, 12, 31))

    assert law.length("treatment_plan", date(2024, 12, 31)).own == OURS
    assert law.length("treatment_plan", date(2025, 1, 1)).own is None


def test_a_provision_of_the_clinics_own_is_cited_in_its_place() -> None:
    shipped = LAW.provision("sel-101-4", FIRST_OF_2024)
    own = replace(
        shipped,
        citation="serviceloven § 101, stk. 5",
        valid_from=date(2027, 1, 1),
        confidence=Confidence.LIKELY,
        own=OURS,
    )

    law = LAW.with_own((own,), ())

    assert law.citation("sel-101-4", date(2026, 12, 31)) == "serviceloven § 101, stk. 4"
    assert law.citation("sel-101-4", date(2027, 1, 1)) == "serviceloven § 101, stk. 5"
    assert shipped in law.provisions
