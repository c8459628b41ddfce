"""What a note about a task (opgave) changes about a deadline."""

from datetime import date

import pytest

from app.supplies import supplies
from models.deadlines.all import deadlines_of
from models.deadlines.guarantee import treatment_guarantee
from models.deadlines.term import (
    Deadline,
    DeadlineState,
)
from tests.models.deadline_cases import course_told

LAW = supplies().law
TODAY = date(2026, 11, 5)
REQUEST = "request: received=2.11.2026"


def noted(*notes: str) -> Deadline:
    course = course_told(
        (REQUEST, *(f"task_note: task.id=treatment_guarantee; {n}" for n in notes))
    )
    return treatment_guarantee(course, LAW, TODAY)


def test_a_planned_day_keeps_a_deadline_open_and_is_said() -> None:
    planned = noted("task.outcome=planned; task.date=9.11.2026; task.reason=Tid")

    assert planned.state is DeadlineState.RUNNING
    assert planned.sentence.endswith("Planlagt til mandag den 9. november 2026.")


@pytest.mark.parametrize(("day", "after"), [("16.11.2026", False), ("17.11.2026", True)])
def test_a_day_planned_after_the_last_is_said_to_be(day: str, *, after: bool) -> None:
    planned = noted(f"task.outcome=planned; task.date={day}; task.reason=Tid")

    assert planned.sentence.endswith("Det er efter fristen.") is after


def test_the_newest_note_about_a_deadline_counts() -> None:
    aside = "task.outcome=set-aside; task.date=3.11.2026; task.reason=Rejst."
    planned = "task.outcome=planned; task.date=9.11.2026; task.reason=Tid"

    assert noted(aside).state is DeadlineState.WAIVED
    assert noted(aside).brief == "Behandlingsgaranti: lagt til side"
    assert noted(aside, planned).state is DeadlineState.RUNNING
    assert noted(planned, aside).state is DeadlineState.WAIVED


def test_what_an_entry_can_show_is_not_ticked_off_by_a_note() -> None:
    done = noted("task.outcome=done; task.date=4.11.2026; task.reason=Gjort")

    assert done.state is DeadlineState.RUNNING
    assert done.sentence == noted().sentence


def medically(*notes: str, asked: str = REQUEST) -> Deadline:
    told = (
        f"{asked}; medical=true",
        *(f"task_note: task.id=medical_treatment; {n}" for n in notes),
    )
    found = {one.id: one for one in deadlines_of(course_told(told), LAW, TODAY)}
    return found["medical_treatment"]


def test_a_note_about_something_else_or_of_a_day_to_come_changes_nothing() -> None:
    other = course_told((REQUEST, "task_note: task.id=other; task.outcome=set-aside"))

    assert treatment_guarantee(other, LAW, TODAY).state is DeadlineState.RUNNING
    assert medically("task.outcome=done; task.date=6.11.2026").is_open
    assert medically("task.outcome=done").is_open
    assert medically("task.outcome=set-aside; task.date=5.11.2026") == medically()
    assert medically("task.outcome=planned").sentence == medically().sentence
    assert not medically("task.outcome=done; task.date=5.11.2026").is_open


def test_a_note_says_nothing_of_what_does_not_run() -> None:
    aside = "task.outcome=set-aside; task.date=3.11.2026; task.reason=Rejst."
    planned = "task.outcome=planned; task.date=9.11.2026; task.reason=Tid"
    region = f"{REQUEST}; regional=integrated"

    for note in (aside, planned, "task.outcome=done; task.date=4.11.2026"):
        stands = medically(note, asked=region)
        assert stands.state is DeadlineState.SUSPENDED
        assert stands.sentence == medically(asked=region).sentence


def test_a_draft_of_a_note_changes_nothing() -> None:
    told = "(kladde) task_note: task.id=treatment_guarantee; task.outcome=set-aside; task.reason=x"

    stands = treatment_guarantee(course_told((REQUEST, told)), LAW, TODAY)

    assert stands.state is DeadlineState.RUNNING
