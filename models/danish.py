"""Danish as it is written: days, numbers and lists in running text."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")


def long_date(day: date) -> str:
    """Return *day* as in running text, ``"2. november 2026"``."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """Return *day* as in a table or a field, ``"2.11.2026"``."""
    return f"{day.day}.{day.month}.{day.year}"


def weekday(day: date) -> str:
    """Return the name of the weekday of *day*, ``"mandag"``."""
    return WEEKDAYS[day.weekday()]


def listed(parts: Sequence[str]) -> str:
    """Return *parts* as an enumeration, ``"a, b og c"``; empty when there are none."""
    if len(parts) < 2:  # noqa: PLR2004 - one thing needs no "og"
        return "".join(parts)
    return f"{', '.join(parts[:-1])} og {parts[-1]}"


def number(value: int | Decimal) -> str:
    """Return *value* with a decimal comma, every digit of it kept, ``"2,50"``."""
    # No point between thousands: a year asked for as a number would be printed as 1.998.
    return format(value, "d" if isinstance(value, int) else "f").replace(".", ",")


def days(count: int) -> str:
    """Return *count* days in words, ``"1 dag"`` or ``"14 dage"``."""
    return f"{count} {'dag' if abs(count) == 1 else 'dage'}"
