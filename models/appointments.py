"""The meetings that were agreed on a day, wherever in the forms they are asked for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from models.answers import Place
from models.case import Case
from models.course import Course
from models.days_told import DayTold


class _Asked(NamedTuple):
    """What a meeting is called, and the question that says where and how; there may be none.

    `rule` is the id of the deadline that runs until the same day.
    """

    title: str
    where: str = ""
    rule: str = ""


APPOINTMENTS: Mapping[str, _Asked] = {
    "after_care.next": _Asked("Kontakt efter behandlingen"),
    "attendance.next_date": _Asked("Aftale"),
    "conversation_note.next": _Asked("Samtale", "conversation_note.next_where"),
    "coordinated_plan.meeting": _Asked("Møde om indsatsplanen"),
    "counselling.next": _Asked("Rådgivning"),
    "follow_up.next": _Asked("Opfølgning", rule="plan_review"),
    "lapse.next": _Asked("Samtale"),
    "medical.date": _Asked("Lægesamtale", "medical.where"),
    "plan.review": _Asked("Se på planen sammen", rule="plan_review"),
    "screening.examination.date": _Asked("Undersøgelse"),
}
"""The questions about the day of a meeting, by link id."""

_OF_INTERVIEW = "medical.date"
_TALKED = {"follow_up.date", "plan.date"}
"""The questions about the day of a talk in which a meeting that shares a deadline was agreed."""


@dataclass(frozen=True, slots=True)
class Appointment:
    """One meeting; `key` tells it from the others of a case, `entry_id` is where it was agreed."""

    entry_id: str
    place: Place
    form: str
    title: str
    where: str
    day: date

    @property
    def key(self) -> str:
        """The entry and the question, as `entry_of` reads it."""
        rows = ".".join(str(row) for row in self.place.rows)
        return f"{self.entry_id}:{self.place.link_id}:{rows}"


def entry_of(key: str) -> str:
    """Return the id of the entry that an appointment with this *key* was agreed in."""
    return key.partition(":")[0]


def rule_of(key: str) -> str:
    """Return the id of the deadline that says the same as the appointment; empty for none."""
    asked = APPOINTMENTS.get(key.partition(":")[2].partition(":")[0])
    return asked.rule if asked else ""


def appointments(part: Case, course: Course, today: date) -> tuple[Appointment, ...]:
    """Return the meetings of one course from *today* on; of each kind the one agreed last.

    Of those that share a deadline, it is the one that the newest talk agreed on. One that was held
    and written about is none any more. *part* holds the entries that *course* was told by.
    """
    last: dict[str, list[DayTold]] = {}
    for told in _in_turn(course.days_told, part):
        question = told.place.link_id
        if question in APPOINTMENTS:
            kind = APPOINTMENTS[question].rule or question
            others = last.get(kind, ())
            last[kind] = [*(o for o in others if o.entry_id == told.entry_id), told]
    if course.medical_interview.is_settled:
        last.pop(_OF_INTERVIEW, None)
    every = (told for days in last.values() for told in days if told.day >= today)
    return tuple(_appointments((told for told in every if not _is_held(told, course)), part))


def _in_turn(told: Sequence[DayTold], part: Case) -> list[DayTold]:
    """Return the days *told*, those that share a deadline by the day of the talk they come from."""
    days = {one.entry_id: one.day for one in told if one.place.link_id in _TALKED}

    def turn(one: DayTold) -> date:
        asked, entry = APPOINTMENTS.get(one.place.link_id), part.entry(one.entry_id)
        if not (asked and asked.rule):
            return date.min
        begun = entry.started.date() if entry else date.min
        return days.get(one.entry_id, begun)

    # The sorting is stable: what shares no deadline stays in the order it was told.
    return sorted(told, key=turn)


def _is_held(agreed: DayTold, course: Course) -> bool:
    """Return whether another entry about such meetings tells of the day that was *agreed*."""
    question = agreed.place.link_id
    rule = APPOINTMENTS[question].rule
    alike = {one for one, asked in APPOINTMENTS.items() if rule and asked.rule == rule}
    about = {_about(one) for one in (question, *alike)}
    return any(
        told.day == agreed.day
        and told.entry_id != agreed.entry_id
        and _about(told.place.link_id) in about
        and told.place.link_id not in APPOINTMENTS
        for told in course.days_told
    )


def _about(link_id: str) -> str:
    """Return the first word of a link id, which the questions of a form have in common."""
    return link_id.partition(".")[0]


def _appointments(told: Iterator[DayTold], part: Case) -> Iterator[Appointment]:
    for one in told:
        question = one.place.link_id
        asked, entry = APPOINTMENTS[question], part.entry(one.entry_id)
        where = entry.answers.text(asked.where) if entry and asked.where else ""
        yield Appointment(one.entry_id, one.place, one.form, asked.title, where, one.day)
