"""Writing a letter: from a course, the office and the law of the day to a letter and its lacks."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from models.clinic import Clinic
from models.course import Course
from models.law_tables import LawTables
from models.letters.basis import Basis
from models.letters.contents import LetterContents, LetterDraft, NamedLack
from models.letters.decision_letter import decision_letter
from models.letters.letter import LetterKind
from models.letters.plan_letter import plan_letter
from models.letters.request_receipt import request_receipt
from models.letters.wording import Wording


@dataclass(frozen=True)
class LetterBook:
    """What all letters are written with, whatever the case: law, wording, required contents."""

    law: LawTables
    wordings: Mapping[LetterKind, Wording]
    contents: LetterContents
    lacks: tuple[NamedLack, ...]


@dataclass(frozen=True, slots=True)
class Occasion:
    """When a letter is written and by whom: the day, and the person at work."""

    today: date
    person: str


def write_letter(
    kind: LetterKind, course: Course, clinic: Clinic, book: LetterBook, occasion: Occasion
) -> LetterDraft:
    """Return the letter of this *kind* as it stands, and what it still lacks.

    A letter is dated by the entry it rests on, where that has a date, and uses the law of that day.
    """
    day, writer = _day_and_writer(kind, course, occasion)
    wording = book.wordings[kind]
    speech = wording.for_day(book.law, day)
    basis = Basis(course, clinic, book.law, day, occasion.today, speech, writer)
    draft = _drafted(kind, basis, book)
    return replace(draft, law_used=tuple(dict.fromkeys((*draft.law_used, *wording.cited))))


def _drafted(kind: LetterKind, basis: Basis, book: LetterBook) -> LetterDraft:
    match kind:
        case LetterKind.DECISION:
            return decision_letter(basis, book.contents)
        case LetterKind.REQUEST_RECEIPT:
            return request_receipt(basis, book.lacks)
        case LetterKind.TREATMENT_PLAN:
            return plan_letter(basis, book.lacks)


def _day_and_writer(kind: LetterKind, course: Course, occasion: Occasion) -> tuple[date, str]:
    match kind:
        case LetterKind.DECISION:
            return course.decision.day or occasion.today, course.decision.caseworker
        case LetterKind.TREATMENT_PLAN:
            return course.plan.day or occasion.today, course.plan.therapist or occasion.person
        case LetterKind.REQUEST_RECEIPT:
            return occasion.today, occasion.person
