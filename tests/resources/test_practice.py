"""The made-up citizens: their answers fit the forms, in the order asked, and they are nobody."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path
from typing import TypedDict

import pytest

import resources
from app.facts import Facts, PracticeForm, answers_from, place_of, read_practice
from app.supplies import supplies
from forms.checking import problems
from forms.enablement import enabled_places
from forms.outline import walk_places
from forms.questionnaire import ItemType, Questionnaire
from models.answers import Answers, Unread
from models.beside import SHELVES, Shelf
from models.course import Form
from models.cpr import read_cpr
from models.steps import SOMETIMES, THREAD

TODAY = date(2026, 11, 2)
DEMO = Path(__file__).parents[1] / "demo"
PRACTICE = read_practice(resources.text("practice/citizens.json"))
RELATIVE_DAY = re.compile(r"@[+-]\d+")
EMAIL = re.compile(r"[^\s@]+@(?![+-]\d)[^\s@]+")
PHONE = re.compile(r"\d\d \d\d \d\d \d\d")
ISSUED = ["request_receipt", "decision", "treatment_plan"]
STEPS = [str(form) for form in THREAD]
ALWAYS = [str(form) for form in THREAD if form not in SOMETIMES]


class Step(TypedDict, total=False):
    day: str
    form: str
    letter: str
    answers: Facts


class Demo(TypedDict):
    clinic: Facts
    walk: list[Step]


@dataclass(frozen=True)
class Filled:
    """One form as it was filled for a made-up citizen; `clinic` is a form here too."""

    name: str
    form: str
    day: date
    signed: bool
    facts: Facts

    @cached_property
    def questionnaire(self) -> Questionnaire:
        return supplies().newest(self.form)

    @cached_property
    def answers(self) -> Answers:
        return answers_from(self.questionnaire, self.facts, self.day)

    def day_of(self, link_id: str) -> date:
        found = self.answers.day(link_id)
        assert found is not None, f"{self.name}: {link_id}"
        return found


@cache
def demo(name: str) -> Demo:
    found: Demo = json.loads((DEMO / f"{name}.json").read_text("utf-8"))
    return found


def practised() -> Iterator[Filled]:
    yield Filled("practice", "clinic", TODAY, signed=True, facts=PRACTICE.clinic)
    for number, forms in enumerate(PRACTICE.citizens):
        for form in forms:
            name = f"practice-{number}-{form.form}-{form.days_ago}"
            # The relative days in the answers are counted from today, whenever it was filled.
            yield Filled(name, form.form, TODAY, form.signed, form.answers)


def walked(name: str) -> Iterator[Filled]:
    yield Filled(f"{name}-clinic", "clinic", TODAY, signed=True, facts=demo(name)["clinic"])
    for step in demo(name)["walk"]:
        if "form" in step:
            day, form = date.fromisoformat(step["day"]), step["form"]
            yield Filled(f"{name}-{form}", form, day, signed=True, facts=step["answers"])


DEMOS = ("full_grant", "partial_refusal")
PRACTISED = list(practised())
ALL = [*PRACTISED, *(filled for name in DEMOS for filled in walked(name))]

every_form = pytest.mark.parametrize("filled", ALL, ids=[filled.name for filled in ALL])
every_demo = pytest.mark.parametrize("name", DEMOS)


@every_form
def test_every_answer_belongs_to_a_question_of_the_form(filled: Filled) -> None:
    by_link_id = filled.questionnaire.by_link_id

    strangers = {
        key
        for key in filled.facts
        if (item := by_link_id.get(place_of(key).link_id)) is None or not item.is_question
    }

    assert strangers == set()


@every_form
def test_every_answer_can_be_read_as_what_the_question_asks_for(filled: Filled) -> None:
    unread = {
        place: values
        for place, values in filled.answers.values.items()
        if any(isinstance(value, Unread) for value in values)
    }

    assert unread == {}


@every_form
def test_only_questions_that_are_asked_are_answered(filled: Filled) -> None:
    shown = enabled_places(filled.questionnaire, filled.answers)

    assert {place_of(key) for key in filled.facts} - shown == set()


@every_form
def test_the_answers_stand_in_the_order_the_questions_are_asked(filled: Filled) -> None:
    answered = [place_of(key) for key in filled.facts]
    asked = [place for _, place in walk_places(filled.questionnaire.items, filled.answers)]

    assert answered == [place for place in asked if place in answered]


@every_form
def test_nothing_is_wrong_in_what_is_signed_and_nothing_but_gaps_in_a_draft(
    filled: Filled,
) -> None:
    found = [problem.sentence for problem in problems(filled.questionnaire, filled.answers)]

    wrong = [sentence for sentence in found if filled.signed or "mangler" not in sentence]
    assert wrong == []


@every_form
def test_nobody_can_be_mistaken_for_a_living_person(filled: Filled) -> None:
    said = "\n".join(str(fact) for fact in filled.facts.values())
    answers = filled.answers
    postal_codes = {answers.text(p.link_id) for p in answers.values if "postal_code" in p.link_id}

    assert read_cpr(answers.text("citizen.cpr")).birth is None
    assert postal_codes <= {"0000", "9999"}
    assert all(email.endswith("@example.invalid") for email in EMAIL.findall(said))
    assert all(phone.startswith("00 00 0") for phone in PHONE.findall(said))


@pytest.mark.parametrize("forms", PRACTICE.citizens)
def test_a_made_up_course_is_filled_in_the_order_a_course_goes(
    forms: tuple[PracticeForm, ...],
) -> None:
    steps = [form.form for form in forms if form.form in STEPS]

    assert all(a.days_ago >= b.days_ago >= 0 for a, b in pairwise(forms))
    assert steps == sorted(steps, key=STEPS.index)
    assert all(form.signed for form in forms[:-1])


def test_every_day_in_the_practice_register_follows_the_day_it_is_made() -> None:
    days = [
        fact
        for filled in PRACTISED
        for key, fact in filled.facts.items()
        if filled.questionnaire.by_link_id[place_of(key).link_id].type is ItemType.DATE
    ]

    assert days
    assert all(isinstance(day, str) and RELATIVE_DAY.fullmatch(day) for day in days)


def test_the_practice_register_shows_a_course_at_every_stage() -> None:
    steps = [[f for f in forms if f.form in ALWAYS] for forms in PRACTICE.citizens]
    last = {forms[-1].form for forms in steps}
    drafts = {forms[-1].form for forms in steps if not forms[-1].signed}

    assert set(ALWAYS) - last == {"start"}
    assert drafts == {"request", "assessment", "decision"}


def test_the_practice_register_shows_what_is_filled_beside_the_steps() -> None:
    beside = [
        Counter(form.form for form in forms if form.form not in STEPS)
        for forms in PRACTICE.citizens
    ]
    filled = {form for citizen in beside for form in citizen}

    assert {SHELVES[Form(form)] for form in filled & set(Form)} == set(Shelf) - {Shelf.MEASURES}
    assert filled & {name for name, _ in supplies().instrument_titles}
    assert any(count > 1 for citizen in beside for count in citizen.values())


def test_the_practice_register_has_requests_early_late_overdue_and_of_special_sorts() -> None:
    waiting = [
        form
        for forms in PRACTICE.citizens
        for form in forms
        if form.form == "request" and "start" not in {other.form for other in forms}
    ]

    assert {form.days_ago for form in waiting} >= {0, 3, 11, 16}
    assert ["integrated"] in [form.answers.get("request.regional") for form in waiting]
    assert ["representative"] in [form.answers.get("request.representation") for form in waiting]


def test_both_demonstrations_are_of_one_clinic_and_so_is_the_practice_register() -> None:
    full, partial = (demo(name)["clinic"] for name in DEMOS)

    assert full == partial == PRACTICE.clinic


@every_demo
def test_a_demonstration_goes_from_contact_to_discharge_with_all_letters(name: str) -> None:
    walk = demo(name)["walk"]

    assert [step["form"] for step in walk if "form" in step] == ALWAYS
    assert [step["letter"] for step in walk if "letter" in step] == ISSUED


@every_demo
def test_a_demonstration_happens_on_working_days_in_order(name: str) -> None:
    days = [date.fromisoformat(step["day"]) for step in demo(name)["walk"]]

    assert days == sorted(days)
    assert all(day.weekday() < 5 for day in days)


def in_demo(name: str, form: str) -> Filled:
    return next(filled for filled in walked(name) if filled.form == form)


@every_demo
def test_treatment_in_a_demonstration_begins_inside_the_guarantee(name: str) -> None:
    received = in_demo(name, "request").day_of("request.received")
    decision, start = in_demo(name, "decision"), in_demo(name, "start")

    assert decision.day_of("decision.date") == decision.day
    assert start.day_of("start.date") == decision.day_of("decision.start") == start.day
    assert decision.day <= start.day <= received + timedelta(days=14)


def test_the_names_of_the_made_up_people_hold_letters_from_many_languages() -> None:
    names = "".join(filled.answers.text("citizen.name") for filled in ALL)

    assert set("øåÆØÅŁŞřüöşıěả") <= set(names)
