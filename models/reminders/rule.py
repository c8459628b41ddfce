"""A rule says when a reminder is called for, and which entry shows that it is done."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from models.course import Course

Condition: TypeAlias = Callable[[Course], bool]
Since: TypeAlias = Callable[[Course], date | None]


def nothing_shows(_course: Course) -> bool:
    """Return that no entry can show it: only a note about the task can."""
    return False


def no_event(_course: Course) -> date | None:
    """Return that it is not one event among several that calls."""
    return None


def not_by_time(_course: Course, _today: date) -> date | None:
    """Return that time alone does not call."""
    return None


def of_its_form(_course: Course) -> tuple[str, ...] | None:
    """Return that the entry that stands of the reminder's own form is what waits."""
    return None


@dataclass(frozen=True, slots=True)
class Rule:
    """What calls for a reminder and what shows that it is done; drafts count as what they say.

    `since` is the day of the newest event that calls: an older note about the task is not about
    it. One that `outlives` the course is called for after the discharge too; when it `passes_on`, a
    later course that speaks of it takes it over. `lapsed` is for what time calls for: the newest
    day before today on which it ran out. `waiting` are the ids of the entries that wait for the
    reminder's letter, where it names one. `agreed` is the day that was agreed for it.
    """

    calls: Condition
    shows: Condition = nothing_shows
    since: Since = no_event
    outlives: bool = False
    passes_on: bool = False
    lapsed: Callable[[Course, date], date | None] = not_by_time
    waiting: Callable[[Course], tuple[str, ...] | None] = of_its_form
    agreed: Since = no_event

    def is_called(self, course: Course, today: date) -> bool:
        """Whether the course calls for it on the day *today*."""
        if self.lapsed is not not_by_time and self.lapsed(course, today) is None:
            return False
        return self.calls(course)

    def event(self, course: Course, today: date) -> date | None:
        """Return the day of the newest event that calls; None when it is not about one."""
        return self.lapsed(course, today) or self.since(course)


def outliving(calls: Condition, shows: Condition, since: Since = no_event) -> Rule:
    """Return a rule about what is not over with the treatment, until a later course has it."""
    return Rule(calls, shows, since, outlives=True, passes_on=True)


def newest(days: Iterable[date | None]) -> date | None:
    """Return the last of *days*; None when no day is known."""
    return max((day for day in days if day), default=None)


def is_since(day: date | None, event: date | None) -> bool:
    """Whether *day* is known and not before the *event*, if one knows when that was."""
    return day is not None and (event is None or day >= event)
