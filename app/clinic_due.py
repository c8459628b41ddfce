"""What is due about the clinic itself, as its own file says it."""

from datetime import timedelta

from app.checklists_shown import list_states
from app.records import Meaning, entry_of
from app.work import Work
from models.case import Case
from models.deadlines_of_clinic import ClinicDeadline, deadlines_of_clinic
from storage.case_ids import CLINIC_CASE


def clinic_due(work: Work, within: timedelta) -> tuple[ClinicDeadline, ...]:
    """Return what is due about the clinic *within* so long of today, soonest first.

    Raises `RegisterError`, `UnknownFormError` or `FormError`.
    """
    records = work.register.case_entries(CLINIC_CASE)
    if not records:
        return ()
    entries = tuple(entry_of(record, work.supplies) for record in records)
    said = Meaning(work.supplies).of(Case(CLINIC_CASE, entries), work.today)
    states = list_states(said, work.supplies)
    due = deadlines_of_clinic(states, work.supplies.law, work.today)
    return tuple(one for one in due if one.due and one.due < work.today + within)
