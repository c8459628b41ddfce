"""Rules about severe mental illness and about plans of others that must fit with ours."""

from collections.abc import Mapping

from models.assessment import Area
from models.course import Course
from models.decision import Result
from models.reminders.facts import is_mentally_ill, is_undecided
from models.reminders.rule import Rule

_COORDINATED = {"exists", "contacted", "declined", "not-needed"}
_WITH_PSYCHIATRY = {"psychiatry", "doctor"}
_SEVERE = {"3", "4"}
_OPEN = {"", "unknown", "unsure"}
_PLAN_141 = "plan-141"
_AGREED = "discharge-agreement"
_OFFERED_141 = {"wished", "offered", "declined", "asked", "not-relevant"}
_NOT_ALL = {Result.PARTIAL, Result.REFUSAL}


def _needs_coordination(course: Course) -> bool:
    screened = any(found.coordinated == "yes" for found in course.screenings)
    plan = course.coordinated_plan
    return screened or plan.is_complex or plan.state == "needed" or plan.mental == "yes"


def _is_coordinated(course: Course) -> bool:
    exists = any(found.coordinated == "exists" for found in course.screenings)
    return exists or course.coordinated_plan.state in _COORDINATED


def _is_very_ill(course: Course) -> bool:
    return any(
        found.area is Area.HEALTH and found.level_code in _SEVERE
        for found in course.assessment.areas
    )


def _is_coordination_considered(course: Course) -> bool:
    answers = {course.coordinated_plan.state, *(one.coordinated for one in course.screenings)}
    return bool(answers - _OPEN)


def _has_coordinated_plan(course: Course) -> bool:
    return course.coordinated_plan.state == "exists"


def _has_next_meeting(course: Course) -> bool:
    return course.coordinated_plan.meeting is not None


def _is_integration_considered(course: Course) -> bool:
    exams = (exam for found in course.screenings for exam in found.examinations)
    asked = any(exam.kind in _WITH_PSYCHIATRY and exam.answer for exam in exams)
    return asked or course.request.is_elsewhere


def _is_refused_though_ill(course: Course) -> bool:
    return is_mentally_ill(course) and course.decision.chosen in _NOT_ALL


def _was_in_hospital(course: Course) -> bool:
    return course.coordinated_plan.discharge_agreement == "no" or (
        course.discharge.reason == "hospital"
    )


def _has_discharge_agreement(course: Course) -> bool:
    if course.coordinated_plan.discharge_agreement in {"yes", "not-relevant"}:
        return True
    return any(plan.code == _AGREED for plan in course.assessment.plans)


def _is_plan_141_offered(course: Course) -> bool:
    is_decided = bool(course.decision.plan_141)
    return is_decided or course.coordinated_plan.plan_141 in _OFFERED_141 or _has_plan_141(course)


def _has_plan_141(course: Course) -> bool:
    assessed = any(plan.code == _PLAN_141 for plan in course.assessment.plans)
    return assessed or course.coordinated_plan.plan_141 == "exists"


def _has_plan_141_parts(course: Course) -> bool:
    return course.coordinated_plan.has_plan_141_parts


RULES: Mapping[str, Rule] = {
    "coordinating_plan": Rule(_needs_coordination, _is_coordinated),
    "coordination_considered": Rule(_is_very_ill, _is_coordination_considered),
    "next_plan_meeting": Rule(_has_coordinated_plan, _has_next_meeting),
    "integration_considered": Rule(is_mentally_ill, _is_integration_considered),
    "no_wrong_door": Rule(_is_refused_though_ill),
    "psychiatry_agreement": Rule(_was_in_hospital, _has_discharge_agreement),
    "plan_141_offered": Rule(is_undecided, _is_plan_141_offered),
    "plan_141_parts": Rule(_has_plan_141, _has_plan_141_parts),
}
