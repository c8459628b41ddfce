from datetime import date
from decimal import Decimal

import pytest

from models.danish import days, listed, long_date, number, short_date, weekday


def test_a_day_is_written_out_in_running_text() -> None:
    assert long_date(date(2026, 11, 2)) == "2. november 2026"


def test_a_day_is_short_in_a_field() -> None:
    assert short_date(date(2026, 11, 2)) == "2.11.2026"


def test_a_day_has_a_danish_weekday() -> None:
    assert [weekday(date(2026, 11, day)) for day in (2, 7, 8)] == ["mandag", "lørdag", "søndag"]


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ((), ""),
        (("a",), "a"),
        (("a", "b"), "a og b"),
        (("a", "b", "c"), "a, b og c"),
    ],
)
def test_things_are_listed_with_og_before_the_last(parts: tuple[str, ...], text: str) -> None:
    assert listed(parts) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (14, "14"),
        (-3, "-3"),
        (1998, "1998"),
        (Decimal("2.50"), "2,50"),
        (Decimal("1E+3"), "1000"),
        (Decimal(12), "12"),
    ],
)
def test_a_number_has_a_decimal_comma_and_keeps_its_digits(value: int, text: str) -> None:
    assert number(value) == text


@pytest.mark.parametrize(("count", "text"), [(0, "0 dage"), (1, "1 dag"), (14, "14 dage")])
def test_only_one_day_is_a_day(count: int, text: str) -> None:
    assert days(count) == text
