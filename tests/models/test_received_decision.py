"""What is known when a provider records a decision, and of one who is anonymous."""

from datetime import date

import pytest

from app.facts import Facts
from models.answers import Coding, Place
from models.case import Case
from models.course import Form, course_of
from models.starting import Known, known_answers
from models.steps import steps_of
from tests.builders import CONTACT, REQUEST, TODAY, clinic, course, entry

PROPOSED: Facts = {
    "recommendation.date": "2.11.2026",
    "recommendation.measure": ["day"],
    "recommendation.provider": "Åløkke Dagbehandling",
    "recommendation.answer": ["followed"],
    "recommendation.answer_date": "9.11.2026",
}


def decision(recommendation: Facts) -> Known:
    told = course(contact=CONTACT, request=REQUEST, recommendation=recommendation)
    return known_answers(Form.DECISION, told, TODAY, "Ida Øvesen")


def test_the_one_who_recommends_is_not_said_to_have_decided() -> None:
    alone = known_answers(Form.DECISION, course(contact=CONTACT), TODAY, "Ida Øvesen")

    assert alone[Place("decision.caseworker")] == ("Ida Øvesen",)
    assert Place("decision.caseworker") not in decision(PROPOSED)


def test_a_proposal_that_was_followed_is_not_typed_again() -> None:
    known = decision(PROPOSED)

    assert known[Place("decision.date")] == (date(2026, 11, 9),)
    (measure,) = known[Place("decision.measure")]
    assert isinstance(measure, Coding)
    assert measure.code == "day"
    assert known[Place("decision.provider")] == ("Åløkke Dagbehandling",)


@pytest.mark.parametrize("answer", ["partly", "not", "waiting"])
def test_a_proposal_that_was_not_followed_says_nothing_of_what_was_decided(answer: str) -> None:
    known = decision({**PROPOSED, "recommendation.answer": [answer]})

    assert Place("decision.measure") not in known
    assert Place("decision.provider") not in known


def test_an_anonymous_citizen_has_no_step_of_free_choice() -> None:
    started: Facts = {"start.date": "2.11.2026", "start.free_choice": ["true"]}

    def forms(contact: Facts) -> set[str]:
        entries = (
            entry(Form.CONTACT, {**CONTACT, **contact}),
            entry(Form.REQUEST, REQUEST, number=2),
            entry(Form.START, started, number=3),
        )
        case = Case("case", entries)
        return {step.form for step in steps_of(case, course_of(case), clinic())}

    assert Form.FREE_CHOICE in forms({})
    assert Form.FREE_CHOICE not in forms({"contact.anonymous": ["true"]})


def test_counselling_of_an_anonymous_citizen_opens_as_anonymous() -> None:
    hidden = course(contact={**CONTACT, "contact.anonymous": ["true"]})

    known = known_answers(Form.COUNSELLING, hidden, TODAY, "Ida Øvesen")

    assert known[Place("counselling.anonymous")] == (True,)
    named = known_answers(Form.COUNSELLING, course(contact=CONTACT), TODAY, "Ida Øvesen")
    assert Place("counselling.anonymous") not in named
