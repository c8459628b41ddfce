"""A chart in words: what its line tells, for those who do not see it."""

from datetime import date
from decimal import Decimal

from models.danish import long_date, number
from models.letters.letter import Chart


def chart_in_words(chart: Chart) -> str:
    """Return every point of *chart* in words, the first day first."""
    scale = f"Skalaen går fra {number(chart.lowest)} til {number(chart.highest)}."
    said = (f"{long_date(day)}: {number(value)}." for day, value in in_order(chart))
    return " ".join((f"Kurve over {chart.title}.", *said, scale))


def in_order(chart: Chart) -> tuple[tuple[date, Decimal], ...]:
    """Return the points of *chart*, the first day first; of one day the order they came in."""
    return tuple(sorted(chart.points, key=_day))


def _day(point: tuple[date, Decimal]) -> date:
    return point[0]
