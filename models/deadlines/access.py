"""Access to the case (aktindsigt) and to one's own data (indsigt)."""

from datetime import date

from models.course import Course, Form
from models.deadlines.rule import Rule, Shown
from models.deadlines.seen import Seen
from models.deadlines.several import each_of
from models.deadlines.term import Deadline, last_day
from models.law_tables import LawTables, NoRuleInForceError
from models.record_access import RecordAccess

_CASE = Rule(
    id="case_access",
    title="Aktindsigt",
    form=Form.RECORD_ACCESS,
    waits="Fristen begynder, når borgeren beder om aktindsigt.",
    duty="Aktindsigten skal være besvaret",
    missed="Aktindsigten skulle være besvaret",
    done="Aktindsigten blev besvaret",
    since="anmodningen om aktindsigt",
    closes="Bliver svaret forsinket, skal borgeren vide hvorfor og hvornår.",
)
_DATA = Rule(
    id="data_access",
    title="Indsigt i egne oplysninger",
    form=Form.RECORD_ACCESS,
    waits="Fristen begynder, når borgeren beder om indsigt.",
    duty="Indsigten skal være givet",
    missed="Indsigten skulle være givet",
    done="Indsigten blev givet",
    since="anmodningen om indsigt",
    closes="Er sagen svær, kan fristen forlænges, når borgeren får besked.",
)
_IN_THE_CASE = {"", "party", "both"}
_IN_THE_DATA = {"data", "both"}


def case_access(course: Course, law: LawTables, today: date) -> tuple[Deadline, ...]:
    """Return the deadlines for answering those who ask for the case (forvaltningsloven § 16)."""
    seen = Seen(course, law, today)
    asked = (one for one in course.record_accesses if one.kind in _IN_THE_CASE)
    return tuple(
        seen.count(rule, one.received, Shown(one.answered, one.is_signed), _delay(one))
        for rule, one in each_of(_CASE, asked)
    )


def data_access(course: Course, law: LawTables, today: date) -> tuple[Deadline, ...]:
    """Return the deadlines for access to one's own data (databeskyttelsesforordningen, art. 12).

    A difficult case gives more time, once the citizen was told.
    """
    seen = Seen(course, law, today)
    asked = (one for one in course.record_accesses if one.kind in _IN_THE_DATA)
    return tuple(_data(seen, rule, one) for rule, one in each_of(_DATA, asked))


def _data(seen: Seen, rule: Rule, asked: RecordAccess) -> Deadline:
    span = seen.span(rule, asked.received)
    if isinstance(span, Deadline):
        return span
    if asked.is_signed and asked.is_delayed and asked.delay_told:
        span = span.until(_extended(seen, span.start, span.due), "Fristen er forlænget.")
    return seen.judge(span, Shown(asked.answered, asked.is_signed), _delay(asked))


def _extended(seen: Seen, received: date, due: date) -> date:
    try:
        more = seen.law.length("data_access_extended", received)
    except NoRuleInForceError:
        return due
    return last_day(received, more, seen.law.calendar)


def _delay(asked: RecordAccess) -> str:
    if not (asked.is_signed and asked.is_delayed):
        return ""
    return "Borgeren har fået besked om forsinkelsen." if asked.delay_told else _UNTOLD


_UNTOLD = "Giv borgeren besked om, hvorfor svaret er forsinket, og hvornår det kommer."
