"""One line about a case, for the list of citizens and the list of what is due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from models.case import Case
from models.course import Course, Form
from models.courses_told import CoursesTold, courses_told
from models.deadlines.guarantee import treatment_guarantee
from models.deadlines.term import Deadline, Term
from models.law_tables import LawTables
from models.steps import THREAD
from models.task import Task

_A_YEAR = timedelta(days=365)

_STAGE = {
    Form.CONTACT: "Henvendelse",
    Form.REQUEST: "Anmodning",
    Form.MEDICAL_INTERVIEW: "Lægesamtale",
    Form.ASSESSMENT: "Afdækning",
    Form.FEEDBACK: "Afdækning",
    Form.HEARING: "Partshøring",
    Form.RECOMMENDATION: "Indstilling",
    Form.DECISION: "Afgørelse",
    Form.FREE_CHOICE: "Afgørelse",
    Form.START: "I behandling",
    Form.TREATMENT_PLAN: "I behandling",
    Form.FOLLOW_UP: "I behandling",
    Form.DISCHARGE: "Udskrevet",
    Form.AFTER_CARE: "Udskrevet",
}

_NEW = "Ny"
STAGES = (_NEW, *dict.fromkeys(_STAGE.values()))
"""How far a course can have come, from the beginning on."""


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """Who the case is about, where the course stands, and the next thing that is due.

    `term` holds the last day for it and the days from which it is nearly over.
    """

    name: str
    cpr: str
    stage: str
    term: Term | None
    due_text: str

    @property
    def due(self) -> date | None:
        """The last day for what is due; None when nothing is pressing."""
        return self.term.due if self.term else None


def summary_of(
    case: Case,
    law: LawTables,
    today: date,
    tasks: Sequence[Task] = (),
    told: CoursesTold | None = None,
) -> CaseSummary:
    """Return the line about *case*; `term` is None when nothing is pressing.

    The treatment guarantee is told as long as it runs, else the first of its *tasks* that is due
    within a year.
    """
    told = told or courses_told(case)
    present, course = told.parts[-1], told.courses[-1]
    pressing = _pressing(course, law, today) or _first_due(tasks, today)
    return CaseSummary(
        name=course.citizen.name,
        cpr=course.citizen.cpr.written,
        stage=stage_of(present),
        term=pressing.term if pressing else None,
        due_text=pressing.title if pressing else "",
    )


def stage_of(case: Case) -> str:
    """Return in one word how far the course has come."""
    begun = [form for form in THREAD if case.current(form)]
    return _STAGE[begun[-1]] if begun else _NEW


def _pressing(course: Course, law: LawTables, today: date) -> Deadline | None:
    guarantee = treatment_guarantee(course, law, today)
    return guarantee if guarantee.is_open and not _has_ended(course, today) else None


def _first_due(tasks: Sequence[Task], today: date) -> Task | None:
    dated = ((task.term.due, task) for task in tasks if task.term)
    near = ((due, task) for due, task in dated if due <= today + _A_YEAR)
    return min(near, key=_due, default=(today, None))[1]


def _due(dated: tuple[date, Task]) -> date:
    return dated[0]


def _has_ended(course: Course, today: date) -> bool:
    """Whether the course that was asked for ended in a signed discharge."""
    asked, ended = course.request.received, course.discharge.day
    if asked is None or ended is None or not course.is_signed(Form.DISCHARGE):
        return False
    return asked <= ended <= today
