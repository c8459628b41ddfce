"""The courses beside the one on the screen, each as a row that leads to it."""

from collections.abc import Iterator

from app.course_at import CourseAt
from models.case import Case, Entry
from models.course import Form
from models.courses import OF_THE_CITIZEN
from models.danish import short_date
from views.screen.step_knot import StepState
from views.screen.step_model import StepShown

_PRESENT = "Tilbage til nuværende forløb"


def others_shown(at: CourseAt) -> tuple[StepShown, ...]:
    """Return the courses beside the one one is *at*, the newest first.

    The key of a row is the id of an entry of the course: its discharge, else its newest.
    """
    rows = [row for number, part in enumerate(at.others) for row in _row(part, at, number)]
    return tuple(reversed(rows))


def course_heading(at: CourseAt) -> str:
    """Return what the course one is *at* is called above its steps."""
    return "Forløb" if at.is_present else f"Forløb {years(at.part)}".strip()


def years(part: Case) -> str:
    """Return the years from the request of a course to its discharge, ``"2024–2025"``."""
    asked = part.answers(Form.REQUEST).day("request.received")
    ended = part.answers(Form.DISCHARGE).day("discharge.date")
    written = [str(day.year) for day in (asked, ended) if day]
    return "–".join(dict.fromkeys(written))


def _row(part: Case, at: CourseAt, number: int) -> Iterator[StepShown]:
    led_to = part.current(Form.DISCHARGE) or _newest(part)
    if led_to is None:
        return
    if not at.is_present and number == len(at.others) - 1:
        yield StepShown(led_to.id, _PRESENT, _how_it_ended(part), StepState.DRAFT)
    else:
        state = StepState.DONE if _has_ended(part) else StepState.DRAFT
        title = f"Forløb {years(part)}".strip()
        yield StepShown(led_to.id, title, _how_it_ended(part), state)


def _newest(part: Case) -> Entry | None:
    own = (entry for entry in part.entries if entry.form not in OF_THE_CITIZEN)
    return max(own, key=part.begun, default=None)


def _has_ended(part: Case) -> bool:
    ended = part.current(Form.DISCHARGE)
    return ended is not None and ended.is_signed


def _how_it_ended(part: Case) -> str:
    ended = part.answers(Form.DISCHARGE).day("discharge.date")
    if ended and _has_ended(part):
        return f"Afsluttet {short_date(ended)}"
    return "Ikke afsluttet"
