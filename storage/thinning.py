"""Which of many backups may go: the older they are, the fewer are kept."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Final, NamedTuple

_ALL_OF: Final = timedelta(days=2)
# Two that were kept for their months lie this far apart at most.
_LONGEST_GAP: Final = timedelta(days=62)


class _Span(NamedTuple):
    """Up to which age one backup is kept out of all that were made in the same stretch of time."""

    age: timedelta
    stretch: Callable[[datetime], tuple[int, ...]]


def _day(at: datetime) -> tuple[int, ...]:
    return at.year, at.month, at.day


def _week(at: datetime) -> tuple[int, ...]:
    return at.isocalendar()[:2]


def _month(at: datetime) -> tuple[int, ...]:
    return at.year, at.month


_SPANS: Final = (
    _Span(timedelta(weeks=2), _day),
    _Span(timedelta(weeks=10), _week),
    _Span(timedelta(days=365), _month),
)


def may_go(times: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Return those of *times*, all in UTC, whose backups need not be kept at *now*.

    Kept are all of the last two days, the last of each day for two weeks, of each week for ten
    weeks, of each month for a year; always the newest, and all from after *now*. Age is counted
    back from the newest, and where there was none for two months, that time counts as nothing: a
    clock that was wrong must cost no backup.
    """
    every = frozenset(times)
    ages = _ages(every, now)
    kept = {at for at in every if ages[at] <= _ALL_OF}
    kept.update(sorted(every)[-1:])
    for span in _SPANS:
        kept.update(at for at in _lasts(every, span.stretch) if ages[at] <= span.age)
    return every - kept


def _ages(times: Iterable[datetime], now: datetime) -> dict[datetime, timedelta]:
    """Return how much older each time is than the last before *now*; one after that is not."""
    ages = dict.fromkeys(times, timedelta(0))
    for later, at in pairwise(sorted((at for at in ages if at <= now), reverse=True)):
        gap = later - at
        ages[at] = ages[later] + (gap if gap <= _LONGEST_GAP else timedelta(0))
    return ages


def _lasts(
    times: Iterable[datetime], stretch: Callable[[datetime], tuple[int, ...]]
) -> Iterable[datetime]:
    """Return the last time in each stretch."""
    return {stretch(at): at for at in sorted(times)}.values()
