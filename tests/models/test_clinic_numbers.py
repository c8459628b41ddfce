"""The clinic's numbers: periods, what a course comes to, and the median of the days."""

from datetime import date, timedelta
from statistics import median

from hypothesis import given
from hypothesis import strategies as st

from app.facts import Facts
from app.supplies import supplies
from models.clinic_numbers import (
    STOPPED,
    Counted,
    Guarantee,
    Outcome,
    Period,
    Span,
    Topic,
    by_result,
    guarantee_numbers,
    outcomes,
    span_of,
)
from models.course import Course
from models.decision import Result
from tests.builders import PARTIAL_REFUSAL, REQUEST, course

NOVEMBER = date(2026, 11, 22)
DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))


def came_of(of: Course, today: date = NOVEMBER) -> tuple[Outcome, ...]:
    return outcomes((of,), supplies().law, today)


def guarantee_of(start: Facts | None, today: date = NOVEMBER) -> list[tuple[str, date, int | None]]:
    forms = {"request": REQUEST, **({"start": start} if start else {})}
    found = came_of(course(**forms), today)
    return [(one.result, one.day, one.days) for one in found if one.topic is Topic.GUARANTEE]


def test_the_quarter_the_year_and_the_year_before_have_their_days() -> None:
    spans = [span_of(period, NOVEMBER) for period in Period]

    assert spans == [
        Span(date(2026, 10, 1), date(2026, 12, 31)),
        Span(date(2026, 1, 1), date(2026, 12, 31)),
        Span(date(2025, 1, 1), date(2025, 12, 31)),
    ]


@given(DAYS)
def test_every_day_lies_in_its_own_quarter_of_three_months(today: date) -> None:
    span = span_of(Period.THIS_QUARTER, today)

    assert span.first <= today <= span.last
    assert span.last.month - span.first.month == 2
    assert (span.last + timedelta(days=1)).day == 1


def test_a_start_in_time_keeps_the_guarantee_and_tells_the_days() -> None:
    assert guarantee_of({"start.date": "11.11.2026"}) == [(Guarantee.KEPT, date(2026, 11, 11), 9)]


def test_a_start_after_the_last_day_is_late() -> None:
    assert guarantee_of({"start.date": "20.11.2026"}) == [(Guarantee.LATE, date(2026, 11, 20), 18)]


def test_without_a_start_the_guarantee_waits_for_its_last_day_however_late_it_is() -> None:
    waiting = [(Guarantee.WAITING, date(2026, 11, 16), None)]

    assert guarantee_of(None) == guarantee_of(None, date(2026, 11, 3)) == waiting


def test_where_nobody_asked_for_treatment_nothing_is_counted() -> None:
    assert came_of(course()) == ()


def test_a_signed_decision_counts_on_its_day_by_the_result_the_law_sees() -> None:
    full = {**PARTIAL_REFUSAL, "decision.result": ["full"]}

    found = came_of(course(request=REQUEST, decision=full))

    (decided,) = [one for one in found if one.topic is Topic.DECISION]
    assert (decided.result, decided.day) == (Result.PARTIAL, date(2026, 11, 9))


def test_a_decision_that_ends_the_help_is_counted_apart() -> None:
    stop = {**PARTIAL_REFUSAL, "decision.change": ["stopped"]}

    found = came_of(course(request=REQUEST, decision=stop))

    assert STOPPED in [one.result for one in found]


def test_outcomes_of_two_courses_have_keys_of_their_own() -> None:
    started = course(request=REQUEST, start={"start.date": "11.11.2026"})

    found = outcomes((started, started), supplies().law, NOVEMBER)

    assert len({(one.topic, one.key) for one in found}) == len(found) == 2


@given(st.lists(st.integers(0, 60), max_size=40))
def test_the_median_is_that_of_all_the_days(days: list[int]) -> None:
    counted = [Counted(Guarantee.KEPT, one, days.count(one)) for one in sorted(set(days))]

    numbers = guarantee_numbers(counted)

    assert numbers.median == (median(days) if days else None)
    assert numbers.started == len(days)


def test_what_still_waits_is_not_among_what_began() -> None:
    counted = [Counted(Guarantee.WAITING, None, 4), Counted(Guarantee.LATE, 20, 2)]

    numbers = guarantee_numbers(counted)

    assert (numbers.started, numbers.late, numbers.median) == (2, 2, 20)
    assert by_result(counted) == {Guarantee.WAITING: 4, Guarantee.LATE: 2}
