"""How sure a rule is, who wrote it and since when it holds, as the screens say it."""

from datetime import date

from models.danish import long_date
from models.law_tables import Authorship, Confidence

_DOUBTS = {
    Confidence.SURE: "",
    Confidence.LIKELY: "Sandsynligt, men ikke efterset i loven.",
    Confidence.UNVERIFIED: "Ikke bekræftet. Se efter i loven, før du bygger på det.",
}

_CONFIDENCE = {
    Confidence.SURE: "læst i kilden",
    Confidence.LIKELY: "sandsynligt, ikke efterset i loven",
    Confidence.UNVERIFIED: "ikke bekræftet",
}


def doubt_in_words(confidence: Confidence) -> str:
    """Return the sentence about a rule that is not sure; empty for one that is."""
    return _DOUBTS[confidence]


def confidence_in_words(confidence: Confidence) -> str:
    """Return how sure a rule is."""
    return _CONFIDENCE[confidence]


def authorship_in_words(author: Authorship) -> str:
    """Return that a rule is the clinic's own, whose and of when."""
    return f"Jeres egen, skrevet af {author.by} {long_date(author.on)}."


def validity_in_words(since: date, until: date | None) -> str:
    """Return the days a rule holds."""
    if until is None:
        return f"fra {long_date(since)}"
    return f"fra {long_date(since)} til {long_date(until)}"
