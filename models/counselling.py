"""Counselling (rådgivning), which may be anonymous: what was talked about and what it led to."""

from dataclasses import dataclass
from datetime import date

from models.answers import Answers
from models.chosen import chosen


@dataclass(frozen=True, slots=True)
class Counselling:
    """One talk; `choice` is what the citizen chose to do next, as the code of the option."""

    day: date | None
    is_anonymous: bool
    words: str
    is_acute: bool
    safer: frozenset[str]
    children: frozenset[str]
    other_needs: frozenset[str]
    choice: str
    agreement: str
    next_day: date | None
    told: frozenset[str]


def counselling_of(answers: Answers) -> Counselling:
    """Return the talk that the answers to the form *counselling* tell."""
    return Counselling(
        day=answers.day("counselling.date"),
        is_anonymous=answers.yes("counselling.anonymous") is True,
        words=answers.text("counselling.words"),
        is_acute=answers.yes("counselling.acute") is True,
        safer=chosen(answers, "counselling.safer"),
        children=chosen(answers, "counselling.children"),
        other_needs=chosen(answers, "counselling.other_needs"),
        choice=answers.code("counselling.choice"),
        agreement=answers.text("counselling.agreement"),
        next_day=answers.day("counselling.next"),
        told=chosen(answers, "counselling.told"),
    )
