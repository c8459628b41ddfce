"""How each goal of the plan has gone, talk by talk."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from models.course import Course
from models.follow_up import FollowUp, GoalStatus
from models.plan_goals import Goal


@dataclass(frozen=True, slots=True)
class GoalTold:
    """What one talk says of a goal; `words` are those the talk has for it, when they differ.

    `day` is None where the talk has no day yet; a draft is not `is_signed`.
    """

    day: date | None
    status: str
    note: str
    words: str
    is_signed: bool


def goals_told(course: Course) -> tuple[tuple[GoalTold, ...], ...]:
    """Return, for each goal of the plan in its order, what the talks say of it, oldest first.

    A talk begins with the goals of the plan in their order, and their words may be changed there.
    So what has the words of no goal is about the goal in its own place, in talks since the plan was
    made.
    """
    talks = sorted(course.follow_ups, key=_day)
    return tuple(
        tuple(_told(goal, place, course, talks)) for place, goal in enumerate(course.plan.goals)
    )


def _told(goal: Goal, place: int, course: Course, talks: Sequence[FollowUp]) -> Iterator[GoalTold]:
    for talk in talks:
        if (row := _row(goal, place, course, talk)) and row.status:
            words = "" if _same(row.words, goal.words) else row.words
            yield GoalTold(talk.day, row.status, row.note, words, talk.is_signed)


def _row(goal: Goal, place: int, course: Course, talk: FollowUp) -> GoalStatus | None:
    """Return what *talk* says of *goal*, which has this *place* in the plan."""
    named = next((row for row in talk.goals if _same(row.words, goal.words)), None)
    if named or place >= len(talk.goals) or not _is_since_plan(course, talk):
        return named
    there = talk.goals[place]
    is_another = any(_same(there.words, other.words) for other in course.plan.goals)
    return None if is_another else there


def _is_since_plan(course: Course, talk: FollowUp) -> bool:
    made = course.plan.day
    return made is None or talk.day is None or talk.day >= made


def _same(one: str, other: str) -> bool:
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())


def _day(talk: FollowUp) -> date:
    return talk.day or date.max
