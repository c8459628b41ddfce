"""Which of many backups may go: the older they are, the fewer are kept."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Final, NamedTuple

_ALL_OF: Final = timedelta(days=2)


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
    weeks, of each month for a year; always the newest, and all from after *now*: a clock that was
    wrong must cost no backup.
    """
    every = frozenset(times)
    kept = {at for at in every if now - at <= _ALL_OF}
    kept.update(sorted(every)[-1:])
    for span in _SPANS:
        kept.update(at for at in _lasts(every, span.stretch) if now - at <= span.age)
    return every - kept


def _lasts(
    times: Iterable[datetime], stretch: Callable[[datetime], tuple[int, ...]]
) -> Iterable[datetime]:
    """Return the last time in each stretch."""
    return {stretch(at): at for at in sorted(times)}.values()
