"""The texts of a letter as the screen shows them: whose they are, and how hard they are to read."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from app.own_wordings import reading
from app.supplies import Supplies
from models.danish import long_date
from models.law_tables import NoRuleInForceError
from models.letters.letter import LetterKind
from models.letters.own_wording import LAW, OwnText, fits, for_people, owners_of
from models.readability import HARD_FROM, Readability, readability_of
from views.screen.line_list import Line

_LONGEST = 80
_FEW = 3
_CITED = re.compile(r"\{lov:([^}]+)\}")
_ELSEWHERE = "loven"
_DRAFT = "Jeres kladde. Den er ikke taget i brug endnu."
_SHIPPED = "Programmets tekst."
_OUTDATED = (
    "Jeres tekst passer ikke til den nye udgave af programmet og bliver ikke brugt. Skriv den om, "
    "eller gå tilbage til programmets tekst."
)


def text_lines(
    kind: LetterKind, supplies: Supplies, drafts: frozenset[str], day: date
) -> tuple[Line, ...]:
    """Return a line for each text of a letter; *drafts* are the keys of those being written."""
    return tuple(_lines(kind, supplies, drafts, day))


def texts_to_show(kind: LetterKind, supplies: Supplies) -> tuple[str, ...]:
    """Return which texts of a letter say something; a few stand for nothing being said."""
    shipped = supplies.own_wordings.shipped[kind]
    return tuple(key for key, text in shipped.texts.items() if text.strip())


def _lines(
    kind: LetterKind, supplies: Supplies, drafts: frozenset[str], day: date
) -> Iterator[Line]:
    wording = supplies.own_wordings[kind]
    shipped = supplies.own_wordings.shipped[kind]
    for key in texts_to_show(kind, supplies):
        text = wording.texts[key]
        parts = [place_of(key)]
        if owners_of(kind, key, shipped, reading()):
            parts.append("låst af loven")
        elif key in drafts:
            parts.append("kladde")
        elif key in wording.own:
            parts.append("jeres tekst")
        said = " ".join(as_read(text, supplies, day).split())
        yield Line(key, said[:_LONGEST], " · ".join(parts))


def as_read(text: str, supplies: Supplies, day: date) -> str:
    """Return a text of a letter as people read it, the law cited as on *day*."""
    said = text
    for owner in _CITED.findall(text):
        (citation,) = _citations((owner,), supplies, day) or (_ELSEWHERE,)
        said = said.replace(f"{{{LAW}:{owner}}}", citation)
    return for_people(said, reading())


def place_of(key: str) -> str:
    """Return where in a letter the text called *key* stands."""
    return reading().places.get(key.partition(".")[0], "Brevets tekst")


def owner_sentence(kind: LetterKind, key: str, supplies: Supplies, day: date) -> str:
    """Return which rules a text belongs to, empty when the clinic may write it."""
    shipped = supplies.own_wordings.shipped[kind]
    owners = owners_of(kind, key, shipped, reading())
    if not owners:
        return ""
    cited = ", ".join(_citations(owners, supplies, day))
    whose = f"loven: {cited}" if cited else "loven"
    return f"Teksten hører til {whose}. Derfor kan I ikke ændre den."


def _citations(owners: tuple[str, ...], supplies: Supplies, day: date) -> tuple[str, ...]:
    found: list[str] = []
    for owner in owners:
        # A rule that does not hold on the day is named nowhere in the letter.
        with suppress(NoRuleInForceError):
            found.append(supplies.law.citation(owner, day))
    return tuple(found)


def words_to_find(text: str) -> str:
    """Return the first few words of *text* that stand in a letter as they are written here."""
    parts = re.split(r"\{[^}]*\}|\n", text)
    longest = max(parts, key=len)
    return " ".join(longest.split()[:_FEW])


def state_of(text: OwnText | None, supplies: Supplies, *, is_draft: bool) -> str:
    """Return whose text it is, and since when."""
    if is_draft:
        return _DRAFT
    if text is None:
        return _SHIPPED
    if not fits(text, supplies.own_wordings.shipped[text.kind], reading()):
        return _OUTDATED
    return f"Jeres tekst, skrevet af {text.author.by} {long_date(text.author.on)}."


def reading_help(text: str) -> str:
    """Return how hard *text* is to read, empty when it is too short to tell."""
    counted = readability_of(text)
    if not counted.is_telling:
        return ""
    if not counted.is_hard:
        return f"Let at læse (LIX {counted.lix})."
    return f"Svær at læse (LIX {counted.lix}, helst under {HARD_FROM}): {hard_because(counted)}."


def hard_because(counted: Readability) -> str:
    """Return what makes a text hard to read, ``"lange sætninger"``."""
    if counted.has_long_sentences and counted.has_long_words:
        return "lange sætninger og lange ord"
    return "lange sætninger" if counted.has_long_sentences else "lange ord"
