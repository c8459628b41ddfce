"""Rules about the time of treatment: follow-up, slips, appointments that were missed."""

from collections.abc import Iterator, Mapping
from datetime import date

from models.attendance import Attendance
from models.course import Course, Form
from models.follow_up import FollowUp
from models.lapse import Lapse
from models.reminders.rule import Rule, is_since, newest

_SEVERAL = 2
_OTHERWISE = frozenset({"elsewhere", "adjust", "new-decision"})
_NOBODY = frozenset({"nobody"})
_NO_DANGER = frozenset({"nothing"})
_HAPPENED = {"slip", "relapse"}
_NEW_DECISION = "new-decision"
_CHANGES_PLAN = frozenset({"goals", "more", "method", "medical", "network"})
_STANDSTILL = {"unchanged", "given-up"}
_MOVES_ON = {"adjust", "new-decision", "end"}


def _by_day(course: Course) -> list[Attendance]:
    return sorted(course.attendances, key=_day_of_appointment)


def _day_of_appointment(attendance: Attendance) -> date:
    return attendance.day or date.min


def _missed_last(course: Course) -> Attendance | None:
    """Return the last appointment if the citizen stayed away from it."""
    last = _by_day(course)[-1:]
    return next((found for found in last if found.is_missed), None)


def _stayed_away(course: Course) -> bool:
    return _missed_last(course) is not None


def _missed_day(course: Course) -> date | None:
    missed = _missed_last(course)
    return missed.day if missed else None


def _is_sought(course: Course) -> bool:
    missed = _missed_last(course)
    return missed is not None and (bool(missed.attempts) or missed.is_reached is True)


def _stays_away(course: Course) -> bool:
    missed = _missed_last(course)
    if missed is None:
        return False
    last = _by_day(course)[-_SEVERAL:]
    in_a_row = len(last) == _SEVERAL and all(found.is_missed for found in last)
    return in_a_row or (missed.in_a_row or 0) >= _SEVERAL


def _is_done_otherwise(course: Course) -> bool:
    missed = _missed_last(course)
    return missed is not None and bool(missed.steps & _OTHERWISE or missed.outreach - _NOBODY)


def _is_worrying(course: Course) -> bool:
    missed = _missed_last(course)
    return missed is not None and missed.is_worrying


def _is_worry_met(course: Course) -> bool:
    missed = _missed_last(course)
    return missed is not None and bool(missed.worry_note)


def _told_lapse_day(course: Course) -> date | None:
    return newest(talk.day for talk in course.follow_ups if talk.has_lapsed)


def _told_lapse(course: Course) -> bool:
    return any(talk.has_lapsed for talk in course.follow_ups)


def _is_lapse_talked_through(course: Course) -> bool:
    event = _told_lapse_day(course)
    return any(is_since(lapse.day, event) for lapse in course.lapses)


def _lapses(course: Course) -> list[Lapse]:
    return [lapse for lapse in course.lapses if lapse.kind in _HAPPENED]


def _has_lapsed(course: Course) -> bool:
    return bool(_lapses(course))


def _lapsed_day(course: Course) -> date | None:
    return newest(lapse.day for lapse in _lapses(course))


def _is_change_considered(course: Course) -> bool:
    return all(lapse.change for lapse in _lapses(course))


def _dangerous(course: Course) -> list[Lapse]:
    return [lapse for lapse in course.lapses if lapse.danger - _NO_DANGER]


def _is_in_danger(course: Course) -> bool:
    return bool(_dangerous(course))


def _danger_day(course: Course) -> date | None:
    return newest(lapse.day for lapse in _dangerous(course))


def _is_danger_met(course: Course) -> bool:
    return all(lapse.danger_done for lapse in _dangerous(course))


def _wants_decision(course: Course) -> Iterator[date | None]:
    yield from (talk.day for talk in course.follow_ups if talk.change == _NEW_DECISION)
    yield from (lapse.day for lapse in course.lapses if _NEW_DECISION in lapse.change)
    yield from (found.day for found in course.attendances if _NEW_DECISION in found.steps)


def _needs_decision(course: Course) -> bool:
    return any(True for _ in _wants_decision(course))


def _wants_decision_day(course: Course) -> date | None:
    return newest(_wants_decision(course))


def _is_decided_anew(course: Course) -> bool:
    event = _wants_decision_day(course)
    decided = course.is_signed(Form.DECISION) and is_since(course.decision.day, event)
    return decided or is_since(course.recommendation.sent, event)


def _wants_other_plan(course: Course) -> Iterator[date | None]:
    yield from (talk.day for talk in course.follow_ups if talk.change == "adjust")
    yield from (lapse.day for lapse in course.lapses if _CHANGES_PLAN & lapse.change)
    yield from (note.day for note in course.conversation_notes if note.changes_plan)
    yield from (found.day for found in course.attendances if "adjust" in found.steps)


def _needs_other_plan(course: Course) -> bool:
    return any(True for _ in _wants_other_plan(course))


def _wants_other_plan_day(course: Course) -> date | None:
    return newest(_wants_other_plan(course))


def _is_plan_adjusted(course: Course) -> bool:
    return is_since(course.plan.day, _wants_other_plan_day(course))


def _follows_up(course: Course) -> bool:
    return bool(course.follow_ups)


def _is_asked_whether_heard(course: Course) -> bool:
    talks = any(
        said is not None
        for talk in course.follow_ups
        for said in (talk.heard, talk.involved, talk.srs)
    )
    return talks or any(note.heard is not None for note in course.conversation_notes)


def _is_measured(course: Course) -> bool:
    return any(
        number is not None
        for talk in course.follow_ups
        for number in (talk.days_with_use, talk.well_being, talk.who5, talk.ors, talk.srs)
    )


def _last_talk(course: Course) -> FollowUp | None:
    return max(course.follow_ups, key=_day_of_talk, default=None)


def _day_of_talk(talk: FollowUp) -> date:
    return talk.day or date.min


def _stands_still(course: Course) -> bool:
    talk = _last_talk(course)
    if talk is None or not talk.goals:
        return False
    return all(goal.status in _STANDSTILL for goal in talk.goals)


def _moves_on(course: Course) -> bool:
    talk = _last_talk(course)
    return talk is not None and talk.change in _MOVES_ON


def _last_talk_day(course: Course) -> date | None:
    talk = _last_talk(course)
    return talk.day if talk else None


RULES: Mapping[str, Rule] = {
    "no_show_contact": Rule(_stayed_away, _is_sought, since=_missed_day),
    "no_show_again": Rule(_stays_away, _is_done_otherwise, since=_missed_day),
    "no_show_worry": Rule(_is_worrying, _is_worry_met, since=_missed_day),
    "lapse_talk": Rule(_told_lapse, _is_lapse_talked_through, since=_told_lapse_day),
    "lapse_change": Rule(_has_lapsed, _is_change_considered, since=_lapsed_day),
    "lapse_danger": Rule(_is_in_danger, _is_danger_met, since=_danger_day),
    "new_decision": Rule(_needs_decision, _is_decided_anew, since=_wants_decision_day),
    "plan_adjusted": Rule(_needs_other_plan, _is_plan_adjusted, since=_wants_other_plan_day),
    "heard_asked": Rule(_follows_up, _is_asked_whether_heard),
    "measured": Rule(_follows_up, _is_measured),
    "no_progress": Rule(_stands_still, _moves_on, since=_last_talk_day),
}
