"""The letters of all courses of a case, as its overview shows them, with how far each is."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from app.case_overview_rows import LETTER, key_of
from app.course_at import course_at
from app.courses_shown import years
from app.letters_shown import letters_shown
from app.letters_standing import withdrawn_by
from app.letters_story import happened
from app.open_case import OpenCase
from app.work import Work
from models.case import Case, Document
from models.clinic import Clinic
from models.courses import courses_of
from models.letters.catalogue import Catalogue, Per
from models.letters.letter import LetterKind
from storage.records import DocumentStep
from views.screen.case_overview.rows import RowGroup, RowShown
from views.screen.due import DueState
from views.screen.step_knot import StepState

_TO_COME = "Kan skrives nu"
_PRESENT = "Nuværende forløb"
_STATES: Mapping[str, tuple[str, DueState]] = {
    DocumentStep.APPROVED: ("Godkendt, ikke sendt", DueState.SOON),
    DocumentStep.PRINTED: ("Skrevet ud, ikke sendt", DueState.SOON),
    DocumentStep.SAVED: ("Gemt, ikke sendt", DueState.SOON),
    DocumentStep.HANDED_OVER: ("Udleveret", DueState.MET),
    DocumentStep.SENT: ("Sendt", DueState.MET),
}
_DONE = (DocumentStep.SENT, DocumentStep.HANDED_OVER)
_WITHDRAWN = ("Trukket tilbage", DueState.OVERDUE)


def replaced_letters(parts: Iterable[Case], catalogue: Catalogue) -> dict[str, Document]:
    """Return the letter that took the place of another, by the id of that."""
    found = (
        (document.id, withdrawn_by(part, document, catalogue[LetterKind(document.kind)]))
        for part in parts
        for document in _with_a_newer(part, catalogue)
    )
    return {document_id: newer for document_id, newer in found if newer is not None}


def _with_a_newer(part: Case, catalogue: Catalogue) -> Iterator[Document]:
    """Yield the letters that may have been replaced: each look at the whole case takes its time."""
    about = {document.id: _about(part, document, catalogue) for document in part.documents}
    counted = Counter(chain.from_iterable(about.values()))
    for document in part.documents:
        if any(counted[one] > 1 for one in about[document.id]):
            yield document


def _about(part: Case, document: Document, catalogue: Catalogue) -> frozenset[tuple[str, str]]:
    """Return the kind of a letter together with what it is about, a correction being the same."""
    row = catalogue[LetterKind(document.kind)]
    if row.per is not Per.ENTRY:
        return frozenset({(document.kind, "")})
    entries = (part.entry(entry_id) for entry_id in document.entries)
    firsts = (part.begun(entry)[1] for entry in entries if entry and entry.form == row.form)
    return frozenset((document.kind, first) for first in firsts)


def letter_groups(case: OpenCase, work: Work, clinic: Clinic) -> tuple[RowGroup, ...]:
    """Return what can be written now, then what was issued, the newest course first."""
    parts = courses_of(case.case)
    catalogue = work.supplies.book.catalogue
    replaced = replaced_letters(parts, catalogue)
    issued = (
        RowGroup(
            _PRESENT if part is parts[-1] else f"Forløb {years(part)}".strip(),
            tuple(_issued(part, replaced, catalogue)),
        )
        for part in reversed(parts)
    )
    return (RowGroup(_TO_COME, tuple(_to_come(case, work, clinic))), *issued)


def _to_come(case: OpenCase, work: Work, clinic: Clinic) -> Iterator[RowShown]:
    for one in letters_shown(course_at(case, None), clinic, work):
        if one.state is not StepState.DONE:
            state = DueState.SOON if one.state is StepState.MISSING else DueState.LATER
            yield RowShown(key_of(LETTER, one.key), one.title, "", one.words, state)


def _issued(
    part: Case, replaced: Mapping[str, Document], catalogue: Catalogue
) -> Iterator[RowShown]:
    for document in sorted(part.documents, key=_approved, reverse=True):
        chip, state = _WITHDRAWN if document.id in replaced else _state(document)
        told = chain.from_iterable([happened(event)] for event in reversed(document.events))
        title = catalogue[LetterKind(document.kind)].title
        yield RowShown(key_of(LETTER, document.id), title, " · ".join(told), chip, state)


def _state(document: Document) -> tuple[str, DueState]:
    """Return how far a letter is: sent is sent, whatever was printed of it afterwards."""
    steps = [event.what for event in document.events]
    sent = next((step for step in reversed(steps) if step in _DONE), "")
    return _STATES[sent or (steps[-1] if steps else DocumentStep.APPROVED)]


def _approved(document: Document) -> str:
    return document.approved.isoformat()
