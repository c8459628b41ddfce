"""Where one is in an open case, from what stands in the middle of it."""

from app.bookmark import Bookmark
from app.conductors.form import FormConductor
from app.conductors.letter import LetterConductor
from models.case import Case


def place_of(case: Case, form: FormConductor | None, letter: LetterConductor | None) -> Bookmark:
    """Return the place of the *letter* or *form* that is shown; else the case itself."""
    if letter:
        return Bookmark(case.id, letter=letter.key)
    if form is None:
        return Bookmark(case.id)
    return Bookmark(case.id, "", form.entry.form, form.entry.id, form.whereabouts)
