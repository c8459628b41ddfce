"""Letters of a batch on paper: one after another to the printer, and a list of them at the end."""

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import Slot
from typing_extensions import override

from app.batch_printers import BatchPrinter
from app.issuing import receiver_made_for
from app.letters_outlets import Outlet
from app.letters_room_shown import GOES
from app.letters_waiting import WaitingLetter
from app.work import Work
from models.letters.covering_list import CoveredLetter, CoveringList
from storage.records import DocumentStep
from views.paper.copies import copy_of
from views.paper.list_paper import draw_covering_list
from views.screen.pdf_pages import PdfPages

_ON_PAPER = frozenset({DocumentStep.PRINTED, DocumentStep.HANDED_OVER})
_COPY = "{title} (kopi)"
_WORTH_A_LIST = 2


@dataclass(frozen=True, slots=True)
class Batch:
    """How a batch is wished: with a list of its letters at the end or not, for which `office`."""

    office: str
    has_list: bool


class PaperOutlet(Outlet):
    """Prints letters; one that is on paper already comes out marked as a copy."""

    def __init__(
        self, printer: BatchPrinter, work: Work, batch: Batch, unnoted: Collection[str]
    ) -> None:
        """*unnoted* are the ids of letters that were printed though their story does not say so."""
        super().__init__()
        self._printer = printer
        self._work = work
        self._batch = batch
        self._unnoted = unnoted
        self._present: CoveredLetter | None = None
        self._covered: list[CoveredLetter] = []
        printer.taken.connect(self._tell_taken)
        printer.refused.connect(self._tell_refused)

    @override
    def take(self, letter: WaitingLetter) -> None:
        content = self._work.register.document_content(letter.id)
        is_copy = self._is_on_paper(letter)
        pages = PdfPages(content)
        title = _COPY.format(title=letter.title) if is_copy else letter.title
        receiver = self._receiver(letter)
        self._present = CoveredLetter(receiver, title, GOES[letter.way], len(pages))
        pages.close()
        self._printer.send(copy_of(content) if is_copy else content)

    @override
    def conclude(self) -> None:
        self._present = None
        if not self._batch.has_list or len(self._covered) < _WORTH_A_LIST:
            self.concluded.emit("")
            return
        day, person = self._work.today, self._work.person
        listed = CoveringList(self._batch.office, person, day, tuple(self._covered))
        self._printer.send(draw_covering_list(listed))

    @override
    def settle(self) -> None:
        self._printer.settle()

    def _is_on_paper(self, letter: WaitingLetter) -> bool:
        # Asked anew: it may have been printed from its case since the list was read.
        story = self._work.register.document_events(letter.id)
        return letter.id in self._unnoted or any(event.what in _ON_PAPER for event in story)

    def _receiver(self, letter: WaitingLetter) -> str:
        headings = self._work.register.documents(letter.case_id)
        made_from = next((one.made_from for one in headings if one.id == letter.id), "{}")
        return receiver_made_for(made_from) or letter.citizen

    @Slot()
    def _tell_taken(self) -> None:
        if self._present is None:
            self.concluded.emit("")
            return
        self._covered.append(self._present)
        self.taken.emit(DocumentStep.PRINTED, "")

    @Slot(str)
    def _tell_refused(self, sentence: str) -> None:
        if self._present is None:
            self.concluded.emit(sentence)
        else:
            self.refused.emit(sentence)
