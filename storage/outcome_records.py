"""What the courses of a case came to, as the numbers of the clinic are counted from it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """One thing that came of a case; `id` tells it from others of its `topic` there.

    `topic` and `result` are codes, `days` how long it took where that is counted.
    """

    topic: str
    id: str
    result: str
    day: date
    days: int | None = None


@dataclass(frozen=True, slots=True)
class OutcomeCount:
    """How many outcomes had one result and took so many days."""

    result: str
    days: int | None
    count: int


@dataclass(frozen=True, slots=True)
class OpenCount:
    """How many open courses have come to one `stage` and were last written in by one person."""

    stage: str
    counsellor: str
    count: int


@dataclass(frozen=True, slots=True)
class DueCount:
    """How many tasks in one form are due before a day, within a span after it, and later."""

    before: int
    within: int
    later: int
