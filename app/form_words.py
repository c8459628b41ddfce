"""What the buttons of a form say, and what is said when it is not finished."""

from models.case import Entry
from models.steps import REPEATED_FORMS


def closing_action(entry: Entry) -> str:
    """Return what can be done with *entry* after the last section."""
    if not entry.is_signed:
        return "Færdig – underskriv"
    return "Skriv en ny" if entry.form in REPEATED_FORMS else "Ret det, der er skrevet"


def giving_up(entry: Entry, *, is_kept: bool) -> str:
    """Return how to give *entry* up; empty when there is nothing to give up."""
    if entry.is_signed or not is_kept:
        return ""
    return "Fortryd rettelsen" if entry.replaces is not None else "Slet kladden"


def still_missing(count: int) -> str:
    """Return the sentence about *count* questions that keep a form from being finished."""
    if count == 1:
        return "Skemaet er ikke færdigt: se på det ene spørgsmål, der er mærket."
    return f"Skemaet er ikke færdigt: se på de {count} spørgsmål, der er mærket."
