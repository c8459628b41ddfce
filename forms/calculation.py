"""Questions that answer themselves from others, until a person answers them instead."""

from dataclasses import replace
from datetime import date
from types import MappingProxyType

from forms.deciding import decide
from forms.plan import plan_of
from forms.questionnaire import Questionnaire
from models.answers import Answers, Place, Value


def with_calculated(
    questionnaire: Questionnaire, answers: Answers, today: date | None = None
) -> Answers:
    """Return *answers* with every calculated question that still follows brought up to date.

    What does not apply keeps what it has. Call it after every change, before asking what is
    enabled. Without *today* an expression that asks for the day finds nothing.
    """
    if not plan_of(questionnaire).has_calculations:
        return answers
    decision = decide(questionnaire, answers, today, calculating=True)
    values = {place: found for place, found in decision.values.items() if found}
    if values == answers.values:
        return answers
    return replace(answers, values=MappingProxyType(values))


def with_typed(
    questionnaire: Questionnaire, answers: Answers, place: Place, *values: Value
) -> Answers:
    """Return *answers* with what a person answered at *place*.

    A calculated question stops following there. Bring the others up to date with
    `with_calculated`.
    """
    typed = answers.with_answer(place, *values)
    item = questionnaire.by_link_id[place.link_id]
    return typed.with_edited(place) if item.calculated and not item.read_only else typed


def following_again(
    questionnaire: Questionnaire, answers: Answers, place: Place, today: date | None = None
) -> Answers:
    """Return *answers* with the calculated question at *place* following again, up to date."""
    return with_calculated(questionnaire, answers.without_edited(place), today)


def is_following(questionnaire: Questionnaire, answers: Answers, place: Place) -> bool:
    """Return whether the question at *place* is calculated and no person has answered it."""
    item = questionnaire.by_link_id[place.link_id]
    return item.calculated is not None and place not in answers.edited


def offers(
    questionnaire: Questionnaire, answers: Answers, today: date | None = None
) -> dict[Place, tuple[Value, ...]]:
    """Return what each question that a person answered instead would come to if it followed again.

    Nothing (an empty tuple) is an offer too; only places that apply are in it.
    """
    if not answers.edited:
        return {}
    decision = decide(questionnaire, answers, today, calculating=True)
    return {p: found for p, found in decision.calculated.items() if p in answers.edited}


def calculation_faults(
    questionnaire: Questionnaire, answers: Answers, today: date | None = None
) -> dict[Place, str]:
    """Return the places whose expression cannot be worked out now, each with a Danish reason."""
    return decide(questionnaire, answers, today, calculating=True).faults
