from collections.abc import Mapping
from datetime import date

import pytest

from app.facts import Facts
from models.answers import Coding, Place, Value
from models.course import Course, Form
from models.starting import Known, known_answers
from tests.builders import PARTIAL_REFUSAL, REQUEST, TODAY, course

HEARING: Facts = {
    "hearing.fact.what@0": "Tre udeblivelser i oktober.",
    "hearing.fact.what@1": "En urinprøve den 20. oktober.",
    "hearing.way": ["oral"],
    "hearing.date": "4.11.2026",
    "hearing.answered": ["replied"],
    "hearing.reply": "Bussen kørte ikke.",
}


def suggested(form: str, of: Course) -> Known:
    return known_answers(form, of, TODAY, "Prøve Behandler")


def known(form: Form, of: Course) -> Mapping[str, Value]:
    """Return what a form opens with, by link id; a code stands for the option."""
    single = {place.link_id: values[0] for place, values in suggested(form, of).items()}
    return {
        link_id: value.code if isinstance(value, Coding) else value
        for link_id, value in single.items()
    }


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


@pytest.mark.parametrize(
    "form", [Form.REQUEST, Form.FREE_CHOICE, Form.HEARING, Form.RECORD_ACCESS, Form.GIFT_CARD]
)
def test_the_day_a_deadline_runs_from_is_never_suggested(form: Form) -> None:
    assert known(form, course(decision=PARTIAL_REFUSAL)) == {}


def test_an_instrument_opens_with_the_day() -> None:
    assert suggested("who_5", course()) == {Place("who_5.date"): (TODAY,)}


def test_a_plan_opens_with_the_dream_and_the_other_plans_of_the_assessment() -> None:
    assessed = course(
        assessment={
            "assessment.dream": "At bo ved vandet.",
            "other.plans": ["job", "probation"],
            "children.home": ["yes"],
            "pregnancy": ["yes"],
        }
    )

    plan = suggested(Form.TREATMENT_PLAN, assessed)

    assert plan[Place("plan.dream")] == ("At bo ved vandet.",)
    assert codes(plan, "plan.other_plans") == ["job", "probation"]
    assert codes(plan, "plan.family") == ["home", "expecting"]


def codes(known: Known, link_id: str) -> list[str]:
    return [value.code for value in known[Place(link_id)] if isinstance(value, Coding)]


@pytest.mark.parametrize(
    ("home", "pregnancy", "children"),
    [
        ("yes", "no", ["home"]),
        ("sometimes", "no", ["sometimes"]),
        ("elsewhere", "yes", ["elsewhere", "expecting"]),
        ("no", "no", ["no"]),
        ("no", "yes", ["expecting"]),
        ("unknown", "unknown", ["unknown"]),
    ],
)
def test_the_network_opens_with_the_children_of_the_assessment(
    home: str, pregnancy: str, children: list[str]
) -> None:
    assessed = course(assessment={"children.home": [home], "pregnancy": [pregnancy]})

    assert codes(suggested(Form.NETWORK, assessed), "network.children") == children


def test_the_network_is_not_asked_again_who_the_children_are() -> None:
    assessed = course(assessment={"children.home": ["yes"], "children.who": "To piger, 4 og 6 år."})

    assert known(Form.NETWORK, assessed)["network.children_who"] == "To piger, 4 og 6 år."


def test_a_follow_up_opens_with_a_row_for_each_goal_of_the_plan() -> None:
    planned = course(
        treatment_plan={"goal.words@0": "Sove om natten.", "goal.words@1": "Ringe til mor."}
    )

    rows = suggested(Form.FOLLOW_UP, planned)

    assert rows[Place("follow_up.goal.words", (0,))] == ("Sove om natten.",)
    assert rows[Place("follow_up.goal.words", (1,))] == ("Ringe til mor.",)


def test_a_lapse_opens_with_what_the_plan_says_about_it() -> None:
    planned = course(
        treatment_plan={"relapse.signs": "Jeg tager ikke telefonen.", "relapse.call": "Min søster."}
    )

    opened = known(Form.LAPSE, planned)

    assert opened == {
        "lapse.date": TODAY,
        "lapse.signs": "Jeg tager ikke telefonen.",
        "lapse.call": "Min søster.",
    }


def test_a_decision_opens_with_the_hearing_that_was_held() -> None:
    opened = known(Form.DECISION, course(hearing=HEARING))

    assert opened["decision.hearing"] == "oral"
    assert opened["decision.hearing_about"] == (
        "Tre udeblivelser i oktober.\nEn urinprøve den 20. oktober."
    )
    assert opened["decision.hearing_date"] == date(2026, 11, 4)
    assert opened["decision.hearing_answer"] == "Bussen kørte ikke."


def test_a_start_opens_at_the_place_the_citizen_chose() -> None:
    chosen: Facts = {
        "free_choice.place": "Bakkens Behandling",
        "free_choice.answer": ["yes"],
        "free_choice.start": "20.11.2026",
    }

    opened = known(Form.START, course(decision=PARTIAL_REFUSAL, free_choice=chosen))

    assert opened == {
        "start.provider": "Bakkens Behandling",
        "start.date": date(2026, 11, 20),
        "start.free_choice": True,
    }


def test_a_place_that_was_only_wished_for_is_not_where_treatment_starts() -> None:
    refused: Facts = {"free_choice.place": "Bakkens Behandling", "free_choice.answer": ["no"]}

    opened = known(Form.START, course(decision=PARTIAL_REFUSAL, free_choice=refused))

    assert opened["start.provider"] == "Åløkke Dagbehandling"


def test_a_plan_is_made_by_the_counsellor_named_at_the_start() -> None:
    begun = course(start={"start.therapist": "Ida Øvesen"})

    assert known(Form.TREATMENT_PLAN, begun)["plan.therapist"] == "Ida Øvesen"


def test_a_recommendation_opens_with_what_the_citizen_asked_for() -> None:
    opened = known(Form.RECOMMENDATION, course(request=REQUEST))

    assert opened["recommendation.words"] == "Jeg vil gerne have hjælp til at holde op."
    assert opened["recommendation.wished_kind"] == "residential"
    assert opened["recommendation.requested"] == TODAY
