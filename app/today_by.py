"""The day a clock shows, asked for as often as it is needed."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial


def today_by(clock: Callable[[], datetime]) -> Callable[[], date]:
    """Return what tells the day by *clock*, and holds on to nothing else."""
    return partial(_day, clock)


def _day(clock: Callable[[], datetime]) -> date:
    return clock().date()
