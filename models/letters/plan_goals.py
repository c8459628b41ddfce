"""The goals of a treatment plan on paper, each in the citizen's own words, with what was agreed."""

from models.danish import long_date, number
from models.letters.basis import Basis, facts
from models.letters.letter import Block, Heading, Quotation, Table
from models.treatment_plan import Goal, Intervention


def goals(basis: Basis) -> tuple[Block, ...]:
    """Return all goals under one heading; nothing when there is none."""
    blocks: list[Block] = []
    for position, goal in enumerate(basis.course.plan.goals, start=1):
        blocks += _goal(basis, position, goal)
    return (Heading(basis.speech.say("heading.goals")), *blocks) if blocks else ()


def _goal(basis: Basis, position: int, goal: Goal) -> tuple[Block, ...]:
    say = basis.speech.say
    key = "heading.goal" if goal.area else "heading.goal_plain"
    return (
        Heading(say(key, number=number(position), area=goal.area), level=3),
        Quotation(goal.words, say("text.goal_speaker")),
        *facts(
            (say("field.kind"), goal.kind.lower()),
            (say("field.sign"), goal.sign),
            (say("field.baseline"), goal.baseline),
            (say("field.target"), goal.target),
            (say("field.day"), long_date(goal.day) if goal.day else ""),
            (say("field.importance"), _score(goal.importance)),
            (say("field.confidence"), _score(goal.confidence)),
        ),
        *_interventions(basis, goal.interventions),
    )


def _interventions(basis: Basis, interventions: tuple[Intervention, ...]) -> tuple[Block, ...]:
    if not interventions:
        return ()
    columns = tuple(basis.speech.say(f"table.{name}") for name in ("what", "who", "when"))
    rows = tuple((made.what, made.who, made.when) for made in interventions)
    return (Table(columns, rows),)


def _score(score: int | None) -> str:
    return "" if score is None else number(score)
