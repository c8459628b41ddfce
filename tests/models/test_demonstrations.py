"""The made-up courses of the demonstration are lawful all the way."""

import json
from datetime import date
from pathlib import Path
from typing import TypedDict

import pytest

from app.facts import Facts, answers_from
from app.supplies import supplies
from models.case import Case
from models.clinic import Clinic, clinic_of
from models.course import Form, course_of
from models.deadlines.guarantee import treatment_guarantee
from models.deadlines.term import DeadlineState
from models.letters.letter import LetterKind
from tests.builders import TODAY, draft, entry

ISSUED = ("request_receipt", "decision", "treatment_plan")
FOLDER = Path(__file__).parents[1] / "demo"
every_walk = pytest.mark.parametrize("name", ["full_grant", "partial_refusal"])


class Step(TypedDict, total=False):
    day: str
    form: str
    letter: str
    answers: Facts


class Demo(TypedDict):
    clinic: Facts
    walk: list[Step]


def demo(name: str) -> Demo:
    found: Demo = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    return found


def office(told: Demo) -> Clinic:
    return clinic_of(answers_from(supplies().newest("clinic"), told["clinic"], TODAY))


def case_after(steps: list[Step]) -> Case:
    forms = [step for step in steps if "form" in step]
    entries = (entry(Form(s["form"]), s["answers"], number=n) for n, s in enumerate(forms, start=1))
    return Case("case", tuple(entries))


@every_walk
def test_each_letter_lacks_nothing_on_the_day_it_is_approved(name: str) -> None:
    told = demo(name)
    walk = told["walk"]

    lacks = {
        step["letter"]: draft(
            LetterKind(step["letter"]),
            course_of(case_after(walk[:position])),
            office(told),
            date.fromisoformat(step["day"]),
        ).lacks
        for position, step in enumerate(walk)
        if "letter" in step
    }

    assert lacks == dict.fromkeys(ISSUED, ())


@every_walk
def test_the_guarantee_is_met(name: str) -> None:
    walk = demo(name)["walk"]
    last = date.fromisoformat(walk[-1]["day"])

    deadline = treatment_guarantee(course_of(case_after(walk)), supplies().law, last)

    assert deadline.state is DeadlineState.MET
