"""Rules about housing, money, and the other help that the assessment points at."""

from collections.abc import Mapping

from models.course import Course
from models.reminders.facts import is_planning
from models.reminders.rule import Rule

_NO_HOME_OF_ONES_OWN = {"none", "shelter", "family"}
_PRESSING = {"pressing", "threats"}
_SANCTIONS = frozenset({"case", "supervision", "serving"})
_ANSWERED = {"no", "earlier", "now"}


def _has_no_home(course: Course) -> bool:
    return course.assessment.life.housing in _NO_HOME_OF_ONES_OWN


def _has_contact_person(course: Course) -> bool:
    sought = any("contact-person" in found.outreach for found in course.attendances)
    return sought or "contact-person" in course.decision.offered


def _has_pressing_debt(course: Course) -> bool:
    return course.assessment.life.debt in _PRESSING


def _is_debt_in_hand(course: Course) -> bool:
    return bool(course.assessment.life.debt_help)


def _is_threatened_for_debt(course: Course) -> bool:
    return course.assessment.life.debt == "threats"


def _is_asked_for_violence(course: Course) -> bool:
    screened = {found.violence for found in course.screenings}
    return bool(_ANSWERED & {course.assessment.life.violence, *screened})


def _has_no_income(course: Course) -> bool:
    return course.assessment.life.income == "none"


def _has_sanctions(course: Course) -> bool:
    return bool(_SANCTIONS & course.assessment.life.crime)


def _is_sanction_considered(course: Course) -> bool:
    return bool(course.assessment.life.crime_what)


def _needs_other_help(course: Course) -> bool:
    return bool(course.assessment.other_help)


def _has_other_help(course: Course) -> bool:
    decided = course.decision.other_help or course.decision.other_help_text
    return bool(decided or course.plan.actors)


def _plans_with_help_there_is(course: Course) -> bool:
    return is_planning(course) and bool(course.assessment.help_now)


def _has_actors(course: Course) -> bool:
    return bool(course.plan.actors)


RULES: Mapping[str, Rule] = {
    "contact_person": Rule(_has_no_home, _has_contact_person),
    "debt_advice": Rule(_has_pressing_debt, _is_debt_in_hand),
    "debt_threats": Rule(_is_threatened_for_debt, _is_asked_for_violence),
    "no_income": Rule(_has_no_income),
    "probation": Rule(_has_sanctions, _is_sanction_considered),
    "help_already": Rule(_plans_with_help_there_is, _has_actors),
    "other_help": Rule(_needs_other_help, _has_other_help),
}
