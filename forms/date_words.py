"""Days as one says them: ``i går``, ``på mandag``, ``om 14 dage``, ``2/11`` without a year.

What is meant depends on the day it is said, and only on that: there is no clock here.

A day without a year is the one nearest to today, back or ahead, among this year, the year before
and the year after. A weekday alone, or with *på*, is the next one after today; with *sidste*,
*forrige* or as ``i mandags`` the last one before today; with *næste* it is the one in next week.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from forms.danish_typing import FIRST_YEAR, LAST_YEAR, read_date
from models.danish import WEEKDAYS

LONGEST = 40
"""Nobody says a day in more letters than these."""

_NEAR: Mapping[str, int] = {
    "i dag": 0,
    "idag": 0,
    "i går": -1,
    "igår": -1,
    "i forgårs": -2,
    "i morgen": 1,
    "imorgen": 1,
    "i overmorgen": 2,
    "overmorgen": 2,
}
_COUNTS = ("nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti")
_ONE_MORE: Mapping[str, int] = {"et": 1, "én": 1, "ét": 1, "elleve": 11, "tolv": 12}
_NUMBER = rf"(?P<count>[0-9]{{1,5}}|{'|'.join((*_COUNTS, *_ONE_MORE))})"
_UNIT = r"(?P<unit>dage?|uger?|måned(?:er)?|mdr?\.?|år)"
_AHEAD = re.compile(rf"om {_NUMBER} {_UNIT}")
_AGO = re.compile(rf"for {_NUMBER} {_UNIT} siden")
_SIGNED = re.compile(r"(?P<sign>[+-]) ?(?P<count>[0-9]{1,5})(?: dage?)?")
_WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)}|man|tirs?|ons|tors?|fre|lør|søn)\.?"
_COMING = re.compile(rf"(?:nu )?(?:på )?{_WEEKDAY}")
_LAST = re.compile(rf"(?:(?:sidste|forrige) {_WEEKDAY}|i (?P<told>{'|'.join(WEEKDAYS)})s)")
_NEXT = re.compile(rf"næste {_WEEKDAY}")
_NAMED = re.compile(rf"{_WEEKDAY},?(?: d(?:en|\.))? (?P<rest>[0-9].*)")
_NUMBERED = r"[0-9]{1,2} ?[./ -] ?[0-9]{1,2}"
_WORDED = r"[0-9]{1,2}\.? ?(?P<month>[a-z]{3,9})"
_YEARLESS = re.compile(rf"(?:den |d\. ?)?(?:{_NUMBERED}|{_WORDED})\.?")
_MAY_GO_ON = tuple(re.compile(p) for p in (r"[+-] ?[0-9]+", rf"(?:nu )?(?:på )?{_WEEKDAY}"))


def read_day(typed: str, today: date) -> date | None:
    """Return the day that *typed* means when it is said on *today*; None when it means none."""
    text = plain(typed)
    if len(text) > LONGEST:
        return None
    readings: tuple[Callable[[str, date], date | None], ...] = (_absolute, _near, _counted)
    readings = (*readings, _signed, _on_weekday, _yearless, _named)
    return next(filter(None, (reading(text, today) for reading in readings)), None)


def may_mean_another(typed: str) -> bool:
    """Return whether what is typed next could yet make *typed* another day than it says now.

    ``2/1`` may become ``2/11`` or get a year, ``+1`` become ``+14``, and ``mandag`` get its day.
    """
    text = plain(typed)
    named = _NAMED.fullmatch(text)
    text = named["rest"] if named else text
    return any(pattern.fullmatch(text) for pattern in (_YEARLESS, *_MAY_GO_ON))


def plain(typed: str) -> str:
    """Return *typed* in small letters with one blank between words, and a plain minus."""
    return " ".join(typed.lower().replace("\N{MINUS SIGN}", "-").split())


def _absolute(text: str, _today: date) -> date | None:
    return read_date(text)


def _near(text: str, today: date) -> date | None:
    days = _NEAR.get(text)
    return None if days is None else _after(today, days)


def _counted(text: str, today: date) -> date | None:
    ahead, ago = _AHEAD.fullmatch(text), _AGO.fullmatch(text)
    found = ahead or ago
    if found is None:
        return None
    count = _count(found["count"]) * (1 if ahead else -1)
    unit = found["unit"][0]
    if unit in "du":
        return _after(today, count * (7 if unit == "u" else 1))
    return _after_months(today, count * (12 if unit == "å" else 1))


def _signed(text: str, today: date) -> date | None:
    found = _SIGNED.fullmatch(text)
    return _after(today, int(f"{found['sign']}{found['count']}")) if found else None


def _on_weekday(text: str, today: date) -> date | None:
    if found := _COMING.fullmatch(text):
        return _after(today, (_number(found["weekday"]) - today.weekday() - 1) % 7 + 1)
    if found := _LAST.fullmatch(text):
        told = found["weekday"] or found["told"]
        return _after(today, -((today.weekday() - _number(told) - 1) % 7 + 1))
    if found := _NEXT.fullmatch(text):
        return _after(today, 7 - today.weekday() + _number(found["weekday"]))
    return None


def _yearless(text: str, today: date) -> date | None:
    if not _YEARLESS.fullmatch(text):
        return None
    years = (today.year - 1, today.year, today.year + 1)
    found = (read_date(f"{text.rstrip('.')} {year}") for year in years)
    days = [day for day in found if day is not None]
    # As far back as ahead is back: what is written down has mostly happened.
    return min(days, key=lambda day: (abs(day - today), day), default=None)


def _named(text: str, today: date) -> date | None:
    """Return the day after a weekday's name; the two must agree."""
    found = _NAMED.fullmatch(text)
    if found is None:
        return None
    day = read_date(found["rest"]) or _yearless(found["rest"], today)
    agrees = day is not None and day.weekday() == _number(found["weekday"])
    return day if agrees else None


def _count(word: str) -> int:
    if word.isdecimal():
        return int(word)
    return _ONE_MORE[word] if word in _ONE_MORE else _COUNTS.index(word)


def _number(weekday: str) -> int:
    return next(n for n, name in enumerate(WEEKDAYS) if name.startswith(weekday))


def _after(today: date, days: int) -> date | None:
    try:
        return _in_reach(today + timedelta(days=days))
    except OverflowError:
        return None


def _after_months(today: date, months: int) -> date | None:
    """Return the same day of the month, or the last one of a month that is too short."""
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def _in_reach(day: date) -> date | None:
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None
