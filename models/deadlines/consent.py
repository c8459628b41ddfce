"""How long a consent (samtykke) holds."""

from datetime import date

from models.consent import Consent
from models.course import Course, Form
from models.deadlines.rule import NOTHING, Rule
from models.deadlines.seen import Seen
from models.deadlines.several import each_of
from models.deadlines.term import Deadline, on_the_day
from models.law_tables import LawTables

_CONSENT = Rule(
    id="consent",
    title="Samtykke",
    form=Form.CONSENT,
    waits="Tiden begynder, når borgeren giver et samtykke.",
    duty="Samtykket kan bruges",
    missed="Samtykket kunne bruges",
    done="Samtykket blev fornyet",
    since="den dag, det blev givet,",
    closes="Borgeren kan trække det tilbage når som helst. Loven sætter ikke længere et tal.",
    lapses=True,
    by="til og med",
)


def consents(course: Course, law: LawTables, today: date) -> tuple[Deadline, ...]:
    """Return how long each signed consent holds (retssikkerhedsloven § 11 a).

    Until the day the citizen set, else for as long as is good practice.
    """
    seen = Seen(course, law, today)
    given = (one for one in course.consents if one.is_signed and one.is_given)
    return tuple(_consent(seen, rule, one) for rule, one in each_of(_CONSENT, given))


def _consent(seen: Seen, rule: Rule, given: Consent) -> Deadline:
    span = seen.span(rule, given.day)
    if isinstance(span, Deadline):
        return span
    if given.valid_until:
        span = span.until(given.valid_until, "Dagen står i samtykket.")
    if _is_withdrawn(given, seen.today):
        return span.rests(_withdrawn(given), "Samtykket er trukket tilbage")
    return seen.judge(span, NOTHING)


def _is_withdrawn(given: Consent, today: date) -> bool:
    return given.is_withdrawn and (given.withdrawn_day is None or given.withdrawn_day <= today)


def _withdrawn(given: Consent) -> str:
    when = f" {on_the_day(given.withdrawn_day)}" if given.withdrawn_day else ""
    return f"Borgeren trak samtykket tilbage{when}."
