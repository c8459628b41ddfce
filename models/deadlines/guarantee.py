"""The treatment guarantee (behandlingsgaranti): treatment begun in time after the request."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from models.course import Course, Form
from models.danish import days
from models.deadlines.appealable import overturned
from models.deadlines.notes import noted
from models.deadlines.rule import Rule, Scope, Span
from models.deadlines.seen import Seen
from models.deadlines.term import Deadline, DeadlineState, Term, on_the_day, term_of
from models.decision import Decision
from models.decisions import in_force, signed_ones
from models.law_tables import Confidence, LawTables

_GUARANTEE = Rule(
    id="treatment_guarantee",
    title="Behandlingsgaranti",
    form=Form.START,
    waits="Fristen begynder, når borgeren anmoder om behandling.",
    duty="Behandlingen skal være i gang",
    missed="Behandlingen skulle være i gang",
    done="Behandlingen gik i gang",
    since="anmodningen",
    closes="Fristen er holdt, når behandlingen er begyndt, og iværksættelsen er underskrevet.",
    scope=Scope.REQUEST,
)
_CITIZENS_OWN = {"citizen", "away"}
_NO_REASON = {"", "none"}
_CHOSE = "Borgeren valgte selv et andet sted, så fristen gælder ikke."
_UNSURE = "men det er usikkert."
_NO_STOP = "Loven har ingen regel om, at uret standser, når borgeren udebliver."


def treatment_guarantee(course: Course, law: LawTables, today: date) -> Deadline:
    """Return the deadline for treatment to have begun (serviceloven § 101, stk. 4).

    The day of the request is not counted. A weekend does not extend it: the duty is the
    authority's. It does not bind while the region or a hospital has the duty, in an anonymous
    course, nor when the citizen chose another place (stk. 6). Only a signed start from the request
    until *today* meets it, and no absence of the citizen's stops it. When nothing is granted, there
    is nothing to begin; what is decided after that does not set it going again, unless an appeal
    overturned the no. What a no does to it, and what an appeal then does, is not confirmed.
    """
    return noted(_guarantee(Seen(course, law, today)), course, today)


def guarantee_term(received: date, law: LawTables) -> Term:
    """Return the days of the treatment guarantee after a request *received*.

    Raises `NoRuleInForceError`.
    """
    return term_of(received, law.length(_GUARANTEE.id, received), law.calendar)


def _guarantee(seen: Seen) -> Deadline:
    span = seen.span(_GUARANTEE, seen.course.request.received)
    if isinstance(span, Deadline):
        return span
    oddity = _oddity(seen, span.start)
    began = None if oddity else seen.course.start.day
    stands = _started(seen, span, began) if began else _still_to_start(seen, span, oddity)
    is_running = stands.is_open or stands.state is DeadlineState.MET_LATE
    return _unsettled(stands, _reopened(seen)) if is_running else stands


def _oddity(seen: Seen, received: date) -> str:
    """Return what looks wrong, which keeps a start from counting; empty when nothing does."""
    if received > seen.today:
        return "Anmodningen ligger ude i fremtiden. Se efter, om datoen er rigtig."
    start = seen.course.start.day
    return _odd_start(seen, start, received) if start else ""


def _odd_start(seen: Seen, start: date, received: date) -> str:
    if start < received:
        return "Behandlingens start ligger før anmodningen. Se efter, om datoerne er rigtige."
    if not seen.course.is_signed(Form.START):
        return "Behandlingens start tæller først, når skemaet om den er underskrevet."
    if start > seen.today:
        return "Behandlingens start ligger ude i fremtiden. Se efter, om datoen er rigtig."
    return ""


def _started(seen: Seen, span: Span, began: date) -> Deadline:
    met, start = span.met(began), seen.course.start
    if met.state is DeadlineState.MET:
        return replace(met, brief="Behandling i gang til tiden")
    it_began = f"Behandlingen gik i gang {on_the_day(began)}."
    if start.by_free_choice or start.delay == "free-choice":
        return span.rests(f"{it_began} {_CHOSE}", "Fristen gælder ikke")
    if refused := _refused_in_time(seen, span):
        return _unsettled(span.rests(it_began, "Fristen gælder nok ikke"), refused)
    late = days((began - span.due).days)
    sentence = f"{met.sentence} {_about_the_delay(start.delay)}"
    return replace(met, sentence=sentence, brief=f"Behandling i gang {late} for sent")


def _refused_in_time(seen: Seen, span: Span) -> str:
    """Return why a start after the last day is hardly late; empty when nothing said no in time."""
    refused = _ending(_decided(seen))
    if refused is None or refused.day is None or refused.day > span.due:
        return ""
    first = f"Kommunen gav først afslag {on_the_day(refused.day)}"
    return f"{first}, så fristen gælder nok ikke, {_UNSURE}"


def _reopened(seen: Seen) -> str:
    """Return that an appeal overturned the no that ended the guarantee; empty when none did."""
    ended = _ending(_made(seen))
    if ended is None or ended.day is None or _ending(_decided(seen)):
        return ""
    said = f"Kommunen {_said_no(ended)} {on_the_day(ended.day)}. Det blev omgjort efter en klage."
    return f"{said} Fristen regnes nok igen fra anmodningen, {_UNSURE}"


def _unsettled(deadline: Deadline, reason: str) -> Deadline:
    """Return *deadline* with a *reason* that is not confirmed; unchanged without one."""
    if not reason:
        return deadline
    sentence = f"{deadline.sentence} {reason}"
    return replace(deadline, sentence=sentence, confidence=Confidence.UNVERIFIED)


def _about_the_delay(delay: str) -> str:
    if delay in _NO_REASON:
        return "Notér grunden i iværksættelsen."
    return f"Grunden er noteret. {_NO_STOP}" if delay in _CITIZENS_OWN else "Grunden er noteret."


def _still_to_start(seen: Seen, span: Span, oddity: str) -> Deadline:
    if refused := _refused(seen, span):
        return refused
    for rest in (_chose_a_place(seen), seen.ended(Scope.REQUEST)):
        if rest:
            return span.rests(rest)
    waits = span.waits(seen.law, seen.today, _in_doubt(seen), _absence(seen, span.start), oddity)
    if waits.state is DeadlineState.OVERDUE:
        late = days((seen.today - span.due).days)
        return replace(waits, brief=f"Fristen overskredet: {late}")
    return replace(waits, brief=waits.brief.replace("Behandlingsgaranti", "Behandling", 1))


def _refused(seen: Seen, span: Span) -> Deadline | None:
    """Return that nothing was granted, now or at first; None when no no stands."""
    decided = _decided(seen)
    ending, granting = _ending(decided), in_force(decided)
    if ending is None or ending.day is None:
        return None
    said = f"Kommunen {_said_no(ending)} {on_the_day(ending.day)}"
    if granting is None or granting.day is None:
        return span.rests(f"{said}, så der er ingen behandling at begynde.")
    granted = (
        f"{said} og har bevilget behandling {on_the_day(granting.day)}. Den skal begynde så "
        "hurtigt som muligt."
    )
    likely = f"Fristen løber nok ikke, {_UNSURE}"
    return _unsettled(span.rests(granted, "Fristen løber nok ikke"), likely)


def _made(seen: Seen) -> tuple[Decision, ...]:
    """Return the decisions made until today, in their order."""
    made = signed_ones(seen.course.decisions)
    return tuple(one for one in made if one.day and one.day <= seen.today)


def _decided(seen: Seen) -> tuple[Decision, ...]:
    """Return the decisions made until today, but for each no that an appeal overturned."""
    gone = overturned(seen.course, seen.today)
    return tuple(one for one in _made(seen) if not (_is_no(one) and one.entry_id in gone))


def _is_no(decision: Decision) -> bool:
    return decision.change.is_stop or not decision.grants_something


def _ending(decided: Sequence[Decision]) -> Decision | None:
    """Return the first of the decisions that left the citizen without treatment to begin."""
    left = (one for n, one in enumerate(decided) if in_force(decided[: n + 1]) is None)
    return next(left, None)


def _said_no(decision: Decision) -> str:
    return "stoppede hjælpen" if decision.change.is_stop else "gav afslag"


def _chose_a_place(seen: Seen) -> str:
    choice = seen.course.free_choice
    is_granted = choice.is_granted and choice.part != "medical"
    if not is_granted or not seen.course.is_signed(Form.FREE_CHOICE):
        return ""
    return (
        "Borgeren har valgt et andet sted, så fristen kan fraviges. Behandlingen skal begynde, så "
        "snart stedet kan tage imod."
    )


def _in_doubt(seen: Seen) -> str:
    if not seen.course.request.is_municipality_in_doubt:
        return ""
    return "Tvivl om, hvilken kommune der skal hjælpe, må ikke forsinke behandlingen."


def _absence(seen: Seen, received: date) -> str:
    missed = (
        found.day
        for found in seen.course.attendances
        if found.is_signed and found.is_missed and found.day
    )
    stayed_away = any(received <= day <= seen.today for day in missed)
    return f"{_NO_STOP} Notér grunden." if stayed_away else ""
