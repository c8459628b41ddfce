"""Where the program helps with a rule: what its forms, tasks, deadlines and letters say of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from app.rule_keys import instruction_key, provision_key
from app.shipped_forms import (
    CHECKLISTS,
    COURSE,
    INSTRUMENTS,
    files_of_today,
    names_in,
    read_shipped,
)
from app.supplies import Supplies, supplies


class SupportKind(StrEnum):
    """What helps; the values are what instructions.toml calls it."""

    FORM = "form"
    CHECKLIST = "checklist"
    GATE = "gate"
    REMINDER = "reminder"
    DEADLINE = "deadline"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Support:
    """One thing that helps: its kind and its name; of a form, the link ids of its questions."""

    kind: SupportKind
    name: str
    questions: tuple[str, ...] = ()


class _Named(NamedTuple):
    rule: str
    kind: SupportKind
    name: str
    question: str = ""


_FOLDERS = {
    COURSE: SupportKind.FORM,
    INSTRUMENTS: SupportKind.FORM,
    CHECKLISTS: SupportKind.CHECKLIST,
}


class Supports:
    """What helps with each rule; a question is told with its form."""

    def __init__(self, at_hand: Supplies) -> None:
        self._questions: dict[str, dict[tuple[SupportKind, str], list[str]]] = {}
        for named in _all_named(at_hand):
            things = self._questions.setdefault(named.rule, {})
            questions = things.setdefault((named.kind, named.name), [])
            if named.question:
                questions.append(named.question)

    def of(self, rule: str) -> tuple[Support, ...]:
        """Return what helps with the rule of this key, in the order of `SupportKind`."""
        things = self._questions.get(rule, {}).items()
        found = (Support(kind, name, tuple(asked)) for (kind, name), asked in things)
        order = tuple(SupportKind)
        return tuple(sorted(found, key=lambda support: order.index(support.kind)))


@cache
def shipped_supports() -> Supports:
    """Return what helps with each shipped rule; every form is read for it, once."""
    return Supports(supplies())


def _all_named(at_hand: Supplies) -> Iterator[_Named]:
    yield from _by_forms()
    yield from _by_reminders(at_hand)
    yield from _by_the_guideline(at_hand)
    yield from _by_deadlines(at_hand)
    yield from _by_letters(at_hand)


def _by_forms() -> Iterator[_Named]:
    for folder, kind in _FOLDERS.items():
        for name in names_in(folder):
            for item in read_shipped(files_of_today()[name]).by_link_id.values():
                rules = _keys(item.instructions, item.provisions)
                yield from (_Named(rule, kind, name, item.link_id) for rule in rules)


def _by_reminders(at_hand: Supplies) -> Iterator[_Named]:
    for reminder in at_hand.reminders:
        kind = SupportKind(reminder.kind)
        rules = _keys(reminder.instructions, reminder.provisions)
        yield from (_Named(rule, kind, reminder.id) for rule in rules)


def _by_the_guideline(at_hand: Supplies) -> Iterator[_Named]:
    for number, instruction in at_hand.instructions.items():
        for place in instruction.supported_by:
            kind, _, name = place.partition(":")
            yield _Named(instruction_key(number), SupportKind(kind), name)


def _by_deadlines(at_hand: Supplies) -> Iterator[_Named]:
    for length in at_hand.shipped_book.law.lengths:
        yield _Named(provision_key(length.provision), SupportKind.DEADLINE, length.id)


def _by_letters(at_hand: Supplies) -> Iterator[_Named]:
    book = at_hand.shipped_book
    for kind, wording in book.wordings.items():
        for provision in wording.cited:
            yield _Named(provision_key(provision), SupportKind.LETTER, kind)
    asked = [("decision", element) for element in book.musts.contents.elements]
    asked += [(kind, lack.element) for lack in book.musts.lacks for kind in lack.letters]
    for letter, element in asked:
        for provision in element.provisions:
            yield _Named(provision_key(provision), SupportKind.LETTER, letter)
    rested_on = (*book.musts.contents.basis.values(), *book.musts.contents.extract.values())
    for provision in {provision for group in rested_on for provision in group}:
        yield _Named(provision_key(provision), SupportKind.LETTER, "decision")


def _keys(instructions: Iterable[str], provisions: Iterable[str]) -> tuple[str, ...]:
    return (*map(instruction_key, instructions), *map(provision_key, provisions))
