"""Why the list of citizens is empty, and what to do about it."""

from views.screen.citizen_filter import CitizensWanted

_NOBODY_YET = (
    "Her er ingen borgere endnu",
    "Når nogen henvender sig, begynder du med »Ny henvendelse«. Så følger du tråden derfra.",
)
_FILTERED = ("Ingen borgere passer på det, du har valgt", "Vælg »Alle« i en af boksene ovenfor.")
_FEWER = "Prøv med færre bogstaver, et fornavn eller de første cifre af CPR-nummeret."
_ALSO_ALL = "Prøv med færre bogstaver, eller vælg »Alle« i boksene ovenfor."


def why_nobody(wanted: CitizensWanted) -> tuple[str, str]:
    """Return what is said, and what to do, when nobody answers to *wanted*."""
    if typed := wanted.words.strip():
        return f"Ingen passer på »{typed}«", _ALSO_ALL if wanted.is_filtered else _FEWER
    return _FILTERED if wanted.is_filtered else _NOBODY_YET
