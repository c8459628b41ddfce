"""Dates and numbers as Danes type them."""

import re
from datetime import date
from decimal import Decimal

from models.danish import MONTHS

FIRST_YEAR = 1800
LAST_YEAR = 2199
SHORT_YEAR_PIVOT = 40
"""Two digits from here up mean 19xx, below it 20xx: nobody treated here was born after 2039, and
an adult born in 1965 types 65. The field shows the whole year as soon as it is left."""

_LONGEST = 40
_MOST_DIGITS = 18
_LEAST_INTEGER = -(2**31)
_GREATEST_INTEGER = 2**31 - 1

_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})")
_NUMBERS = re.compile(
    r"(?P<day>[0-9]{1,2})[./ -]+(?P<month>[0-9]{1,2})[./ -]+(?P<year>[0-9]{4}|[0-9]{2})\.?"
)
_DIGITS = re.compile(r"(?P<day>[0-9]{2})(?P<month>[0-9]{2})(?P<year>[0-9]{4}|[0-9]{2})")
_WORDS = re.compile(
    r"(?:den |d\. ?)?(?P<day>[0-9]{1,2})\.? ?(?P<month>[a-z]{3,9})\.? ?(?P<year>[0-9]{4}|[0-9]{2})"
)
_NUMBER = re.compile(r"[+-]?(?:[0-9]+|[0-9]{1,3}(?:[. ][0-9]{3})+)(?:,[0-9]+)?")


def read_date(typed: str) -> date | None:
    """Return the day *typed*, e.g. ``2.11.2026``, ``2/11-26``, ``2. november 2026``, ``021126``.

    None when it is no day, has no year, or lies outside 1800-2199. Two-digit years 00-39 are
    20xx, 40-99 are 19xx.
    """
    text = _plain(typed)
    if len(text) > _LONGEST:
        return None
    tried = (pattern.fullmatch(text) for pattern in (_ISO, _NUMBERS, _DIGITS, _WORDS))
    found = next((match for match in tried if match), None)
    if found is None:
        return None
    return _day(_year(found["year"]), _month(found["month"]), int(found["day"]))


def read_integer(typed: str) -> int | None:
    """Return the whole number *typed*, e.g. ``1.500``; None when it is none or beyond 32 bits."""
    number = read_decimal(typed)
    if number is None or "," in typed or not _LEAST_INTEGER <= number <= _GREATEST_INTEGER:
        return None
    return int(number)


def read_decimal(typed: str) -> Decimal | None:
    """Return the number *typed* with a decimal comma, e.g. ``1.500,25``; None when it is none.

    A point only ever stands between thousands: ``1.5`` is not read, for it could mean two things.
    """
    text = _plain(typed).replace("−", "-")
    if len(text) > _LONGEST or not _NUMBER.fullmatch(text):
        return None
    digits = text.replace(".", "").replace(" ", "").replace(",", ".")
    number = Decimal(digits)
    return number if len(number.as_tuple().digits) <= _MOST_DIGITS else None


def _plain(typed: str) -> str:
    return " ".join(typed.lower().split())


def _year(digits: str) -> int:
    year = int(digits)
    if len(digits) > 2:  # noqa: PLR2004 - the century is typed
        return year
    return year + (1900 if year >= SHORT_YEAR_PIVOT else 2000)


def _month(word: str) -> int:
    if word.isdecimal():
        return int(word)
    numbered = enumerate(MONTHS, start=1)
    return next((number for number, name in numbered if name.startswith(word)), 0)


def _day(year: int, month: int, day: int) -> date | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
