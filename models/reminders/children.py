"""Rules about children and pregnancy: asked, told, notified, helped."""

from collections.abc import Mapping
from datetime import date

from models.course import Course
from models.decisions import in_force
from models.notification import Notification
from models.reminders.facts import has_children, has_family, is_assessing, is_expecting
from models.reminders.rule import Rule, is_since, newest, outliving

_UNKNOWN = {"", "unknown"}
_TOLD = {"together", "told"}
_REFERRED = frozenset({"referred", "already", "declined"})
_HELPED = frozenset({"own", "family", "parent", "department", "has", "declined"})
_RESIDENTIAL = "residential"


def _is_asked_for_children(course: Course) -> bool:
    return course.assessment.children not in _UNKNOWN or has_children(course)


def _is_asked_for_pregnancy(course: Course) -> bool:
    return course.assessment.life.pregnancy not in _UNKNOWN or is_expecting(course)


def _is_family_told(course: Course) -> bool:
    duty = {
        course.assessment.life.is_told_of_duty,
        course.plan.is_told_of_duty,
        course.network.is_told_of_duty,
    }
    return True in duty or any(found.told in _TOLD for found in course.notifications)


def _has_notified(course: Course) -> bool:
    return any(found.sent for found in course.notifications)


def _is_notifying(course: Course) -> bool:
    return bool(course.notifications)


def _has_sent_all(course: Course) -> bool:
    return all(found.sent for found in course.notifications)


def _worried_day(course: Course) -> date | None:
    return newest(found.day for found in course.notifications)


def _keeps_from_citizen(course: Course) -> bool:
    return any(found.told == "later" for found in course.notifications)


def _is_still_worried(course: Course) -> bool:
    return _newest_worry(course) is not None


def _newest_worry(course: Course) -> Notification | None:
    worried = (found for found in reversed(course.notifications) if found.is_still_worried)
    return next(worried, None)


def _has_notified_again(course: Course) -> bool:
    worry = _newest_worry(course)
    later = course.notifications[-1:]
    return any(found is not worry and found.sent for found in later)


def _still_worried_day(course: Course) -> date | None:
    worry = _newest_worry(course)
    return worry.day if worry else None


def _lapsed_with_children(course: Course) -> bool:
    return any(lapse.children == "yes" for lapse in course.lapses)


def _lapse_with_children(course: Course) -> date | None:
    return newest(lapse.day for lapse in course.lapses if lapse.children == "yes")


def _has_notified_since_lapse(course: Course) -> bool:
    event = _lapse_with_children(course)
    return any(found.sent and is_since(found.sent, event) for found in course.notifications)


def _has_help_for_children(course: Course) -> bool:
    return bool(_HELPED & course.network.children_help)


def _is_referred_to_family_ambulatory(course: Course) -> bool:
    said = {found.pregnancy_referral for found in course.screenings}
    referred = _REFERRED & {course.assessment.life.pregnancy_referral, *said}
    return bool(referred) or "pregnancy" in course.network.children_help


def _expects_and_gets_residential(course: Course) -> bool:
    return is_expecting(course) and _is_residential(course)


def _is_residential(course: Course) -> bool:
    """Whether a stay is granted, or wished or proposed while nothing is decided."""
    decision = in_force(course.decisions) or course.decision
    if decision.chosen:
        return decision.grants_stay
    kinds = (
        course.request.wished_kind,
        course.feedback.wished_kind,
        course.recommendation.measure,
    )
    return any(kind is not None and kind.code == _RESIDENTIAL for kind in kinds)


RULES: Mapping[str, Rule] = {
    "children_asked": Rule(is_assessing, _is_asked_for_children),
    "pregnancy_asked": Rule(is_assessing, _is_asked_for_pregnancy),
    "children_told": Rule(has_family, _is_family_told),
    "notification_considered": outliving(has_family, _has_notified),
    "notification_sent": Rule(_is_notifying, _has_sent_all, since=_worried_day, outlives=True),
    "notification_told": Rule(_keeps_from_citizen, outlives=True),
    "notification_again": Rule(
        _is_still_worried, _has_notified_again, since=_still_worried_day, outlives=True
    ),
    "children_in_lapse": outliving(
        _lapsed_with_children, _has_notified_since_lapse, since=_lapse_with_children
    ),
    "children_help": outliving(has_children, _has_help_for_children),
    "family_ambulatory": Rule(is_expecting, _is_referred_to_family_ambulatory),
    "pregnant_contract": Rule(_expects_and_gets_residential),
}
