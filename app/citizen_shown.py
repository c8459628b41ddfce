"""The citizen of an open case as the bar above it shows them: who, the clock, what to mind."""

from collections.abc import Iterator
from datetime import date, timedelta

from app.due_shown import due_state
from app.supplies import Supplies
from models.course import Course, Form
from models.danish import short_date
from models.deadlines.citizens import citizens_deadlines
from models.deadlines.guarantee import treatment_guarantee
from models.law_tables import LawTables, NoRuleInForceError
from models.needs import needs_of
from views.screen.citizen_bar import CitizenShown, NeedShown
from views.screen.due import DueState

_LONGEST_NAME = 120
_A_YEAR = timedelta(days=366)
_NO_GUARANTEE = (
    "Anonym rådgivning og behandling har hverken behandlingsgaranti, frit valg eller et brev med "
    "navn. Vil borgeren stå frem, så ret henvendelsen: Det, der er skrevet, bliver, og fristen "
    "løber fra anmodningen ({where})."
)
_TOO_YOUNG = (
    "Borgeren er under 18 år, og programmet er til voksne. Kontakt kommunens børne- og "
    "ungeområde, som skal hjælpe ({where})."
)


def citizen_shown(course: Course, supplies: Supplies, today: date) -> CitizenShown:
    """Return who the case is about, the clock of the treatment guarantee, and what to mind."""
    citizen = course.citizen
    cpr = f"{citizen.cpr.written} (tjek nummeret)" if citizen.cpr.hint else citizen.cpr.written
    name = citizen.name[:_LONGEST_NAME] or "Ny borger"
    needs = (
        *(NeedShown(need.brief, need.sentence) for need in needs_of(course)),
        *_own_times(course, supplies.law, today),
    )
    if citizen.is_under_age(today):
        stop = _TOO_YOUNG.format(where=supplies.law.citation("bl-33", today))
        brief = "Under 18 år: kontakt børne- og ungeområdet"
        stops = NeedShown(stop, stop)
        return CitizenShown(name, cpr, brief, DueState.OVERDUE, stop, (stops, *needs))
    if course.contact.is_anonymous:
        told = _NO_GUARANTEE.format(where=supplies.law.citation("sel-101a", today))
        return CitizenShown(name, "", "Anonym: ingen frister", DueState.NONE, told, needs)
    guarantee = treatment_guarantee(course, supplies.law, today)
    if ended := _ended(course, today):
        brief = f"Afsluttet {short_date(ended)}"
        return CitizenShown(name, cpr, brief, DueState.NONE, guarantee.sentence, needs)
    state = due_state(guarantee.state)
    return CitizenShown(name, cpr, guarantee.brief, state, guarantee.sentence, needs)


def _own_times(course: Course, law: LawTables, today: date) -> Iterator[NeedShown]:
    """Yield the citizen's own deadlines; what ends more than a year from now waits until then."""
    for one in citizens_deadlines(course, law, today):
        if one.due and one.due <= today + _A_YEAR:
            until = short_date(one.due)
            cited = _cited(one.provision, law, today)
            sentence = f"Borgerens frist – {one.title}: til og med {until}{cited}."
            yield NeedShown(f"{one.title} til {until}", sentence)


def _cited(provision: str, law: LawTables, today: date) -> str:
    try:
        return f" ({law.citation(provision, today)})"
    except NoRuleInForceError:
        return ""


def _ended(course: Course, today: date) -> date | None:
    """Return the day of a signed discharge; None when there is none, or its day cannot be."""
    ended, asked = course.discharge.day, course.request.received
    if ended is None or not course.is_signed(Form.DISCHARGE):
        return None
    return ended if (asked or ended) <= ended <= today else None
