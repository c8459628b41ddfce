"""The form in which one says what became of a task."""

import pytest

from app.facts import Facts, answers_from
from app.supplies import supplies
from forms.checking import problems
from forms.enablement import enabled_places
from models.answers import Place
from models.beside import SHELVES
from models.case import Case
from models.course import Form, course_of
from models.steps import THREAD
from tests.builders import TODAY, entry
from tests.models.reminder_cases import note

FORM = supplies().newest(Form.TASK_NOTE)
DONE: Facts = {"task.id": "interpreter", "task.outcome": ["done"], "task.date": "2.11.2026"}
ASIDE: Facts = {**DONE, "task.outcome": ["set-aside"]}


def missing(facts: Facts) -> set[str]:
    found = problems(FORM, answers_from(FORM, facts, TODAY), TODAY)
    return {problem.place.link_id for problem in found if problem.is_missing}


@pytest.mark.parametrize(
    ("facts", "lacks"),
    [
        ({}, {"task.outcome", "task.date"}),
        (DONE, set()),
        (ASIDE, {"task.reason"}),
        ({**ASIDE, "task.reason": "Borgeren siger nej tak."}, set()),
        ({**DONE, "task.date": ""}, {"task.date"}),
    ],
)
def test_only_what_is_set_aside_needs_a_reason(facts: Facts, lacks: set[str]) -> None:
    assert missing(facts) == lacks


@pytest.mark.parametrize(
    ("outcome", "asked"),
    [("done", "task.what"), ("planned", "task.what"), ("set-aside", "task.reason")],
)
def test_one_is_asked_what_fits_the_outcome(outcome: str, asked: str) -> None:
    places = enabled_places(FORM, answers_from(FORM, {"task.outcome": [outcome]}, TODAY), TODAY)

    assert {Place("task.what"), Place("task.reason")} & places == {Place(asked)}


def test_the_task_is_named_by_the_program_and_not_by_hand() -> None:
    asked = FORM.by_link_id

    assert asked["task.id"].hidden
    assert asked["task.title"].read_only


def test_a_note_tells_its_task_outcome_day_and_reason() -> None:
    written = note("interpreter", "set-aside", "2.11.2026", "Borgeren siger nej tak.")

    (told,) = course_of(Case("case", (written,))).task_notes

    assert (told.task_id, told.outcome) == ("interpreter", "set-aside")
    assert (told.day, told.reason) == (TODAY, "Borgeren siger nej tak.")


def test_a_note_is_not_offered_by_itself() -> None:
    assert Form.TASK_NOTE not in {*THREAD, *SHELVES}
    assert entry(Form.TASK_NOTE, DONE).form == "task_note"
