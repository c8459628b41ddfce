"""The conductor of a letter: shows it as it would be printed, and issues it when nothing lacks."""

from PySide6.QtCore import QObject, Signal, Slot

from app.conductors.letter_issued import IssuedLetterConductor
from app.letters_at import LetterAt, letter_at
from app.letters_delivery import delivery_shown
from app.letters_drafted import drafted_letter, drawn_letter
from app.letters_story import story_of
from app.open_case import Approval, OpenCase
from app.sending_shown import sending_shown
from app.tasks_shown import usually_first
from app.work import Work
from models.case import Document
from models.clinic import Clinic
from models.law_tables import NoRuleInForceError
from models.letters.alone import alone
from models.letters.contents import Lack, LetterDraft
from models.letters.letter import LetterKind, LetterOf
from models.reminders.reminder import Before
from storage.errors import RegisterError
from views.paper.faults import UnprintableLetterError
from views.screen.letter_missing import MissingLine
from views.screen.letter_page import LetterPage, LetterShown
from views.screen.pdf_pages import UnreadableLetterError

_GONE = "Det, brevet handler om, står der ikke mere."
_CHANGED = "Brevet er ændret, siden du så det. Læs det igennem, og godkend det så."


class LetterConductor(QObject):
    """Shows one letter of the open case: as issued, or as it stands until then."""

    lack_chosen = Signal(str, str)
    problem = Signal(str)

    def __init__(self, case: OpenCase, work: Work, clinic: Clinic, key: str) -> None:
        """*key* is that of a `LetterOf`, or the id of a letter that was issued earlier."""
        super().__init__()
        self.page = LetterPage()
        self.key = key
        self._case = case
        self._work = work
        self._clinic = clinic
        self._approval: Approval | None = None
        self._lacks: dict[str, Lack] = {}
        self.page.missing_chosen.connect(self._go_to_lack)
        self.page.approve_asked.connect(self._approve)
        self._after = IssuedLetterConductor(self.page, case, work, key)
        self._after.noted.connect(self.show_letter)
        self._after.problem.connect(self.problem)
        self._after.look_for_printers()
        self.show_letter()

    @Slot()
    def show_letter(self) -> None:
        """Show the letter issued; without one, the letter that the case would give now."""
        at = self._at()
        try:
            if at.issued:
                self._show_issued(at, at.issued)
            elif at.letter:
                self._show_draft(at, at.letter)
            else:
                self._show_trouble(at, _GONE)
        except (
            RegisterError,
            NoRuleInForceError,
            UnprintableLetterError,
            UnreadableLetterError,
        ) as error:
            self._show_trouble(at, str(error))

    def _show_issued(self, at: LetterAt, issued: Document) -> None:
        row = self._work.supplies.book.catalogue[LetterKind(issued.kind)]
        story = story_of(issued, self._case, self._work.supplies.book.catalogue)
        content = self._case.content(issued)
        way = self._sending(at, row.kind, is_issued=True)
        shown = LetterShown(at.title, content, True, (), story, at.file_name, way)
        self.page.show_letter(shown)
        self.page.name_first(())
        self.page.show_delivery(delivery_shown(at, row, self._work))

    def _show_draft(self, at: LetterAt, letter: LetterOf) -> None:
        draft = drafted_letter(letter, at.told, self._clinic, self._work)
        self._lacks = {lack.id: lack for lack in draft.lacks}
        content = drawn_letter(draft, at.told.course, self._clinic)
        self._approval = None if draft.lacks else Approval(draft, content, at.told.part)
        way = self._sending(at, letter.kind, is_issued=False)
        self.page.name_first(usually_first(self._case.tasks(), Before.APPROVAL))
        self.page.show_letter(
            LetterShown(at.title, content, False, missing_lines(draft), (), at.file_name, way)
        )

    def _show_trouble(self, at: LetterAt, sentence: str) -> None:
        self._approval = None
        trouble = (MissingLine("", sentence, ""),)
        self.page.show_letter(LetterShown(at.title, b"", False, trouble, (), at.file_name))

    def _sending(self, at: LetterAt, kind: LetterKind, *, is_issued: bool) -> tuple[str, ...]:
        row = self._work.supplies.book.catalogue[kind]
        course = alone(at.told.course, at.letter) if at.letter else at.told.course
        return sending_shown(row, course, is_issued=is_issued)

    def _at(self) -> LetterAt:
        return letter_at(self._case, self.key, self._work.supplies.book.catalogue)

    def _issued(self) -> Document | None:
        return self._at().issued

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


def missing_lines(draft: LetterDraft) -> tuple[MissingLine, ...]:
    """Return what *draft* lacks as the screen says it; the key of a line is the lack's id."""
    return tuple(MissingLine(lack.id, lack.sentence, lack.source) for lack in draft.lacks)
