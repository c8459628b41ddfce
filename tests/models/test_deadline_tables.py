"""What the dated tables of lengths, a clinic's own among them, make of the deadlines."""

from dataclasses import replace
from datetime import date

import pytest

from app.supplies import supplies
from models.course import Course, Form
from models.deadlines.access import data_access
from models.deadlines.all import deadlines_of
from models.deadlines.appeals import appeal
from models.deadlines.assessment import decision
from models.deadlines.guarantee import treatment_guarantee
from models.deadlines.medical import medical_complaint
from models.deadlines.plan import treatment_plan
from models.deadlines.term import (
    Deadline,
    DeadlineState,
    Whose,
)
from models.law_tables import Confidence, LawTables
from tests.models.deadline_cases import course_told

LAW = supplies().law
TODAY = date(2026, 11, 5)
REQUEST = "request: received=2.11.2026"


def with_length(rule: str, **changed: int | str | date) -> LawTables:
    rows = (replace(r, **changed) if r.id == rule else r for r in LAW.lengths)  # type: ignore[arg-type]  # the fields of a length, by name
    return replace(LAW, lengths=tuple(rows))


def test_a_shorter_deadline_of_the_council_binds_and_a_longer_does_not() -> None:
    course, sure = course_told((REQUEST,)), Confidence.SURE
    shorter, longer = (
        with_length("case_handling", amount=10),
        with_length("case_handling", amount=28),
    )

    assert decision(course, LAW, TODAY).provision == "sel-101-4"
    assert decision(course, shorter, TODAY).due == date(2026, 11, 12)
    assert decision(course, shorter, TODAY).provision == "rsl-3-2"
    assert decision(course, shorter, TODAY).confidence is Confidence.LIKELY
    assert decision(course, longer, TODAY).due == date(2026, 11, 16)
    assert decision(course, longer, TODAY).confidence is sure


def test_a_council_without_a_deadline_of_its_own_follows_the_guarantee() -> None:
    ended = with_length("case_handling", valid_until=date(2021, 1, 1))

    assert decision(course_told((REQUEST,)), ended, TODAY).due == date(2026, 11, 16)


def test_a_clinics_own_length_moves_the_last_day() -> None:
    own = replace(LAW.length("treatment_plan", TODAY), amount=4)
    begun = course_told((REQUEST, "start: date=3.11.2026; start.provider=Øve"))

    assert treatment_plan(begun, LAW, TODAY).due == date(2026, 11, 17)
    assert treatment_plan(begun, LAW.with_own((), (own,)), TODAY).due == date(2026, 12, 1)


def everything(course: Course) -> dict[str, Deadline]:
    return {deadline.id: deadline for deadline in deadlines_of(course, LAW, TODAY)}


EACH = (
    REQUEST,
    "notification: date=2.11.2026; sent=2.11.2026",
    "record_access: received=2.11.2026; kind=both",
    "consent: answer=given; date=2.11.2026",
    "appeal: received=2.11.2026; result=partly; result_date=3.11.2026; outcome=upheld",
)
CITIZENS = {
    "written_reasons_request",
    "hearing_reply",
    "appeal",
    "appeal_upheld:2026-11-02",
    "ombudsman:2026-11-02",
    "medical_complaint",
}
OTHERS = {
    "integrated_treatment",
    "medical_report",
    "substitution_report",
    "coordinated_meeting",
    "discharge_agreement",
    "notification_receipt:2026-11-02",
    "case_retention",
    "health_retention",
}


def test_it_is_told_whose_time_it_is() -> None:
    whose = {name: deadline.whose for name, deadline in everything(course_told(EACH)).items()}

    assert {name for name, one in whose.items() if one is Whose.CITIZENS} == CITIZENS
    assert {name for name, one in whose.items() if one is Whose.OTHERS} == OTHERS
    assert whose.keys() >= CITIZENS | OTHERS


def test_a_duty_that_no_entry_shows_has_no_form() -> None:
    forms = {name: deadline.form for name, deadline in everything(course_told(EACH)).items()}

    assert forms["decision"] is Form.DECISION
    assert {name.partition(":")[0] for name, form in forms.items() if form is None} == {
        "written_reasons_request",
        "medical_treatment",
        "alcohol_treatment",
        "integrated_treatment",
        "medical_report",
        "substitution_report",
        "medical_complaint",
        "case_retention",
        "health_retention",
        "ombudsman",
        "statistics_report",
    }


def test_the_guarantee_comes_first() -> None:
    assert next(iter(everything(course_told((REQUEST,))))) == "treatment_guarantee"


def test_a_deadline_says_what_it_is_counted_from_and_what_meets_it() -> None:
    assert everything(course_told((REQUEST,)))["assessment"].basis == (
        "Regnes 14 dage fra anmodningen mandag den 2. november 2026. "
        "Fristen er holdt, når afdækningen er underskrevet."
    )


@pytest.mark.parametrize(
    ("name", "line", "basis"),
    [
        (
            "hearing_reply",
            "hearing: date=2.11.2026; due=6.11.2026",
            "Dagen er sat i partshøringen.",
        ),
        (
            "plan_review",
            "treatment_plan: plan.date=2.11.2026; plan.review=6.11.2026",
            "Dagen er aftalt.",
        ),
        (
            "consent:2026-11-02",
            "consent: answer=given; date=2.11.2026; valid_until=6.11.2026",
            "Dagen står i samtykket.",
        ),
        (
            "data_access:2026-11-02",
            "record_access: received=2.11.2026; kind=data; delayed=true; delay_told=Ja",
            "Fristen er forlænget.",
        ),
        (
            "medical_interview",
            "start: date=4.11.2026",
            "Samtalen ligger, før behandlingen begynder.",
        ),
        (
            "notification:2026-11-02",
            "notification: date=2.11.2026",
            "Regnes fra den dag, bekymringen kom, mandag den 2. november 2026.",
        ),
    ],
)
def test_a_last_day_that_was_set_says_by_what(name: str, line: str, basis: str) -> None:
    stands = everything(course_told((REQUEST, line)))[name]

    assert stands.basis.startswith(basis)


def test_a_last_day_is_planned_for_as_long_as_one_can() -> None:
    asked = course_told(("request: received=1.11.2026",))
    friday, saturday = date(2026, 11, 13), date(2026, 11, 14)

    assert "planlæg" in treatment_guarantee(asked, LAW, friday).sentence
    assert "planlæg" not in treatment_guarantee(asked, LAW, saturday).sentence


LONG_AGO = (
    ("treatment_guarantee", "request: received=2.11.1926"),
    ("medical_interview", "request: received=2.11.1926"),
    ("medical_treatment", "request: received=2.11.1926; medical=true"),
    ("assessment", "request: received=2.11.1926"),
    ("decision", "request: received=2.11.1926"),
    (
        "alcohol_treatment",
        "assessment: date=2.11.1926; drugs.alcohol=too-much; drugs.alcohol_offer=has",
    ),
    ("hearing_reply", "hearing: date=2.11.1926"),
    ("written_reasons_request", "free_choice: answer=no; answer_date=2.11.1926"),
    ("appeal", "decision: date=2.11.1926; result=refusal; delivery=letter"),
    ("appeal", "decision: date=2.11.1926; result=refusal; delivery=digital-post"),
    ("treatment_plan", "start: date=2.11.1926"),
    ("plan_review", "treatment_plan: plan.date=2.11.1926"),
    ("coordinated_meeting", "coordinated_plan: date=2.11.1926; state=exists"),
    ("follow_up_one_month", "discharge: date=2.11.1926; reason=completed"),
    ("follow_up_six_months", "discharge: date=2.11.1926; reason=completed"),
    ("medical_complaint", "medical_interview: result=held; medical.date=2.11.1926"),
    ("case_retention", "discharge: date=2.11.1926; reason=completed"),
    ("notification:1926-11-02", "notification: date=2.11.1926"),
    ("notification_receipt:1926-11-02", "notification: date=2.11.1926; sent=2.11.1926"),
    ("reassessment:1926-11-02", "appeal: received=2.11.1926; kind=decision"),
    (
        "appeal_upheld:1926-11-02",
        "appeal: received=2.11.1926; kind=decision; result=partly; result_date=3.11.1926",
    ),
    (
        "ombudsman:1926-11-02",
        "appeal: received=2.11.1926; kind=decision; outcome=upheld; outcome_date=3.11.1926",
    ),
    ("case_access:1926-11-02", "record_access: received=2.11.1926; kind=party"),
    ("data_access:1926-11-02", "record_access: received=2.11.1926; kind=data"),
    ("consent:1926-11-02", "consent: answer=given; date=2.11.1926"),
    ("statistics_report:request", "request: received=2.11.1926"),
)


@pytest.mark.parametrize(("name", "line"), LONG_AGO)
def test_no_rule_guesses_at_a_day_from_before_the_law(name: str, line: str) -> None:
    stands = everything(course_told((line,)))[name]

    assert stands.state is DeadlineState.UNKNOWN
    assert stands.brief == "Tjek datoen"
    assert "1926" in stands.sentence


def test_a_plan_offered_before_the_law_is_unknown_too() -> None:
    granted = "decision: date=2.11.1926; result=full"
    in_hospital = "request: received=2.11.2026; regional=hospital; regional_end=2.11.1926"
    no_agreement = "coordinated_plan: date=2.11.2026; discharge_agreement=no"

    offered = everything(course_told((granted, "start: date=2.11.1926")))["plan_141"]
    agreed = everything(course_told((in_hospital, no_agreement)))["discharge_agreement"]

    assert offered.state is agreed.state is DeadlineState.UNKNOWN


def test_a_longer_time_that_the_tables_do_not_know_is_not_given() -> None:
    ended = date(2021, 1, 1)
    asked = course_told(
        ("record_access: received=2.11.2026; kind=data; delayed=true; delay_told=Ja",)
    )
    talked = course_told(("medical_interview: result=held; medical.date=2.11.2026",))

    (access,) = data_access(asked, with_length("data_access_extended", valid_until=ended), TODAY)
    complaint = medical_complaint(
        talked, with_length("medical_complaint_latest", valid_until=ended), TODAY
    )

    assert access.due == date(2026, 12, 2)
    assert complaint.sentence == (
        "Borgeren kan sende en patientklage over lægesamtalen til og med torsdag den 2. november "
        "2028."
    )


@pytest.mark.parametrize("confidence", Confidence)
def test_an_appeal_deadline_is_no_surer_than_the_days_a_letter_takes(
    confidence: Confidence,
) -> None:
    decided = course_told(("decision: date=2.11.2026; result=refusal; delivery=letter",))

    stands = appeal(decided, with_length("presumed_letter_days", confidence=confidence), TODAY)

    assert stands.confidence is confidence
