"""What stands around the form or letter of an open case: the citizen, the steps, the letters."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.beside_shown import beside_shown
from app.citizen_shown import citizen_shown
from app.consents_shown import consents_shown
from app.course_at import course_at
from app.course_shown import steps_shown
from app.courses_shown import course_heading, others_shown
from app.guidance import guidance_for
from app.letters_shown import letters_shown
from app.oddities_shown import odd_entries
from app.open_case import OpenCase
from app.tasks_shown import count_in_words, task_groups
from app.work import Work
from forms.questionnaire import Item
from models.case import Case, Entry
from models.clinic import Clinic
from views.screen.case_screen import CaseScreen


class CaseSides(QObject):
    """Shows on *screen* what the case is like, and where one is in it.

    `due` asks to be shown: the case has changed, and the key that changed it has had its turn.
    """

    due = Signal()

    def __init__(self, screen: CaseScreen, case: OpenCase, work: Work, clinic: Clinic) -> None:
        super().__init__()
        self._screen = screen
        # It goes with the screen: nothing is to be shown on one that is gone.
        self._soon = QTimer(screen)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.due)
        case.changed.connect(self._show_soon)
        self._case = case
        self._work = work
        self._clinic = clinic

    def show(self, entry: Entry | None, letter: str = "") -> None:
        """Show the case as it stands, with *entry* or the letter with this key in the middle."""
        self._soon.stop()
        case, clinic, work = self._case, self._clinic, self._work
        self._screen.show_citizen(citizen_shown(case.course, work.supplies, work.today))
        self._screen.show_consents(consents_shown(case, work))
        self._screen.offer_erasing(offer=bool(case.case.entries))
        at, odd = course_at(case, entry, letter), odd_entries(case, entry)
        here = at.opened or _key_of(entry)
        self._screen.name_course(course_heading(at))
        self._screen.show_steps(steps_shown(at, clinic, work, odd), here)
        self._screen.show_beside(beside_shown(at, work, odd), here)
        self._screen.show_letters(letters_shown(at, clinic, work), letter)
        self._screen.show_other_courses(others_shown(at))
        tasks = task_groups(case.tasks(), work.supplies, work.today)
        self._screen.show_tasks(tasks, count_in_words(tasks))

    def guide(self, item: Item | None) -> None:
        """Show what the guideline and the law say about *item*."""
        lines = guidance_for(item, self._work.supplies, self._work.today) if item else ()
        self._screen.show_guidance(lines)

    @Slot(Case)
    def _show_soon(self, _case: Case) -> None:
        """Let `due` be said in a turn of its own, once for all that changes until then."""
        self._soon.start()


def _key_of(entry: Entry | None) -> str:
    """Return the key of the row of *entry*: a correction stands in that of what it corrects."""
    if entry is None:
        return ""
    return entry.id if entry.is_signed else entry.replaces or entry.id
