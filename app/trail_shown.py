"""The trail in Danish: who did what when, without saying about whom."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from app.wording import lately_in_words
from storage.records import Deed, TrailRow
from views.screen.line_list import Line

_SAID: Final[dict[str, str]] = {
    Deed.CREATED: "Kartoteket blev oprettet",
    Deed.OPENED: "Låste op",
    Deed.OPENED_WITH_RECOVERY_KEY: "Låst op med gendannelsesnøglen",
    Deed.READ: "Åbnede en borger",
    Deed.DRAFT_BEGUN: "Begyndte på et skema",
    Deed.DRAFT_DISCARDED: "Slettede en kladde",
    Deed.SIGNED: "Underskrev et skema",
    Deed.DOCUMENT_APPROVED: "Godkendte et brev",
    Deed.DOCUMENT_PRINTED: "Skrev et brev ud",
    Deed.DOCUMENT_SAVED: "Gemte et brev uden for kartoteket",
    Deed.DOCUMENT_HANDED_OVER: "Udleverede et brev",
    Deed.DOCUMENT_SENT: "Sendte et brev",
    Deed.CLINIC_PROFILE_SAVED: "Rettede oplysninger om jeres sted",
    Deed.UNLOCK_FAILED: "Forgæves forsøg på at låse op",
    Deed.PASSPHRASE_CHANGED: "Skiftede adgangssætning",
    Deed.PASSPHRASE_RESET: "Fik ny adgangssætning med gendannelsesnøglen",
    Deed.PERSON_ADDED: "Gav en person adgang",
    Deed.PERSON_REMOVED: "Tog en persons adgang",
    Deed.RECOVERY_SHEET_MADE: "Lavede et nyt gendannelsesark",
    Deed.MIGRATED: "Kartoteket fulgte med til en ny udgave",
    Deed.RESTORED: "Hentede kartoteket fra en sikkerhedskopi",
    Deed.ERASED: "Slettede en borger",
    Deed.LISTS_REBUILT: "Byggede listerne igen",
    Deed.FAULT_ACCEPTED: "Så, at der manglede noget, og gik videre",
    Deed.FORM_IMPORTED: "Hentede et skema ind",
    Deed.FORM_ACTIVATED: "Tog et skema i brug",
    Deed.FORM_RETIRED: "Tog et skema ud af brug",
    Deed.ENTRY_PRINTED: "Skrev et udfyldt skema ud",
    Deed.ENTRY_SAVED: "Gemte et udfyldt skema uden for kartoteket",
    Deed.ENTRY_EXPORTED: "Gemte svar til et andet program",
}


def lines_of(rows: Iterable[TrailRow], today: date) -> tuple[Line, ...]:
    """Return a line for each of *rows*."""
    return tuple(_line(row, today) for row in rows)


def _line(row: TrailRow, today: date) -> Line:
    when = lately_in_words(row.at, today).capitalize()
    said = _SAID.get(row.deed, row.deed)
    return Line(str(row.number), said, f"{when} · {row.by}" if row.by else when)
