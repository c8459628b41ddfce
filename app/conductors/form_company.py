"""What goes with a form on the screen: its copies, the letter that rests on it, more of it."""

from PySide6.QtCore import QObject, Signal, Slot

from app import entry_at as entries
from app.conductors.declining import Declining
from app.conductors.form import FormConductor
from app.conductors.form_copy import FormCopyConductor
from app.conductors.letter_beside import LetterBesideConductor
from app.open_case import OpenCase
from app.work import Work
from models.case import Entry
from models.clinic import Clinic
from views.screen.case_screen import CaseScreen


class FormCompany(QObject):
    """Puts *form* into the middle of the case's screen, with what goes with it.

    `entry_asked` wants a correction of what is signed, or one more of the same form.
    """

    letter_asked = Signal(str)
    lack_chosen = Signal(str, str)
    entry_asked = Signal(Entry)

    def __init__(self, form: FormConductor, case: OpenCase, work: Work, clinic: Clinic) -> None:
        super().__init__()
        self._form = form
        self._case = case
        Declining(form).setParent(self)
        self._letter = LetterBesideConductor(form, case, work, clinic)
        self._copying = FormCopyConductor(form, case, work, clinic)
        self._letter.letter_asked.connect(self.letter_asked)
        self._letter.lack_chosen.connect(self.lack_chosen)
        form.correction_asked.connect(self._correct)
        form.another_asked.connect(self._write_another)
        form.page.end_asked.connect(self._go_to_end)

    def go_to(self, question: str) -> None:
        """Put the cursor where *question* is asked first."""
        self._letter.go_to(question)

    def show_on(self, screen: CaseScreen) -> None:
        """Show the form, beside a letter if the person had one beside the form before."""
        page = self._letter.page
        screen.show_centre(page)
        page.room_needed.connect(screen.give_room)
        page.turned.connect(screen.remember_letter)
        page.turn(on=screen.wants_letter)

    @Slot()
    def _correct(self) -> None:
        self.entry_asked.emit(self._case.correct(self._form.entry))

    @Slot()
    def _go_to_end(self) -> None:
        """Go to what is missing; when nothing is, to the deed that closes the form."""
        if not self._form.entry.is_signed and self._form.is_complete():
            self._form.page.foot.lead_to_end()

    @Slot()
    def _write_another(self) -> None:
        """Ask for one more of the form on the screen, or the one that is begun already."""
        self.entry_asked.emit(entries.another_entry(self._case, self._form.entry.form))
