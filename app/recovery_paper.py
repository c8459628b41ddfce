"""The recovery sheet as it is printed."""

from datetime import date

from app.supplies import supplies
from models.letters.recovery_sheet import recovery_sheet
from views.paper.envelope import EnvelopeWindow
from views.paper.letter_paper import draw_letter


def sheet_pdf(key: str, person: str, today: date) -> bytes:
    """Return the sheet for *key*, made by *person*, as a PDF; raises `UnprintableLetterError`."""
    letter = recovery_sheet(key, person, today, supplies().recovery_sheet)
    return draw_letter(letter, EnvelopeWindow())
