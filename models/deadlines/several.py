"""Rules of which there is one for each entry: every one gets a name that it keeps."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Protocol, TypeVar

from models.deadlines.rule import Rule


class Dated(Protocol):
    """An entry's meaning, with the day it is about."""

    @property
    def day(self) -> date | None:
        """The day it is about; None while nobody said."""


_Dated = TypeVar("_Dated", bound=Dated)


def each_of(rule: Rule, entries: Iterable[_Dated]) -> Iterator[tuple[Rule, _Dated]]:
    """Yield the rule named for each of *entries*, oldest first, and the entry.

    Named after its day, a deadline keeps its name, and the notes about it, when the entry is
    corrected; the second of a day is told apart by a number.
    """
    seen: Counter[str] = Counter()
    for entry in entries:
        name = entry.day.isoformat() if entry.day else "undated"
        seen[name] += 1
        yield rule.of(name if seen[name] == 1 else f"{name}-{seen[name]}"), entry


def first_of(rule: Rule, entries: Iterable[_Dated]) -> Iterator[tuple[Rule, _Dated]]:
    """Yield as `each_of` does, but let the first keep the bare name: mostly there is no other."""
    for number, (named, entry) in enumerate(each_of(rule, entries)):
        yield (named if number else rule), entry
