from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.supplies import supplies

CALENDAR = supplies().law.calendar
DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize("year", range(2007, 2061))
def test_the_table_agrees_with_an_independent_source_on_all_holidays(year: int) -> None:
    independent = set(holidays.country_holidays("DK", years=year))

    ours = {
        day
        for rule in CALENDAR.rules
        if rule.kind == "helligdag" and (day := rule.in_year(year)) is not None
    }

    assert ours == independent


def test_store_bededag_is_a_holiday_until_2023_only() -> None:
    assert CALENDAR.closed_name(date(2023, 5, 5)) == "store bededag"
    assert CALENDAR.is_working_day(date(2024, 4, 26))


def test_the_friday_after_ascension_is_closed() -> None:
    assert not CALENDAR.is_working_day(date(2026, 5, 15))


@given(DAYS)
def test_the_next_working_day_is_the_first_one_not_before(day: date) -> None:
    found = CALENDAR.next_working_day(day)

    assert CALENDAR.is_working_day(found)
    assert not any(
        CALENDAR.is_working_day(day + timedelta(days=step)) for step in range((found - day).days)
    )


@given(DAYS, st.integers(0, 20))
def test_so_many_working_days_lie_after_a_day(day: date, count: int) -> None:
    end = CALENDAR.after_working_days(day, count)

    between = (day + timedelta(days=step) for step in range(1, (end - day).days + 1))
    assert sum(CALENDAR.is_working_day(one) for one in between) == count


@given(DAYS)
def test_the_last_working_day_is_never_after_the_day(day: date) -> None:
    found = CALENDAR.last_working_day(day)

    assert found <= day
    assert CALENDAR.is_working_day(found)
