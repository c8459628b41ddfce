"""What holds for every deadline, whatever was entered in whatever order."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.supplies import supplies
from models.case import Case, Entry, EntryState
from models.course import Course, Form, course_of
from models.danish import short_date
from models.deadlines.all import deadlines_of
from models.deadlines.term import Deadline, DeadlineState
from tests.builders import NOON
from tests.filling import WORDS, filled
from tests.models.deadline_cases import DRAFT, course_told

LAW = supplies().law
FIRST = date(2024, 1, 20)
DAYS = st.integers(0, 400).map(lambda n: short_date(FIRST + timedelta(days=n)))
ROLLING = "plan_review"

TOLD = (
    "contact: date={}; anonymous={yes}",
    "request: received={}; medical={yes}; regional={regional}; regional_end={}",
    "medical_interview: result={interview}; medical.date={}",
    "assessment: date={}; drugs.alcohol=too-much; drugs.alcohol_offer={offer}; unfinished={yes}",
    "hearing: way=letter; date={}; due={}; answered={answered}; reply_date={}",
    "decision: date={}; result={result}; delivery={delivery}",
    "free_choice: date={}; place=Åløkke; answer={choice}; answer_date={}",
    "start: date={}; free_choice={yes}",
    "treatment_plan: plan.date={}; plan.review={}",
    "follow_up: date={}; next={}",
    "attendance: date={}; outcome=no-show",
    "coordinated_plan: date={}; state=exists; meeting={}; discharge_agreement={agreement}",
    "notification: date={}; sent={}",
    "appeal: received={}; kind=decision; result={appeal}; result_date={}; forwarded={}",
    "record_access: received={}; kind=both; delayed={yes}; record_access.date={}",
    "consent: answer=given; date={}; valid_until={}; withdrawn={yes}; withdrawn_date={}",
    "discharge: date={}; reason={reason}",
    "after_care: which=one-month; reached={reached}; date={}",
    "task_note: task.id=medical_treatment; task.outcome={outcome}; task.date={}; task.reason=Grund",
)
CODES = {
    "yes": ("true", "false"),
    "regional": ("neither", "neither", "integrated", "hospital", "unknown"),
    "interview": ("booked", "held", "declined", "not-reached"),
    "offer": ("has", "offered", "declined", "not-yet"),
    "answered": ("waiting", "replied", "declined", "no-reply"),
    "result": ("full", "partial", "refusal"),
    "delivery": ("digital-post", "letter", "handed-over"),
    "choice": ("yes", "no"),
    "agreement": ("yes", "no"),
    "appeal": ("changed", "partly", "upheld", "withdrawn"),
    "reason": ("completed", "dropped-out", "hospital"),
    "reached": ("reached", "declined", "not-reached"),
    "outcome": ("done", "planned", "set-aside"),
}
RANK = {
    DeadlineState.NOT_STARTED: 0,
    DeadlineState.UNKNOWN: 0,
    DeadlineState.RUNNING: 1,
    DeadlineState.SOON: 2,
    DeadlineState.URGENT: 3,
    DeadlineState.OVERDUE: 4,
}
OVER = 5
quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def lines(draw: st.DrawFn) -> tuple[str, ...]:
    """Return the lines of any course: any of the forms in any order, on any days."""
    picked = draw(st.lists(st.sampled_from(TOLD), unique=True, max_size=9))
    return tuple(draw(st.sampled_from(("", "", DRAFT))) + _filled_in(draw, line) for line in picked)


def _filled_in(draw: st.DrawFn, line: str) -> str:
    while "{}" in line:
        line = line.replace("{}", draw(DAYS), 1)
    codes = {name: draw(st.sampled_from(of)) for name, of in CODES.items() if "{" + name in line}
    return line.format(**codes)


def by_id(course: Course, today: date) -> dict[str, Deadline]:
    found = deadlines_of(course, LAW, today)
    named = {deadline.id: deadline for deadline in found}
    assert len(named) == len(found)
    return named


@quick
@given(lines(), st.lists(st.integers(-5, 1200), min_size=2, max_size=5))
def test_while_nothing_is_entered_a_deadline_only_comes_nearer(
    told: tuple[str, ...], passed: list[int]
) -> None:
    course = course_told(told)
    days = [FIRST + timedelta(days=n) for n in sorted(passed)]

    for earlier, later in pairwise(by_id(course, day) for day in days):
        for name in earlier.keys() - {ROLLING}:
            before, after = earlier[name].state, later[name].state
            assert RANK.get(before, OVER) <= RANK.get(after, OVER), name


@quick
@given(lines(), st.integers(-5, 800), st.integers(-5, 800))
def test_the_last_day_does_not_hang_on_the_day_one_looks(
    told: tuple[str, ...], once: int, again: int
) -> None:
    course = course_told(told)

    first = by_id(course, FIRST + timedelta(days=once))
    second = by_id(course, FIRST + timedelta(days=again))

    for name in first.keys() - {ROLLING}:
        assert first[name].due == second[name].due, name


@quick
@given(lines(), st.integers(0, 800))
def test_every_deadline_says_how_it_stands_and_why(told: tuple[str, ...], passed: int) -> None:
    today = FIRST + timedelta(days=passed)

    for deadline in by_id(course_told(told), today).values():
        assert deadline.title
        assert deadline.sentence.endswith((".", "Grund"))
        assert "  " not in deadline.sentence
        if deadline.term is None:
            assert not deadline.is_open
            continue
        assert LAW.provision(deadline.provision, deadline.term.due).confidence
        assert deadline.basis.endswith(".")
        assert deadline.brief


ASKED = "request: received={}; medical=true"
BEGUN = "start: date={}"
CLOSING = (
    ("treatment_guarantee", ASKED, "start: date={}"),
    ("medical_interview", ASKED, "medical_interview: result=held; medical.date={}"),
    ("medical_interview", ASKED, "medical_interview: result=declined; medical.offered={}"),
    ("assessment", ASKED, "assessment: date={}"),
    ("decision", ASKED, "decision: date={}; result=full"),
    ("treatment_plan", BEGUN, "treatment_plan: plan.date={}"),
    (
        "follow_up_one_month",
        "discharge: date={}; reason=completed",
        "after_care: which=one-month; reached=reached; date={}",
    ),
    (
        "follow_up_six_months",
        "discharge: date={}; reason=completed",
        "after_care: which=six-months; reached=declined; date={}",
    ),
    (
        "medical_treatment",
        ASKED,
        "task_note: task.id=medical_treatment; task.outcome=done; task.date={}",
    ),
    (
        "appeal",
        "decision: date={}; result=refusal; delivery=digital-post",
        "appeal: received={}; kind=decision",
    ),
)


@settings(quick, max_examples=120)
@given(lines(), st.sampled_from(CLOSING), st.integers(30, 800), st.integers(0, 25))
def test_the_matching_signed_entry_closes_a_deadline(
    told: tuple[str, ...], closing: tuple[str, str, str], passed: int, since: int
) -> None:
    name, opening, closed = closing
    today = FIRST + timedelta(days=passed)
    forms = {opening.partition(":")[0], closed.partition(":")[0]}
    others = [one for one in told if one.removeprefix(DRAFT).partition(":")[0] not in forms]
    others.append(opening.format(short_date(today - timedelta(days=since))))
    was = by_id(course_told(others), today)[name]

    now = by_id(course_told((*others, closed.format(short_date(today)))), today)[name]

    assert was.is_open or was.state is now.state or now.state in {"met", "met-late"}
    assert not now.is_open


@pytest.mark.parametrize(
    ("name", "begun", "closed"),
    [
        ("notification:2026-11-02", "notification: date=2.11.2026", "; sent=2.11.2026"),
        (
            "notification_receipt:2026-11-02",
            "notification: date=2.11.2026; sent=2.11.2026",
            "; receipt=4.11.2026",
        ),
        (
            "reassessment:2026-11-02",
            "appeal: received=2.11.2026; kind=decision; result=upheld",
            "; forwarded=4.11.2026",
        ),
        (
            "case_access:2026-11-02",
            "record_access: received=2.11.2026; kind=both",
            "; record_access.date=4.11.2026",
        ),
        (
            "data_access:2026-11-02",
            "record_access: received=2.11.2026; kind=both",
            "; record_access.date=4.11.2026",
        ),
    ],
)
def test_what_an_entry_began_the_same_entry_closes_when_it_is_signed(
    name: str, begun: str, closed: str
) -> None:
    today = date(2026, 11, 5)

    assert by_id(course_told((begun,)), today)[name].is_open
    assert by_id(course_told((begun + closed,)), today)[name].state is DeadlineState.MET


def _full_entries() -> Iterator[Entry]:
    for number, form in enumerate(Form):
        asked = supplies().newest(form)
        said = filled(asked, FIRST)
        begun = NOON.replace(minute=number)
        yield Entry(
            f"{form}", form, asked.version, EntryState.SIGNED, "Øve", begun, begun, said, begun
        )


def test_no_deadline_repeats_what_a_person_wrote() -> None:
    course = course_of(Case("case", tuple(_full_entries())))
    days = [FIRST + timedelta(days=n) for n in (0, 1, 10, 15, 40, 400)]

    said = [
        part
        for today in days
        for deadline in deadlines_of(course, LAW, today)
        for part in (deadline.title, deadline.sentence, deadline.brief, deadline.basis, deadline.id)
    ]

    assert course.request.words == WORDS
    assert len(said) > 100
    assert [part for part in said if WORDS[:12] in part] == []
