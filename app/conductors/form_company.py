"""What goes with a form on the screen: its copies, and the letter that rests on it."""

from PySide6.QtCore import QObject, Signal

from app.conductors.form import FormConductor
from app.conductors.form_copy import FormCopyConductor
from app.conductors.letter_beside import LetterBesideConductor
from app.open_case import OpenCase
from app.work import Work
from models.clinic import Clinic
from views.screen.case_screen import CaseScreen


class FormCompany(QObject):
    """Puts *form* into the middle of the case's screen, with what goes with it."""

    letter_asked = Signal(str)
    lack_chosen = Signal(str, str)

    def __init__(self, form: FormConductor, case: OpenCase, work: Work, clinic: Clinic) -> None:
        super().__init__()
        self._letter = LetterBesideConductor(form, case, work, clinic)
        self._copying = FormCopyConductor(form, case, work, clinic)
        self._letter.letter_asked.connect(self.letter_asked)
        self._letter.lack_chosen.connect(self.lack_chosen)

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
