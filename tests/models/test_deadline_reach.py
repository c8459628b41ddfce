"""What switches deadlines off: region or hospital, no name, too few years, and the end."""

from datetime import date

import pytest

from app.supplies import supplies
from models.deadlines.all import deadlines_of
from models.deadlines.term import Deadline, DeadlineState
from tests.models.deadline_cases import course_told

LAW = supplies().law
TODAY = date(2026, 11, 20)
ASKED = "request: received=2.11.2026; medical=true"
DRINKS = "assessment: date=5.11.2026; drugs.alcohol=too-much; drugs.alcohol_offer=offered"
UNDER_WAY = (
    DRINKS,
    "(kladde) decision: date=9.11.2026; result=full",
    "hearing: date=6.11.2026",
    "start: date=10.11.2026",
    "treatment_plan: plan.date=11.11.2026",
    "coordinated_plan: date=11.11.2026; state=exists",
    "notification: date=11.11.2026; sent=11.11.2026",
    "appeal: received=11.11.2026; kind=missing",
    "record_access: received=11.11.2026; kind=both",
    "consent: answer=given; date=11.11.2026",
)
BEFORE_START = {"medical_interview", "assessment", "decision", "treatment_guarantee"}
HEALTH = {"medical_treatment", "alcohol_treatment"}
TREATMENT = {"treatment_plan", "plan_review", "coordinated_meeting"}
AFTER = {"follow_up_one_month", "follow_up_six_months"}
END = "discharge: date=19.11.2026; reason=completed"


def suspended(*lines: str, born: date | None = None, today: date = TODAY) -> set[str]:
    found = deadlines_of(course_told(lines, born), LAW, today)
    return {deadline.id for deadline in found if deadline.state is DeadlineState.SUSPENDED}


@pytest.mark.parametrize("where", ["integrated", "hospital"])
def test_region_or_hospital_rests_what_begins_with_the_request(where: str) -> None:
    assert suspended(f"{ASKED}; regional={where}", *UNDER_WAY) == BEFORE_START | HEALTH


def test_without_a_name_nothing_of_the_treatment_binds() -> None:
    contact = "contact: date=2.11.2026; anonymous=true"

    assert suspended(contact, ASKED, *UNDER_WAY, END) == BEFORE_START | TREATMENT | AFTER | HEALTH
    assert suspended(contact, ASKED, *UNDER_WAY) == BEFORE_START | TREATMENT


def test_the_rules_for_adults_do_not_bind_for_the_young() -> None:
    young = date(2010, 5, 5)

    assert suspended(ASKED, *UNDER_WAY, born=young) == BEFORE_START | TREATMENT
    assert suspended(ASKED, *UNDER_WAY, END, born=young) >= BEFORE_START | TREATMENT | AFTER
    assert suspended(*UNDER_WAY, born=young) == set()


def test_a_discharge_ends_what_is_still_open_and_nothing_else() -> None:
    open_still = {"medical_interview", "decision"} | HEALTH | {"plan_review", "coordinated_meeting"}

    assert suspended(ASKED, *UNDER_WAY) == set()
    assert suspended(ASKED, *UNDER_WAY, END) == open_still


@pytest.mark.parametrize(
    ("today", "end", "ends"),
    [
        (date(2026, 11, 18), END, False),
        (date(2026, 11, 19), END, True),
        (date(2026, 11, 20), "(kladde) " + END, False),
        (date(2026, 11, 20), "discharge: date=1.11.2026; reason=completed", False),
        (date(2026, 11, 20), "discharge: date=2.11.2026; reason=completed", True),
    ],
)
def test_a_discharge_counts_signed_from_its_day_and_not_before_the_request(
    today: date, end: str, *, ends: bool
) -> None:
    assert ("decision" in suspended(ASKED, end, today=today)) is ends


def test_a_course_without_a_request_ends_too() -> None:
    assert "plan_review" in suspended("treatment_plan: plan.date=11.11.2026", END)


def test_an_old_day_of_a_young_citizen_is_not_guessed_at() -> None:
    asked = course_told(("request: received=2.11.1926",), date(1920, 1, 1))

    first: Deadline = deadlines_of(asked, LAW, TODAY)[0]

    assert first.state is DeadlineState.UNKNOWN
