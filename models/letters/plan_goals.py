"""The goals of a treatment plan on paper: as red threads, and each with all that was agreed."""

from models.danish import long_date, number
from models.letters.basis import Basis, facts
from models.letters.letter import Block, Heading, Quotation, RedThread, Thread
from models.letters.pieces import dated, ended, tabled
from models.plan_goals import Goal, Intervention


def red_thread(basis: Basis) -> tuple[Block, ...]:
    """Return how finding, goal, deeds and sign hang together; nothing without a goal."""
    say, goals = basis.speech.say, basis.course.plan.goals
    if not goals:
        return ()
    columns = (say("thread.found"), say("thread.goal"), say("thread.deeds"), say("thread.sign"))
    return (RedThread(columns, tuple(_thread(basis, goal) for goal in goals)),)


def _thread(basis: Basis, goal: Goal) -> Thread:
    looked_at = basis.speech.say("thread.day", date=long_date(goal.day)) if goal.day else ""
    return Thread(
        finding=_finding(basis, goal),
        goal=goal.words,
        deeds=tuple(_deed(made) for made in goal.interventions),
        sign=" ".join(part for part in (ended(goal.sign), looked_at) if part),
    )


def _finding(basis: Basis, goal: Goal) -> str:
    """Return what the assessment found in the area of the goal, else where the citizen is now."""
    areas = basis.course.assessment.areas
    found = next((f for f in areas if f.area == goal.area_code), None)
    return (found.problem or found.need if found else "") or goal.baseline


def _deed(made: Intervention) -> str:
    parts = (made.what, made.who, made.when, made.where)
    return " ".join(ended(part) for part in parts if part)


def goals_in_full(basis: Basis) -> tuple[Block, ...]:
    """Return every goal under a heading of its own, with all that was said about it."""
    blocks: list[Block] = []
    for position, goal in enumerate(basis.course.plan.goals, start=1):
        blocks += _goal(basis, position, goal)
    return tuple(blocks)


def _goal(basis: Basis, position: int, goal: Goal) -> tuple[Block, ...]:
    say = basis.speech.say
    key = "heading.goal" if goal.area else "heading.goal_plain"
    return (
        Heading(say(key, number=number(position), area=goal.area), level=3),
        Quotation(goal.words, say("text.goal_speaker")),
        *facts(
            (say("field.kind"), goal.kind),
            (say("field.sign"), goal.sign),
            (say("field.baseline"), goal.baseline),
            (say("field.target"), goal.target),
            (say("field.steps"), goal.steps),
            (say("field.day"), dated(goal.day)),
            (say("field.importance"), _score(goal.importance)),
            (say("field.confidence"), _score(goal.confidence)),
        ),
        *_interventions(basis, goal.interventions),
    )


def _interventions(basis: Basis, interventions: tuple[Intervention, ...]) -> tuple[Block, ...]:
    names = ("what", "method", "who", "when", "where")
    rows = [(i.what, i.method, i.who, i.when, i.where) for i in interventions]
    return tabled([basis.speech.say(f"table.{name}") for name in names], rows)


def _score(score: int | None) -> str:
    return "" if score is None else number(score)


def has_findings(basis: Basis) -> bool:
    """Return whether the plan says anything that was found, on which its goals can rest."""
    plan, areas = basis.course.plan, basis.course.assessment.areas
    return bool(plan.summary) or any(found.problem or found.need for found in areas)
