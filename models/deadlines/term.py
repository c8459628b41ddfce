"""What a deadline is: its days, how it stands on a day, and how lengths of time are counted."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from models.course import Form
from models.danish import days, long_date, weekday
from models.law_tables import Confidence, Length
from models.working_calendar import WorkingCalendar

_ONE_DAY = timedelta(days=1)
_MONTHS_OF_YEAR = 12
_WORDS = {
    "days": ("dag", "dage"),
    "weeks": ("uge", "uger"),
    "months": ("måned", "måneder"),
    "working_days": ("hverdag", "hverdage"),
}
_A_YEAR = 366


class DeadlineState(StrEnum):
    """How a deadline stands on a day.

    `EXPIRED` is a time that ran out without anyone being late; `SUSPENDED` one that does not run
    or does not bind; `WAIVED` one that was set aside for a reason.
    """

    NOT_STARTED = "not-started"
    RUNNING = "running"
    SOON = "soon"
    URGENT = "urgent"
    OVERDUE = "overdue"
    MET = "met"
    MET_LATE = "met-late"
    WAIVED = "waived"
    EXPIRED = "expired"
    SUSPENDED = "suspended"
    UNKNOWN = "unknown"


class Whose(StrEnum):
    """Who has the time: we who must do something, the citizen who may, or somebody else."""

    OURS = "ours"
    CITIZENS = "citizens"
    OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Term:
    """The days of a deadline: `due` is the last that is in time.

    From `soon_from` and `urgent_from` it is nearly over; None when the law tables name no such day.
    """

    due: date
    soon_from: date | None = None
    urgent_from: date | None = None

    def state_on(self, today: date) -> DeadlineState:
        """Return how near the end is while nothing has met the deadline."""
        turns = (
            (self.due + _ONE_DAY, DeadlineState.OVERDUE),
            (self.urgent_from, DeadlineState.URGENT),
            (self.soon_from, DeadlineState.SOON),
        )
        reached = (state for first, state in turns if first is not None and today >= first)
        return next(reached, DeadlineState.RUNNING)

    def ending(self, due: date) -> "Term":
        """Return this term with another last day, as long before it nearly over."""
        moved = due - self.due
        return Term(
            due,
            self.soon_from + moved if self.soon_from else None,
            self.urgent_from + moved if self.urgent_from else None,
        )


@dataclass(frozen=True, slots=True)
class Deadline:
    """One deadline as it stands.

    `sentence` says when and what stops it, `brief` the same in a few words, `basis` what it is
    counted from and what meets it. `provision` is the id of its source, `form` the one whose
    signed entry meets it; None when no entry shows it and a task note must.
    """

    id: str
    title: str
    state: DeadlineState
    sentence: str
    term: Term | None = None
    brief: str = ""
    provision: str = ""
    confidence: Confidence = Confidence.SURE
    form: Form | None = None
    whose: Whose = Whose.OURS
    basis: str = ""

    @property
    def due(self) -> date | None:
        """The last day that is in time; None when it is not known or not running."""
        return self.term.due if self.term else None

    @property
    def is_open(self) -> bool:
        """Whether something still has to happen, or still can."""
        return self.state in _OPEN


_OPEN = frozenset(
    {
        DeadlineState.RUNNING,
        DeadlineState.SOON,
        DeadlineState.URGENT,
        DeadlineState.OVERDUE,
    }
)


class UnknownUnitError(ValueError):
    """The law tables give a length in a unit that nothing is counted in."""


def last_day(start: date, length: Length, calendar: WorkingCalendar) -> date:
    """Return the last day of a *length* after *start*, which is not counted.

    Raises `UnknownUnitError`.
    """
    match length.unit:
        case "days":
            return start + timedelta(days=length.amount)
        case "weeks":
            return start + timedelta(weeks=length.amount)
        case "months":
            return add_months(start, length.amount)
        case "working_days":
            return calendar.after_working_days(start, length.amount)
        case _:
            raise UnknownUnitError(length.id)


def term_of(start: date, length: Length, calendar: WorkingCalendar) -> Term:
    """Return the days of a *length* after *start*; raises `UnknownUnitError`."""
    return Term(
        due=last_day(start, length, calendar),
        soon_from=_day_of_period(start, length.soon_from),
        urgent_from=_day_of_period(start, length.urgent_from),
    )


def add_months(day: date, months: int) -> date:
    """Return the same date *months* later, or the last of that month when it has no such date."""
    years, month = divmod(day.month - 1 + months, _MONTHS_OF_YEAR)
    year = day.year + years
    longest = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, longest))


def end_of_month(day: date) -> date:
    """Return the last day of the month that *day* lies in."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def on_the_day(day: date) -> str:
    """Return *day* as it stands in a sentence, ``"mandag den 2. november 2026"``."""
    return f"{weekday(day)} den {long_date(day)}"


def left(count: int) -> str:
    """Return the sentence about *count* days being left; none when it is more than a year."""
    if count > _A_YEAR:
        return ""
    return "Det er i dag." if count == 0 else f"Der er {days(count)} tilbage."


def in_words(length: Length) -> str:
    """Return a length in words, ``"14 dage"``; raises `UnknownUnitError`."""
    if length.unit not in _WORDS:
        raise UnknownUnitError(length.id)
    years, months = divmod(length.amount, _MONTHS_OF_YEAR)
    if length.unit == "months" and not months:
        return f"{years} år"
    one, many = _WORDS[length.unit]
    return f"{length.amount} {one if length.amount == 1 else many}"


def _day_of_period(first: date, days_passed: int | None) -> date | None:
    return None if days_passed is None else first + timedelta(days=days_passed)
