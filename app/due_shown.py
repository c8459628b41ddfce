"""How near a due date is, as colours show it wherever one is shown."""

from datetime import date

from models.deadlines.term import DeadlineState, Term
from views.screen.due import DueState

_DUE = {
    DeadlineState.NOT_STARTED: DueState.NONE,
    DeadlineState.RUNNING: DueState.LATER,
    DeadlineState.SOON: DueState.SOON,
    DeadlineState.URGENT: DueState.OVERDUE,
    DeadlineState.OVERDUE: DueState.OVERDUE,
    DeadlineState.MET: DueState.MET,
    DeadlineState.MET_LATE: DueState.OVERDUE,
    DeadlineState.WAIVED: DueState.NONE,
    DeadlineState.EXPIRED: DueState.NONE,
    DeadlineState.SUSPENDED: DueState.NONE,
    DeadlineState.UNKNOWN: DueState.OVERDUE,
}


def due_state(state: DeadlineState) -> DueState:
    """Return the colours of a deadline that stands so."""
    return _DUE[state]


def due_state_of(term: Term, today: date) -> DueState:
    """Return the colours of a deadline that nothing has met yet."""
    return _DUE[term.state_on(today)]
