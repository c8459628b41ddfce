"""The delivery of a letter, as it is noted in the letter's story: which way it went, and when."""

from datetime import date
from itertools import chain

from models.case import Case, Document, DocumentEvent
from models.decision import Delivered, Delivery

_DECISIONS = ("decision", "decision_changed")
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


def delivered_about(case: Case, entry_id: str) -> Delivered | None:
    """Return how the newest decision letter made from this entry was delivered."""
    letters = chain.from_iterable(case.issued(kind) for kind in _DECISIONS)
    issued = (document for document in letters if entry_id in document.entries)
    return next((d for document in issued if (d := delivery_of(document))), None)
