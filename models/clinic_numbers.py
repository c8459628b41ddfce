"""The clinic at a glance: what its courses came to in a period, as numbers and nothing else."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from models.course import Course, Form
from models.deadlines.guarantee import treatment_guarantee
from models.deadlines.term import Deadline, DeadlineState
from models.decision import Decision, legal_result
from models.decisions import signed_ones
from models.law_tables import LawTables

_ONE_DAY = timedelta(days=1)
_MONTHS_OF_QUARTER = 3
_LAST_MONTH = 12


class Period(StrEnum):
    """The periods that numbers are shown of."""

    THIS_QUARTER = "this-quarter"
    THIS_YEAR = "this-year"
    LAST_YEAR = "last-year"


@dataclass(frozen=True, slots=True)
class Span:
    """The days of a period, both ends counted."""

    first: date
    last: date


class Topic(StrEnum):
    """What an outcome is about."""

    GUARANTEE = "guarantee"
    DECISION = "decision"


class Guarantee(StrEnum):
    """What came of the treatment guarantee in one course.

    `WAITING` is one that runs: its outcome has the last day, and is late once that has passed.
    `NOT_BINDING` is a start after the last day that was not late.
    """

    KEPT = "kept"
    LATE = "late"
    NOT_BINDING = "not-binding"
    WAITING = "waiting"


STOPPED = "stopped"
"""The result of a decision by which the help stops; the others are those of `Result`."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One thing a course came to: `day` is when, `days` how long it took where that is counted.

    `key` tells it from others of its topic in the same case.
    """

    topic: Topic
    key: str
    result: str
    day: date
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """How many outcomes of a topic had one `result` and took so many `days`."""

    result: str
    days: int | None
    count: int


@dataclass(frozen=True, slots=True)
class GuaranteeNumbers:
    """How the guarantee went in a period, among the treatments that began in it.

    `median` are the days from request to start, halves possible; None when none began.
    """

    kept: int
    late: int
    not_binding: int
    median: float | None

    @property
    def started(self) -> int:
        """How many treatments began in the period."""
        return self.kept + self.late + self.not_binding


def span_of(period: Period, today: date) -> Span:
    """Return the days of *period* as it is called on the day *today*, to its end."""
    match period:
        case Period.THIS_QUARTER:
            month = (today.month - 1) // _MONTHS_OF_QUARTER * _MONTHS_OF_QUARTER + 1
            first = date(today.year, month, 1)
            return Span(first, _first_after_quarter(first) - _ONE_DAY)
        case Period.THIS_YEAR:
            return _year(today.year)
        case Period.LAST_YEAR:
            return _year(today.year - 1)


def outcomes(courses: Sequence[Course], law: LawTables, today: date) -> tuple[Outcome, ...]:
    """Return what the *courses* of one case have come to until *today*, oldest course first."""
    return tuple(
        one
        for number, course in enumerate(courses)
        for one in _outcomes(course, number, law, today)
    )


def guarantee_numbers(counted: Iterable[Counted]) -> GuaranteeNumbers:
    """Return how the guarantee went; what still waits is not among it."""
    began = [one for one in counted if one.result != Guarantee.WAITING]
    return GuaranteeNumbers(
        kept=_sum(began, Guarantee.KEPT),
        late=_sum(began, Guarantee.LATE),
        not_binding=_sum(began, Guarantee.NOT_BINDING),
        median=_median(began),
    )


def by_result(counted: Iterable[Counted]) -> dict[str, int]:
    """Return how many outcomes each result has."""
    sums: dict[str, int] = {}
    for one in counted:
        sums[one.result] = sums.get(one.result, 0) + one.count
    return sums


def _outcomes(course: Course, number: int, law: LawTables, today: date) -> Iterator[Outcome]:
    if guarantee := _guarantee(course, number, treatment_guarantee(course, law, today)):
        yield guarantee
    for decision in signed_ones(course.decisions):
        if decision.day and (result := _result(decision, course)):
            yield Outcome(Topic.DECISION, decision.entry_id, result, decision.day)


def _guarantee(course: Course, number: int, deadline: Deadline) -> Outcome | None:
    if deadline.is_open and deadline.due:
        return Outcome(Topic.GUARANTEE, str(number), Guarantee.WAITING, deadline.due)
    asked, began = course.request.received, course.start.day
    result = _RESULTS.get(deadline.state)
    if not (result and asked and began and course.is_signed(Form.START)) or began < asked:
        return None
    return Outcome(Topic.GUARANTEE, str(number), result, began, (began - asked).days)


_RESULTS = {
    DeadlineState.MET: Guarantee.KEPT,
    DeadlineState.MET_LATE: Guarantee.LATE,
    DeadlineState.SUSPENDED: Guarantee.NOT_BINDING,
}


def _result(decision: Decision, course: Course) -> str:
    """Return the result the law sees; empty while nobody said."""
    if decision.change.is_stop:
        return STOPPED
    return legal_result(decision, course.request) or ""


def _median(counted: Sequence[Counted]) -> float | None:
    """Return the median of the days, each taken as often as it was counted."""
    taken = sorted((one.days, one.count) for one in counted if one.days is not None)
    total = sum(count for _, count in taken)
    if not total:
        return None
    return (_at(taken, (total - 1) // 2) + _at(taken, total // 2)) / 2


def _at(taken: Sequence[tuple[int, int]], place: int) -> int:
    passed = 0
    for days, count in taken:
        passed += count
        if place < passed:
            return days
    raise IndexError(place)


def _sum(counted: Iterable[Counted], result: str) -> int:
    return sum(one.count for one in counted if one.result == result)


def _year(year: int) -> Span:
    return Span(date(year, 1, 1), date(year, 12, 31))


def _first_after_quarter(first: date) -> date:
    if first.month + _MONTHS_OF_QUARTER > _LAST_MONTH:
        return date(first.year + 1, 1, 1)
    return date(first.year, first.month + _MONTHS_OF_QUARTER, 1)
