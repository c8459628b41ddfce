"""A case parted into its courses, and what each of them means, for all that ask it of one case."""

from dataclasses import dataclass

from models.case import Case
from models.course import Course, course_of
from models.courses import courses_of


@dataclass(frozen=True, slots=True)
class CoursesTold:
    """The `parts` of a `case`, the oldest first, and the course that each of them means."""

    case: Case
    parts: tuple[Case, ...]
    courses: tuple[Course, ...]


def courses_told(case: Case) -> CoursesTold:
    """Return the courses of *case*, which holds the answers that apply."""
    parts = courses_of(case)
    return CoursesTold(case, parts, tuple(course_of(part) for part in parts))
