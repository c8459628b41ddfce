"""Working days, holidays and closing days: dated rules from a table, counted on from Easter."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

_SATURDAY = 5
_ONE_DAY = timedelta(days=1)


class ClosedKind(StrEnum):
    """A holiday by law, or a day on which offices are closed all the same."""

    HOLIDAY = "helligdag"
    CLOSING_DAY = "lukkedag"


@dataclass(frozen=True, slots=True)
class ClosedDay:
    """A day of the year that is closed: so many days after Easter Sunday, or a fixed date."""

    name: str
    kind: ClosedKind
    after_easter: int | None
    month_day: tuple[int, int] | None
    valid_from: date
    valid_until: date | None

    def in_year(self, year: int) -> date | None:
        """Return the day in *year*, or None if the rule was not in force on it."""
        if self.after_easter is not None:
            day = easter(year) + timedelta(days=self.after_easter)
        elif self.month_day is not None:
            day = date(year, *self.month_day)
        else:
            return None
        in_force = self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)
        return day if in_force else None


@dataclass(frozen=True)
class WorkingCalendar:
    """Which days are working days."""

    rules: tuple[ClosedDay, ...]

    def closed_name(self, day: date) -> str:
        """Return the name of the holiday or closing day; empty on other days."""
        return _closed_in(self.rules, day.year).get(day, "")

    def is_working_day(self, day: date) -> bool:
        """Whether *day* is Monday to Friday and neither holiday nor closing day."""
        return day.weekday() < _SATURDAY and not self.closed_name(day)

    def next_working_day(self, day: date) -> date:
        """Return *day*, or the first working day after it."""
        while not self.is_working_day(day):
            day += _ONE_DAY
        return day

    def last_working_day(self, day: date) -> date:
        """Return *day*, or the last working day before it."""
        while not self.is_working_day(day):
            day -= _ONE_DAY
        return day

    def after_working_days(self, day: date, count: int) -> date:
        """Return the day that lies *count* working days after *day*, which is not counted."""
        for _ in range(count):
            day = self.next_working_day(day + _ONE_DAY)
        return day


def easter(year: int) -> date:
    """Return Easter Sunday of a Gregorian *year* (Meeus, Jones and Butcher's rule)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leap_centuries, century_rest = divmod(century, 4)
    moon = (19 * golden + century - leap_centuries - _moon_shift(century) + 15) % 30
    leaps, years = divmod(rest, 4)
    weekday = (32 + 2 * century_rest + 2 * leaps - moon - years) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _moon_shift(century: int) -> int:
    return (century - (century + 8) // 25 + 1) // 3


@lru_cache(maxsize=256)
def _closed_in(rules: tuple[ClosedDay, ...], year: int) -> dict[date, str]:
    days = ((rule.in_year(year), rule.name) for rule in rules)
    return {day: name for day, name in days if day is not None}
