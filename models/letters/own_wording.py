"""The clinic's own words in a letter: which texts are the law's, and what a new one must hold."""

import re
import string
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from models.case import Case, Entry
from models.law_tables import Authorship
from models.letters.letter import LetterKind
from models.letters.wording import Wording

FORM = "letter_wording"
"""The form in which a clinic says a text of a letter in its own words."""

_SPACES = re.compile(r" {2,}")

LAW = "lov"
"""The slot in which a provision is cited."""

_UNREADABLE = (
    "Klammerne går ikke op. Hver plads skal stå som {navnet} med én klamme på hver side. Brug "
    "knapperne under teksten."
)
_EMPTY = "Der står ikke noget. Skriv en tekst, eller gå tilbage til programmets tekst."


class WordingError(Exception):
    """A text cannot be used in a letter; the sentence says why and what to do."""


@dataclass(frozen=True, slots=True)
class SlotName:
    """What people call a slot, ``"datoen"``, and what could stand in it."""

    name: str
    example: str


@dataclass(frozen=True, slots=True)
class Reading:
    """How the texts are shown: `places` by group, `slots` by name, `owners` by letter and text.

    An owner is the id of a provision; ``"decision"`` maps ``"appeal"`` or ``"appeal.late"``.
    """

    places: Mapping[str, str]
    slots: Mapping[str, SlotName]
    owners: Mapping[str, Mapping[str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class OwnText:
    """A text in the clinic's words, in the place of the one called `key`; `id` names its entry."""

    id: str
    kind: LetterKind
    key: str
    text: str
    author: Authorship


def read_reading(toml: str) -> Reading:
    """Return how texts are shown, from the TOML text of resources/letters/texts.toml."""
    table = tomllib.loads(toml)
    return Reading(
        places=table["place"],
        slots={key: SlotName(row["name"], row["example"]) for key, row in table["slot"].items()},
        owners={
            kind: {text: tuple(ids) for text, ids in texts.items()}
            for kind, texts in table["locked"].items()
        },
    )


def owners_of(kind: LetterKind, key: str, wording: Wording, reading: Reading) -> tuple[str, ...]:
    """Return the ids of the provisions that a text belongs to, none when it is the clinic's.

    A text that cites the law is the law's, and so are those that *reading* names.
    """
    texts = reading.owners.get(kind, {})
    named = texts.get(key) or texts.get(key.partition(".")[0]) or ()
    cited = replace(wording, texts={key: wording.texts[key]}).cited
    return tuple(dict.fromkeys((*named, *cited)))


def slots_in(text: str) -> tuple[str, ...]:
    """Return the names of the slots in *text*, each once, in order; raises `WordingError`."""
    return tuple(dict.fromkeys(_slots(text)))


def _slots(text: str) -> Iterator[str]:
    try:
        parts = list(string.Formatter().parse(text))
    except ValueError:
        raise WordingError(_UNREADABLE) from None
    for literal, name, form, conversion in parts:
        if name is None:
            if "{" in literal or "}" in literal:
                raise WordingError(_UNREADABLE)
            continue
        if conversion or (form and name != LAW):
            raise WordingError(_UNREADABLE)
        yield f"{name}:{form}" if form else name


def for_people(text: str, reading: Reading) -> str:
    """Return *text* with its slots called what people call them; raises `WordingError`."""
    said = text
    for slot in slots_in(text):
        said = said.replace(f"{{{slot}}}", f"{{{_named(slot, reading)}}}")
    return said


def from_people(said: str, shipped: str, reading: Reading) -> str:
    """Return what a person wrote as a text for the letter, in the place of *shipped*.

    Raises `WordingError` for an empty text, one whose braces cannot be read, and one that lacks a
    slot of *shipped* or has another.
    """
    if not said.strip():
        raise WordingError(_EMPTY)
    wanted = {_named(slot, reading): slot for slot in slots_in(shipped)}
    found = slots_in(said)
    for name in found:
        if name not in wanted:
            raise WordingError(_unknown(name, wanted))
    for name in wanted:
        if name not in found:
            raise WordingError(f"Teksten mangler {{{name}}}. Det skal stå i brevet.")
    # All at once: a name of one slot could be the key of another.
    text = "".join(_put_back(_SPACES.sub(" ", said).strip(), wanted))
    # A text that goes on from another begins with a space, which nobody would think of typing.
    before, _, after = shipped.partition(shipped.strip())
    return f"{before}{text}{after}"


def _put_back(text: str, wanted: Mapping[str, str]) -> Iterator[str]:
    for literal, name, form, _ in string.Formatter().parse(text):
        yield literal
        if name is not None:
            yield f"{{{wanted[f'{name}:{form}' if form else name]}}}"


def _unknown(name: str, wanted: Mapping[str, str]) -> str:
    known = ", ".join(f"{{{each}}}" for each in wanted)
    if not known:
        return f"Her kan {{{name}}} ikke bruges. Teksten har ingen pladser til oplysninger."
    return f"Her kan {{{name}}} ikke bruges. Brug: {known}."


def _named(slot: str, reading: Reading) -> str:
    known = reading.slots.get(slot)
    return known.name if known else slot


def filled_with_examples(text: str, reading: Reading) -> str:
    """Return *text* with an example in each slot that has one; raises `WordingError`."""
    said = text
    for slot in slots_in(text):
        known = reading.slots.get(slot)
        said = said.replace(f"{{{slot}}}", known.example if known else "…")
    return said


def own_texts_of(case: Case) -> tuple[OwnText, ...]:
    """Return the texts that stand in the clinic's own file: the last that was signed of each."""
    signed = sorted((entry for entry in case.all(FORM) if entry.is_signed), key=_signing)
    last = {(entry.answers.text("wording.letter"), _key(entry)): entry for entry in signed}
    return tuple(
        OwnText(
            id=entry.id,
            kind=LetterKind(kind),
            key=key,
            text=entry.answers.text("wording.text"),
            author=Authorship(entry.author, entry.signed.date()),
        )
        for (kind, key), entry in last.items()
        if entry.signed and kind in set(LetterKind) and not entry.answers.yes("wording.back")
    )


def _key(entry: Entry) -> str:
    return entry.answers.text("wording.key")


def _signing(entry: Entry) -> tuple[date, str, str]:
    at = entry.signed or entry.changed
    return at.date(), at.isoformat(), entry.id


def fits(text: OwnText, wording: Wording, reading: Reading) -> bool:
    """Return whether *text* can stand in a letter of today's *wording*.

    A newer program may ask for another slot, have no such text any more, or find it to be the
    law's.
    """
    if text.key not in wording.texts or owners_of(text.kind, text.key, wording, reading):
        return False
    try:
        return set(slots_in(text.text)) == set(slots_in(wording.texts[text.key]))
    except WordingError:
        return False


def with_own(wording: Wording, ours: Iterable[OwnText], reading: Reading) -> Wording:
    """Return *wording* with those of *ours*, all of its kind, that fit it."""
    used = [text for text in ours if fits(text, wording, reading)]
    texts = {**wording.texts, **{text.key: text.text for text in used}}
    return replace(wording, texts=texts, own={text.key: text.id for text in used})
