"""The small Danish sentences that conductors say: times, what happened, what is saved."""

from collections.abc import Sequence
from datetime import date, datetime

from models.danish import short_date

MAY_HOLD_ERASED = (
    "Borgere, der er slettet, efter at kopien blev lavet, kan være kommet tilbage. Se efter i "
    "listen over borgere, og slet dem igen."
)
"""To be said when a backup was put back and nobody can tell who was erased since."""


def moment_in_words(at: datetime) -> str:
    """Return a time as one says it here, ``"22.11.2026 kl. 10.42"``, on the local clock."""
    local = at.astimezone()
    return f"{short_date(local.date())} kl. {local:%H.%M}"


def clock_in_words(at: datetime) -> str:
    """Return the time of day, ``"10.42.07"``, on the local clock."""
    return f"{at.astimezone():%H.%M.%S}"


def lately_in_words(at: datetime, today: date) -> str:
    """Return a time as one says it of what was not long ago, e.g. ``"i dag kl. 14.32"``."""
    local = at.astimezone()
    days = (today - local.date()).days
    day = {0: "i dag", 1: "i går"}.get(days, short_date(local.date()))
    return f"{day} kl. {local:%H.%M}"


def counted(number: int, one: str, several: str) -> str:
    """Return *number* with its word, e.g. ``"1 borger"`` or ``"3 borgere"``."""
    return f"{number} {one if number == 1 else several}"


def listed(parts: Sequence[str]) -> str:
    """Return *parts* as a list in a sentence, e.g. ``"2 borgere, 5 skemaer og 1 brev"``."""
    return " og ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)
