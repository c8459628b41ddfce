"""The trail in Danish: who did what when, and about whom."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from app.wording import lately_in_words
from storage.case_ids import CLINIC_CASE
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
    Deed.CLINIC_LOGO_SAVED: "Skiftede jeres logo",
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

_ABOUT_A_CITIZEN: Final = frozenset[str](
    {
        Deed.READ,
        Deed.DRAFT_BEGUN,
        Deed.DRAFT_DISCARDED,
        Deed.SIGNED,
        Deed.DOCUMENT_APPROVED,
        Deed.DOCUMENT_PRINTED,
        Deed.DOCUMENT_SAVED,
        Deed.DOCUMENT_HANDED_OVER,
        Deed.DOCUMENT_SENT,
        Deed.ENTRY_PRINTED,
        Deed.ENTRY_SAVED,
        Deed.ENTRY_EXPORTED,
    }
)
_CLINIC = "om jeres sted"
_ERASED = "om en slettet borger"
_NAMELESS = "om en borger uden navn"
_GONE = "om en borger, der ikke er i kartoteket mere"


def lines_of(rows: Iterable[TrailRow], today: date, names: Mapping[str, str]) -> tuple[Line, ...]:
    """Return a line for each of *rows*; *names* are those of the citizens now, by case."""
    return tuple(_line(row, today, names) for row in rows)


def _line(row: TrailRow, today: date, names: Mapping[str, str]) -> Line:
    when = lately_in_words(row.at, today).capitalize()
    parts = (when, row.by, _about(row, names))
    return Line(
        str(row.number),
        _SAID.get(row.deed, row.deed),
        " · ".join(part for part in parts if part),
    )


def _about(row: TrailRow, names: Mapping[str, str]) -> str:
    if row.case_id is None:
        return _ERASED if row.deed in _ABOUT_A_CITIZEN else ""
    if row.case_id == CLINIC_CASE:
        return _CLINIC
    if row.case_id not in names:
        return _GONE
    name = names[row.case_id]
    return f"om {name}" if name else _NAMELESS
