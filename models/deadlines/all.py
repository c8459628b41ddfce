"""All deadlines of a course together."""

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from models.course import Course
from models.deadlines.access import case_access, data_access
from models.deadlines.after_care import one_month, six_months
from models.deadlines.appeals import appeals, ombudsman, reassessments, upheld_appeals
from models.deadlines.assessment import answers_with_reasons, assessment, decision, written_reasons
from models.deadlines.children import notifications, receipts
from models.deadlines.consent import consents
from models.deadlines.guarantee import treatment_guarantee
from models.deadlines.hearing import hearing_reply
from models.deadlines.medical import (
    alcohol_treatment,
    integrated_treatment,
    medical_complaint,
    medical_interview,
    medical_report,
    medical_treatment,
    substitution_report,
)
from models.deadlines.notes import noted
from models.deadlines.plan import (
    coordinated_meeting,
    discharge_agreement,
    plan_141,
    plan_review,
    treatment_plan,
)
from models.deadlines.reporting import statistics_reports
from models.deadlines.retention import case_retention, health_retention
from models.deadlines.term import Deadline
from models.law_tables import LawTables

_One: TypeAlias = Callable[[Course, LawTables, date], Deadline]
_Several: TypeAlias = Callable[[Course, LawTables, date], tuple[Deadline, ...]]

_ONCE: tuple[_One, ...] = (
    medical_interview,
    assessment,
    hearing_reply,
    decision,
    medical_treatment,
    alcohol_treatment,
    integrated_treatment,
    treatment_plan,
    plan_141,
    plan_review,
    coordinated_meeting,
    discharge_agreement,
    one_month,
    six_months,
    medical_report,
    substitution_report,
    medical_complaint,
    case_retention,
    health_retention,
)
_FOR_EACH: tuple[_Several, ...] = (
    notifications,
    receipts,
    written_reasons,
    answers_with_reasons,
    appeals,
    reassessments,
    upheld_appeals,
    ombudsman,
    case_access,
    data_access,
    consents,
    statistics_reports,
)


def deadlines_of(course: Course, law: LawTables, today: date) -> tuple[Deadline, ...]:
    """Return every deadline of *course* as it stands on the day *today*, the guarantee first.

    One that nothing has begun is among them; of those with one for each entry, only what was
    entered. What a task note says is told; ids are unique.
    """
    once = (rule(course, law, today) for rule in _ONCE)
    several = (one for rule in _FOR_EACH for one in rule(course, law, today))
    others = (noted(one, course, today) for one in (*once, *several))
    return (treatment_guarantee(course, law, today), *others)
