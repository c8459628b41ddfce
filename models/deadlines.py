"""The deadlines of a course: when they end, how they stand, and a sentence for the counsellor."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from models.course import Course, Form
from models.danish import days, long_date, short_date, weekday
from models.law_tables import LawTables, Length, NoRuleInForceError

_ONE_DAY = timedelta(days=1)


class DeadlineState(StrEnum):
    """How a deadline stands on a day."""

    NOT_STARTED = "not-started"
    RUNNING = "running"
    SOON = "soon"
    URGENT = "urgent"
    OVERDUE = "overdue"
    MET = "met"
    MET_LATE = "met-late"
    EXPIRED = "expired"
    SUSPENDED = "suspended"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Term:
    """The days of a deadline: `due` is the last that is in time.

    From `soon_from` and `urgent_from` it is nearly over; None when the law tables name no such day.
    """

    due: date
    soon_from: date | None = None
    urgent_from: date | None = None

    def state_on(self, today: date) -> DeadlineState:
        """Return how near the end is while nothing has met the deadline."""
        turns = (
            (self.due + _ONE_DAY, DeadlineState.OVERDUE),
            (self.urgent_from, DeadlineState.URGENT),
            (self.soon_from, DeadlineState.SOON),
        )
        reached = (state for first, state in turns if first is not None and today >= first)
        return next(reached, DeadlineState.RUNNING)


@dataclass(frozen=True, slots=True)
class Deadline:
    """One deadline as it stands; `brief` is its sentence in a few words."""

    id: str
    title: str
    state: DeadlineState
    sentence: str
    term: Term | None = None
    brief: str = ""

    @property
    def due(self) -> date | None:
        """The last day that is in time; None when it is not known or not running."""
        return self.term.due if self.term else None

    @property
    def is_open(self) -> bool:
        """Whether something still has to happen."""
        return self.state in _OPEN


_OPEN = frozenset(
    {
        DeadlineState.RUNNING,
        DeadlineState.SOON,
        DeadlineState.URGENT,
        DeadlineState.OVERDUE,
    }
)


class UnknownUnitError(ValueError):
    """The law tables give a length in a unit that this deadline is not counted in."""


def treatment_guarantee(course: Course, law: LawTables, today: date) -> Deadline:
    """Return the deadline for treatment to have begun (serviceloven § 101, stk. 4).

    The day of the request is not counted. A weekend does not extend it: the duty is the
    authority's. It does not bind while the region or a hospital has the duty, nor when the citizen
    chose another place (stk. 6). Only a signed start from the request until *today* meets it.
    """
    received = course.request.received
    if received is None:
        sentence = "Fristen begynder, når borgeren anmoder om behandling."
        return _guarantee(DeadlineState.NOT_STARTED, sentence, "")
    if course.request.is_elsewhere:
        sentence = "Kommunens frist løber ikke, mens regionen eller hospitalet har ansvaret."
        return _guarantee(DeadlineState.SUSPENDED, sentence, "Fristen løber ikke")
    try:
        term = guarantee_term(received, law)
    except NoRuleInForceError as error:
        return _guarantee(DeadlineState.UNKNOWN, str(error), "Tjek datoen for anmodningen")
    oddity = _oddity(course, received, today)
    began = None if oddity else course.start.day
    return _started(course, began, term) if began else _still_running(term, law, today, oddity)


def guarantee_term(received: date, law: LawTables) -> Term:
    """Return the days of the treatment guarantee after a request *received*.

    Raises `NoRuleInForceError`.
    """
    length = law.length("treatment_guarantee", received)
    return Term(
        due=received + calendar_days(length),
        soon_from=_day_of_period(received, length.soon_from),
        urgent_from=_day_of_period(received, length.urgent_from),
    )


def _day_of_period(first: date, days_passed: int | None) -> date | None:
    return None if days_passed is None else first + timedelta(days=days_passed)


def _oddity(course: Course, received: date, today: date) -> str:
    """Return what looks wrong, which keeps a start from counting; empty when nothing does."""
    if received > today:
        return "Anmodningen ligger ude i fremtiden. Se efter, om datoen er rigtig."
    start = course.start.day
    return _odd_start(course, start, received, today) if start else ""


def _odd_start(course: Course, start: date, received: date, today: date) -> str:
    if start < received:
        return "Behandlingens start ligger før anmodningen. Se efter, om datoerne er rigtige."
    if not course.is_signed(Form.START):
        return "Behandlingens start tæller først, når skemaet om den er underskrevet."
    if start > today:
        return "Behandlingens start ligger ude i fremtiden. Se efter, om datoen er rigtig."
    return ""


def _started(course: Course, began: date, term: Term) -> Deadline:
    due = term.due
    it_began = f"Behandlingen gik i gang {on_the_day(began)}"
    if began <= due:
        sentence = f"{it_began}, inden for fristen."
        return _guarantee(DeadlineState.MET, sentence, "Behandling i gang til tiden", term)
    if course.start.by_free_choice:
        sentence = f"{it_began}. Borgeren valgte selv et andet sted, så fristen gælder ikke."
        return _guarantee(DeadlineState.SUSPENDED, sentence, "Fristen gælder ikke", term)
    late = days((began - due).days)
    brief = f"Behandling i gang {late} for sent"
    return _guarantee(DeadlineState.MET_LATE, f"{it_began}, {late} efter fristen.", brief, term)


def _still_running(term: Term, law: LawTables, today: date, oddity: str) -> Deadline:
    due, state = term.due, term.state_on(today)
    if state is DeadlineState.OVERDUE:
        late = days((today - due).days)
        brief = f"Fristen overskredet: {late}"
        by = f"Behandlingen skulle være i gang senest {on_the_day(due)}."
        said = [by, f"Fristen er overskredet med {late}."]
    else:
        brief = f"Behandling senest {short_date(due)}"
        said = [
            f"Behandlingen skal være i gang senest {on_the_day(due)}. {_left((due - today).days)}"
        ]
        plan_by = law.calendar.last_working_day(due)
        if plan_by != due:
            said.append(f"Det er ikke en hverdag, så planlæg efter {on_the_day(plan_by)}.")
    return _guarantee(state, " ".join((*said, oddity)).strip(), brief, term)


def _guarantee(
    state: DeadlineState, sentence: str, brief: str, term: Term | None = None
) -> Deadline:
    return Deadline("treatment_guarantee", "Behandlingsgaranti", state, sentence, term, brief)


def _left(left: int) -> str:
    return "Det er i dag." if left == 0 else f"Der er {days(left)} tilbage."


def calendar_days(length: Length) -> timedelta:
    """Return a length in days or weeks as time; raises `UnknownUnitError` for other units."""
    if length.unit == "days":
        return timedelta(days=length.amount)
    if length.unit == "weeks":
        return timedelta(weeks=length.amount)
    raise UnknownUnitError(length.id)


def on_the_day(day: date) -> str:
    """Return *day* as it stands in a sentence, ``"mandag den 2. november 2026"``."""
    return f"{weekday(day)} den {long_date(day)}"
