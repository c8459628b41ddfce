"""The conductor of the room of letters: shows those that wait, and prints, saves or notes them."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.batch_printers import batch_printer
from app.bookmark import Bookmark
from app.conductors.profile import clinic_in
from app.letters_batch import LettersBatch, Outcome
from app.letters_outlets import FolderOutlet, Outlet, StoryOutlet
from app.letters_paper import Batch, PaperOutlet
from app.letters_room_shown import (
    letters_counted,
    line_of,
    noted_words,
    noting_question,
    offered_among,
    printed_words,
    printing_question,
    saved_words,
)
from app.letters_waiting import WaitingLetter, is_wanted, letters_waiting
from app.printers_offered import PrintersOffered
from app.printing import PrintingError, has_spooler
from app.trouble import READING_TROUBLE
from app.work import Work
from storage.errors import RegisterError
from views.screen.letters_page import LettersPage
from views.screen.lifetime import is_alive


class LettersRoomConductor(QObject):
    """Leads the room of letters; `letter_chosen` says which letter is to be looked at."""

    letter_chosen = Signal(Bookmark)
    noted = Signal()
    problem = Signal(str)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.page = LettersPage()
        self._work = work
        self._letters: tuple[WaitingLetter, ...] = ()
        self._reasons: dict[str, str] = {}
        self._batch = LettersBatch(work)
        self._doing = ""
        self._words: Callable[[Outcome], str] = printed_words
        self.page.filter_changed.connect(self._show_wanted)
        self.page.letter_opened.connect(self._open)
        self.page.print_asked.connect(self._print)
        self.page.save_asked.connect(self._save)
        self.page.note_asked.connect(self._note)
        self.page.stop_asked.connect(self._batch.stop)
        self._printers = PrintersOffered(work.printer)
        self._printers.found.connect(self._offer_printers)
        self._printers.problem.connect(self.problem)
        self.page.printer_chosen.connect(self._printers.choose)
        self._batch.progressed.connect(self._show_progress)
        self._batch.failed.connect(self._keep_reason)
        self._batch.noted.connect(self._forget_reason)
        self._batch.ended.connect(self._end)

    def show_letters(self) -> None:
        """Show the letters that wait now."""
        if not self._batch.is_busy:
            self.page.say("")
        self._printers.look()
        self._read()

    def put_away(self) -> None:
        """Stop what is under way, and note what became of the letter at hand."""
        self._batch.put_away()

    def _read(self) -> None:
        try:
            self._letters = letters_waiting(self._work)
        except RegisterError as error:
            self._letters = ()
            self.page.show_trouble(str(error))
            self.problem.emit(str(error))
            return
        self.page.offer(offered_among(self._letters, self._work.supplies.book.catalogue))
        self._show_wanted()

    @Slot()
    def _offer_printers(self) -> None:
        if is_alive(self.page):
            self.page.offer_printers(self._printers.shown)

    @Slot()
    def _show_wanted(self) -> None:
        wanted = self.page.wanted
        shown = [letter for letter in self._letters if is_wanted(letter, wanted)]
        self.page.show_letters([line_of(letter, self._reasons) for letter in shown])

    @Slot(str)
    def _open(self, key: str) -> None:
        letter = next(one for one in self._letters if one.id == key)
        self.letter_chosen.emit(Bookmark(letter.case_id, letter=letter.id))

    @Slot()
    def _print(self) -> None:
        letters = self._ticked()
        if not self._is_sure_of_printing(letters):
            return
        try:
            printer = batch_printer(self.page, self._printers.name)
            clinic = clinic_in(self._work.register, self._work.supplies)
        except (PrintingError, *READING_TROUBLE) as error:
            self.page.say(str(error), is_trouble=True)
            return
        if printer is None:
            return
        office = ", ".join(part for part in (clinic.name, clinic.unit) if part)
        batch = Batch(office, self.page.wants_list)
        outlet = PaperOutlet(printer, self._work, batch, self._batch.unnoted)
        self._begin(letters, outlet, "Skriver ud", printed_words)

    def _is_sure_of_printing(self, letters: Sequence[WaitingLetter]) -> bool:
        unnoted = self._batch.unnoted
        copies = sum(1 for one in letters if one.printed or one.id in unnoted)
        if not copies and not has_spooler():
            # The dialog in which a printer is chosen asks as well.
            return True
        question = f"Skriv {letters_counted(len(letters))} ud?"
        explanation = printing_question(letters, copies, has_list=self.page.wants_list)
        return self.page.ask(question, explanation, "Skriv ud")

    @Slot(str)
    def _save(self, folder: str) -> None:
        outlet = FolderOutlet(Path(folder), self._work)
        self._begin(self._ticked(), outlet, "Gemmer", saved_words)

    @Slot()
    def _note(self) -> None:
        letters = self._ticked()
        question = f"Notér i dag, at {letters_counted(len(letters))} er sendt eller givet?"
        if self.page.ask(question, noting_question(letters), "Notér"):
            self._begin(letters, StoryOutlet(self._work.today), "Noterer", noted_words)

    def _begin(
        self,
        letters: Sequence[WaitingLetter],
        outlet: Outlet,
        doing: str,
        words: Callable[[Outcome], str],
    ) -> None:
        if self._batch.is_busy or not letters or not is_alive(self.page):
            return
        self._doing, self._words = doing, words
        self.page.say("")
        self._batch.begin(letters, outlet)

    def _ticked(self) -> tuple[WaitingLetter, ...]:
        letters = {letter.id: letter for letter in self._letters}
        return tuple(letters[key] for key in self.page.ticked)

    @Slot(int, int)
    def _show_progress(self, done: int, of: int) -> None:
        self.page.show_progress(self._doing, done, of)

    @Slot(str, str)
    def _keep_reason(self, key: str, reason: str) -> None:
        self._reasons[key] = reason

    @Slot(str)
    def _forget_reason(self, key: str) -> None:
        self._reasons.pop(key, None)

    @Slot(Outcome)
    def _end(self, outcome: Outcome) -> None:
        self.page.end_progress()
        is_trouble = bool(outcome.sentence) or (outcome.done < outcome.of)
        self.page.say(self._words(outcome), is_trouble=is_trouble and not outcome.is_stopped)
        self._read()
        if outcome.done:
            self.noted.emit()
