"""Which course of an open case one looks at: that of the form or letter on the screen."""

from dataclasses import dataclass

from app.open_case import OpenCase
from models.case import Case, Entry
from models.course import Course, Form
from models.courses import OF_THE_CITIZEN, courses_of
from models.letters.letter import LetterOf

NEW_REQUEST = "new-request"
"""The key of the step that begins a new course."""

_OF_COURSE = "@"


@dataclass(frozen=True, slots=True)
class CourseAt:
    """One course of an open case: what it holds, what that means, and the courses beside it.

    `opened` is the form on the screen when nothing is kept of it yet.
    """

    part: Case
    course: Course
    others: tuple[Case, ...]
    is_present: bool
    opened: str = ""


def course_at(case: OpenCase, entry: Entry | None, letter: str = "") -> CourseAt:
    """Return the course that *entry*, or the letter with this key, belongs to; else the present.

    What concerns the citizen and not one course stands in the present one.
    """
    is_new = entry is not None and entry.replaces is None and not case.case.entry(entry.id)
    courses = courses_of(case.case.with_entry(entry)) if entry and is_new else case.courses
    number = next((n for n, c in enumerate(courses) if _holds(c, entry, letter)), len(courses) - 1)
    part = courses[number].without_entry(entry.id) if entry and is_new else courses[number]
    return CourseAt(
        part=part,
        course=case.told_by(part),
        others=(*courses[:number], *courses[number + 1 :]),
        is_present=number == len(courses) - 1,
        opened=entry.form if entry and is_new else "",
    )


def may_ask_anew(case: OpenCase) -> bool:
    """Return whether the citizen has asked for treatment, so that another request is a new one."""
    return case.course.is_signed(Form.REQUEST)


def may_decide_anew(case: OpenCase) -> bool:
    """Return whether a new decision can be begun beside the newest, which is made."""
    newest = case.present.current(Form.DECISION)
    return newest is not None and newest.is_signed


def key_in_course(letter: LetterOf, part: Case) -> str:
    """Return the key of *letter* of an earlier course, which no letter of another course has."""
    own = (entry for entry in part.entries if entry.form not in OF_THE_CITIZEN)
    first = min(own, key=part.begun, default=None)
    return f"{letter.key}{_OF_COURSE}{first.id}" if first else letter.key


def course_named(key: str) -> tuple[str, str]:
    """Return the key of a letter in its course, and the id of an entry of that course.

    The id is empty for a letter of the present course.
    """
    letter, _, entry_id = key.partition(_OF_COURSE)
    return letter, entry_id


def _holds(part: Case, entry: Entry | None, letter: str) -> bool:
    if entry is None:
        named_by = course_named(letter)[1]
        is_of_part = part.entry(named_by) is not None
        return is_of_part or any(document.id == letter for document in part.documents)
    # A correction that is not kept yet stands where what it corrects does.
    named = {entry.id, entry.replaces}
    return entry.form not in OF_THE_CITIZEN and any(held.id in named for held in part.entries)
