"""The conductor of a letter: shows it as it would be printed, and issues it when nothing lacks."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.course_shown import LETTER_TITLES
from app.issuing import issued_now
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
from views.screen.pdf_pages import UnreadableLetterError

_FILE_NAMES = {
    LetterKind.REQUEST_RECEIPT: "kvittering.pdf",
    LetterKind.DECISION: "afgoerelse.pdf",
    LetterKind.TREATMENT_PLAN: "behandlingsplan.pdf",
}
_CHANGED = "Brevet er ændret, siden du så det. Læs det igennem, og godkend det så."


class LetterConductor(QObject):
    """Shows one letter of the open case: as issued, or as it stands until then."""

    lack_chosen = Signal(str, str)
    problem = Signal(str)

    def __init__(self, case: OpenCase, work: Work, clinic: Clinic, key: str) -> None:
        """*key* is the kind of a letter, or the id of one that was issued earlier."""
        super().__init__()
        self.page = LetterPage()
        self.key = key
        earlier = next((d for d in case.case.documents if d.id == key), None)
        self._kind = LetterKind(earlier.kind if earlier else key)
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
        except (
            RegisterError,
            NoRuleInForceError,
            UnprintableLetterError,
            UnreadableLetterError,
        ) as error:
            self._approval = None
            self._show(b"", (MissingLine("", str(error), ""),))

    def _show_issued(self, issued: Document) -> None:
        story = tuple(happened(event) for event in reversed(issued.events))
        self._show(self._case.content(issued), (), story, approved=True)

    def _show_draft(self) -> None:
        occasion = Occasion(self._work.today, self._work.person)
        book = self._work.supplies.book
        draft = write_letter(self._kind, self._case.course, self._clinic, book, occasion)
        self._lacks = {lack.id: lack for lack in draft.lacks}
        is_large = self._case.course.citizen.reads_large_print
        content = draw_letter(draft.letter, _window(self._clinic), large_print=is_large)
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
        name = _FILE_NAMES[self._kind]
        self.page.show_letter(
            LetterShown(LETTER_TITLES[self._kind], content, approved, missing, story, name)
        )

    def _issued(self) -> Document | None:
        case = self._case.case
        earlier = next((d for d in case.documents if d.id == self.key), None)
        return earlier or issued_now(case, self._kind)

    @Slot(str)
    def _go_to_lack(self, key: str) -> None:
        if lack := self._lacks.get(key):
            self.lack_chosen.emit(lack.form, lack.question)

    @Slot()
    def _approve(self) -> None:
        seen = self._approval
        # Made anew, so that what is approved is of this day and of the case as it stands.
        self.show_letter()
        if seen is None or self._approval is None or self._issued() is not None:
            return
        if self._approval.content != seen.content:
            self.problem.emit(_CHANGED)
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

    @Slot()
    def _note_handed_over(self) -> None:
        if issued := self._issued():
            self._note(issued, DocumentStep.HANDED_OVER)

    @Slot()
    def _note_sent(self) -> None:
        if issued := self._issued():
            self._note(issued, DocumentStep.SENT)

    def _note(self, issued: Document, step: DocumentStep) -> bool:
        try:
            self._case.note(issued, step)
        except RegisterError as error:
            self.problem.emit(str(error))
            return False
        self.problem.emit("")
        self.show_letter()
        return True


def _missing(draft: LetterDraft) -> tuple[MissingLine, ...]:
    return tuple(MissingLine(lack.id, lack.sentence, lack.source) for lack in draft.lacks)


def _window(clinic: Clinic) -> EnvelopeWindow:
    return EnvelopeWindow(clinic.window_left_mm, clinic.window_top_mm)
