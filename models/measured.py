"""What was measured earlier in a case with the same instrument."""

from dataclasses import dataclass
from datetime import date, datetime

from models.answers import Answers
from models.case import Case, Entry


@dataclass(frozen=True, slots=True)
class Measuring:
    """The signed answers to an instrument, the day they are about, and its edition's version."""

    day: date
    answers: Answers
    version: str


def measured_before(entry: Entry, case: Case) -> tuple[Measuring, ...]:
    """Return what was signed in the form of *entry* for an earlier time, oldest first.

    What *entry* corrects is not among it.
    """
    own = {entry.id, entry.replaces}
    others = (other for other in case.all(entry.form) if other.is_signed and other.id not in own)
    at = _when(entry, case)
    earlier = sorted((_when(other, case), other) for other in others if _when(other, case) < at)
    return tuple(Measuring(day, other.answers, other.version) for (day, *_), other in earlier)


def _when(entry: Entry, case: Case) -> tuple[date, datetime, str]:
    """Return the day the instrument asks for, else that of the signature; then what tells apart."""
    day = entry.answers.day(f"{entry.form}.date") or (entry.signed or entry.changed).date()
    return (day, *case.begun(entry))
