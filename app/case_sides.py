"""What stands around the form or letter of an open case: the citizen, the steps, the letters."""

from app.beside_shown import beside_shown
from app.course_shown import citizen_shown, letters_shown, steps_shown
from app.guidance import guidance_for
from app.open_case import OpenCase
from app.work import Work
from forms.questionnaire import Item
from models.case import Entry
from models.clinic import Clinic
from views.screen.case_screen import CaseScreen


class CaseSides:
    """Shows on *screen* what the case is like, and where one is in it."""

    def __init__(self, screen: CaseScreen, case: OpenCase, work: Work, clinic: Clinic) -> None:
        self._screen = screen
        self._case = case
        self._work = work
        self._clinic = clinic

    def show(self, entry: Entry | None, letter: str = "") -> None:
        """Show the case as it stands, with *entry* or the letter with this key in the middle."""
        case, clinic, work = self._case, self._clinic, self._work
        self._screen.show_citizen(citizen_shown(case.course, work.supplies, work.today))
        self._screen.offer_erasing(offer=bool(case.case.entries))
        opened = self._opened(entry)
        at = opened or _key_of(entry)
        self._screen.show_steps(steps_shown(case, clinic, work, opened), at)
        self._screen.show_beside(beside_shown(case, work, opened), at)
        self._screen.show_letters(letters_shown(case, clinic, work), letter)

    def guide(self, item: Item | None) -> None:
        """Show what the guideline and the law say about *item*."""
        lines = guidance_for(item, self._work.supplies, self._work.today) if item else ()
        self._screen.show_guidance(lines)

    def _opened(self, entry: Entry | None) -> str:
        """Return the form of *entry* when nothing is kept of it yet and it corrects nothing."""
        if entry is None or entry.replaces or self._case.case.entry(entry.id):
            return ""
        return entry.form


def _key_of(entry: Entry | None) -> str:
    """Return the key of the row of *entry*: a correction stands in that of what it corrects."""
    if entry is None:
        return ""
    return entry.id if entry.is_signed else entry.replaces or entry.id
