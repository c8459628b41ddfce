from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.supplies import supplies
from models.deadlines import (
    DeadlineState,
    appeal,
    appeal_deadline,
    presumed_received,
    treatment_guarantee,
)
from models.decision import Delivery
from tests.builders import REQUEST, course, partially_refused

LAW = supplies().law


@pytest.mark.parametrize(
    ("sent", "way", "received", "deadline"),
    [
        (date(2026, 11, 2), Delivery.DIGITAL_POST, date(2026, 11, 2), date(2026, 11, 30)),
        (date(2026, 11, 2), Delivery.LETTER, date(2026, 11, 10), date(2026, 12, 8)),
        (date(2026, 11, 27), Delivery.DIGITAL_POST, date(2026, 11, 27), date(2026, 12, 28)),
        (date(2026, 11, 14), Delivery.DIGITAL_POST, date(2026, 11, 14), date(2026, 12, 14)),
        (date(2026, 4, 16), Delivery.DIGITAL_POST, date(2026, 4, 16), date(2026, 5, 18)),
        (date(2026, 11, 2), Delivery.HANDED_OVER, date(2026, 11, 2), date(2026, 11, 30)),
        (date(2026, 12, 22), Delivery.LETTER, date(2027, 1, 5), date(2027, 2, 2)),
        (date(2024, 2, 1), Delivery.DIGITAL_POST, date(2024, 2, 1), date(2024, 2, 29)),
    ],
)
def test_the_appeal_deadline_counts_as_the_appeals_board_counts(
    sent: date, way: Delivery, received: date, deadline: date
) -> None:
    assert presumed_received(sent, way, LAW) == received
    assert appeal_deadline(sent, way, LAW) == deadline


@given(st.dates(date(2020, 1, 1), date(2090, 1, 1)), st.sampled_from(Delivery))
def test_an_appeal_can_be_handed_in_on_the_last_day(sent: date, way: Delivery) -> None:
    last = appeal_deadline(sent, way, LAW)

    assert LAW.calendar.is_working_day(last)
    assert last >= presumed_received(sent, way, LAW) + timedelta(weeks=4)


def asked_on(day: str, **more: str | list[str]) -> dict[str, str | list[str]]:
    return {**REQUEST, "request.received": day, **more}  # type: ignore[dict-item]  # facts of REQUEST are texts and lists only


def test_the_guarantee_has_not_begun_before_a_request() -> None:
    deadline = treatment_guarantee(course(), LAW, date(2026, 11, 2))

    assert deadline.state is DeadlineState.NOT_STARTED
    assert deadline.due is None


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2026, 11, 2), DeadlineState.RUNNING),
        (date(2026, 11, 9), DeadlineState.RUNNING),
        (date(2026, 11, 10), DeadlineState.SOON),
        (date(2026, 11, 13), DeadlineState.SOON),
        (date(2026, 11, 14), DeadlineState.URGENT),
        (date(2026, 11, 16), DeadlineState.URGENT),
        (date(2026, 11, 17), DeadlineState.OVERDUE),
    ],
)
def test_the_guarantee_ends_fourteen_days_after_the_request(
    today: date, state: DeadlineState
) -> None:
    deadline = treatment_guarantee(course(request=asked_on("2.11.2026")), LAW, today)

    assert deadline.due == date(2026, 11, 16)
    assert deadline.state is state


def test_a_request_on_a_sunday_counts_from_that_sunday() -> None:
    deadline = treatment_guarantee(course(request=asked_on("1.11.2026")), LAW, date(2026, 11, 1))

    assert deadline.due == date(2026, 11, 15)
    assert "planlæg efter fredag den 13. november 2026" in deadline.sentence


def test_a_year_end_does_not_move_the_guarantee() -> None:
    deadline = treatment_guarantee(course(request=asked_on("24.12.2026")), LAW, date(2026, 12, 24))

    assert deadline.due == date(2027, 1, 7)


@pytest.mark.parametrize(
    ("start", "state"),
    [("16.11.2026", DeadlineState.MET), ("17.11.2026", DeadlineState.MET_LATE)],
)
def test_the_guarantee_is_met_by_a_start_and_nothing_else(start: str, state: DeadlineState) -> None:
    begun = course(
        request=asked_on("2.11.2026"),
        start={"start.date": start, "start.provider": "Åløkke Dagbehandling"},
    )

    deadline = treatment_guarantee(begun, LAW, date(2026, 12, 1))

    assert deadline.state is state


def test_the_guarantee_does_not_run_while_the_region_has_the_duty() -> None:
    elsewhere = course(request=asked_on("2.11.2026", **{"request.regional": ["integrated"]}))

    deadline = treatment_guarantee(elsewhere, LAW, date(2026, 12, 1))

    assert deadline.state is DeadlineState.SUSPENDED


def test_a_date_from_before_the_law_is_said_and_not_guessed_at() -> None:
    deadline = treatment_guarantee(course(request=asked_on("2.11.1926")), LAW, date(2026, 11, 2))

    assert deadline.state is DeadlineState.UNKNOWN
    assert "2. november 1926" in deadline.sentence


def test_the_appeal_deadline_runs_from_a_signed_decision() -> None:
    decided = partially_refused()

    assert appeal(decided, LAW, date(2026, 11, 20)).state is DeadlineState.RUNNING
    assert appeal(decided, LAW, date(2026, 12, 16)).state is DeadlineState.EXPIRED
    assert appeal(course(), LAW, date(2026, 11, 20)).state is DeadlineState.NOT_STARTED
