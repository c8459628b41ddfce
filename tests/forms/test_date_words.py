"""Days as one says them are read as the day they mean on the day they are said."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.danish_typing import FIRST_YEAR, LAST_YEAR, read_date
from forms.date_words import may_mean_another, read_day
from forms.questionnaire import Item, ItemType
from forms.reading import read_reply
from forms.reply import Reply
from forms.unfinished import finished, read_unfinished, told
from models.answers import Unread
from models.danish import long_date, short_date, weekday

SUNDAY = date(2026, 11, 22)
MONDAY = date(2026, 11, 23)
DAY = Item("day", ItemType.DATE)
DAYS = Item("days", ItemType.DATE, repeats=True)
SAID = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("i dag", date(2026, 11, 22)),
        ("I GÅR", date(2026, 11, 21)),
        (" i  morgen ", date(2026, 11, 23)),
        ("i overmorgen", date(2026, 11, 24)),
        ("i forgårs", date(2026, 11, 20)),
        ("+14", date(2026, 12, 6)),
        ("-3", date(2026, 11, 19)),
        ("\N{MINUS SIGN}3 dage", date(2026, 11, 19)),
        ("om 14 dage", date(2026, 12, 6)),
        ("om en uge", date(2026, 11, 29)),
        ("om 2 uger", date(2026, 12, 6)),
        ("om 1 måned", date(2026, 12, 22)),
        ("om tre mdr.", date(2027, 2, 22)),
        ("om et år", date(2027, 11, 22)),
        ("for 3 dage siden", date(2026, 11, 19)),
        ("for tolv år siden", date(2014, 11, 22)),
    ],
)
def test_a_day_is_counted_from_the_day_it_is_said(typed: str, day: date) -> None:
    assert read_day(typed, SUNDAY) == day


@pytest.mark.parametrize(
    ("typed", "on_sunday", "on_monday"),
    [
        ("mandag", date(2026, 11, 23), date(2026, 11, 30)),
        ("på mandag", date(2026, 11, 23), date(2026, 11, 30)),
        ("nu på fredag", date(2026, 11, 27), date(2026, 11, 27)),
        ("man.", date(2026, 11, 23), date(2026, 11, 30)),
        ("søndag", date(2026, 11, 29), date(2026, 11, 29)),
        ("sidste fredag", date(2026, 11, 20), date(2026, 11, 20)),
        ("i mandags", date(2026, 11, 16), date(2026, 11, 16)),
        ("forrige søndag", date(2026, 11, 15), date(2026, 11, 22)),
        ("næste tirsdag", date(2026, 11, 24), date(2026, 12, 1)),
    ],
)
def test_a_weekday_is_ahead_unless_it_is_said_to_be_over(
    typed: str, on_sunday: date, on_monday: date
) -> None:
    assert (read_day(typed, SUNDAY), read_day(typed, MONDAY)) == (on_sunday, on_monday)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2/11", date(2026, 11, 2)),
        ("2.11", date(2026, 11, 2)),
        ("2.11.", date(2026, 11, 2)),
        ("2/11-26", date(2026, 11, 2)),
        ("2. nov", date(2026, 11, 2)),
        ("den 2. november", date(2026, 11, 2)),
        ("1/2", date(2027, 2, 1)),
        ("24. maj", date(2026, 5, 24)),
    ],
)
def test_a_day_without_a_year_is_the_nearest(typed: str, day: date) -> None:
    assert read_day(typed, SUNDAY) == day


def test_as_far_back_as_ahead_is_back() -> None:
    assert read_day("2/7", date(2028, 1, 1)) == date(2027, 7, 2)


@pytest.mark.parametrize(
    "typed",
    [
        "31/2",
        "29/2",
        "29/2-27",
        "2/11-20255",
        "2/13",
        "0/5",
        "mandag den 22. november 2026",
        "om dage",
        "om 99999 år",
        "for 2 uger",
        "i mandag",
        "næste uge",
        "+",
        "+ 1 2",
        "en dag",
        "måske i morgen",
    ],
)
def test_what_means_no_day_is_kept_as_it_was_typed(typed: str) -> None:
    assert read_day(typed, SUNDAY) is None
    assert read_reply(DAY, Reply(typed), SUNDAY) == (Unread(typed),)


def test_the_last_of_february_is_read_near_a_leap_year() -> None:
    assert read_day("29/2", date(2027, 12, 1)) == date(2028, 2, 29)


def test_a_month_that_is_too_short_ends_with_its_last_day() -> None:
    assert read_day("om 1 måned", date(2026, 1, 31)) == date(2026, 2, 28)
    assert read_day("for et år siden", date(2028, 2, 29)) == date(2027, 2, 28)


@given(
    SAID,
    SAID,
    st.sampled_from((short_date, long_date, date.isoformat)),
)
def test_a_day_written_in_full_means_the_same_on_any_day(
    day: date, today: date, write: Callable[[date], str]
) -> None:
    assert read_day(write(day), today) == day
    assert read_day(f"{weekday(day)} den {long_date(day)}", today) == day


@given(SAID, st.integers(-99_999, 99_999))
def test_days_are_counted_back_and_ahead(today: date, days: int) -> None:
    then = today.toordinal() + days
    reach = date(FIRST_YEAR, 1, 1).toordinal(), date(LAST_YEAR, 12, 31).toordinal()

    day = read_day(f"{days:+}", today)

    assert day == (date.fromordinal(then) if reach[0] <= then <= reach[1] else None)


@given(SAID, st.integers(-180, 180))
def test_a_day_half_a_year_away_needs_no_year(today: date, days: int) -> None:
    day = today + timedelta(days=days)

    found = read_day(f"{day.day}/{day.month}", today)

    assert found == day


@given(
    st.one_of(
        st.text(max_size=60),
        st.text("0123456789+-./ omfrsidagenuåst", max_size=20),
        st.lists(
            st.sampled_from(
                ("i", "om", "for", "siden", "på", "den", "2", "31", "/", "-", "mandag", "dage")
            ),
            max_size=5,
        ).map(" ".join),
    ),
    st.dates(),
)
def test_whatever_is_typed_is_a_day_in_reach_or_none(typed: str, today: date) -> None:
    day = read_day(typed, today)

    assert day is None or FIRST_YEAR <= day.year <= LAST_YEAR
    assert isinstance(may_mean_another(typed), bool)


@given(SAID, SAID)
def test_no_day_is_read_as_another_on_the_way_to_it(day: date, today: date) -> None:
    for typed in (
        f"{weekday(day)} den {long_date(day)}",
        short_date(day),
        f"{day.day}/{day.month}",
    ):
        parts = [typed[:end] for end in range(1, len(typed) + 1)]
        read = [read_unfinished(DAY, Reply(part), today) for part in parts]

        days = {value for values in read for value in values if isinstance(value, date)}
        assert days <= {read_date(typed) or read_day(typed, today)}


def test_what_may_yet_become_another_day_waits_until_one_leaves() -> None:
    typed = ("2/11", "2. nov", "+1", "mandag", "på tirsdag", "mandag den 2/11")

    waiting = [read_unfinished(DAY, Reply(text), SUNDAY) for text in typed]
    read = read_unfinished(DAY, Reply("om 14 dage"), SUNDAY)

    assert waiting == [(Unread(text),) for text in typed]
    assert read == (date(2026, 12, 6),)
    assert finished(DAY, waiting[0], SUNDAY) == (date(2026, 11, 2),)


def test_each_line_of_several_days_is_read() -> None:
    assert read_reply(DAYS, Reply("i dag\n2/11\nmåske"), SUNDAY) == (
        SUNDAY,
        date(2026, 11, 2),
        Unread("måske"),
    )


def test_only_what_would_be_another_day_tomorrow_is_written_out_at_once() -> None:
    values = (Unread("+3"), Unread("2.11.20"), Unread("2/11"), Unread("måske"))

    assert told(DAYS, values, SUNDAY) == (date(2026, 11, 25), *values[1:])


def test_without_a_day_to_count_from_only_whole_dates_are_read() -> None:
    assert read_reply(DAY, Reply("i går")) == (Unread("i går"),)
