from collections.abc import Mapping
from datetime import date

from models.answers import Value
from models.course import Course, Form
from models.starting import known_answers
from tests.builders import PARTIAL_REFUSAL, TODAY, course


def known(form: Form, of: Course) -> Mapping[str, Value]:
    suggested = known_answers(form, of, TODAY, "Prøve Behandler")
    return {place.link_id: value for place, value in suggested.items()}


def test_a_decision_opens_with_the_day_and_the_person_at_work() -> None:
    assert known(Form.DECISION, course()) == {
        "decision.date": TODAY,
        "decision.caseworker": "Prøve Behandler",
    }


def test_a_start_opens_with_what_was_decided() -> None:
    assert known(Form.START, course(decision=PARTIAL_REFUSAL)) == {
        "start.provider": "Åløkke Dagbehandling",
        "start.date": date(2026, 11, 16),
    }


def test_a_plan_opens_where_treatment_really_began() -> None:
    begun = {"start.provider": "Et andet sted", "start.date": "17.11.2026"}

    plan = known(Form.TREATMENT_PLAN, course(decision=PARTIAL_REFUSAL, start=begun))

    assert plan["plan.provider"] == "Et andet sted"
    assert plan["plan.start"] == date(2026, 11, 17)
    assert plan["plan.duration"] == "Et halvt år"


def test_the_day_of_the_request_is_never_suggested() -> None:
    assert known(Form.REQUEST, course(decision=PARTIAL_REFUSAL)) == {}
