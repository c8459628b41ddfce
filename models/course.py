"""The course of treatment: the meaning of everything that was entered in one case."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.answers import Answers
from models.assessment import Assessment, assessment_of
from models.case import Case
from models.citizen import Citizen, citizen_of
from models.decision import Decision, decision_of
from models.free_choice import FreeChoice, free_choice_of
from models.hearing import Hearing, hearing_of
from models.medical_interview import MedicalInterview, medical_interview_of
from models.request import Request, request_of
from models.treatment_plan import TreatmentPlan, treatment_plan_of

_FOLLOWED_UP = {"completed", "other-offer", "hospital", "other"}


class Form(StrEnum):
    """The forms of a case; the values are their names.

    First those of the course in the order they are usually filled, then those beside it.
    """

    CONTACT = "contact"
    REQUEST = "request"
    MEDICAL_INTERVIEW = "medical_interview"
    ASSESSMENT = "assessment"
    FEEDBACK = "feedback"
    HEARING = "hearing"
    RECOMMENDATION = "recommendation"
    DECISION = "decision"
    FREE_CHOICE = "free_choice"
    START = "start"
    TREATMENT_PLAN = "treatment_plan"
    FOLLOW_UP = "follow_up"
    DISCHARGE = "discharge"
    AFTER_CARE = "after_care"
    CONVERSATION_NOTE = "conversation_note"
    COUNSELLING = "counselling"
    NETWORK = "network"
    LAPSE = "lapse"
    ATTENDANCE = "attendance"
    GIFT_CARD = "gift_card"
    SCREENING = "screening"
    COORDINATED_PLAN = "coordinated_plan"
    NOTIFICATION = "notification"
    CONSENT = "consent"
    APPEAL = "appeal"
    RECORD_ACCESS = "record_access"


@dataclass(frozen=True, slots=True)
class Start:
    """When and with whom treatment began, and whether the citizen chose the place."""

    day: date | None
    provider: str
    therapist: str
    by_free_choice: bool


@dataclass(frozen=True, slots=True)
class Discharge:
    """When and why the course ended; `is_followed_up` unless the citizen said no to it."""

    day: date | None
    reason: str
    is_followed_up: bool


@dataclass(frozen=True, slots=True)
class Course:
    """One course, from the first contact to the discharge.

    `has_adverse_facts` means that something noted speaks against what the citizen wishes.
    """

    citizen: Citizen
    request: Request
    medical_interview: MedicalInterview
    assessment: Assessment
    has_adverse_facts: bool
    hearing: Hearing
    decision: Decision
    free_choice: FreeChoice
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
        has_adverse_facts=_has_adverse_facts(case),
        hearing=hearing_of(case.answers(Form.HEARING)),
        decision=decision_of(case.answers(Form.DECISION)),
        free_choice=free_choice_of(case.answers(Form.FREE_CHOICE)),
        start=_start_of(case.answers(Form.START)),
        plan=treatment_plan_of(case.answers(Form.TREATMENT_PLAN)),
        discharge=_discharge_of(case.answers(Form.DISCHARGE)),
        signed=frozenset(form for form, entry in standing.items() if entry and entry.is_signed),
    )


def _start_of(answers: Answers) -> Start:
    return Start(
        day=answers.day("start.date"),
        provider=answers.text("start.provider"),
        therapist=answers.text("start.therapist"),
        by_free_choice=answers.yes("start.free_choice") is True,
    )


def _discharge_of(answers: Answers) -> Discharge:
    reason = answers.code("discharge.reason")
    has_declined = answers.yes("discharge.follow_up_declined") is True
    return Discharge(
        day=answers.day("discharge.date"),
        reason=reason,
        is_followed_up=reason in _FOLLOWED_UP and not has_declined,
    )


def _has_adverse_facts(case: Case) -> bool:
    notes = case.all(Form.CONVERSATION_NOTE)
    told = any(note.answers.yes("conversation_note.adverse") for note in notes)
    return told or case.answers(Form.FEEDBACK).yes("feedback.against") is True
