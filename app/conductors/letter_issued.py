"""The conductor of a letter that is issued: prints it, saves it, notes how it was delivered."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.letter_files import LetterFileError, write_letter_file
from app.letters_at import letter_at
from app.letters_delivery import DeliveryError, read_delivery, step_of_delivery
from app.open_case import OpenCase
from app.printers_offered import PrintersOffered
from app.printing import PrintingError, print_pdf
from app.work import Work
from models.case import Document
from models.delivery import way_noted
from storage.errors import RegisterError
from storage.records import DocumentStep
from views.paper.copies import copy_of
from views.paper.faults import NotOurPaperError
from views.screen.letter_page import LetterPage
from views.screen.lifetime import is_alive

_ON_PAPER = frozenset({DocumentStep.PRINTED, DocumentStep.HANDED_OVER})


class IssuedLetterConductor(QObject):
    """Does with the issued letter of *key* what is asked for on *page*, and says `noted` then."""

    noted = Signal()
    problem = Signal(str)

    def __init__(self, page: LetterPage, case: OpenCase, work: Work, key: str) -> None:
        super().__init__()
        self._page = page
        self._case = case
        self._work = work
        self._key = key
        page.print_asked.connect(self._print)
        page.save_asked.connect(self._save)
        page.delivery_noted.connect(self._note_delivery)
        self._printers = PrintersOffered(work.printer)
        self._printers.found.connect(self._offer_printers)
        self._printers.problem.connect(self.problem)
        page.printer_chosen.connect(self._printers.choose)

    def look_for_printers(self) -> None:
        """Let a printer be chosen, when it is known which there are."""
        self._printers.look()

    @Slot()
    def _offer_printers(self) -> None:
        if is_alive(self._page):
            self._page.offer_printers(self._printers.shown)

    @Slot()
    def _print(self) -> None:
        if issued := self._issued():
            try:
                is_printed = print_pdf(self._on_paper(issued), self._page, self._printers.name)
            except (PrintingError, RegisterError, NotOurPaperError) as error:
                self.problem.emit(str(error))
            else:
                if is_printed:
                    self._note(issued, DocumentStep.PRINTED)

    def _on_paper(self, issued: Document) -> bytes:
        """Return the letter, marked as a copy when it is on paper already."""
        content = self._case.content(issued)
        was_printed = any(event.what in _ON_PAPER for event in issued.events)
        return copy_of(content) if was_printed else content

    @Slot(str)
    def _save(self, path: str) -> None:
        if issued := self._issued():
            file = Path(path)
            try:
                write_letter_file(file, self._case.content(issued))
            except (LetterFileError, RegisterError) as error:
                self.problem.emit(str(error))
                return
            if not self._note(issued, DocumentStep.SAVED):
                # No copy lies outside the register without a word of it inside.
                with suppress(OSError):
                    file.unlink()

    @Slot(str, str)
    def _note_delivery(self, way: str, typed: str) -> None:
        if issued := self._issued():
            try:
                delivered = read_delivery(way, typed, issued, self._work.today)
            except DeliveryError as error:
                self._page.show_delivery_problem(str(error))
                return
            self._page.show_delivery_problem("")
            self._note(issued, step_of_delivery(delivered), way_noted(delivered))

    def _note(self, issued: Document, step: DocumentStep, way: str = "") -> bool:
        try:
            self._case.note(issued, step, way)
        except RegisterError as error:
            self.problem.emit(str(error))
            return False
        self.problem.emit("")
        self.noted.emit()
        return True

    def _issued(self) -> Document | None:
        return letter_at(self._case, self._key, self._work.supplies.book.catalogue).issued
