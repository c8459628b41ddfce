"""A letter as the case would give it now, and the pages it would be printed as."""

from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache

from app.letters_standing import issued_about
from app.record_copied import record_of
from app.work import Work
from models.case import Case
from models.clinic import Clinic
from models.course import Course
from models.letters.basis import Occasion
from models.letters.contents import LetterDraft
from models.letters.letter import Letter, LetterKind, LetterOf
from models.letters.record import NO_RECORD
from models.letters.writing import write_letter
from views.paper.envelope import EnvelopeWindow
from views.paper.faults import UnusableLogoError
from views.paper.letter_paper import draw_letter
from views.paper.logo import Logo, read_logo


@dataclass(frozen=True, slots=True)
class Told:
    """What a letter is made from: a `part` of the `whole` case, and the course it means."""

    part: Case
    course: Course
    whole: Case


def drafted_letter(letter: LetterOf, told: Told, clinic: Clinic, work: Work) -> LetterDraft:
    """Return *letter* as one course would give it today; it names the letter it takes the place of.

    Raises `NoRuleInForceError`.
    """
    earlier = next(iter(issued_about(told.part, letter)), None)
    replaces = earlier.approved.date() if earlier else None
    is_copy = letter.kind is LetterKind.RECORD_COPY
    record = record_of(told.whole, letter.entry_id, work) if is_copy else NO_RECORD
    occasion = Occasion(work.today, work.person, replaces, record)
    return write_letter(letter, told.course, clinic, work.supplies.book, occasion)


def drawn_letter(draft: LetterDraft, course: Course, clinic: Clinic) -> bytes:
    """Return the very bytes that would be printed; raises `UnprintableLetterError`."""
    return drawn_on_paper(draft.letter, clinic, large_print=course.citizen.reads_large_print)


def drawn_on_paper(letter: Letter, clinic: Clinic, *, large_print: bool = False) -> bytes:
    """Return *letter* on the clinic's own paper; raises `UnprintableLetterError`."""
    window = EnvelopeWindow(clinic.window_left_mm, clinic.window_top_mm)
    logo = _logo(clinic.logo) if clinic.logo else None
    return draw_letter(letter, window, large_print=large_print, logo=logo)


@lru_cache(maxsize=1)
def _logo(picture: bytes) -> Logo | None:
    # Unpacked once, for it is drawn at every keystroke. What was kept was read before; should it
    # be unreadable all the same, a letter without a picture is still a lawful letter.
    with suppress(UnusableLogoError):
        return read_logo(picture)
    return None
