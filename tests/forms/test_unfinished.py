"""What is typed is not taken for more than it is while one may still be typing."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.danish_typing import FIRST_YEAR, LAST_YEAR
from forms.questionnaire import Item, ItemType
from forms.reading import read_reply
from forms.reply import Reply
from forms.unfinished import finished, read_unfinished
from models.answers import Unread
from models.danish import long_date, short_date

DAY = Item("day", ItemType.DATE)
DAYS = Item("days", ItemType.DATE, repeats=True)
TEXT = Item("text", ItemType.STRING)


@pytest.mark.parametrize(
    "typed", ["2.11.20", "2/11-19", "2 11 21", "021120", "2. november 20", "d. 2. nov. 20 "]
)
def test_half_a_year_is_no_year_while_one_types(typed: str) -> None:
    assert read_unfinished(DAY, Reply(typed)) == (Unread(typed),)


@pytest.mark.parametrize("typed", ["2.11.26", "2.11.2020", "2.11.17", "02112020", "2020-11-20"])
def test_a_day_that_cannot_go_on_is_read_at_once(typed: str) -> None:
    assert read_unfinished(DAY, Reply(typed)) == read_reply(DAY, Reply(typed))


def test_once_left_half_a_year_is_the_year_it_says() -> None:
    typed = read_unfinished(DAY, Reply("2.11.20"))

    assert finished(DAY, typed) == (date(2020, 11, 2),)


def test_only_the_line_that_may_go_on_waits() -> None:
    values = read_unfinished(DAYS, Reply("1.11.2026\n2.11.20"))

    assert values == (date(2026, 11, 1), Unread("2.11.20"))


def test_other_answers_are_read_as_ever() -> None:
    assert read_unfinished(TEXT, Reply("den 2.11.20")) == ("den 2.11.20",)
    assert finished(TEXT, ("den 2.11.20",)) == ("den 2.11.20",)


@given(
    st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)),
    st.sampled_from((short_date, long_date, date.isoformat)),
)
def test_no_day_is_ever_read_as_another_on_the_way_to_it(
    day: date, write: Callable[[date], str]
) -> None:
    typed = write(day)

    read = [read_unfinished(DAY, Reply(typed[:end])) for end in range(1, len(typed) + 1)]

    days = {value for values in read for value in values if isinstance(value, date)}
    assert days <= {day}
    assert read[-1] == (day,)
