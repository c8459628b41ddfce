"""The conductor of a letter: shows it as it would be printed, and issues it when nothing lacks."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.course_shown import LETTER_TITLES
from app.letter_files import LetterFileError, write_letter_file
from app.open_case import Approval, OpenCase
from app.printing import PrintingError, print_pdf
from app.wording import happened
from app.work import Work
from models.case import Document
from models.clinic import Clinic
from models.law_tables import NoRuleInForceError
from models.letters.contents import Lack, LetterDraft
from models.letters.letter import LetterKind
from models.letters.writing import Occasion, write_letter
from storage.errors import RegisterError
from storage.records import DocumentStep
from views.paper.envelope import EnvelopeWindow
from views.paper.faults import UnprintableLetterError
from views.paper.letter_paper import draw_letter
from views.screen.letter_page import LetterPage, LetterShown
from views.screen.letter_side import MissingLine

_FILE_NAMES = {
    LetterKind.REQUEST_RECEIPT: "kvittering.pdf",
    LetterKind.DECISION: "afgoerelse.pdf",
    LetterKind.TREATMENT_PLAN: "behandlingsplan.pdf",
}


class LetterConductor(QObject):
    """Shows one letter of the open case: as issued, or as it stands until then."""

    lack_chosen = Signal(str, str)
    problem = Signal(str)

    def __init__(self, case: OpenCase, work: Work, clinic: Clinic, kind: LetterKind) -> None:
        super().__init__()
        self.page = LetterPage()
        self.kind = kind
        self._case = case
        self._work = work
        self._clinic = clinic
        self._approval: Approval | None = None
        self._lacks: dict[str, Lack] = {}
        self.page.missing_chosen.connect(self._go_to_lack)
        self.page.approve_asked.connect(self._approve)
        self.page.print_asked.connect(self._print)
        self.page.save_asked.connect(self._save)
        self.page.handed_over_asked.connect(self._note_handed_over)
        self.page.sent_asked.connect(self._note_sent)
        self.show_letter()

    def show_letter(self) -> None:
        """Show the letter issued; without one, the letter that the case would give now."""
        issued = self._issued()
        try:
            if issued is not None:
                self._show_issued(issued)
            else:
                self._show_draft()
        except (RegisterError, NoRuleInForceError, UnprintableLetterError) as error:
            self._show(b"", (MissingLine("", str(error), ""),))

    def _show_issued(self, issued: Document) -> None:
        story = tuple(happened(event) for event in reversed(issued.events))
        self._show(self._case.content(issued), (), story, approved=True)

    def _show_draft(self) -> None:
        occasion = Occasion(self._work.today, self._work.person)
        book = self._work.supplies.book
        draft = write_letter(self.kind, self._case.course, self._clinic, book, occasion)
        self._lacks = {lack.id: lack for lack in draft.lacks}
        content = draw_letter(draft.letter, _window(self._clinic))
        self._approval = None if draft.lacks else Approval(draft, content)
        self._show(content, _missing(draft))

    def _show(
        self,
        content: bytes,
        missing: tuple[MissingLine, ...],
        story: tuple[str, ...] = (),
        *,
        approved: bool = False,
    ) -> None:
        name = _FILE_NAMES[self.kind]
        self.page.show_letter(
            LetterShown(LETTER_TITLES[self.kind], content, approved, missing, story, name)
        )

    def _issued(self) -> Document | None:
        return self._case.case.issued(self.kind)

    @Slot(str)
    def _go_to_lack(self, key: str) -> None:
        if lack := self._lacks.get(key):
            self.lack_chosen.emit(lack.form, lack.question)

    @Slot()
    def _approve(self) -> None:
        if self._approval is None:
            return
        try:
            self._case.approve(self._approval)
        except RegisterError as error:
            self.problem.emit(str(error))
        else:
            self.show_letter()

    @Slot()
    def _print(self) -> None:
        if issued := self._issued():
            try:
                is_printed = print_pdf(self._case.content(issued), self.page)
            except (PrintingError, RegisterError) as error:
                self.problem.emit(str(error))
            else:
                if is_printed:
                    self._note(issued, DocumentStep.PRINTED)

    @Slot(str)
    def _save(self, path: str) -> None:
        if issued := self._issued():
            try:
                write_letter_file(Path(path), self._case.content(issued))
            except (LetterFileError, RegisterError) as error:
                self.problem.emit(str(error))
            else:
                self._note(issued, DocumentStep.SAVED)

    @Slot()
    def _note_handed_over(self) -> None:
        if issued := self._issued():
            self._note(issued, DocumentStep.HANDED_OVER)

    @Slot()
    def _note_sent(self) -> None:
        if issued := self._issued():
            self._note(issued, DocumentStep.SENT)

    def _note(self, issued: Document, step: DocumentStep) -> None:
        try:
            self._case.note(issued, step)
        except RegisterError as error:
            self.problem.emit(str(error))
        else:
            self.show_letter()


def _missing(draft: LetterDraft) -> tuple[MissingLine, ...]:
    return tuple(MissingLine(lack.id, lack.sentence, lack.source) for lack in draft.lacks)


def _window(clinic: Clinic) -> EnvelopeWindow:
    return EnvelopeWindow(clinic.window_left_mm, clinic.window_top_mm)
