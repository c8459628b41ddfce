"""Days counted on and back in calendar units, and how far two days lie apart."""

from calendar import monthrange
from datetime import date, timedelta

from forms.fhirpath.errors import CalculationError
from models.answers import Quantity

PERIODS = {"day": (1, "day"), "week": (7, "day"), "month": (1, "month"), "year": (12, "month")}
"""Calendar units in the singular, each as so many days or months."""

_WORDS = {
    **{unit: unit for unit in PERIODS},
    **{f"{unit}s": unit for unit in PERIODS},
    "d": "day",
    "wk": "week",
}


def unit_named(word: str) -> str:
    """Return the calendar unit that *word*, e.g. ``years``, names; empty when it names none."""
    return _WORDS.get(word, "")


def moved(day: date, quantity: Quantity, sign: int) -> date | None:
    """Return *day* moved by *quantity* days or months, the last of the month where it is shorter.

    None outside the years 1 to 9999. Raises `CalculationError` for any other unit.
    """
    if quantity.code or quantity.value is None or quantity.unit not in {"day", "month"}:
        raise CalculationError("En dato kan kun flyttes med day, week, month eller year.")
    amount = int(quantity.value) * sign
    try:
        if quantity.unit == "day":
            return day + timedelta(days=amount)
        return _months_on(day, amount)
    except (OverflowError, ValueError):
        return None


def whole_units(start: date, end: date, unit: str) -> int:
    """Return how many whole *unit* lie from *start* to *end*; negative when *end* is earlier."""
    times, base = PERIODS[unit]
    if base == "day":
        return int((end - start).days / times)
    sign = 1 if end >= start else -1
    early, late = sorted((start, end))
    months = boundaries(early, late, "month") - int(late.day < _same_day(early, late))
    return sign * (months // times)


def boundaries(start: date, end: date, unit: str) -> int:
    """Return how many times a new *unit* begins from *start* to *end*; weeks begin on Sundays."""
    if unit == "day":
        return (end - start).days
    if unit == "week":
        return (end.toordinal() // 7) - (start.toordinal() // 7)
    if unit == "year":
        return end.year - start.year
    return (end.year - start.year) * 12 + end.month - start.month


def _same_day(early: date, late: date) -> int:
    return min(early.day, monthrange(late.year, late.month)[1])


def _months_on(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
