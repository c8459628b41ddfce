"""Rules about the end: what the discharge must hold, and the follow-up after it."""

from collections.abc import Mapping
from datetime import date

from models.after_care import AfterCare
from models.course import Course
from models.decisions import granted_last
from models.reminders.rule import Rule, is_since, newest

_SEVERAL = 2
_GONE = "dropped-out"
_DEAD = "dead"
_NO_HOME = {"none", "shelter"}


def _is_ending(course: Course) -> bool:
    """Whether the discharge is begun, or agreed at a follow-up."""
    ended = course.discharge
    if ended.reason == _DEAD:
        return False
    agreed = any(talk.change == "end" for talk in course.follow_ups)
    return agreed or ended.day is not None or bool(ended.reason)


def _is_ending_together(course: Course) -> bool:
    return _is_ending(course) and course.discharge.reason != _GONE


def _has_status_in_writing(course: Course) -> bool:
    return course.discharge.written is not None


def _has_citizens_view(course: Course) -> bool:
    return bool(course.discharge.citizen_view)


def _is_to_be_followed_up(course: Course) -> bool:
    return course.discharge.is_followed_up or course.discharge.has_declined_follow_up


def _knows_of_follow_up(course: Course) -> bool:
    ended = course.discharge
    return ended.is_told_of_follow_up is True or ended.has_declined_follow_up


def _has_all_items(course: Course) -> bool:
    ended = course.discharge
    chosen = (ended.drugs, ended.partner, ended.housing, ended.income)
    return all(chosen) and ended.self_help is not None


def _knows_of_tolerance(course: Course) -> bool:
    return course.discharge.is_told_of_tolerance is True


def _needs_others_after(course: Course) -> bool:
    """Whether something is still needed, or the citizen comes home from a stay."""
    had = granted_last(course.decisions) or course.decision
    return _is_ending(course) and (bool(course.discharge.further_needs) or had.grants_stay)


def _is_agreed_with_others(course: Course) -> bool:
    return bool(course.discharge.agreed_with and course.discharge.plan)


def _knows_where_to_turn(course: Course) -> bool:
    return bool(course.discharge.where_to_turn)


def _goes_back_to_hard_things(course: Course) -> bool:
    ended = course.discharge
    loads = ended.housing in _NO_HOME or ended.income == "none" or ended.partner == "partner-with"
    return _is_ending(course) and loads


def _has_way_on(course: Course) -> bool:
    return bool(course.discharge.plan)


def _is_gone(course: Course) -> bool:
    return course.discharge.reason == _GONE


def _has_outreach(course: Course) -> bool:
    return bool(course.discharge.outreach)


def _asking_again(course: Course) -> list[AfterCare]:
    return [talk for talk in course.after_care if "treatment" in talk.needs]


def _asks_again(course: Course) -> bool:
    return bool(_asking_again(course))


def _asked_again_day(course: Course) -> date | None:
    return newest(talk.day for talk in _asking_again(course))


def _has_new_request(course: Course) -> bool:
    return is_since(course.request.received, _asked_again_day(course))


def _backsliding(course: Course) -> list[AfterCare]:
    return [
        talk
        for talk in course.after_care
        if "after-treatment" in talk.needs or talk.drugs == "worse"
    ]


def _backslides(course: Course) -> bool:
    return bool(_backsliding(course))


def _backslid_day(course: Course) -> date | None:
    return newest(talk.day for talk in _backsliding(course))


def _is_treatment_offered(course: Course) -> bool:
    return all(talk.offer_answer for talk in _backsliding(course))


def _needing_other_help(course: Course) -> list[AfterCare]:
    return [talk for talk in course.after_care if "other-help" in talk.needs]


def _needs_other_help(course: Course) -> bool:
    return bool(_needing_other_help(course))


def _needed_other_help_day(course: Course) -> date | None:
    return newest(talk.day for talk in _needing_other_help(course))


def _is_other_help_offered(course: Course) -> bool:
    return all(talk.offer_answer for talk in _needing_other_help(course))


def _out_of_reach(course: Course) -> list[AfterCare]:
    return [talk for talk in course.after_care if talk.reached == "not-reached"]


def _is_out_of_reach(course: Course) -> bool:
    return bool(_out_of_reach(course))


def _has_tried_often(course: Course) -> bool:
    return all(len(talk.attempts) >= _SEVERAL for talk in _out_of_reach(course))


def _reached(course: Course) -> list[AfterCare]:
    return [talk for talk in course.after_care if talk.reached == "reached"]


def _is_reached(course: Course) -> bool:
    return bool(_reached(course))


def _reached_day(course: Course) -> date | None:
    return newest(talk.day for talk in _reached(course))


def _is_safety_spoken_of(course: Course) -> bool:
    return all(talk.is_safer_told for talk in _reached(course))


RULES: Mapping[str, Rule] = {
    "discharge_status": Rule(_is_ending, _has_status_in_writing, outlives=True),
    "discharge_view": Rule(_is_ending_together, _has_citizens_view),
    "follow_up_told": Rule(_is_to_be_followed_up, _knows_of_follow_up, outlives=True),
    "discharge_items": Rule(_is_ending, _has_all_items),
    "discharge_tolerance": Rule(_is_ending_together, _knows_of_tolerance),
    "discharge_others": Rule(_needs_others_after, _is_agreed_with_others),
    "discharge_where": Rule(_is_ending, _knows_where_to_turn),
    "discharge_loads": Rule(_goes_back_to_hard_things, _has_way_on),
    "discharge_outreach": Rule(_is_gone, _has_outreach, outlives=True),
    "asked_again": Rule(_asks_again, _has_new_request, since=_asked_again_day, outlives=True),
    "follow_up_treatment": Rule(
        _backslides, _is_treatment_offered, since=_backslid_day, outlives=True
    ),
    "after_care_other_help": Rule(
        _needs_other_help, _is_other_help_offered, since=_needed_other_help_day, outlives=True
    ),
    "after_care_attempts": Rule(_is_out_of_reach, _has_tried_often, outlives=True),
    "after_care_safety": Rule(_is_reached, _is_safety_spoken_of, since=_reached_day, outlives=True),
}
