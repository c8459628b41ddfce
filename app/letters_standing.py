"""Which letter was issued of what stands now, and which entries a letter holds."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import chain

from models.answers import Place, Value
from models.case import Case, Document, Entry
from models.letters.alone import kinds_instead
from models.letters.catalogue import LetterRow, Per
from models.letters.letter import LetterOf
from models.steps import BESIDE_EACH_OTHER


def entries_read(case: Case, row: LetterRow, entry_id: str) -> tuple[Entry, ...]:
    """Return the entries whose answers a letter may hold, the one it rests on last.

    *entry_id* is empty for a letter of which a course has one.
    """
    rests_on = case.entry(entry_id) if entry_id else case.current(row.form)
    read = chain.from_iterable(_read(case, form) for form in row.reads)
    return tuple(entry for entry in (*read, rests_on) if entry)


def _read(case: Case, form: str) -> Iterable[Entry | None]:
    """Return what a letter reads of *form*: of decisions that stand side by side, each."""
    made = [one for one in case.all(form) if one.is_signed and form in BESIDE_EACH_OTHER]
    return made or (case.current(form),)


def issued_about(case: Case, letter: LetterOf) -> tuple[Document, ...]:
    """Return the documents issued as *letter*, or of what its entry corrects, newest first."""
    issued = case.issued(letter.kind)
    if not letter.entry_id:
        return issued
    about = _corrected_ids(case, letter.entry_id)
    return tuple(document for document in issued if document.entries & about)


def issued_now(case: Case, letter: LetterOf, row: LetterRow) -> Document | None:
    """Return the letter that was issued of what stands now; None when that has changed."""
    newest = next(iter(issued_about(case, letter)), None)
    standing = case.current(row.form)
    rests_on = letter.entry_id or (standing.id if standing else "")
    is_of_now = newest is None or not rests_on or _holds(case, newest, rests_on, row)
    return newest if is_of_now else None


def _holds(case: Case, document: Document, entry_id: str, row: LetterRow) -> bool:
    """Return whether *document* was made from the entry, or from one that said the same then."""
    if entry_id in document.entries:
        return True
    now = case.entry(entry_id)
    made_from = (case.entry(one) for one in document.entries)
    held = [entry for entry in made_from if entry and entry.form == row.form]
    return now is not None and any(_said(one, row) == _said(now, row) for one in held)


def _said(entry: Entry, row: LetterRow) -> Mapping[Place, tuple[Value, ...]]:
    """Return what *entry* answers but for the questions that are answered when the letter went."""
    values = entry.answers.values
    return {place: said for place, said in values.items() if place.link_id not in row.later}


def withdrawn_by(case: Case, document: Document, row: LetterRow) -> Document | None:
    """Return the letter that took the place of *document* in its course; None when none did.

    One of another kind did when it is about a correction of what *document* is about.
    """
    same = case.issued(document.kind) if row.per is Per.COURSE else _same(case, document, row)
    newer = (other for other in same if other.approved > document.approved)
    return min(newer, key=_approved, default=None)


def _same(case: Case, document: Document, row: LetterRow) -> Iterator[Document]:
    """Yield the letters about the entry that *document* is about, or about a correction of it."""
    own = (case.entry(entry_id) for entry_id in document.entries)
    about = {entry.id for entry in own if entry and entry.form == row.form}
    meant = frozenset(chain.from_iterable(_corrected_ids(case, one) for one in about))
    issued = chain.from_iterable(case.issued(kind) for kind in kinds_instead(row.kind))
    for other in issued:
        if other.entries & (meant if other.kind == document.kind else meant - about):
            yield other


def standing_letter(case: Case, letter: LetterOf) -> LetterOf | None:
    """Return *letter* about the entry that stands for its own now; None when none does."""
    if not letter.entry_id:
        return letter
    named = case.entry(letter.entry_id)
    standing = case.all(named.form) if named else iter(())
    first = case.begun(named) if named else None
    found = next((entry for entry in standing if case.begun(entry) == first), None)
    return LetterOf(letter.kind, found.id) if found else None


def _approved(document: Document) -> datetime:
    return document.approved


def _corrected_ids(case: Case, entry_id: str) -> frozenset[str]:
    """Return the ids of the entry and of all that it corrects."""
    entry = case.entry(entry_id)
    if entry is None:
        return frozenset((entry_id,))
    first = case.begun(entry)
    same = (e for e in case.entries if e.form == entry.form and case.begun(e) == first)
    return frozenset(e.id for e in same)
