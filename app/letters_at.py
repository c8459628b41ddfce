"""Which letter of an open case one looks at: one that can be issued now, or one that was."""

from collections.abc import Callable
from dataclasses import dataclass

from app.course_at import course_named
from app.letters_drafted import Told
from app.letters_shown import letter_title
from app.letters_standing import issued_now, standing_letter
from app.open_case import OpenCase
from models.case import Case, Document
from models.courses import courses_of
from models.letters.catalogue import Catalogue
from models.letters.letter import LetterKind, LetterOf, letter_of
from models.letters.writing import Called, telling_of


@dataclass(frozen=True, slots=True)
class LetterAt:
    """One letter: its name, and the document when it is issued.

    `letter` is about what stands now: None for a document that is no more than kept, and when what
    what the letter was about stands no more. `told` is the course it belongs to.
    """

    title: str
    file_name: str
    letter: LetterOf | None
    issued: Document | None
    told: Told


def letter_at(case: OpenCase, key: str, catalogue: Catalogue) -> LetterAt:
    """Return the letter with this *key*: that of a `LetterOf`, or the id of a document.

    Raises `KeyError` when there is none.
    """
    kept = next((document for document in case.case.documents if document.id == key), None)
    if kept:
        told = _told(case, lambda part: kept in part.documents)
        return _named(Called(LetterOf(LetterKind(kept.kind)), ""), None, kept, told, catalogue)
    own_key, entry_id = course_named(key)
    named = letter_of(own_key)
    if named is None:
        raise KeyError(key)
    told = _told(case, lambda part: part.entry(entry_id) is not None)
    letter = standing_letter(told.part, named)
    if letter is None:
        return _named(Called(LetterOf(named.kind), ""), None, None, told, catalogue)
    telling = telling_of(letter, told.course, catalogue)
    issued = issued_now(told.part, letter, catalogue[letter.kind])
    return _named(Called(letter, telling), letter, issued, told, catalogue)


def _told(case: OpenCase, holds: Callable[[Case], bool]) -> Told:
    """Return the course that *holds* what is meant, else the present one."""
    part = next((part for part in courses_of(case.case) if holds(part)), case.present)
    return Told(part, case.told_by(part), case.case)


def _named(
    called: Called,
    letter: LetterOf | None,
    issued: Document | None,
    told: Told,
    catalogue: Catalogue,
) -> LetterAt:
    file_name = f"{catalogue[called.letter.kind].file_name}.pdf"
    return LetterAt(letter_title(called, catalogue), file_name, letter, issued, told)
