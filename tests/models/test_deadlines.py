from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.facts import Facts
from app.supplies import supplies
from models.case import Case
from models.course import Course, Form, course_of
from models.danish import short_date
from models.deadlines.appeals import appeal, appeal_deadline, presumed_received
from models.deadlines.guarantee import guarantee_term, treatment_guarantee
from models.deadlines.term import DeadlineState, Term, UnknownUnitError
from models.decision import Delivery
from tests.builders import REQUEST, course, entry, partially_refused

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


def begun(start: str, *, signed: bool = True, chosen: str = "false") -> Course:
    facts: Facts = {
        "start.date": start,
        "start.provider": "Åløkke Dagbehandling",
        "start.free_choice": [chosen],
    }
    entries = (
        entry(Form.REQUEST, asked_on("2.11.2026")),
        entry(Form.START, facts, signed=signed, number=2),
    )
    return course_of(Case("case", entries))


@pytest.mark.parametrize(
    ("start", "state"),
    [
        ("2.11.2026", DeadlineState.MET),
        ("16.11.2026", DeadlineState.MET),
        ("17.11.2026", DeadlineState.MET_LATE),
    ],
)
def test_the_guarantee_is_met_by_a_start_and_nothing_else(start: str, state: DeadlineState) -> None:
    deadline = treatment_guarantee(begun(start), LAW, date(2026, 12, 1))

    assert deadline.state is state


@pytest.mark.parametrize(
    ("start", "signed", "odd"),
    [
        ("9.11.2026", False, "når skemaet om den er underskrevet."),
        ("1.11.2026", True, "ligger før anmodningen. Se efter, om datoerne er rigtige."),
        ("1.11.2026", False, "ligger før anmodningen. Se efter, om datoerne er rigtige."),
        ("10.11.2026", True, "ligger ude i fremtiden. Se efter, om datoen er rigtig."),
    ],
    ids=["a draft", "before the request", "a draft before the request", "in the future"],
)
def test_the_guarantee_is_not_met_by_a_start_that_does_not_count(
    start: str, *, signed: bool, odd: str
) -> None:
    deadline = treatment_guarantee(begun(start, signed=signed), LAW, date(2026, 11, 9))

    assert deadline.state is DeadlineState.RUNNING
    assert deadline.sentence.endswith(odd)
    assert deadline.brief == "Behandling senest 16.11.2026"


def test_a_start_that_does_not_count_stops_no_overdue_clock() -> None:
    deadline = treatment_guarantee(begun("9.11.2026", signed=False), LAW, date(2026, 11, 20))

    assert deadline.state is DeadlineState.OVERDUE
    assert "overskredet med 4 dage. Behandlingens start tæller først" in deadline.sentence


def test_a_start_in_the_future_counts_from_its_day_on() -> None:
    before, on_the_day = date(2026, 11, 9), date(2026, 11, 10)

    assert treatment_guarantee(begun("10.11.2026"), LAW, before).is_open
    assert treatment_guarantee(begun("10.11.2026"), LAW, on_the_day).state is DeadlineState.MET


def test_a_request_in_the_future_looks_wrong() -> None:
    deadline = treatment_guarantee(course(request=asked_on("2.12.2026")), LAW, date(2026, 11, 2))

    assert deadline.state is DeadlineState.RUNNING
    assert deadline.sentence.endswith(
        "Anmodningen ligger ude i fremtiden. Se efter, om datoen er rigtig."
    )


def test_a_late_start_at_a_place_the_citizen_chose_breaks_no_guarantee() -> None:
    chosen = begun("20.11.2026", chosen="true")

    deadline = treatment_guarantee(chosen, LAW, date(2026, 12, 1))

    assert deadline.state is DeadlineState.SUSPENDED
    assert "Borgeren valgte selv et andet sted" in deadline.sentence


@given(st.dates(date(2020, 1, 1), date(2090, 1, 1)), st.integers(0, 40))
def test_a_list_sees_the_same_nearness_as_the_case(received: date, passed: int) -> None:
    today = received + timedelta(days=passed)
    waiting = course(request=asked_on(short_date(received)))

    state = treatment_guarantee(waiting, LAW, today).state

    assert guarantee_term(received, LAW).state_on(today) is state


def test_a_term_without_turning_days_only_runs_and_runs_out() -> None:
    term = Term(date(2026, 11, 16))

    assert term.state_on(date(2026, 11, 16)) is DeadlineState.RUNNING
    assert term.state_on(date(2026, 11, 17)) is DeadlineState.OVERDUE


def test_a_unit_that_a_deadline_is_not_counted_in_is_refused() -> None:
    counted_otherwise = replace(
        LAW, lengths=tuple(replace(length, unit="moons") for length in LAW.lengths)
    )

    with pytest.raises(UnknownUnitError):
        presumed_received(date(2026, 11, 2), Delivery.LETTER, counted_otherwise)
    with pytest.raises(UnknownUnitError):
        guarantee_term(date(2026, 11, 2), counted_otherwise)


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
    ancient = partially_refused(decision__date="9.11.1926")
    assert appeal(ancient, LAW, date(2026, 11, 20)).state is DeadlineState.UNKNOWN
