"""Oddities: days and orders that cannot be, said in a sentence and never corrected.

What was typed stands as it was typed. An oddity names the question, never the answer.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from models.case import Case, Entry
from models.course import Course, Form
from models.courses_told import CoursesTold, courses_told
from models.cpr import age_on
from models.days_ahead import MAY_LIE_AHEAD
from models.days_told import DayTold
from models.oddity_rules import SEQUENCES, Sequence

_OLDEST = 120
_FARTHEST = 20
_FIRST_YEAR = 1900
_LOOK = "Se efter, om datoen er rigtig."
_AHEAD = f"Datoen ligger ude i fremtiden. {_LOOK}"
_FAR_AHEAD = f"Datoen ligger langt ude i fremtiden. {_LOOK}"
_LONG_AGO = f"Datoen ligger meget langt tilbage. {_LOOK}"
_UNDER_AGE = (
    "Ifølge CPR-nummeret var borgeren under 18 år, da der blev bedt om behandling. "
    "Se efter, om nummeret og datoen er rigtige."
)
_TOO_OLD = "Ifølge CPR-nummeret er borgeren over 120 år. Se efter, om nummeret er rigtigt."
_TWO_OPEN = (
    "To forløb er åbne på én gang. Er det tidligere slut, så skriv en udskrivning med den dag, det "
    "sluttede. Ellers ret den anmodning, der ikke skulle have været der."
)
_BEFORE_THE_END = (
    "Den nye anmodning ligger før udskrivningen fra det tidligere forløb. "
    "Se efter, om begge datoer er rigtige."
)


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something that looks wrong at the question `link_id` in the row `rows` of a form.

    `id` names the kind; `entry_id` is the entry it stands in, empty when nothing is filled.
    """

    id: str
    form: str
    link_id: str
    sentence: str
    entry_id: str = ""
    rows: tuple[int, ...] = ()


def oddities_of(course: Course, today: date) -> tuple[Oddity, ...]:
    """Return what looks wrong in *course* on the day *today*, form by form."""
    return (*_of_citizen(course, today), *_of_days(course, today), *_of_order(course))


def oddities_of_case(case: Case, today: date) -> tuple[Oddity, ...]:
    """Return what looks wrong in any course of *case*, and in that there are several open."""
    return oddities_told(courses_told(case), today)


def oddities_told(told: CoursesTold, today: date) -> tuple[Oddity, ...]:
    """Return what looks wrong in any course *told*, and in that there are several open."""
    found = [odd for course in told.courses for odd in oddities_of(course, today)]
    # What is the citizen's belongs to every course, and is said once.
    return tuple(dict.fromkeys((*found, *_between(told.parts))))


def _between(courses: tuple[Case, ...]) -> Iterator[Oddity]:
    for earlier, later in pairwise(courses):
        ended, asked = earlier.current(Form.DISCHARGE), later.current(Form.REQUEST)
        if asked is None:
            continue
        place = Oddity("two-open-courses", Form.REQUEST, "request.received", _TWO_OPEN, asked.id)
        if ended is None or not ended.is_signed:
            yield place
        elif _is_asked_before(ended, asked):
            yield replace(place, id="asked-before-the-end", sentence=_BEFORE_THE_END)


def _is_asked_before(ended: Entry, asked: Entry) -> bool:
    last, first = ended.answers.day("discharge.date"), asked.answers.day("request.received")
    return last is not None and first is not None and first < last


def _of_citizen(course: Course, today: date) -> Iterator[Oddity]:
    cpr = Oddity("", Form.CONTACT, "citizen.cpr", "", course.entry_ids.get(Form.CONTACT, ""))
    asked, birth = course.request.received, course.citizen.cpr.birth
    if birth is not None and age_on(birth, today) > _OLDEST:
        yield replace(cpr, id="too-old", sentence=_TOO_OLD)
    elif asked is not None and course.citizen.is_under_age(asked):
        yield replace(cpr, id="under-age", sentence=_UNDER_AGE)


def _of_days(course: Course, today: date) -> Iterator[Oddity]:
    for told in course.days_told:
        if told.day.year < _FIRST_YEAR or age_on(told.day, today) > _OLDEST:
            yield _odd("long-ago", _LONG_AGO, told)
        elif age_on(today, told.day) >= _FARTHEST:
            yield _odd("far-ahead", _FAR_AHEAD, told)
        elif told.day > today and _must_be_behind(told, course):
            yield _odd("ahead", _AHEAD, told)


def _must_be_behind(told: DayTold, course: Course) -> bool:
    """Whether the day is behind us by what is asked; of forms we do not know nothing is said."""
    link_id = told.place.link_id
    if link_id == "medical.date":
        return course.medical_interview.result == "held"
    return told.form in set(Form) and link_id not in MAY_LIE_AHEAD


def _of_order(course: Course) -> Iterator[Oddity]:
    told_at: dict[str, list[DayTold]] = {}
    for told in course.days_told:
        told_at.setdefault(told.place.link_id, []).append(told)
    for rule in SEQUENCES:
        for later in _meant(told_at.get(rule.later, []), rule):
            earlier = _counterpart(told_at.get(rule.earlier, []), later)
            if earlier is not None and later.day < earlier.day:
                yield _odd(rule.id, rule.sentence, later)


def _meant(told: list[DayTold], rule: Sequence) -> list[DayTold]:
    return [max(told, key=_day)] if told and rule.newest else told


def _counterpart(told: list[DayTold], later: DayTold) -> DayTold | None:
    """Return the day to compare with: in the same row of one form, else the earliest told."""
    if told and told[0].form != later.form:
        return min(told, key=_day)
    near = (t for t in told if (t.entry_id, t.place.rows) == (later.entry_id, later.place.rows))
    return next(near, None)


def _day(told: DayTold) -> date:
    return told.day


def _odd(kind: str, sentence: str, told: DayTold) -> Oddity:
    place = told.place
    return Oddity(kind, told.form, place.link_id, sentence, told.entry_id, place.rows)
