"""Orders and days that cannot be: each is named, none is changed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.facts import Facts
from app.supplies import supplies
from forms.questionnaire import ItemType
from models.case import Case, Entry
from models.course import Form, course_of
from models.days_ahead import MAY_LIE_AHEAD
from models.oddities import Oddity, oddities_of, oddities_of_case
from models.oddity_rules import SEQUENCES
from tests.builders import CONTACT, REQUEST, course, entry

TODAY = date(2026, 11, 30)
ASKED: Facts = {"request.received": "2.11.2026"}
DECIDED: Facts = {"decision.date": "9.11.2026"}
BEGUN: Facts = {"start.date": "16.11.2026"}
ENDED: Facts = {"discharge.date": "20.11.2026"}
HEARD: Facts = {"hearing.fact.what@0": "En prøve.", "hearing.date": "5.11.2026"}
CONSENTED: Facts = {"consent.answer": ["given"], "consent.date": "2.11.2026"}
APPEALED: Facts = {"appeal.received": "20.11.2026", "appeal.decision_date": "9.11.2026"}


def found(**forms: Facts) -> list[str]:
    """Return where something looks wrong in the course that *forms* tell."""
    return [oddity.link_id for oddity in oddities_of(course(**forms), TODAY)]


def test_a_course_in_its_right_order_has_nothing_odd() -> None:
    assert (
        found(
            contact=CONTACT,
            request=REQUEST,
            hearing={**HEARD, "hearing.due": "12.11.2026"},
            decision=DECIDED,
            start=BEGUN,
            follow_up={"follow_up.date": "18.11.2026", "follow_up.next": "18.12.2026"},
            discharge=ENDED,
            after_care={"after_care.reached": ["reached"], "after_care.date": "25.11.2026"},
            consent={**CONSENTED, "consent.valid_until": "2.11.2027"},
            appeal=APPEALED,
        )
        == []
    )


@pytest.mark.parametrize(
    ("forms", "where"),
    [
        ({"request": ASKED, "decision": {"decision.date": "1.11.2026"}}, "decision.date"),
        ({"decision": DECIDED, "start": {"start.date": "8.11.2026"}}, "start.date"),
        ({"request": ASKED, "start": {"start.date": "1.11.2026"}}, "start.date"),
        ({"start": BEGUN, "discharge": {"discharge.date": "15.11.2026"}}, "discharge.date"),
        ({"request": ASKED, "discharge": {"discharge.date": "1.11.2026"}}, "discharge.date"),
        ({"contact": CONTACT, "request": {"request.received": "1.10.2026"}}, "request.received"),
        (
            {"request": ASKED, "medical_interview": {"medical.offered": "1.11.2026"}},
            "medical.offered",
        ),
        ({"request": ASKED, "hearing": {**HEARD, "hearing.date": "1.11.2026"}}, "hearing.date"),
        ({"start": BEGUN, "follow_up": {"follow_up.date": "15.11.2026"}}, "follow_up.date"),
        (
            {
                "discharge": ENDED,
                "after_care": {
                    "after_care.reached": ["reached"],
                    "after_care.date": "19.11.2026",
                },
            },
            "after_care.date",
        ),
        (
            {"discharge": ENDED, "after_care": {"after_care.attempt.date@0": "19.11.2026"}},
            "after_care.attempt.date",
        ),
        (
            {
                "hearing": {
                    **HEARD,
                    "hearing.answered": ["replied"],
                    "hearing.reply_date": "4.11.2026",
                }
            },
            "hearing.reply_date",
        ),
        ({"hearing": {**HEARD, "hearing.due": "4.11.2026"}}, "hearing.due"),
        ({"hearing": HEARD, "decision": {"decision.date": "4.11.2026"}}, "decision.date"),
        ({"consent": {**CONSENTED, "consent.valid_until": "1.11.2026"}}, "consent.valid_until"),
        ({"appeal": {**APPEALED, "appeal.received": "8.11.2026"}}, "appeal.received"),
        (
            {"lapse": {"lapse.date": "2.11.2026", "lapse.happened": "3.11.2026"}},
            "lapse.date",
        ),
    ],
)
def test_what_comes_before_it_can_is_named_at_the_later_question(
    forms: dict[str, Facts], where: str
) -> None:
    assert found(**forms) == [where]


@pytest.mark.parametrize("rule", SEQUENCES, ids=lambda rule: rule.id)
def test_every_rule_speaks_of_two_dates_that_are_asked_for(rule: object) -> None:
    assert isinstance(rule, type(SEQUENCES[0]))
    dates = dates_asked()

    assert {rule.earlier, rule.later} <= dates.keys()
    assert rule.sentence.endswith(" Se efter, om begge datoer er rigtige.")


def test_every_question_about_a_day_to_come_is_a_date_that_is_asked_for() -> None:
    assert dates_asked().keys() >= MAY_LIE_AHEAD


def dates_asked() -> dict[str, str]:
    shipped = {form: supplies().newest(form) for form in Form}
    return {
        item.link_id: form
        for form, questionnaire in shipped.items()
        for item in questionnaire.by_link_id.values()
        if item.type is ItemType.DATE
    }


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("1.12.2026", "ahead"),
        ("2.11.2046", "ahead"),
        ("2.11.2062", "far-ahead"),
        ("2.11.1826", "long-ago"),
        ("31.12.1899", "long-ago"),
    ],
)
def test_a_day_that_cannot_be_is_marked_and_stands_as_typed(typed: str, kind: str) -> None:
    told = course(request={"request.received": typed})

    assert [oddity.id for oddity in oddities_of(told, TODAY)] == [kind]
    assert told.request.received is not None
    day, month, year = (int(part) for part in typed.split("."))
    assert told.request.received == date(year, month, day)


def test_today_and_a_day_that_is_asked_for_ahead_are_not_odd() -> None:
    assert found(request={"request.received": "30.11.2026"}) == []
    assert found(treatment_plan={"plan.date": "30.11.2026", "plan.end": "30.11.2028"}) == []


def test_a_day_to_come_is_odd_when_it_is_a_generation_away() -> None:
    assert found(treatment_plan={"plan.end": "30.11.2062"}) == ["plan.end"]


def test_a_medical_interview_that_was_held_lies_behind_us() -> None:
    later: Facts = {"medical.offered": "2.11.2026", "medical.date": "1.12.2026"}

    assert found(medical_interview={**later, "medical.result": ["booked"]}) == []
    assert found(medical_interview={**later, "medical.result": ["held"]}) == ["medical.date"]


def test_the_cpr_number_of_a_child_is_marked_from_the_day_of_the_request() -> None:
    # The month 13 makes no birth date, so these numbers are nobody's only by their last digits.
    child: Facts = {**CONTACT, "citizen.cpr": "031108-4000"}
    adult: Facts = {**CONTACT, "citizen.cpr": "021108-4000"}

    (oddity,) = oddities_of(course(contact=child, request=ASKED), TODAY)
    assert (oddity.id, oddity.form, oddity.link_id) == ("under-age", "contact", "citizen.cpr")
    assert oddity.entry_id == "contact-1"
    assert found(contact=adult, request=ASKED) == []


def test_a_cpr_number_from_the_century_before_last_is_marked() -> None:
    (oddity,) = oddities_of(course(contact={**CONTACT, "citizen.cpr": "010175-5000"}), TODAY)

    assert (oddity.id, oddity.link_id) == ("too-old", "citizen.cpr")


def test_each_row_is_compared_with_its_own() -> None:
    facts: Facts = {
        "screening.examination.answer@0": ["accepted"],
        "screening.examination.referred@0": "2.11.2026",
        "screening.examination.date@0": "9.11.2026",
        "screening.examination.answer@1": ["accepted"],
        "screening.examination.referred@1": "16.11.2026",
        "screening.examination.date@1": "10.11.2026",
    }

    (oddity,) = oddities_of(course(screening=facts), TODAY)

    assert (oddity.link_id, oddity.rows) == ("screening.examination.date", (1,))


def case_of(*entries: Entry) -> Case:
    return Case("case", entries)


def asked(day: str, number: int) -> Entry:
    return entry(Form.REQUEST, {**REQUEST, "request.received": day}, number=number)


def ended(day: str, number: int, *, signed: bool = True) -> Entry:
    return entry(Form.DISCHARGE, {"discharge.date": day}, number=number, signed=signed)


def test_two_courses_that_are_open_at_once_are_marked_at_the_newer_request() -> None:
    (oddity,) = oddities_of_case(case_of(asked("2.1.2026", 1), asked("2.11.2026", 2)), TODAY)

    assert (oddity.id, oddity.entry_id) == ("two-open-courses", "request-2")


def test_a_course_after_a_discharge_is_not_odd_but_a_draft_of_one_does_not_close() -> None:
    first, again = asked("2.1.2026", 1), asked("2.11.2026", 3)

    assert oddities_of_case(case_of(first, ended("1.4.2026", 2), again), TODAY) == ()
    open_still = case_of(first, ended("1.4.2026", 2, signed=False), again)
    assert [odd.id for odd in oddities_of_case(open_still, TODAY)] == ["two-open-courses"]


def test_a_request_before_the_discharge_of_the_course_before_is_marked() -> None:
    first, again = asked("2.1.2026", 1), asked("31.3.2026", 3)

    (oddity,) = oddities_of_case(case_of(first, ended("1.4.2026", 2), again), TODAY)

    assert (oddity.id, oddity.entry_id) == ("asked-before-the-end", "request-3")
    assert "før udskrivningen" in oddity.sentence


def test_the_discharge_of_the_first_course_is_not_compared_with_the_second_request() -> None:
    late = case_of(asked("2.1.2026", 1), asked("2.11.2026", 2), ended("1.4.2026", 3))

    assert oddities_of_case(late, TODAY) == ()


def test_what_is_wrong_with_a_consent_is_said_once_though_it_belongs_to_all_courses() -> None:
    consent = entry(Form.CONSENT, {**CONSENTED, "consent.valid_until": "1.11.2026"}, number=9)
    case = case_of(asked("2.1.2026", 1), ended("1.4.2026", 2), asked("2.11.2026", 3), consent)

    assert [odd.link_id for odd in oddities_of_case(case, TODAY)] == ["consent.valid_until"]


def test_a_decision_after_one_of_two_hearings_is_not_odd() -> None:
    first = entry(Form.HEARING, HEARD, number=1)
    again = entry(Form.HEARING, {**HEARD, "hearing.date": "20.11.2026"}, number=3)
    decided = entry(Form.DECISION, DECIDED, number=2)

    assert oddities_of(course_of(case_of(first, decided, again)), TODAY) == ()


@given(st.dates(date(1700, 1, 1), date(2300, 1, 1)), st.integers(0, 40))
def test_an_oddity_of_a_day_ahead_goes_away_when_the_day_has_come(day: date, wait: int) -> None:
    told = replace(course(request=ASKED))
    request = replace(told.days_told[0], day=day)

    odd = oddities_of(replace(told, days_told=(request,)), day + timedelta(days=wait))

    assert all(oddity.id == "long-ago" for oddity in odd)


@given(st.lists(st.sampled_from(SEQUENCES), unique=True), st.dates(date(1990, 1, 1), TODAY))
def test_no_sentence_tells_an_answer(rules: list[object], day: date) -> None:
    told = course(request=ASKED, decision={"decision.date": f"{day:%d.%m.%Y}"})

    for oddity in oddities_of(told, TODAY):
        assert isinstance(oddity, Oddity)
        assert not any(letter.isdigit() for letter in oddity.sentence)
