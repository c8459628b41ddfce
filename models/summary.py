"""One line about a case, for the list of citizens and the list of what is due."""

from dataclasses import dataclass
from datetime import date

from models.case import Case
from models.course import Course, Form, course_of
from models.deadlines import Deadline, Term, treatment_guarantee
from models.law_tables import LawTables
from models.steps import THREAD

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


def summary_of(case: Case, law: LawTables, today: date) -> CaseSummary:
    """Return the line about *case*; `term` is None when nothing is pressing."""
    course = course_of(case)
    pressing = _pressing(course, law, today)
    return CaseSummary(
        name=course.citizen.name,
        cpr=course.citizen.cpr.written,
        stage=stage_of(case),
        term=pressing.term if pressing else None,
        due_text=pressing.title if pressing else "",
    )


def stage_of(case: Case) -> str:
    """Return in one word how far the course has come."""
    begun = [form for form in THREAD if case.current(form)]
    return _STAGE[begun[-1]] if begun else "Ny"


def _pressing(course: Course, law: LawTables, today: date) -> Deadline | None:
    guarantee = treatment_guarantee(course, law, today)
    return guarantee if guarantee.is_open and not _has_ended(course, today) else None


def _has_ended(course: Course, today: date) -> bool:
    """Whether the course that was asked for ended in a signed discharge."""
    asked, ended = course.request.received, course.discharge.day
    if asked is None or ended is None or not course.is_signed(Form.DISCHARGE):
        return False
    return asked <= ended <= today
