"""The small Danish sentences that conductors say: times, what happened, what is saved."""

from datetime import datetime

from models.case import DocumentEvent
from models.danish import short_date
from storage.records import DocumentStep

_HAPPENED = {
    DocumentStep.APPROVED: "Godkendt",
    DocumentStep.PRINTED: "Skrevet ud",
    DocumentStep.SAVED: "Gemt som PDF uden for kartoteket",
    DocumentStep.HANDED_OVER: "Udleveret personligt",
    DocumentStep.SENT: "Sendt",
}


def moment_in_words(at: datetime) -> str:
    """Return a time as one says it here, ``"22.11.2026 kl. 10.42"``, on the local clock."""
    local = at.astimezone()
    return f"{short_date(local.date())} kl. {local:%H.%M}"


def clock_in_words(at: datetime) -> str:
    """Return the time of day, ``"10.42.07"``, on the local clock."""
    return f"{at.astimezone():%H.%M.%S}"


def happened(event: DocumentEvent) -> str:
    """Return what happened to a document as a line of its story."""
    what = _HAPPENED[DocumentStep(event.what)]
    return f"{what} {moment_in_words(event.at)} af {event.by}"
