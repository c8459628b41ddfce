"""The citizen's own deadlines: the times in which the citizen may answer, appeal or complain."""

from datetime import date

from models.course import Course
from models.deadlines.all import deadlines_of
from models.deadlines.term import Deadline, Whose
from models.law_tables import LawTables


def citizens_deadlines(course: Course, law: LawTables, today: date) -> tuple[Deadline, ...]:
    """Return the times that run for the citizen on the day *today*, the first to end first.

    Nobody is late when one of them ends, and none of them is a task of ours.
    """
    running = (
        one
        for one in deadlines_of(course, law, today)
        if one.whose is Whose.CITIZENS and one.is_open and one.term
    )
    return tuple(sorted(running, key=_ending))


def _ending(deadline: Deadline) -> date:
    return deadline.due or date.max
