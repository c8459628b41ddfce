from collections import defaultdict
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as some

from storage.thinning import may_go

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)

ages = some.timedeltas(min_value=timedelta(days=-30), max_value=timedelta(days=900))
many_times = some.lists(ages.map(lambda age: NOW - age), max_size=80)


@given(many_times)
def test_the_newest_and_all_from_the_future_stay(times: list[datetime]) -> None:
    going = may_go(times, NOW)

    assert not {at for at in times if at > NOW} & going
    assert max(times, default=NOW) not in going


@given(many_times)
def test_all_of_the_last_two_days_stay(times: list[datetime]) -> None:
    assert not {at for at in times if NOW - at <= timedelta(days=2)} & may_go(times, NOW)


@given(many_times)
def test_what_stays_goes_on_staying_at_the_same_time(times: list[datetime]) -> None:
    left = set(times) - may_go(times, NOW)

    assert may_go(left, NOW) == frozenset()


@given(many_times)
def test_every_day_week_and_month_that_had_one_keeps_its_last(times: list[datetime]) -> None:
    stretches = ((14, "%Y-%m-%d"), (70, "%G-%V"), (365, "%Y-%m"))
    going = may_go(times, NOW)

    for days, name in stretches:
        by_stretch = defaultdict(list)
        for at in times:
            by_stretch[at.strftime(name)].append(at)
        lasts = [max(made) for made in by_stretch.values()]
        assert not {at for at in lasts if NOW - at <= timedelta(days=days)} & going


@given(many_times, some.integers(min_value=0, max_value=400))
def test_to_thin_daily_loses_no_month_that_thinning_once_would_keep(
    times: list[datetime], days: int
) -> None:
    later = NOW + timedelta(days=days)
    left = set(times)
    for day in range(0, days + 1, 20):
        left -= may_go(left, NOW + timedelta(days=day))
    left -= may_go(left, later)

    once = set(times) - may_go(times, later)

    assert {at.strftime("%Y-%m") for at in once} <= {at.strftime("%Y-%m") for at in left}


def test_a_clock_set_forward_makes_nothing_old() -> None:
    history = [NOW - timedelta(hours=22 * number) for number in range(20)]
    ahead = [NOW + timedelta(days=3650, minutes=minute) for minute in range(20)]
    behind = [NOW - timedelta(days=3650)]

    assert may_go([*history, *ahead], ahead[-1]) == may_go(history, NOW)
    assert may_go([*behind, *history], NOW) == may_go(history, NOW)


def test_a_year_of_hourly_backups_is_thinned_to_some_eighty() -> None:
    times = [NOW - timedelta(hours=hour) for hour in range(24 * 365)]

    left = set(times) - may_go(times, NOW)

    assert 70 < len(left) < 90
