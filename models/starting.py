"""What a form of the case opens with, so that nothing is asked twice."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeAlias

from models.answers import Coding, Place, Value
from models.assessment import Assessment
from models.course import Course, Form
from models.deciding_again import known_again
from models.decision import Decision
from models.decisions import in_force

Known: TypeAlias = Mapping[Place, tuple[Value, ...]]
"""Answers by place; an option is named by its code alone."""

_Said: TypeAlias = dict[str, Value | None]

_DAYS = {
    Form.CONTACT: "contact.date",
    Form.ASSESSMENT: "assessment.date",
    Form.FEEDBACK: "feedback.date",
    Form.RECOMMENDATION: "recommendation.date",
    Form.DECISION: "decision.date",
    Form.TREATMENT_PLAN: "plan.date",
    Form.FOLLOW_UP: "follow_up.date",
    Form.DISCHARGE: "discharge.date",
    Form.CONVERSATION_NOTE: "conversation_note.date",
    Form.COUNSELLING: "counselling.date",
    Form.NETWORK: "network.date",
    Form.LAPSE: "lapse.date",
    Form.ATTENDANCE: "attendance.date",
    Form.SCREENING: "screening.date",
    Form.COORDINATED_PLAN: "coordinated_plan.date",
    Form.CONSENT: "consent.date",
    Form.STATEMENT: "statement.date",
}
"""The questions about the day of a talk. The day from which a deadline runs is never among them."""

_PEOPLE = {
    Form.DECISION: "decision.caseworker",
    Form.TREATMENT_PLAN: "plan.therapist",
    Form.NOTIFICATION: "notification.sender",
}


def known_answers(form: str, course: Course, today: date, person: str) -> Known:
    """Return the answers to *form* that the rest of the course, the day and the person give.

    They are suggestions: each can be changed. Of an instrument nothing is known but the day.
    """
    if form not in set(Form):
        return {Place(f"{form}.date"): (today,)}
    ours = Form(form)
    said: _Said = {}
    if ours in _DAYS:
        said[_DAYS[ours]] = today
    if ours in _PEOPLE and not (ours is Form.DECISION and _is_recommended(course)):
        said[_PEOPLE[ours]] = person
    if ours in _SAID:
        said |= {link_id: value for link_id, value in _SAID[ours](course).items() if value}
    known: dict[Place, tuple[Value, ...]] = {
        Place(link_id): (value,) for link_id, value in said.items() if value
    }
    if ours in _SEVERAL:
        known.update(_SEVERAL[ours](course))
    return known


def _recommendation(course: Course) -> _Said:
    request = course.request
    return {
        "recommendation.requested": request.received,
        "recommendation.words": course.assessment.wishes or request.words,
        "recommendation.wished_kind": request.wished_kind,
        "recommendation.wished_provider": request.wished_provider,
    }


def _counselling(course: Course) -> _Said:
    return {"counselling.anonymous": course.contact.is_anonymous}


def _is_recommended(course: Course) -> bool:
    """Whether somebody else decides: one does not recommend to oneself."""
    return Form.RECOMMENDATION in course.entry_ids


def _decision(course: Course) -> _Said:
    decided = course.decision.day if course.is_signed(Form.DECISION) else None
    # What led to the decision before says nothing of the next.
    heard = _heard(course) if _is_after(course.hearing.day, decided) else {}
    answered = _answered(course) if _is_after(course.recommendation.answered, decided) else {}
    return {**known_again(course), **heard, **answered}


def _is_after(day: date | None, decided: date | None) -> bool:
    return decided is None or (day is not None and day > decided)


def _answered(course: Course) -> _Said:
    """Return what the authority's answer to the recommendation says of its decision."""
    proposed = course.recommendation
    if proposed.answer != "followed":
        return {"decision.date": proposed.answered}
    return {
        "decision.date": proposed.answered,
        "decision.measure": proposed.measure,
        "decision.provider": proposed.provider,
    }


def _heard(course: Course) -> _Said:
    hearing = course.hearing
    if not hearing.facts:
        return {}
    return {
        "decision.hearing": _code("oral" if hearing.is_oral else "done"),
        "decision.hearing_about": "\n".join(hearing.facts),
        "decision.hearing_date": hearing.day,
        "decision.hearing_answer": hearing.reply,
    }


def _granted(course: Course) -> Decision:
    """Return the decision by which there is help now, or what is being decided."""
    return in_force(course.decisions) or course.decision


def _start(course: Course) -> _Said:
    measure, chosen = _granted(course).measure, course.free_choice
    if not chosen.is_granted:
        return {"start.provider": measure.provider, "start.date": measure.start}
    return {
        "start.provider": chosen.place,
        "start.date": chosen.start,
        "start.free_choice": True,
    }


def _plan(course: Course) -> _Said:
    measure = _granted(course).measure
    return {
        "plan.dream": course.assessment.dream,
        "plan.provider": course.start.provider or measure.provider,
        "plan.therapist": course.start.therapist,
        "plan.start": course.start.day,
        "plan.duration": measure.duration,
        "plan.intensity": measure.volume,
    }


def _plan_lists(course: Course) -> Known:
    other_plans = tuple(_code(plan.code) for plan in course.assessment.plans)
    lists = {"plan.other_plans": other_plans, "plan.family": _family(course.assessment)}
    return {Place(link_id): codes for link_id, codes in lists.items() if codes}


def _goals(course: Course) -> Known:
    goals = enumerate(course.plan.goals)
    return {Place("follow_up.goal.words", (row,)): (goal.words,) for row, goal in goals}


def _network(course: Course) -> _Said:
    return {"network.children_who": course.assessment.children_who}


def _network_lists(course: Course) -> Known:
    children = _family(course.assessment)
    return {Place("network.children"): children} if children else {}


def _lapse(course: Course) -> _Said:
    relapse = course.plan.relapse
    return {
        "lapse.signs": relapse.signs,
        "lapse.situations": relapse.situations,
        "lapse.i_do": relapse.i_do,
        "lapse.call": relapse.call,
        "lapse.counsellor_does": relapse.counsellor_does,
    }


def _after_care(course: Course) -> _Said:
    return {"after_care.by": course.plan.follow_up_who}


def _coordinated_plan(course: Course) -> _Said:
    plan_141 = course.decision.plan_141
    return {"coordinated_plan.plan_141": _code(plan_141) if plan_141 else None}


def _appeal(course: Course) -> _Said:
    return {"appeal.decision_date": course.decision.day}


def _family(assessment: Assessment) -> tuple[Coding, ...]:
    """Return what the assessment found about children, as two later forms ask for it."""
    living = "home" if assessment.children == "yes" else assessment.children
    if not assessment.is_expecting:
        return (_code(living),) if living else ()
    return (_code(living), _code("expecting")) if assessment.has_children else (_code("expecting"),)


def _code(code: str) -> Coding:
    return Coding(code, "")


_SAID: Mapping[Form, Callable[[Course], _Said]] = {
    Form.COUNSELLING: _counselling,
    Form.RECOMMENDATION: _recommendation,
    Form.DECISION: _decision,
    Form.START: _start,
    Form.TREATMENT_PLAN: _plan,
    Form.AFTER_CARE: _after_care,
    Form.NETWORK: _network,
    Form.LAPSE: _lapse,
    Form.COORDINATED_PLAN: _coordinated_plan,
    Form.APPEAL: _appeal,
}
_SEVERAL: Mapping[Form, Callable[[Course], Known]] = {
    Form.TREATMENT_PLAN: _plan_lists,
    Form.FOLLOW_UP: _goals,
    Form.NETWORK: _network_lists,
}
