"""The delivery of a letter, as it is noted in the letter's story: which way it went, and when."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from models.case import Case, Document, DocumentEvent, Entry
from models.decision import Delivered, Delivery

_DECISIONS = {
    "decision": ("decision", "decision_changed"),
    "free_choice": ("free_choice_reply", "free_choice_limited"),
}
"""The kinds of letters by which a decision is told, by the form that it is made in."""
_REASONS = "written_reasons"
_RESULT = "decision.result"
_HANDED_OVER = "handed-over"


def way_noted(delivered: Delivered) -> str:
    """Return a delivery as the story of a letter keeps it, ``"letter 2026-11-10"``."""
    return f"{delivered.way} {delivered.day.isoformat()}"


def delivered_by(event: DocumentEvent) -> Delivered | None:
    """Return the delivery that *event* notes; None when it notes none, or not which way."""
    way, _, day = event.way.partition(" ")
    if way in set(Delivery) and day:
        return Delivered(date.fromisoformat(day), Delivery(way))
    if event.what == _HANDED_OVER:
        # Noted before a day of its own was asked for.
        return Delivered(event.at.date(), Delivery.HANDED_OVER)
    return None


def delivery_of(document: Document) -> Delivered | None:
    """Return how *document* was delivered: as noted last, for what is noted wrong is noted anew."""
    noted = (delivered_by(event) for event in reversed(document.events))
    return next((delivered for delivered in noted if delivered), None)


def delivered_about(case: Case, entry: Entry) -> Delivered | None:
    """Return how the newest letter that tells the decision of this entry was delivered."""
    issued = _telling(case, entry)
    return next((d for document in issued if (d := delivery_of(document))), None)


def told_in_writing(case: Case, entry: Entry) -> date | None:
    """Return the day of the newest letter that tells the decision of this entry."""
    return next((document.approved.date() for document in _telling(case, entry)), None)


def reasons_given(case: Case, entry: Entry) -> date | None:
    """Return the day of the first letter with the reasons for the decision of this entry.

    Reasons that were given for what the entry corrects were given. The letter that tells the
    decision holds them too, and may have come before they were asked for.
    """
    first = case.begun(entry)
    same = [one for one in case.entries if one.form == entry.form and case.begun(one) == first]
    ids = {one.id for one in same}
    asked_for = (letter for letter in case.issued(_REASONS) if letter.entries & ids)
    result = entry.answers.code(_RESULT)
    # A full grant that was corrected into a no was told without reasons.
    alike = (one for one in same if one.answers.code(_RESULT) == result)
    telling = chain.from_iterable(_telling(case, one) for one in alike)
    return min((letter.approved.date() for letter in chain(asked_for, telling)), default=None)


def _telling(case: Case, entry: Entry) -> Iterator[Document]:
    letters = chain.from_iterable(case.issued(kind) for kind in _DECISIONS.get(entry.form, ()))
    return (document for document in letters if entry.id in document.entries)
