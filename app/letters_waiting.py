"""The letters that wait: approved, and not noted as sent or handed over."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from app.letters_standing import withdrawn_by
from app.records import document_of, entry_of
from app.trouble import READING_TROUBLE
from app.work import Work
from models.case import Case
from models.courses import courses_of
from models.decision import Delivery
from models.letters.alone import kinds_instead
from models.letters.letter import LetterKind
from storage.waiting import WaitingDocument
from views.screen.letters_filter import Wanted

MOST = 2000
"""More letters than anybody has lying; a list of so many is still walked without a wait."""
_NAMELESS = "Uden navn"


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingLetter:
    """One letter that waits; `file_name` names nobody, `saved_as` is the file it was saved as."""

    id: str
    case_id: str
    citizen: str
    kind: LetterKind
    title: str
    file_name: str
    way: Delivery
    approved: datetime
    approved_by: str
    printed: datetime | None
    saved: datetime | None
    saved_as: str


def is_wanted(letter: WaitingLetter, wanted: Wanted) -> bool:
    """Return whether *letter* is among those that are to be shown."""
    return (
        wanted.is_printed is (letter.printed is not None)
        and wanted.person in {"", letter.approved_by}
        and wanted.way in {"", letter.way}
        and wanted.kind in {"", letter.kind}
    )


def letters_waiting(work: Work) -> tuple[WaitingLetter, ...]:
    """Return the letters that wait, the one approved last first, at most `MOST`.

    A letter whose place another took waits no more. Raises `RegisterError`.
    """
    found = work.register.waiting_documents(MOST)
    gone = _withdrawn(found, work)
    return tuple(_letter(one, work) for one in found if one.id not in gone)


def _letter(waiting: WaitingDocument, work: Work) -> WaitingLetter:
    row = work.supplies.book.catalogue[LetterKind(waiting.kind)]
    # Letters approved by older programs say nothing of their way.
    way = Delivery(waiting.way) if waiting.way in set(Delivery) else row.ways[0]
    return WaitingLetter(
        id=waiting.id,
        case_id=waiting.case_id,
        citizen=waiting.name or _NAMELESS,
        kind=row.kind,
        title=row.title,
        file_name=row.file_name,
        way=way,
        approved=waiting.approved,
        approved_by=waiting.approved_by,
        printed=waiting.printed,
        saved=waiting.saved,
        saved_as=waiting.saved_as,
    )


def _withdrawn(found: Iterable[WaitingDocument], work: Work) -> frozenset[str]:
    # Only a case with a newer letter that may stand for it need be read, and that is seldom.
    doubtful = [one for one in found if one.newer_kinds & kinds_instead(LetterKind(one.kind))]
    cases = {case_id: _parts(case_id, work) for case_id in {one.case_id for one in doubtful}}
    return frozenset(one.id for one in doubtful if _is_withdrawn(one, cases[one.case_id], work))


def _is_withdrawn(waiting: WaitingDocument, parts: Iterable[Case], work: Work) -> bool:
    row = work.supplies.book.catalogue[LetterKind(waiting.kind)]
    kept = ((part, document) for part in parts for document in part.documents)
    return any(
        document.id == waiting.id and withdrawn_by(part, document, row) is not None
        for part, document in kept
    )


def _parts(case_id: str, work: Work) -> tuple[Case, ...]:
    """Return the courses of a case; none of one that this program cannot read."""
    register = work.register
    try:
        entries = tuple(entry_of(one, work.supplies) for one in register.case_entries(case_id))
        documents = tuple(document_of(one, ()) for one in register.documents(case_id))
    except READING_TROUBLE:
        return ()
    return courses_of(Case(case_id, entries, documents))
