"""The conductor of the letter paper: the clinic's logo, and the window of its envelopes."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.conductors.profile import FORM, clinic_in, keep_profile, opening_answers
from app.letter_files import LetterFileError, write_letter_file
from app.letters_drafted import drawn_on_paper
from app.printing import PrintingError, print_pdf
from app.trouble import READING_TROUBLE
from app.wording_preview import letter_saying, sender_of
from app.work import Work
from forms.checking import problems
from forms.reading import read_reply
from forms.reply import Reply
from models.answers import Place
from models.clinic import Clinic
from views.paper.envelope import EnvelopeWindow
from views.paper.faults import UnprintableLetterError, UnusableLogoError
from views.paper.letter_paper import draw_window_test_page
from views.paper.logo import LARGEST_FILE, read_logo
from views.screen.letter_paper_page import LetterPaperPage, PaperShown
from views.screen.pdf_pages import UnreadableLetterError

_LEFT, _TOP = Place("clinic.window_left_mm"), Place("clinic.window_top_mm")
_SAMPLE = "Her står det, brevet handler om."
_UNREADABLE = "Filen kan ikke læses. Vælg et andet billede."
_KEPT = "Rudens plads er gemt. Prøv den med en prøveside."


class LetterPaperConductor(QObject):
    """Shows the letter paper; what is changed holds at once, for letters not yet approved."""

    back_asked = Signal()
    profile_asked = Signal()
    clinic_changed = Signal(Clinic)
    problem = Signal(str)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.page = LetterPaperPage()
        self._work = work
        self.page.back_asked.connect(self.back_asked)
        self.page.profile_asked.connect(self.profile_asked)
        self.page.logo_chosen.connect(self._choose_logo)
        self.page.logo_removed.connect(self._remove_logo)
        self.page.window_chosen.connect(self._choose_window)
        self.page.print_asked.connect(self._print)
        self.page.save_asked.connect(self._save)

    @Slot()
    def show_paper(self) -> None:
        """Show the letter paper as it is."""
        try:
            clinic = clinic_in(self._work.register, self._work.supplies)
        except READING_TROUBLE as error:
            self.problem.emit(str(error))
            return
        self._show(clinic)

    def _show(self, clinic: Clinic) -> None:
        letter = letter_saying(_SAMPLE, clinic, self._work.today)
        shown = PaperShown(clinic.logo, str(clinic.window_left_mm), str(clinic.window_top_mm), b"")
        try:
            self.page.show_paper(replace(shown, sheet=drawn_on_paper(letter, clinic)))
        except (UnprintableLetterError, UnreadableLetterError) as error:
            self.page.show_paper(shown)
            self.page.show_window_outcome(str(error))

    @Slot(str)
    def _choose_logo(self, path: str) -> None:
        try:
            with Path(path).open("rb") as file:
                # One byte more than is allowed, so that a huge file is refused and not read.
                logo = read_logo(file.read(LARGEST_FILE + 1))
        except OSError:
            self.page.show_logo_problem(_UNREADABLE)
        except UnusableLogoError as error:
            self.page.show_logo_problem(str(error))
        else:
            self._keep_logo(logo.file)

    @Slot()
    def _remove_logo(self) -> None:
        self._keep_logo(b"")

    def _keep_logo(self, picture: bytes) -> None:
        work = self._work
        try:
            work.register.save_clinic_logo(picture, work.person, work.clock())
            clinic = clinic_in(work.register, work.supplies)
        except READING_TROUBLE as error:
            self.page.show_logo_problem(str(error))
            return
        self.page.show_logo_problem("")
        self.clinic_changed.emit(clinic)
        self._show(clinic)

    @Slot(str, str)
    def _choose_window(self, left: str, top: str) -> None:
        form = self._work.supplies.newest(FORM)
        try:
            answers = opening_answers(self._work.register, self._work.supplies)
            for place, typed in ((_LEFT, left), (_TOP, top)):
                reply = read_reply(form.by_link_id[place.link_id], Reply(typed))
                answers = answers.with_answer(place, *reply)
            found = [one for one in problems(form, answers) if one.place in {_LEFT, _TOP}]
            if found:
                self.page.show_window_outcome(found[0].sentence)
                return
            clinic = keep_profile(answers, self._work)
        except READING_TROUBLE as error:
            self.page.show_window_outcome(str(error))
            return
        self.page.show_window_outcome("", _KEPT)
        self.clinic_changed.emit(clinic)
        self._show(clinic)

    @Slot()
    def _print(self) -> None:
        try:
            is_printed = print_pdf(self._test_page(), self.page, self._work.printer.name)
        except (PrintingError, UnprintableLetterError, *READING_TROUBLE) as error:
            self.page.show_window_outcome(str(error))
        else:
            self.page.show_window_outcome("", "Prøvesiden er skrevet ud." if is_printed else "")

    @Slot(str)
    def _save(self, path: str) -> None:
        try:
            write_letter_file(Path(path), self._test_page())
        except (LetterFileError, UnprintableLetterError, *READING_TROUBLE) as error:
            self.page.show_window_outcome(str(error))
        else:
            self.page.show_window_outcome("", "Prøvesiden er gemt.")

    def _test_page(self) -> bytes:
        """Return the page with the window where the register has it."""
        clinic = clinic_in(self._work.register, self._work.supplies)
        window = EnvelopeWindow(clinic.window_left_mm, clinic.window_top_mm)
        return draw_window_test_page(sender_of(clinic), window, self._work.today)
