"""Follow-up after discharge (opfølgning), at the latest one and six months after."""

from datetime import date

from models.after_care import AfterCare
from models.course import Course, Form
from models.deadlines.rule import Rule, Scope, Shown, Span
from models.deadlines.seen import Seen
from models.deadlines.term import Deadline
from models.law_tables import LawTables

_WAITS = "Fristen begynder, når behandlingen slutter."
_CLOSES = "Fristen er holdt, når opfølgningen er underskrevet. Borgeren må sige nej tak."
_ONE_MONTH = Rule(
    id="follow_up_one_month",
    title="Opfølgning efter en måned",
    form=Form.AFTER_CARE,
    waits=_WAITS,
    duty="Den første opfølgning skal være holdt",
    missed="Den første opfølgning skulle være holdt",
    done="Den første opfølgning blev holdt",
    since="behandlingens afslutning",
    closes=_CLOSES,
    scope=Scope.AFTER,
)
_SIX_MONTHS = Rule(
    id="follow_up_six_months",
    title="Opfølgning efter seks måneder",
    form=Form.AFTER_CARE,
    waits=_WAITS,
    duty="Den anden opfølgning skal være holdt",
    missed="Den anden opfølgning skulle være holdt",
    done="Den anden opfølgning blev holdt",
    since="behandlingens afslutning",
    closes=_CLOSES,
    scope=Scope.AFTER,
)
_UNTOLD = "Borgeren skulle være fortalt om opfølgningen før udskrivningen."


def one_month(course: Course, law: LawTables, today: date) -> Deadline:
    """Return the deadline for the first follow-up (bekendtgørelse 1477, § 4, stk. 2)."""
    return _follow_up(Seen(course, law, today), _ONE_MONTH, "one-month")


def six_months(course: Course, law: LawTables, today: date) -> Deadline:
    """Return the deadline for the second follow-up (bekendtgørelse 1477, § 4, stk. 2)."""
    return _follow_up(Seen(course, law, today), _SIX_MONTHS, "six-months")


def _follow_up(seen: Seen, rule: Rule, which: str) -> Deadline:
    end = seen.course.discharge
    span = seen.span(rule, seen.signed_day(Form.DISCHARGE, end.day))
    if isinstance(span, Deadline):
        return span
    held = tuple(f for f in seen.course.after_care if f.is_signed and f.which == which)
    shown = _held(held)
    closed = _settled(span, held)
    if closed is None and not shown.on(seen.today):
        closed = _not_owed(seen, span, held)
    untold = "" if end.is_told_of_follow_up else _UNTOLD
    return closed or seen.judge(span, shown, untold)


def _settled(span: Span, held: tuple[AfterCare, ...]) -> Deadline | None:
    if any(found.reached == "declined" for found in held):
        return span.waived("Borgeren sagde nej tak til opfølgningen.")
    if any(found.reached == "reached" and found.day is None for found in held):
        return span.settled(f"{span.rule.done}.", f"{span.rule.title}: holdt")
    return None


def _held(held: tuple[AfterCare, ...]) -> Shown:
    days = (found.day for found in held if found.reached == "reached" and found.day)
    return Shown(min(days, default=None), is_signed=True)


def _not_owed(seen: Seen, span: Span, held: tuple[AfterCare, ...]) -> Deadline | None:
    end = seen.course.discharge
    if end.has_declined_follow_up:
        return span.waived("Borgeren har sagt nej tak til opfølgning.")
    if not end.is_followed_up:
        sentence = "Loven kræver ikke opfølgning, når forløbet slutter af den grund."
        return span.rests(
            f"{sentence} I må gerne gøre det alligevel.", "Ingen pligt til opfølgning"
        )
    was_sought = any(found.reached == "not-reached" for found in held)
    if was_sought and seen.today > span.due:
        return span.waived("Det lykkedes ikke at få fat i borgeren. Forsøgene er skrevet ned.")
    return None
