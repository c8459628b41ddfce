"""The course of treatment: the meaning of everything that was entered in one case."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.answers import Answers
from models.assessment import Assessment, assessment_of
from models.case import Case
from models.citizen import Citizen, citizen_of
from models.decision import Decision, decision_of
from models.medical_interview import MedicalInterview, medical_interview_of
from models.request import Request, request_of
from models.treatment_plan import TreatmentPlan, treatment_plan_of


class Form(StrEnum):
    """The forms of the course, in the order they are usually filled; the values are their names."""

    CONTACT = "contact"
    REQUEST = "request"
    MEDICAL_INTERVIEW = "medical_interview"
    ASSESSMENT = "assessment"
    DECISION = "decision"
    START = "start"
    TREATMENT_PLAN = "treatment_plan"
    FOLLOW_UP = "follow_up"
    DISCHARGE = "discharge"


@dataclass(frozen=True, slots=True)
class Start:
    """When treatment began, and whether the citizen chose another place by free choice."""

    day: date | None
    provider: str
    by_free_choice: bool


@dataclass(frozen=True, slots=True)
class Discharge:
    """When and why the course ended."""

    day: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class Course:
    """One course, from the first contact to the discharge."""

    citizen: Citizen
    request: Request
    medical_interview: MedicalInterview
    assessment: Assessment
    decision: Decision
    start: Start
    plan: TreatmentPlan
    discharge: Discharge
    signed: frozenset[Form]

    def is_signed(self, form: Form) -> bool:
        """Whether the entry of *form* that stands is signed."""
        return form in self.signed


def course_of(case: Case) -> Course:
    """Return the course that the entries of *case* tell; drafts count as what they say so far."""
    contact = case.answers(Form.CONTACT)
    standing = {form: case.current(form) for form in Form}
    return Course(
        citizen=citizen_of(contact),
        request=request_of(case.answers(Form.REQUEST)),
        medical_interview=medical_interview_of(case.answers(Form.MEDICAL_INTERVIEW)),
        assessment=assessment_of(case.answers(Form.ASSESSMENT)),
        decision=decision_of(case.answers(Form.DECISION)),
        start=_start_of(case.answers(Form.START)),
        plan=treatment_plan_of(case.answers(Form.TREATMENT_PLAN)),
        discharge=_discharge_of(case.answers(Form.DISCHARGE)),
        signed=frozenset(form for form, entry in standing.items() if entry and entry.is_signed),
    )


def _start_of(answers: Answers) -> Start:
    return Start(
        day=answers.day("start.date"),
        provider=answers.text("start.provider"),
        by_free_choice=answers.yes("start.free_choice") is True,
    )


def _discharge_of(answers: Answers) -> Discharge:
    return Discharge(day=answers.day("discharge.date"), reason=answers.code("discharge.reason"))
