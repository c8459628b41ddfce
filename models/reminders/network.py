"""Rules about the network: who supports, who is along, who uses."""

from collections.abc import Mapping

from models.course import Course
from models.reminders.facts import is_assessing, standing_consents
from models.reminders.rule import Rule


def _is_network_known(course: Course) -> bool:
    return course.network.day is not None or bool(course.plan.network)


def _wants_somebody_along(course: Course) -> bool:
    return any(person.involve == "yes" for person in course.network.people)


def _is_network_in_plan(course: Course) -> bool:
    return bool(course.plan.network)


def _may_talk_with_network(course: Course) -> bool:
    return any(found.party_kind == "network" for found in standing_consents(course))


def _has_been_refused(course: Course) -> bool:
    return course.network.has_been_refused


def _is_refusal_explained(course: Course) -> bool:
    return bool(course.network.refusal)


def _needs_guardian(course: Course) -> bool:
    return course.network.needs_guardian


def _is_among_users(course: Course) -> bool:
    assessed, ended = course.assessment.life, course.discharge
    at_home = "partner-with" in {assessed.partner, ended.partner}
    users = any(person.uses == "yes" for person in course.network.people)
    return at_home or users or assessed.network_uses is True or course.network.friends_use


def _knows_hard_situations(course: Course) -> bool:
    return bool(course.plan.relapse.situations)


def _has_friends_who_use(course: Course) -> bool:
    return course.network.friends_use


def _has_plan_with_friends(course: Course) -> bool:
    return bool(course.network.friends_plan)


RULES: Mapping[str, Rule] = {
    "supporters_asked": Rule(is_assessing, _is_network_known),
    "network_involved": Rule(_wants_somebody_along, _is_network_in_plan),
    "network_consent": Rule(_wants_somebody_along, _may_talk_with_network),
    "network_refused": Rule(_has_been_refused, _is_refusal_explained),
    "guardian": Rule(_needs_guardian),
    "network_uses": Rule(_is_among_users, _knows_hard_situations),
    "friends_use": Rule(_has_friends_who_use, _has_plan_with_friends),
}
