"""Writing a letter: from a course, the office and the law of the day to a letter and its lacks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from models.clinic import Clinic
from models.course import Course
from models.danish import long_date
from models.law_tables import LawTables
from models.letters.alone import alone
from models.letters.basis import About, Basis, Musts, Occasion
from models.letters.catalogue import Catalogue
from models.letters.contents import LetterDraft
from models.letters.letter import LetterKind, LetterOf
from models.letters.reading_help import with_reading_help
from models.letters.wording import Wording
from models.letters.writers import WRITERS


@dataclass(frozen=True)
class LetterBook:
    """What all letters are written with, whatever the case: law, wording, required contents."""

    law: LawTables
    wordings: Mapping[LetterKind, Wording]
    musts: Musts
    catalogue: Catalogue


@dataclass(frozen=True, slots=True)
class Called:
    """A letter that a course calls for; `telling` tells it from others of its kind."""

    letter: LetterOf
    telling: str


def letters_called(course: Course, clinic: Clinic, catalogue: Catalogue) -> tuple[Called, ...]:
    """Return the letters that the course calls for now and this office may send."""
    return tuple(_called(course, clinic, catalogue))


def _called(course: Course, clinic: Clinic, catalogue: Catalogue) -> Iterator[Called]:
    for kind, row in catalogue.items():
        writer = WRITERS.get(kind)
        if writer is None or not row.may_be_sent_by(clinic):
            continue
        for about in writer.called(course, row.form):
            yield Called(LetterOf(kind, about.entry_id), about.telling)


def telling_of(letter: LetterOf, course: Course, catalogue: Catalogue) -> str:
    """Return what tells *letter* from others of its kind; empty for the only one."""
    return _about(letter, course, catalogue).telling


def write_letter(
    letter: LetterOf, course: Course, clinic: Clinic, book: LetterBook, occasion: Occasion
) -> LetterDraft:
    """Return the *letter* as it stands, and what it still lacks.

    A letter is dated by the entry it rests on, where that has a date, and uses the law of that day.
    """
    writer, wording = WRITERS[letter.kind], book.wordings[letter.kind]
    dating = writer.dated(course, letter.entry_id, occasion)
    basis = Basis(
        row=book.catalogue[letter.kind],
        about=_about(letter, course, book.catalogue),
        musts=book.musts,
        course=alone(course, letter),
        clinic=clinic,
        law=book.law,
        day=dating.day,
        today=occasion.today,
        speech=wording.for_day(book.law, dating.day),
        writer=dating.writer,
        record=occasion.record,
    )
    draft = _naming_earlier(with_reading_help(writer.write(basis), basis), occasion.replaces)
    law_used = tuple(dict.fromkeys((*draft.law_used, *wording.cited)))
    return replace(draft, law_used=law_used, about=letter.entry_id)


def _naming_earlier(draft: LetterDraft, replaces: date | None) -> LetterDraft:
    """Return *draft* with the day of the letter it takes the place of beside its own."""
    if replaces is None:
        return draft
    named = (*draft.letter.reference, ("Erstatter", f"Brev af {long_date(replaces)}"))
    return replace(draft, letter=replace(draft.letter, reference=named))


def _about(letter: LetterOf, course: Course, catalogue: Catalogue) -> About:
    form = catalogue[letter.kind].form
    return WRITERS[letter.kind].about(course, form, letter.entry_id)
