"""The clinic's own words while they are written: entries of the clinic's own file."""

from collections.abc import Iterator
from dataclasses import replace

from app.open_case import OpenCase
from app.rules_at_hand import know_own_rules
from app.work import Work
from models.answers import Answers, Place
from models.case import Entry
from models.letters.letter import LetterKind
from models.letters.own_wording import FORM


class WordingDrafts:
    """Keeps, drops and signs texts; all deeds raise `RegisterError`.

    *case* is the clinic's own file. Beginning a text may raise `UnknownFormError` or `FormError`.
    """

    def __init__(self, case: OpenCase, work: Work) -> None:
        self._case = case
        self._work = work

    def keys(self, kind: LetterKind) -> frozenset[str]:
        """Return which texts of a letter are being written."""
        return frozenset(
            entry.answers.text("wording.key")
            for entry in self._drafts()
            if entry.answers.text("wording.letter") == kind
        )

    def typed(self, kind: LetterKind, key: str) -> str | None:
        """Return what stands in the draft of a text; None without one."""
        draft = self._draft(kind, key)
        return draft.answers.text("wording.text") if draft else None

    def keep(self, kind: LetterKind, key: str, typed: str) -> None:
        """Keep what was *typed* as a draft."""
        draft = self._draft(kind, key) or self._begun(kind, key)
        self._case.keep(self._saying(draft, typed))

    def drop(self, kind: LetterKind, key: str) -> None:
        """Take the draft of a text away for good."""
        if draft := self._draft(kind, key):
            self._case.give_up(draft)

    def use(self, kind: LetterKind, key: str, text: str) -> None:
        """Let *text* stand in the letters from now on."""
        draft = self._draft(kind, key) or self._begun(kind, key)
        self._case.sign(self._saying(draft, text))
        know_own_rules(self._work)

    def go_back(self, kind: LetterKind, key: str) -> None:
        """Let the program's own text stand in the letters from now on."""
        self.drop(kind, key)
        begun = self._begun(kind, key)
        answers = begun.answers.with_answer(Place("wording.back"), True)
        self._case.sign(replace(begun, answers=answers))
        know_own_rules(self._work)

    def _drafts(self) -> Iterator[Entry]:
        return (entry for entry in self._case.case.all(FORM) if not entry.is_signed)

    def _draft(self, kind: LetterKind, key: str) -> Entry | None:
        return next((entry for entry in self._drafts() if _about(entry) == (kind, key)), None)

    def _begun(self, kind: LetterKind, key: str) -> Entry:
        begun = self._case.begin(FORM)
        answers = begun.answers.with_answer(Place("wording.letter"), str(kind))
        return replace(begun, answers=answers.with_answer(Place("wording.key"), key))

    def _saying(self, draft: Entry, text: str) -> Entry:
        said: Answers = draft.answers.with_answer(Place("wording.text"), *((text,) if text else ()))
        return draft.rewritten(said, self._work.clock())


def _about(entry: Entry) -> tuple[str, str]:
    return entry.answers.text("wording.letter"), entry.answers.text("wording.key")
