"""The goals of a treatment plan: each in the citizen's own words, with what is done for it."""

from dataclasses import dataclass
from datetime import date

from models.answers import Answers, Place
from models.chosen import whole


@dataclass(frozen=True, slots=True)
class Intervention:
    """Who does what, when and where; `method` says how, in the words of the option."""

    what: str
    who: str
    when: str
    method: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal in the citizen's own words, and how both will see that it is reached.

    `area` is what the form calls it, `area_code` the code of that option.
    """

    area: str
    words: str
    kind: str
    sign: str
    baseline: str
    target: str
    day: date | None
    importance: int | None
    confidence: int | None
    interventions: tuple[Intervention, ...]
    area_code: str = ""
    steps: str = ""


def goals_of(answers: Answers) -> tuple[Goal, ...]:
    """Return the goals in the answers to the form *treatment_plan*; empty rows are left out."""
    return tuple(goal for row in _rows(answers, "goal") if (goal := _goal(answers, row)).words)


def _rows(answers: Answers, group: str, *outer: int) -> range:
    return range(answers.rows(Place(group, outer)))


def _goal(answers: Answers, row: int) -> Goal:
    return Goal(
        area=_display(answers, "goal.area", row),
        words=answers.text("goal.words", row),
        kind=_display(answers, "goal.kind", row),
        sign=answers.text("goal.sign", row),
        baseline=answers.text("goal.baseline", row),
        target=answers.text("goal.target", row),
        day=answers.day("goal.date", row),
        importance=whole(answers, "goal.importance", row),
        confidence=whole(answers, "goal.confidence", row),
        interventions=tuple(
            made
            for inner in _rows(answers, "intervention", row)
            if (made := _intervention(answers, row, inner)).what
        ),
        area_code=answers.code("goal.area", row),
        steps=answers.text("goal.steps", row),
    )


def _intervention(answers: Answers, goal: int, row: int) -> Intervention:
    return Intervention(
        what=answers.text("intervention.what", goal, row),
        who=answers.text("intervention.who", goal, row),
        when=answers.text("intervention.when", goal, row),
        method=_display(answers, "intervention.method", goal, row),
        where=answers.text("intervention.where", goal, row),
    )


def _display(answers: Answers, link_id: str, *rows: int) -> str:
    return next((choice.display for choice in answers.choices(link_id, *rows)), "")
