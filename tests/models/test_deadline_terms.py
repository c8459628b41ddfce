"""How lengths are counted, what notes change, and what a clinic's own length changes."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.supplies import supplies
from models.deadlines.rule import Shown
from models.deadlines.term import (
    Deadline,
    DeadlineState,
    Term,
    UnknownUnitError,
    Whose,
    add_months,
    end_of_month,
    in_words,
    last_day,
    left,
)
from models.law_tables import Length

LAW = supplies().law
TODAY = date(2026, 11, 5)
REQUEST = "request: received=2.11.2026"


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 1, 31), 6, date(2026, 7, 31)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 11, 30), 1, date(2026, 12, 30)),
        (date(2026, 11, 30), 0, date(2026, 11, 30)),
        (date(2026, 1, 1), 120, date(2036, 1, 1)),
    ],
)
def test_months_end_on_the_same_date_or_the_last_of_the_month(
    day: date, months: int, later: date
) -> None:
    assert add_months(day, months) == later


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 200))
def test_a_month_later_is_in_the_month_that_is_meant(day: date, months: int) -> None:
    later = add_months(day, months)

    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or later == end_of_month(later)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_the_end_of_a_month_is_the_day_before_the_next(day: date) -> None:
    end = end_of_month(day)

    assert (end.year, end.month) == (day.year, day.month)
    assert (end + timedelta(days=1)).day == 1


def length(amount: int, unit: str) -> Length:
    found = LAW.length("treatment_guarantee", TODAY)
    return replace(found, amount=amount, unit=unit)


@pytest.mark.parametrize(
    ("amount", "unit", "due", "words"),
    [
        (14, "days", date(2026, 11, 19), "14 dage"),
        (1, "days", date(2026, 11, 6), "1 dag"),
        (4, "weeks", date(2026, 12, 3), "4 uger"),
        (1, "weeks", date(2026, 11, 12), "1 uge"),
        (1, "months", date(2026, 12, 5), "1 måned"),
        (3, "months", date(2027, 2, 5), "3 måneder"),
        (12, "months", date(2027, 11, 5), "1 år"),
        (60, "months", date(2031, 11, 5), "5 år"),
        (12, "days", date(2026, 11, 17), "12 dage"),
        (1, "working_days", date(2026, 11, 6), "1 hverdag"),
        (7, "working_days", date(2026, 11, 16), "7 hverdage"),
    ],
)
def test_a_length_is_counted_in_its_own_unit(amount: int, unit: str, due: date, words: str) -> None:
    counted = length(amount, unit)

    assert last_day(TODAY, counted, LAW.calendar) == due
    assert in_words(counted) == words


def test_a_unit_nobody_knows_is_refused_by_the_name_of_its_rule() -> None:
    with pytest.raises(UnknownUnitError, match="treatment_guarantee"):
        last_day(TODAY, length(1, "moons"), LAW.calendar)
    with pytest.raises(UnknownUnitError, match="treatment_guarantee"):
        in_words(length(1, "moons"))


def test_what_is_left_is_said_in_days() -> None:
    assert [left(0), left(1), left(366), left(367)] == [
        "Det er i dag.",
        "Der er 1 dag tilbage.",
        "Der er 366 dage tilbage.",
        "",
    ]


def test_a_term_that_ends_on_an_agreed_day_is_nearly_over_as_long_before() -> None:
    term = Term(date(2026, 11, 16), date(2026, 11, 10), date(2026, 11, 14))

    assert term.ending(date(2026, 11, 20)) == Term(
        date(2026, 11, 20), date(2026, 11, 14), date(2026, 11, 18)
    )
    assert Term(date(2026, 11, 16)).ending(date(2026, 11, 20)) == Term(date(2026, 11, 20))


def test_what_is_shown_counts_when_it_is_signed_and_its_day_has_come() -> None:
    signed, draft = Shown(TODAY, is_signed=True), Shown(TODAY, is_signed=False)
    before = TODAY - timedelta(days=1)

    assert (signed.on(TODAY), signed.on(before), draft.on(TODAY)) == (TODAY, None, None)
    assert signed.remark(TODAY) == ""
    assert Shown(None, is_signed=True).remark(TODAY) == ""
    assert signed.remark(before) == "Datoen ligger ude i fremtiden. Se efter, om den er rigtig."
    assert draft.remark(TODAY) == (
        "Det, der er skrevet, tæller først, når skemaet er underskrevet."
    )


@pytest.mark.parametrize("state", DeadlineState)
def test_a_deadline_is_open_while_something_has_to_happen(state: DeadlineState) -> None:
    is_open = Deadline("id", "Titel", state, "Sætning.").is_open

    assert is_open == (state in {"running", "soon", "urgent", "overdue"})


def test_a_deadline_that_nothing_began_has_no_days_and_no_source_yet() -> None:
    bare = Deadline("id", "Titel", DeadlineState.NOT_STARTED, "Sætning.")

    assert (bare.due, bare.brief, bare.provision, bare.basis) == (None, "", "", "")
    assert (bare.form, bare.whose) == (None, Whose.OURS)
