"""What became of a letter that was issued, in lines, the newest first."""

from app.letters_standing import withdrawn_by
from app.open_case import OpenCase
from app.wording import moment_in_words
from models.case import Document, DocumentEvent
from models.courses import courses_of
from models.danish import short_date
from models.decision import Delivery
from models.delivery import delivered_by
from models.letters.catalogue import Catalogue
from models.letters.letter import LetterKind
from storage.records import DocumentStep

_HAPPENED = {
    DocumentStep.APPROVED: "Godkendt",
    DocumentStep.PRINTED: "Skrevet ud",
    DocumentStep.SAVED: "Gemt som PDF uden for kartoteket",
    DocumentStep.HANDED_OVER: "Udleveret personligt",
    DocumentStep.SENT: "Sendt",
}
_DELIVERED = {
    Delivery.DIGITAL_POST: "Sendt med Digital Post {day}",
    Delivery.LETTER: "Sendt med posten {day}",
    Delivery.HANDED_OVER: "Udleveret personligt {day}",
}
_WITHDRAWN = "Trukket tilbage: erstattet af brevet, der blev godkendt {moment} af {by}"


def story_of(issued: Document, case: OpenCase, catalogue: Catalogue) -> tuple[str, ...]:
    """Return what became of *issued*; first, when it is so, which letter took its place."""
    told = tuple(happened(event) for event in reversed(issued.events))
    part = next((c for c in courses_of(case.case) if issued in c.documents), case.present)
    newer = withdrawn_by(part, issued, catalogue[LetterKind(issued.kind)])
    if newer is None:
        return told
    moment, by = moment_in_words(newer.approved), newer.events[0].by if newer.events else ""
    return (_WITHDRAWN.format(moment=moment, by=by), *told)


def happened(event: DocumentEvent) -> str:
    """Return what happened to a document as a line of its story."""
    noted = f"{moment_in_words(event.at)} af {event.by}"
    delivered = delivered_by(event)
    if delivered and event.way:
        said = _DELIVERED[delivered.way].format(day=short_date(delivered.day))
        return f"{said} (noteret {noted})"
    return f"{_HAPPENED[DocumentStep(event.what)]} {noted}"
