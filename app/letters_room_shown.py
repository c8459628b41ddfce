"""The letters that wait as the screen shows them, and the sentences about a batch of them."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from app.letters_batch import Outcome
from app.letters_waiting import WaitingLetter
from app.printing import has_spooler
from app.wording import counted, listed, moment_in_words
from models.danish import short_date
from models.decision import Delivery
from models.letters.catalogue import Catalogue
from views.screen.choices import Choice
from views.screen.letters_filter import Offered
from views.screen.letters_table import LetterLine

GOES = {
    Delivery.DIGITAL_POST: "Digital Post",
    Delivery.LETTER: "Med posten",
    Delivery.HANDED_OVER: "Gives i hånden",
}
"""How a letter that waits is going to leave."""

_STILL_HERE = "Resten står stadig på listen."
_AND_WHY = "De andre står stadig på listen, og i bemærkningen står hvorfor."
_STANDARD = "Brevene sendes til computerens standardprinter."
_TO_NOTE = "Vælg »Skrevet ud, ikke noteret sendt« foroven, når du vil notere, at de er sendt."
_LIST = "En liste over dem kommer ud til sidst."
_SAVED = "Filerne ligger uden for det krypterede kartotek. Slet dem, når de er sendt."


def line_of(letter: WaitingLetter, reasons: Mapping[str, str]) -> LetterLine:
    """Return the row of *letter*; *reasons* say, by id, why something went wrong."""
    reason = reasons.get(letter.id, "")
    return LetterLine(
        key=letter.id,
        title=letter.title,
        citizen=letter.citizen,
        way=GOES[letter.way],
        approved=f"{short_date(letter.approved.astimezone().date())} · {letter.approved_by}",
        note=reason or _note(letter),
        is_trouble=bool(reason),
    )


def offered_among(letters: Collection[WaitingLetter], catalogue: Catalogue) -> Offered:
    """Return what *letters* can be filtered by: only what there is among them."""
    ways, kinds = {one.way for one in letters}, {one.kind for one in letters}
    persons = sorted({one.approved_by for one in letters}, key=str.casefold)
    return Offered(
        persons=tuple(Choice(person, person) for person in persons),
        ways=tuple(Choice(way, said) for way, said in GOES.items() if way in ways),
        kinds=tuple(Choice(kind, row.title) for kind, row in catalogue.items() if kind in kinds),
    )


def printing_question(letters: Sequence[WaitingLetter], copies: int, *, has_list: bool) -> str:
    """Return what is to be known before *letters* are printed, *copies* of them once more."""
    parts = [_STANDARD] if has_spooler() else []
    parts += [_LIST] if has_list and len(letters) > 1 else []
    if copies == len(letters):
        parts.append("Alle har været skrevet ud før, så de bliver mærket »Kopi«.")
    elif copies:
        parts.append(f"{copies} af dem har været skrevet ud før og bliver mærket »Kopi«.")
    return " ".join(parts)


def noting_question(letters: Sequence[WaitingLetter]) -> str:
    """Return by which ways *letters* will be noted as sent."""
    count = Counter(one.way for one in letters)
    ways = [f"{count[way]} som »{said}«" for way, said in GOES.items() if count[way]]
    return (
        f"{listed(ways)}. Gik et brev en anden vej eller en anden dag, så åbn brevet, og notér "
        "det dér."
    )


def letters_counted(number: int) -> str:
    """Return *number* with its word, ``"1 brev"`` or ``"12 breve"``."""
    return counted(number, "brev", "breve")


def printed_words(outcome: Outcome) -> str:
    """Return what became of a batch that was printed."""
    return _words(outcome, "skrevet ud", _TO_NOTE)


def saved_words(outcome: Outcome) -> str:
    """Return what became of a batch that was saved."""
    return _words(outcome, "gemt", _SAVED)


def noted_words(outcome: Outcome) -> str:
    """Return what became of a batch that was noted as sent."""
    return _words(outcome, "noteret som sendt eller givet", "")


def _words(outcome: Outcome, done: str, afterwards: str) -> str:
    if outcome.done == outcome.of:
        told = f"{letters_counted(outcome.done)} er {done}."
    else:
        told = f"{outcome.done} af {letters_counted(outcome.of)} er {done}."
    if outcome.is_stopped:
        told = f"Du stoppede. {told}"
    is_short = outcome.done < outcome.of and not outcome.is_stopped
    missing = (_STILL_HERE if outcome.sentence else _AND_WHY) if is_short else ""
    follows = afterwards if outcome.done and not outcome.sentence else ""
    return " ".join(part for part in (told, outcome.sentence, missing, follows) if part)


def _note(letter: WaitingLetter) -> str:
    told = []
    if letter.printed:
        told.append(f"Skrevet ud {moment_in_words(letter.printed)}")
    if letter.saved:
        name = f" som {letter.saved_as}" if letter.saved_as else ""
        told.append(f"Gemt{name} {moment_in_words(letter.saved)}")
    return " · ".join(told)
