"""What the list of the day shows beside what is due, and after how long, as data."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from models.course import Course, Form
from models.task import Task, TaskState


@dataclass(frozen=True, slots=True)
class DayRules:
    """After how long a course is quiet and a draft is left, and which reminders cannot wait."""

    quiet_after: timedelta
    left_after: timedelta
    urgent: frozenset[str]


def read_day_rules(toml: str) -> DayRules:
    """Return the rules from the text of guidelines/today.toml."""
    table = tomllib.loads(toml)
    length = table["length"]
    return DayRules(
        quiet_after=timedelta(days=length["quiet_course"]),
        left_after=timedelta(days=length["draft_left"]),
        urgent=frozenset(table["urgent"]["reminders"]),
    )


def urgent_tasks(tasks: Iterable[Task], rules: DayRules) -> Iterator[Task]:
    """Yield those of *tasks* that cannot wait and have no day."""
    for task in tasks:
        if task.state is TaskState.OPEN and task.day is None and task.rule in rules.urgent:
            yield task


def is_open(course: Course, today: date) -> bool:
    """Whether the citizen has asked for treatment here, and the course has not ended."""
    if course.request.received is None or course.request.is_elsewhere:
        return False
    ended = course.discharge.day
    return not course.is_signed(Form.DISCHARGE) or ended is None or ended > today
