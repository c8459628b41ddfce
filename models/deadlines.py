"""The deadlines of a course: when they end, how they stand, and a sentence for the counsellor."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from models.course import Course, Form
from models.danish import days, long_date, short_date, weekday
from models.decision import Delivery
from models.law_tables import LawTables, Length, NoRuleInForceError


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
class Deadline:
    """One deadline as it stands: `due` is the last day that is in time."""

    id: str
    title: str
    state: DeadlineState
    sentence: str
    due: date | None = None
    brief: str = ""
    """The same in a few words, for where there is little room."""

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
    chose another place (stk. 6).
    """
    received = course.request.received
    if received is None:
        sentence = "Fristen begynder, når borgeren anmoder om behandling."
        return _guarantee(DeadlineState.NOT_STARTED, sentence, "")
    if course.request.is_elsewhere:
        sentence = "Kommunens frist løber ikke, mens regionen eller hospitalet har ansvaret."
        return _guarantee(DeadlineState.SUSPENDED, sentence, "Fristen løber ikke")
    try:
        due = guarantee_ends(received, law)
    except NoRuleInForceError as error:
        return _guarantee(DeadlineState.UNKNOWN, str(error), "Tjek datoen for anmodningen")
    began = course.start.day
    return _started(course, began, due) if began else _still_running(received, due, law, today)


def guarantee_ends(received: date, law: LawTables) -> date:
    """Return the last day on which treatment begins in time after a request *received*."""
    return received + _calendar_days(law.length("treatment_guarantee", received))


def _started(course: Course, began: date, due: date) -> Deadline:
    on_the_day = f"Behandlingen gik i gang {_on(began)}"
    if began <= due:
        sentence = f"{on_the_day}, inden for fristen."
        return _guarantee(DeadlineState.MET, sentence, "Behandling i gang til tiden", due)
    if course.start.by_free_choice:
        sentence = f"{on_the_day}. Borgeren valgte selv et andet sted, så fristen gælder ikke."
        return _guarantee(DeadlineState.SUSPENDED, sentence, "Fristen gælder ikke", due)
    late = days((began - due).days)
    brief = f"Behandling i gang {late} for sent"
    return _guarantee(DeadlineState.MET_LATE, f"{on_the_day}, {late} efter fristen.", brief, due)


def _still_running(received: date, due: date, law: LawTables, today: date) -> Deadline:
    if today > due:
        late = days((today - due).days)
        sentence = (
            f"Behandlingen skulle være i gang senest {_on(due)}. Fristen er overskredet med {late}."
        )
        return _guarantee(DeadlineState.OVERDUE, sentence, f"Fristen overskredet: {late}", due)
    left = (due - today).days
    sentence = f"Behandlingen skal være i gang senest {_on(due)}. {_left(left)}"
    plan_by = law.calendar.last_working_day(due)
    if plan_by != due:
        sentence += f" Det er ikke en hverdag, så planlæg efter {_on(plan_by)}."
    brief = f"Behandling senest {short_date(due)}"
    nearness = _nearness(law.length("treatment_guarantee", received), (today - received).days)
    return _guarantee(nearness, sentence, brief, due)


def _nearness(length: Length, passed: int) -> DeadlineState:
    if length.urgent_from is not None and passed >= length.urgent_from:
        return DeadlineState.URGENT
    if length.soon_from is not None and passed >= length.soon_from:
        return DeadlineState.SOON
    return DeadlineState.RUNNING


def _guarantee(
    state: DeadlineState, sentence: str, brief: str, due: date | None = None
) -> Deadline:
    return Deadline("treatment_guarantee", "Behandlingsgaranti", state, sentence, due, brief)


def _left(left: int) -> str:
    return "Det er i dag." if left == 0 else f"Der er {days(left)} tilbage."


def presumed_received(sent: date, way: Delivery, law: LawTables) -> date:
    """Return the day a letter counts as received: the day itself, or after the presumed post days.

    Digital Post and a letter handed over count on the day; an ordinary letter after the number of
    working days that is presumed (Ankestyrelsen's practice since June 2018).
    """
    if way is not Delivery.LETTER:
        return sent
    length = law.length("presumed_letter_days", sent)
    if length.unit != "working_days":
        raise UnknownUnitError(length.id)
    return law.calendar.after_working_days(sent, length.amount)


def appeal_deadline(sent: date, way: Delivery, law: LawTables) -> date:
    """Return the last day on which an appeal is in time (retssikkerhedsloven § 67).

    The length counts from the day the decision was received; a last day that is not a working day
    gives way to the next that is.
    """
    last = presumed_received(sent, way, law) + _calendar_days(law.length("appeal", sent))
    return law.calendar.next_working_day(last)


def appeal(course: Course, law: LawTables, today: date) -> Deadline:
    """Return how the deadline for an appeal of the decision stands."""
    decision = course.decision
    if decision.day is None or decision.delivery is None or not course.is_signed(Form.DECISION):
        return Deadline(
            "appeal",
            "Klagefrist",
            DeadlineState.NOT_STARTED,
            "Klagefristen begynder med afgørelsen.",
        )
    try:
        due = appeal_deadline(decision.day, decision.delivery, law)
    except NoRuleInForceError as error:
        return Deadline("appeal", "Klagefrist", DeadlineState.UNKNOWN, str(error))
    if today > due:
        sentence = f"Klagefristen udløb {_on(due)}."
        return Deadline("appeal", "Klagefrist", DeadlineState.EXPIRED, sentence, due)
    sentence = f"Borgeren kan klage til og med {_on(due)}."
    return Deadline("appeal", "Klagefrist", DeadlineState.RUNNING, sentence, due)


def _calendar_days(length: Length) -> timedelta:
    if length.unit == "days":
        return timedelta(days=length.amount)
    if length.unit == "weeks":
        return timedelta(weeks=length.amount)
    raise UnknownUnitError(length.id)


def _on(day: date) -> str:
    return f"{weekday(day)} den {long_date(day)}"
