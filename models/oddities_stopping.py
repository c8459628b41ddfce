"""Days that cannot be at all: an entry that tells one is not signed before it is put right.

Other oddities are only said, for what looks odd can be true; nobody here was born before 1900.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from models.answers import Answers, Place, Value
from models.cpr import read_cpr

_FIRST_YEAR = 1900
_NUMBERS = frozenset({"citizen.cpr", "notification.child.cpr"})
_TOO_EARLY = "Datoen ligger før år 1900, så den kan ikke passe. Ret den, før du underskriver."
_BORN_TOO_EARLY = (
    "Ifølge CPR-nummeret er personen født før år 1900, så det kan ikke passe. Ret nummeret, eller "
    "lad det stå tomt, før du underskriver."
)
_BORN_AHEAD = (
    "Ifølge CPR-nummeret er personen ikke født endnu, så det kan ikke passe. Ret nummeret, eller "
    "lad det stå tomt, før du underskriver."
)


@dataclass(frozen=True, slots=True)
class Impossible:
    """An answer that cannot be; the sentence says why and what to do, never the answer."""

    place: Place
    sentence: str


def impossible_days(answers: Answers, today: date) -> tuple[Impossible, ...]:
    """Return the dates, and the CPR numbers, of a time that cannot be on the day *today*."""
    return tuple(
        Impossible(place, sentence)
        for place, values in answers.values.items()
        for value in values
        for sentence in _wrong(place, value, today)
    )


def _wrong(place: Place, value: Value, today: date) -> Iterator[str]:
    if isinstance(value, date) and value.year < _FIRST_YEAR:
        yield _TOO_EARLY
    if place.link_id in _NUMBERS and isinstance(value, str):
        birth = read_cpr(value).birth
        if birth is not None and birth.year < _FIRST_YEAR:
            yield _BORN_TOO_EARLY
        elif birth is not None and birth > today:
            yield _BORN_AHEAD
