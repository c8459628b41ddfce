"""When a letter names another last day for an appeal than its delivery gave."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.supplies import supplies
from models.deadlines.appeals import appeal_deadline
from models.deadlines.printed import printed_otherwise
from models.decision import Delivered, Delivery

LAW = supplies().law
PRINTED = Delivered(date(2026, 11, 9), Delivery.LETTER)
DELIVERED = st.builds(
    Delivered, st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.sampled_from(Delivery)
)


@pytest.mark.parametrize(
    ("went", "counted", "because"),
    [
        (
            Delivered(date(2026, 11, 9), Delivery.HANDED_OVER),
            "7. december 2026",
            "brevet blev givet i hånden den 9. november 2026",
        ),
        (
            Delivered(date(2026, 11, 10), Delivery.DIGITAL_POST),
            "8. december 2026",
            "brevet blev sendt med Digital Post den 10. november 2026",
        ),
        (
            Delivered(date(2026, 11, 11), Delivery.LETTER),
            "17. december 2026",
            "brevet blev sendt med posten den 11. november 2026",
        ),
    ],
)
def test_it_is_said_what_the_letter_says_what_holds_and_why(
    went: Delivered, counted: str, because: str
) -> None:
    said = printed_otherwise(PRINTED, went, LAW)

    expected = f"Brevet siger 15. december 2026, men klagefristen er nu {counted}, fordi {because}."
    assert said.startswith(expected)
    assert "nyt brev" in said
    assert "notat" in said


def test_nothing_is_said_of_a_letter_that_went_as_it_says() -> None:
    assert printed_otherwise(PRINTED, PRINTED, LAW) == ""


def test_nothing_is_said_of_a_day_that_the_law_knows_nothing_of() -> None:
    assert printed_otherwise(Delivered(date(1950, 1, 1), Delivery.LETTER), PRINTED, LAW) == ""


@given(DELIVERED, DELIVERED)
def test_something_is_said_just_when_the_two_days_differ(one: Delivered, other: Delivered) -> None:
    days = {appeal_deadline(found.day, found.way, LAW) for found in (one, other)}

    assert bool(printed_otherwise(one, other, LAW)) == (len(days) > 1)
