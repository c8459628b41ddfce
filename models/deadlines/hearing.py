"""The time for a reply when the citizen is heard (partshøring)."""

from datetime import date

from models.course import Course, Form
from models.deadlines.rule import Rule, Shown, Span
from models.deadlines.seen import Seen
from models.deadlines.term import Deadline, Whose, on_the_day
from models.decisions import signed_ones
from models.law_tables import LawTables

_REPLY = Rule(
    id="hearing_reply",
    title="Svar på partshøring",
    form=Form.HEARING,
    waits="Fristen begynder, når borgeren bliver hørt.",
    duty="Borgeren kan svare",
    missed="Borgeren kunne svare",
    done="Borgeren svarede",
    since="høringen",
    closes="Vent med afgørelsen, til borgeren har svaret, eller fristen er gået.",
    whose=Whose.CITIZENS,
    lapses=True,
    by="til og med",
)


def hearing_reply(course: Course, law: LawTables, today: date) -> Deadline:
    """Return the citizen's time to reply in a hearing (forvaltningsloven § 19).

    The authority sets it, and it must be reasonable; the length in the tables stands in until it
    is set, and then ends on a working day.
    """
    seen, heard = Seen(course, law, today), course.hearing
    span = seen.span(_REPLY, heard.day)
    if isinstance(span, Deadline):
        return span
    if heard.due:
        span = span.until(heard.due, "Dagen er sat i partshøringen.")
    else:
        span = span.until(law.calendar.next_working_day(span.due))
    return _settled(seen, span) or seen.judge(span, _replied(seen), _after(seen, span))


def _settled(seen: Seen, span: Span) -> Deadline | None:
    heard = seen.course.hearing
    if seen.course.is_signed(Form.HEARING):
        if heard.answered == "declined":
            return span.settled("Borgeren ønsker ikke at svare.", "Partshøring: svarer ikke")
        if heard.answered == "replied" and heard.replied is None:
            return span.settled("Borgeren har svaret.", "Partshøring: svar kommet")
    return _decided(seen, span)


def _decided(seen: Seen, span: Span) -> Deadline | None:
    """Return that the first decision since the hearing was made, unless a reply came before it."""
    days = (made.day for made in signed_ones(seen.course.decisions))
    decided = min((day for day in days if day and span.start <= day <= seen.today), default=None)
    if decided is None or _replied(seen).on(seen.today):
        return None
    return span.rests(f"Afgørelsen blev truffet {on_the_day(decided)}.", "Afgørelsen er truffet")


def _replied(seen: Seen) -> Shown:
    heard = seen.course.hearing
    day = heard.replied if heard.answered == "replied" else None
    return Shown(day, seen.course.is_signed(Form.HEARING))


def _after(seen: Seen, span: Span) -> str:
    is_over = seen.today > span.due
    return "Skriv, om der er kommet et svar. Nu kan sagen afgøres." if is_over else ""
