"""The deadline for an appeal: from the day a decision counts as received."""

from datetime import date

from models.course import Course, Form
from models.danish import short_date
from models.deadlines import (
    Deadline,
    DeadlineState,
    Term,
    UnknownUnitError,
    calendar_days,
    on_the_day,
)
from models.decision import Delivery
from models.law_tables import LawTables, NoRuleInForceError


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
    last = presumed_received(sent, way, law) + calendar_days(law.length("appeal", sent))
    return law.calendar.next_working_day(last)


def appeal(course: Course, law: LawTables, today: date) -> Deadline:
    """Return how the deadline for an appeal of the decision stands."""
    decision = course.decision
    if decision.day is None or decision.delivery is None or not course.is_signed(Form.DECISION):
        return _appeal(DeadlineState.NOT_STARTED, "Klagefristen begynder med afgørelsen.")
    try:
        due = appeal_deadline(decision.day, decision.delivery, law)
    except NoRuleInForceError as error:
        return _appeal(DeadlineState.UNKNOWN, str(error))
    if today > due:
        return _appeal(DeadlineState.EXPIRED, f"Klagefristen udløb {on_the_day(due)}.", due)
    sentence = f"Borgeren kan klage til og med {on_the_day(due)}."
    return _appeal(DeadlineState.RUNNING, sentence, due)


def _appeal(state: DeadlineState, sentence: str, due: date | None = None) -> Deadline:
    if due is None:
        return Deadline("appeal", "Klagefrist", state, sentence)
    brief = f"Klagefrist {short_date(due)}"
    return Deadline("appeal", "Klagefrist", state, sentence, Term(due), brief)
