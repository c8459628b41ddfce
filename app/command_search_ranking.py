"""What a search for commands finds, best first: pure, and quick enough for every keystroke."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain
from re import findall

from storage.folding import fold


class Kind(StrEnum):
    """What is found, in the order that equally good finds stand in; the values are shown."""

    ROOM = "Rum"
    DEED = "Gør det"
    CITIZEN = "Borger"
    STEP = "Trin"
    QUESTION = "Spørgsmål"
    LETTER = "Brev"
    TASK = "Opgave"
    ADDITION = "Tilføj"
    SETTING = "Indstillinger"
    RULE = "Retningslinje"
    HELP = "Hjælp"


_MOST = {Kind.CITIZEN: 8, Kind.QUESTION: 6, Kind.RULE: 5, Kind.HELP: 5}
_MOST_OF_OTHERS = 8
_OFFERED = (Kind.ROOM, Kind.DEED, Kind.STEP)
"""What is offered before anything is typed."""

_WHOLE, _BEGINS, _WORDS_BEGIN, _IN_TITLE, _ELSEWHERE, _NOT = range(6)


@dataclass(frozen=True, slots=True)
class Command:
    """Something one can do or go to; `also` holds further words that find it."""

    key: str
    title: str
    kind: Kind
    detail: str = ""
    shortcut: str = ""
    also: str = ""


@dataclass(frozen=True, slots=True)
class Searchable:
    """A command with its words folded, so that it is done once and not at each keystroke."""

    command: Command
    title: str = field(repr=False)
    beginnings: str = field(repr=False)
    elsewhere: str = field(repr=False)


def searchable(commands: Iterable[Command]) -> tuple[Searchable, ...]:
    """Return *commands* ready to be searched."""
    return tuple(map(_folded, commands))


def best(typed: str, among: Sequence[Searchable], known: Sequence[Command] = ()) -> list[Command]:
    """Return what answers to *typed*, best first; *known* does so already, as the register says.

    With nothing typed it is what one can do right here.
    """
    terms = fold(typed).split()
    if not terms:
        return [one.command for one in among if one.command.kind in _OFFERED]
    wanted = " ".join(terms)
    ranked = [(_rank(one, wanted, terms), one.command) for one in among]
    certain = [(min(_rank(_folded(one), wanted, terms), _WORDS_BEGIN), one) for one in known]
    found = [pair for pair in chain(ranked, certain) if pair[0] is not _NOT]
    order = {kind: number for number, kind in enumerate(Kind)}
    found.sort(key=lambda pair: (pair[0], order[pair[1].kind]))
    return _fewest(command for _, command in found)


def _folded(command: Command) -> Searchable:
    title = fold(command.title)
    # With what it is: a step and its letter have the same title.
    words = findall(r"[a-z0-9]+", f"{title} {fold(command.kind)}")
    beginnings = "".join(f" {word}" for word in words)
    return Searchable(command, title, beginnings, fold(f"{command.detail} {command.also}"))


def _rank(one: Searchable, wanted: str, terms: Sequence[str]) -> int:
    if wanted in one.title:
        if one.title.startswith(wanted):
            return _WHOLE if one.title == wanted else _BEGINS
        return _WORDS_BEGIN if f" {wanted}" in one.beginnings else _IN_TITLE
    if all(f" {term}" in one.beginnings for term in terms):
        return _WORDS_BEGIN
    in_all = all(term in one.title or term in one.elsewhere for term in terms)
    return _ELSEWHERE if in_all else _NOT


def _fewest(found: Iterable[Command]) -> list[Command]:
    """Return *found* with no more of each kind than one can look through."""
    count = dict.fromkeys(Kind, 0)
    kept: list[Command] = []
    for command in found:
        count[command.kind] += 1
        if count[command.kind] <= _MOST.get(command.kind, _MOST_OF_OTHERS):
            kept.append(command)
    return kept
