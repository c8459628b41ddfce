"""The conductor of the letters' texts: the clinic's own words, seen in a letter as one types."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.bookmark import Bookmark
from app.clinic_file import CLINIC_CASE
from app.letters_drafted import drawn_on_paper
from app.open_case import OpenCase
from app.own_wordings import reading
from app.trouble import READING_TROUBLE
from app.whereabouts import Whereabouts
from app.wording_drafts import WordingDrafts
from app.wording_preview import Sample, WordingPreview, letter_saying
from app.wordings_shown import (
    as_read,
    owner_sentence,
    place_of,
    reading_help,
    state_of,
    text_lines,
    texts_to_show,
    words_to_find,
)
from app.work import Work
from models.answers import Place
from models.case import Case
from models.clinic import Clinic
from models.letters.letter import LetterKind
from models.letters.own_wording import FORM, WordingError, for_people, from_people, slots_in
from views.paper.faults import UnprintableLetterError
from views.screen.pdf_pages import UnreadableLetterError
from views.screen.wordings_editor import Standing, WordingShown
from views.screen.wordings_page import LetterTexts, Seen, WordingsPage

_AFTER = 120
"""Milliseconds from a keystroke to its save and the new pages; the promise is 250 at the latest."""


class WordingsConductor(QObject):
    """Leads one text of one letter at a time; what can go wrong is said as `problem`."""

    back_asked = Signal()
    changed = Signal()
    signed = Signal()
    problem = Signal(str)

    def __init__(self, case: Case, work: Work, clinic: Clinic) -> None:
        """*case* is the clinic's own file."""
        super().__init__()
        self.page = WordingsPage()
        self._work = work
        self._clinic = clinic
        self._drafts = WordingDrafts(OpenCase(case, work), work)
        self._preview = WordingPreview(work.supplies, clinic, work.clock(), work.person)
        self._kinds = tuple(
            kind
            for kind, row in work.supplies.book.catalogue.items()
            if kind in work.supplies.own_wordings and row.may_be_sent_by(clinic)
        )
        self._kind, self._key = self._kinds[0], ""
        self._typed = ""
        self._sample: Sample | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER)
        self._connect()
        self._show_letter(self._kind)

    @property
    def bookmark(self) -> Bookmark:
        """Where one is now, to come back to after a lock."""
        at = Whereabouts(0, Place(self._key), self.page.editor.caret)
        return Bookmark(CLINIC_CASE, str(self._kind), FORM, "", at)

    @property
    def is_kept(self) -> bool:
        """Whether the register was handed all that stands on the screen."""
        return not self._timer.isActive()

    def return_to(self, bookmark: Bookmark) -> None:
        """Show the text one was at, with the cursor where it was."""
        if bookmark.letter not in self._kinds:
            return
        self._show_letter(bookmark.letter)
        at, texts = bookmark.whereabouts, texts_to_show(self._kind, self._work.supplies)
        if at and at.place and at.place.link_id in texts:
            self._show_text(at.place.link_id)
            self.page.editor.put_caret(at.caret)

    def put_away(self) -> None:
        """Hand what is on the screen to the register."""
        if not self.is_kept:
            self._keep()

    def _connect(self) -> None:
        self.page.back_asked.connect(self.back_asked)
        self.page.letter_chosen.connect(self._show_letter)
        self.page.text_chosen.connect(self._choose_text)
        self.page.editor.typed.connect(self._record)
        self.page.editor.use_asked.connect(self._use)
        self.page.editor.drop_asked.connect(self._drop)
        self.page.editor.going_back_asked.connect(self._go_back)
        self._timer.timeout.connect(self._keep)

    @Slot(str)
    def _show_letter(self, kind: str) -> None:
        self.put_away()
        catalogue = self._work.supplies.book.catalogue
        self._kind = LetterKind(kind)
        letters = [LetterTexts(str(one), catalogue[one].title) for one in self._kinds]
        self.page.offer_letters(letters, str(self._kind))
        self._show_text(texts_to_show(self._kind, self._work.supplies)[0])

    @Slot(str)
    def _choose_text(self, key: str) -> None:
        self._show_text(key)
        self.page.editor.focus_text()

    def _show_text(self, key: str) -> None:
        self.put_away()
        self.problem.emit("")
        self._key = key
        self._sample = self._preview.sample(self._kind, key)
        self._show_again()

    def _show_again(self) -> None:
        """Show the text as it stands in the register."""
        kind, key, supplies = self._kind, self._key, self._work.supplies
        draft = self._drafts.typed(kind, key)
        self._typed = self._standing_text if draft is None else draft
        shipped = supplies.own_wordings.shipped[kind].texts[key]
        owner = owner_sentence(kind, key, supplies, self._work.today)
        slots = slots_in(for_people(shipped, reading()))
        self._show_texts()
        self.page.editor.show_wording(
            WordingShown(f"{kind}.{key}", place_of(key), self._typed, slots, owner, self._standing)
        )
        self._show_seen()

    def _show_texts(self) -> None:
        drafts = self._drafts.keys(self._kind)
        lines = text_lines(self._kind, self._work.supplies, drafts, self._work.today)
        self.page.show_texts(lines, self._key)

    @property
    def _standing_text(self) -> str:
        """What the letters say now, as people read it."""
        text = self._work.supplies.own_wordings[self._kind].texts[self._key]
        return as_read(text, self._work.supplies, self._work.today)

    @property
    def _standing(self) -> Standing:
        wordings = self._work.supplies.own_wordings
        shipped = for_people(wordings.shipped[self._kind].texts[self._key], reading())
        own = wordings.about(self._kind, self._key)
        is_draft = self._drafts.typed(self._kind, self._key) is not None or not self.is_kept
        problem = self._read()[1]
        return Standing(
            state=state_of(own, self._work.supplies, is_draft=is_draft),
            problem=problem,
            reading_help=reading_help(self._typed),
            shipped=shipped if is_draft or own else "",
            can_use=is_draft and not problem and self._typed != self._standing_text,
            can_drop=is_draft,
            can_go_back=own is not None,
        )

    def _read(self) -> tuple[str, str]:
        """Return what stands on the screen as a text for a letter, and what is wrong with it."""
        wordings = self._work.supplies.own_wordings
        shipped = wordings.shipped[self._kind].texts[self._key]
        if self._typed == self._standing_text:
            return wordings[self._kind].texts[self._key], ""
        try:
            return from_people(self._typed, shipped, reading()), ""
        except WordingError as error:
            return "", str(error)

    def _show_seen(self) -> None:
        text, trouble = self._read()
        if trouble:
            self.page.show_seen(Seen(b"", trouble="Brevet bliver vist, når teksten kan bruges."))
            return
        sample, clinic = self._sample, self._clinic
        letter = self._preview.written(sample, self._key, text) if sample else None
        shown = letter or letter_saying(text, clinic, self._work.today)
        try:
            content = drawn_on_paper(shown, clinic)
            self.page.show_seen(Seen(content, words_to_find(text), is_alone=letter is None))
        except (UnprintableLetterError, UnreadableLetterError) as error:
            self.page.show_seen(Seen(b"", trouble=str(error)))

    @Slot(str)
    def _record(self, typed: str) -> None:
        self._typed = typed
        self.changed.emit()
        if not self._timer.isActive():
            self._timer.start()
        self.page.editor.show_standing(self._standing)

    @Slot()
    def _keep(self) -> None:
        self._timer.stop()
        is_begun = self._key in self._drafts.keys(self._kind)
        try:
            self._drafts.keep(self._kind, self._key, self._typed)
        except READING_TROUBLE as error:
            self.problem.emit(str(error))
        self.changed.emit()
        if not is_begun:
            self._show_texts()
        self._show_seen()

    @Slot()
    def _use(self) -> None:
        text, trouble = self._read()
        if not trouble:
            self._do(partial(self._drafts.use, self._kind, self._key, text))

    @Slot()
    def _drop(self) -> None:
        self._do(partial(self._drafts.drop, self._kind, self._key))

    @Slot()
    def _go_back(self) -> None:
        self._do(partial(self._drafts.go_back, self._kind, self._key))

    def _do(self, deed: Callable[[], None]) -> None:
        self._timer.stop()
        try:
            deed()
        except READING_TROUBLE as error:
            self.problem.emit(str(error))
            return
        self.problem.emit("")
        self.signed.emit()
        self._show_again()
