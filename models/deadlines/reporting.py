"""Reports to the authorities about a course, month by month (SMDB)."""

from dataclasses import replace
from datetime import date

from models.course import Course, Form
from models.deadlines.rule import NOTHING, Rule
from models.deadlines.seen import Seen
from models.deadlines.term import Deadline, end_of_month
from models.law_tables import LawTables

_REPORT = Rule(
    id="statistics_report",
    title="Indberetning",
    form=None,
    waits="Fristen begynder ved udgangen af den måned, det skete i.",
    duty="Det skal være indberettet til statistikken",
    missed="Det skulle være indberettet til statistikken",
    done="Det blev indberettet",
    since="månedens udgang",
    closes="Det er kommunens opgave. Notér opgaven som gjort, eller læg den til side.",
)


def statistics_reports(course: Course, law: LawTables, today: date) -> tuple[Deadline, ...]:
    """Return the deadlines for reporting request, start and end (retssikkerhedsloven § 82).

    An anonymous course is not reported.
    """
    if course.contact.is_anonymous:
        return ()
    seen = Seen(course, law, today)
    events = (
        ("request", seen.signed_day(Form.REQUEST, course.request.received)),
        ("start", seen.signed_day(Form.START, course.start.day)),
        ("discharge", seen.signed_day(Form.DISCHARGE, course.discharge.day)),
    )
    return tuple(
        seen.count(_rule(event), end_of_month(day), NOTHING, _ABOUT[event])
        for event, day in events
        if day
    )


def _rule(event: str) -> Rule:
    return replace(_REPORT.of(event), title=f"{_REPORT.title}: {_EVENTS[event]}")


_EVENTS = {"request": "anmodning", "start": "start", "discharge": "afslutning"}
_ABOUT = {
    "request": "Det gælder anmodningen.",
    "start": "Det gælder behandlingens start.",
    "discharge": "Det gælder behandlingens afslutning.",
}
