"""The letters of a course as the case screen shows them, each with how far it is."""

from collections.abc import Iterable, Iterator

from app.course_at import CourseAt, key_in_course
from app.letters_standing import issued_about, issued_now, withdrawn_by
from app.work import Work
from models.case import Case, Document
from models.clinic import Clinic
from models.courses import OF_THE_CITIZEN
from models.danish import short_date
from models.law_tables import NoRuleInForceError
from models.letters.basis import Occasion
from models.letters.catalogue import Catalogue
from models.letters.letter import LetterKind, LetterOf
from models.letters.writing import Called, letters_called, write_letter
from views.screen.step_knot import StepState
from views.screen.step_model import StepShown

_LONGEST_TELLING = 60
_EARLIER = " (tidligere)"


def letters_shown(at: CourseAt, clinic: Clinic, work: Work) -> tuple[StepShown, ...]:
    """Return the letters that the course calls for and those issued, with how far each is.

    The key of a letter is that of its `LetterOf`, in an earlier course that of `key_in_course`,
    and that of one issued earlier the id of the document.
    """
    catalogue = work.supplies.book.catalogue
    shown: list[StepShown] = []
    told: set[str] = set()
    for named in _called(at, clinic, catalogue):
        shown.append(_letter_shown(named, at, clinic, work))
        issued = issued_about(at.part, named.letter)
        now = issued_now(at.part, named.letter, catalogue[named.letter.kind])
        earlier = [document for document in issued if document is not now]
        title = f"{letter_title(named, catalogue)}{_EARLIER}"
        shown += [_issued_shown(document, document.id, title) for document in earlier]
        told |= {document.id for document in issued}
    others = (document for document in _issued(at, catalogue) if document.id not in told)
    return (*shown, *_others_shown(others, at.part, catalogue))


def letter_title(named: Called, catalogue: Catalogue) -> str:
    """Return what a letter is called where it is chosen, ``"Samtykke: Jobcenter"``."""
    title, telling = catalogue[named.letter.kind].title, named.telling[:_LONGEST_TELLING]
    return f"{title}: {telling}" if telling else title


def _called(at: CourseAt, clinic: Clinic, catalogue: Catalogue) -> Iterator[Called]:
    """Yield what the course calls for; what concerns the citizen is called for in the present."""
    for named in letters_called(at.course, clinic, catalogue):
        if at.is_present or catalogue[named.letter.kind].form not in OF_THE_CITIZEN:
            yield named


def _issued(at: CourseAt, catalogue: Catalogue) -> Iterator[Document]:
    return (document for kind in catalogue for document in at.part.issued(kind))


def _others_shown(
    documents: Iterable[Document], part: Case, catalogue: Catalogue
) -> Iterator[StepShown]:
    """Yield what was issued and is not called for any more: it stays where it can be read."""
    for document in documents:
        row = catalogue[LetterKind(document.kind)]
        is_withdrawn = withdrawn_by(part, document, row) is not None
        yield _issued_shown(document, document.id, row.title + (_EARLIER if is_withdrawn else ""))


def _letter_shown(named: Called, at: CourseAt, clinic: Clinic, work: Work) -> StepShown:
    catalogue, letter = work.supplies.book.catalogue, named.letter
    title = letter_title(named, catalogue)
    key = letter.key if at.is_present else key_in_course(letter, at.part)
    if issued := issued_now(at.part, letter, catalogue[letter.kind]):
        return _issued_shown(issued, key, title)
    if _lacks_something(letter, at, clinic, work):
        return StepShown(key, title, "Mangler noget", StepState.MISSING)
    return StepShown(key, title, "Klar til at godkende", StepState.DRAFT)


def _issued_shown(document: Document, key: str, title: str) -> StepShown:
    text = f"Godkendt {short_date(document.approved.date())}"
    return StepShown(key, title, text, StepState.DONE)


def _lacks_something(letter: LetterOf, at: CourseAt, clinic: Clinic, work: Work) -> bool:
    occasion = Occasion(work.today, work.person)
    try:
        draft = write_letter(letter, at.course, clinic, work.supplies.book, occasion)
    except NoRuleInForceError:
        return True
    return bool(draft.lacks)
