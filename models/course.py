"""The course of treatment: the meaning of everything that was entered in one course of a case."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from models.after_care import AfterCare, after_care_of
from models.answers import Answers
from models.appeals import Appeal, appeal_of
from models.assessment import Assessment, assessment_of
from models.attendance import Attendance, attendance_of
from models.case import Case, Entry
from models.citizen import Citizen, citizen_of
from models.consent import Consent, consent_of
from models.contact import Contact, contact_of
from models.conversation_note import ConversationNote, conversation_note_of
from models.coordinated_plan import CoordinatedPlan, coordinated_plan_of
from models.counselling import Counselling, counselling_of
from models.days_told import DayTold, days_told
from models.decision import Decision, decision_of
from models.decisions import in_order, standing
from models.delivery import delivered_about, reasons_given, told_in_writing
from models.discharge import Discharge, discharge_of
from models.feedback import Feedback, feedback_of
from models.follow_up import FollowUp, follow_up_of
from models.free_choice import FreeChoice, free_choice_of
from models.gift_card import GiftCard, gift_card_of
from models.hearing import Hearing, hearing_of
from models.lapse import Lapse, lapse_of
from models.medical_interview import MedicalInterview, medical_interview_of
from models.network import Network, network_of
from models.notification import Notification, notification_of
from models.recommendation import Recommendation, recommendation_of
from models.record_access import RecordAccess, record_access_of
from models.request import Request, request_of
from models.screening import Screening, screening_of
from models.start import Start, start_of
from models.statement import Statement, statement_of
from models.task_note import TaskNote, task_note_of
from models.treatment_plan import TreatmentPlan, treatment_plan_of

_Said = TypeVar("_Said")


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
    STATEMENT = "statement"
    TASK_NOTE = "task_note"


@dataclass(frozen=True, slots=True)
class Course:
    """One course, from the first contact to the follow-up after the discharge.

    Of a form that stands once, its newest entry is told, and an empty one when there is none: see
    `signed`, and `entry_ids` for the ids of the newest entries that stand. Of a form that is filled
    again and again, each entry that stands is told, oldest first; a draft among them is not
    `is_signed`. Decisions stand beside each other: `decisions` are all by their days, drafts
    last, and `decision` is the newest that was made, or a draft while none is; so with free
    choices. `days_told` are all days answered in any form.
    """

    citizen: Citizen
    contact: Contact
    request: Request
    medical_interview: MedicalInterview
    assessment: Assessment
    feedback: Feedback
    hearing: Hearing
    recommendation: Recommendation
    decision: Decision
    free_choice: FreeChoice
    start: Start
    plan: TreatmentPlan
    discharge: Discharge
    counselling: Counselling
    network: Network
    coordinated_plan: CoordinatedPlan
    signed: frozenset[Form]
    entry_ids: Mapping[Form, str]
    decisions: tuple[Decision, ...] = ()
    free_choices: tuple[FreeChoice, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    after_care: tuple[AfterCare, ...] = ()
    conversation_notes: tuple[ConversationNote, ...] = ()
    consents: tuple[Consent, ...] = ()
    lapses: tuple[Lapse, ...] = ()
    attendances: tuple[Attendance, ...] = ()
    gift_cards: tuple[GiftCard, ...] = ()
    screenings: tuple[Screening, ...] = ()
    notifications: tuple[Notification, ...] = ()
    appeals: tuple[Appeal, ...] = ()
    record_accesses: tuple[RecordAccess, ...] = ()
    statements: tuple[Statement, ...] = ()
    task_notes: tuple[TaskNote, ...] = ()
    days_told: tuple[DayTold, ...] = ()

    @property
    def has_adverse_facts(self) -> bool:
        """Whether something noted speaks against what the citizen wishes."""
        return self.feedback.is_against or any(note.is_adverse for note in self.conversation_notes)

    def is_signed(self, form: Form) -> bool:
        """Whether the entry of *form* that stands is signed."""
        return form in self.signed


def course_of(case: Case) -> Course:
    """Return the course that the entries of *case* tell; drafts count as what they say so far.

    *case* holds the entries of one course, see `models.courses`.
    """
    decisions, choices = _decisions(case), _free_choices(case)
    now = _standing_entries(case, standing(decisions), standing(choices))
    said = {form: entry.answers if entry else Answers() for form, entry in now.items()}
    once = Course(
        citizen=citizen_of(said[Form.CONTACT]),
        contact=contact_of(said[Form.CONTACT]),
        request=request_of(said[Form.REQUEST]),
        medical_interview=medical_interview_of(said[Form.MEDICAL_INTERVIEW]),
        assessment=assessment_of(said[Form.ASSESSMENT]),
        feedback=feedback_of(said[Form.FEEDBACK]),
        hearing=hearing_of(said[Form.HEARING]),
        recommendation=recommendation_of(said[Form.RECOMMENDATION]),
        decision=standing(decisions) or decision_of(Answers()),
        free_choice=standing(choices) or free_choice_of(Answers()),
        start=start_of(said[Form.START]),
        plan=treatment_plan_of(said[Form.TREATMENT_PLAN]),
        discharge=discharge_of(said[Form.DISCHARGE]),
        counselling=counselling_of(said[Form.COUNSELLING]),
        network=network_of(said[Form.NETWORK]),
        coordinated_plan=coordinated_plan_of(said[Form.COORDINATED_PLAN]),
        signed=frozenset(form for form, entry in now.items() if entry and entry.is_signed),
        entry_ids={form: entry.id for form, entry in now.items() if entry},
    )
    return replace(_with_repeated(once, case), decisions=decisions, free_choices=choices)


def _standing_entries(
    case: Case, decision: Decision | None, choice: FreeChoice | None
) -> Mapping[Form, Entry | None]:
    """Return the entry of each form that stands now: a draft beside a decision made does not."""
    beside = {Form.DECISION: decision, Form.FREE_CHOICE: choice}
    told = {form: case.entry(one.entry_id) if one else None for form, one in beside.items()}
    return {form: told[form] if form in told else case.current(form) for form in Form}


def _decisions(case: Case) -> tuple[Decision, ...]:
    return in_order(
        replace(
            decision_of(entry.answers),
            entry_id=entry.id,
            is_signed=entry.is_signed,
            delivered=delivered_about(case, entry),
            reasons_given=reasons_given(case, entry),
        )
        for entry in case.all(Form.DECISION)
    )


def _free_choices(case: Case) -> tuple[FreeChoice, ...]:
    return in_order(
        replace(
            free_choice_of(entry.answers),
            entry_id=entry.id,
            is_signed=entry.is_signed,
            delivered=delivered_about(case, entry),
            written=told_in_writing(case, entry),
        )
        for entry in case.all(Form.FREE_CHOICE)
    )


def _with_repeated(once: Course, case: Case) -> Course:
    return replace(
        once,
        follow_ups=_each(case, Form.FOLLOW_UP, follow_up_of),
        after_care=_each(case, Form.AFTER_CARE, after_care_of),
        conversation_notes=_each(case, Form.CONVERSATION_NOTE, conversation_note_of),
        consents=_each(case, Form.CONSENT, consent_of),
        lapses=_each(case, Form.LAPSE, lapse_of),
        attendances=_each(case, Form.ATTENDANCE, attendance_of),
        gift_cards=_each(case, Form.GIFT_CARD, gift_card_of),
        screenings=_each(case, Form.SCREENING, screening_of),
        notifications=_each(case, Form.NOTIFICATION, notification_of),
        appeals=_each(case, Form.APPEAL, appeal_of),
        record_accesses=_each(case, Form.RECORD_ACCESS, record_access_of),
        statements=_each(case, Form.STATEMENT, statement_of),
        task_notes=_each(case, Form.TASK_NOTE, task_note_of),
        days_told=days_told(case),
    )


def _each(case: Case, form: str, meaning: Callable[[Entry], _Said]) -> tuple[_Said, ...]:
    return tuple(meaning(entry) for entry in case.all(form))
