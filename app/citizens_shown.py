"""The citizens found as the list shows them, a line each, and what is to be said of a search."""

from datetime import date, datetime

from app.due_shown import due_state_of
from models.danish import short_date
from models.deadlines.term import Term
from storage.citizen_search import FoundCitizens
from storage.records import CitizenRow
from storage.told import SHORTEST
from views.screen.citizen_filter import CitizensWanted
from views.screen.citizen_table import CitizenLine
from views.screen.due import DueState

_BIRTH_DIGITS = 6
_IN_FEW = "Så mange noter passer, at ikke alle er set igennem. Skriv mere for at finde den rigtige."
_TOO_SHORT = f"I noter og svar søges der på ord fra {SHORTEST} bogstaver."


def citizen_line(row: CitizenRow, today: date) -> CitizenLine:
    """Return the line about one citizen."""
    return CitizenLine(
        case_id=row.case_id,
        name=row.name or "Uden navn",
        birth=row.cpr[:_BIRTH_DIGITS],
        stage=row.stage,
        due_text=f"{short_date(row.due)} · {row.due_text}" if row.due else "",
        due_state=_due_state(row, today),
        changed_text=_changed(row.changed, today),
    )


def note_of(wanted: CitizensWanted, found: FoundCitizens) -> str:
    """Return what is said below those found of a search in notes; empty when all is plain."""
    if found.is_cut:
        return _IN_FEW
    words = wanted.words.split()
    is_short = bool(words) and max(map(len, words)) < SHORTEST
    return _TOO_SHORT if wanted.in_notes and is_short else ""


def _due_state(row: CitizenRow, today: date) -> DueState:
    if row.due is None:
        return DueState.NONE
    return due_state_of(Term(row.due, row.soon, row.urgent), today)


def _changed(changed: datetime, today: date) -> str:
    local = changed.astimezone()
    return f"I dag kl. {local:%H.%M}" if local.date() == today else short_date(local.date())
