"""Every day that was told in a course, wherever it was asked: what looks odd is found in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from models.answers import Place
from models.case import Case, Entry


@dataclass(frozen=True, slots=True)
class DayTold:
    """One day, and the question it answers in the entry with the id `entry_id`."""

    form: str
    entry_id: str
    place: Place
    day: date


def days_told(case: Case) -> tuple[DayTold, ...]:
    """Return the days answered in the entries that stand, form by form, the oldest entry first."""
    forms = dict.fromkeys(entry.form for entry in case.entries)
    return tuple(told for form in forms for entry in case.all(form) for told in _of(entry))


def _of(entry: Entry) -> Iterator[DayTold]:
    told = [
        DayTold(entry.form, entry.id, place, value)
        for place, values in entry.answers.values.items()
        for value in values
        if isinstance(value, date)
    ]
    return iter(sorted(told, key=_place))


def _place(told: DayTold) -> Place:
    return told.place
