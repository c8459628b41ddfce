"""What each reminder is called for by, taken away by, and shown done by."""

import pytest

import resources
from app.supplies import supplies
from models.course import Course
from models.reminders.called import Called, CalledState, called_for
from models.reminders.registry import RULES
from models.reminders.reminder import read_reminders
from tests.models.reminder_cases import CASES, TODAY, ReminderCase, changed, course_from

REMINDERS = read_reminders(resources.text("guidelines/reminders.toml"))
LAW = supplies().law
NAMED = [pytest.param(case, id=f"{case.id}-{number}") for number, case in enumerate(CASES, 1)]
SHOWN = [one for one, case in zip(NAMED, CASES, strict=True) if case.shows is not None]


def calls(course: Course) -> dict[str, Called]:
    return {one.reminder.id: one for one in called_for(course, REMINDERS, LAW, TODAY)}


def test_there_is_a_case_for_every_reminder() -> None:
    assert {case.id for case in CASES} == RULES.keys()


@pytest.mark.parametrize("case", NAMED)
def test_the_answers_call_for_it(case: ReminderCase) -> None:
    called = calls(course_from(case.calls))

    assert called[case.id].is_open
    assert called[case.id].sentence.startswith(called[case.id].reminder.text)


@pytest.mark.parametrize("case", NAMED)
def test_another_answer_takes_it_away(case: ReminderCase) -> None:
    assert case.id not in calls(course_from(changed(case.calls, case.quiet)))


@pytest.mark.parametrize("case", SHOWN)
def test_the_entry_that_shows_it_makes_it_done(case: ReminderCase) -> None:
    assert case.shows is not None

    called = calls(course_from(changed(case.calls, case.shows)))

    assert called[case.id].state is CalledState.DONE
    assert called[case.id].sentence == "Det er gjort og står i sagen."


def test_an_empty_course_calls_for_nothing() -> None:
    assert calls(course_from({})) == {}
