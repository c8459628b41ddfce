"""The pieces of work that the drills are made of, and what each changes in the world."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from storage.records import EntryState
from tests.drills.world import PERSON_FACT, World, backup_name, entry_fact
from tests.storage.samples import PASSPHRASE


class Kind(StrEnum):
    """What one can do."""

    DRAFT = "draft"
    SIGN = "sign"
    DISCARD = "discard"
    DOCUMENT = "document"
    EVENT = "event"
    PROFILE = "profile"
    REOPEN = "reopen"
    ERASE = "erase"
    BACKUP = "backup"
    ADD_PERSON = "add-person"
    CHANGE_PASSPHRASE = "change-passphrase"  # noqa: S105 - a kind of chore
    REMOVE_PERSON = "remove-person"
    RESTORE = "restore"


@dataclass(frozen=True)
class Chore:
    """One thing to do, to `subject` in `case`; `number` is the content, or which passphrase."""

    kind: Kind
    at: datetime
    subject: str = ""
    case: str = ""
    number: int = 0


def response_of(number: int) -> str:
    """Return answers that tell their number; some are short, some fill several pages."""
    padding = ("æøå " if number % 2 else "abc ") * (number % 7) ** 4
    return f'{{"resourceType": "QuestionnaireResponse", "n": {number}, "text": "{padding}"}}'


def document_of(number: int) -> bytes:
    """Return the bytes of a document; some fill several pages."""
    return b"%%PDF-1.7 %d " % number + bytes(range(256)) * (number % 5) ** 2


def name_of(number: int) -> str:
    """Return a name that nobody has."""
    return f"Prøve Prøvesen {number}"


def passphrase_of(number: int) -> str:
    """Return the passphrase with this number; the first is that of the samples."""
    return f"{PASSPHRASE} {number}" if number else PASSPHRASE


def after(world: World, chore: Chore) -> World:
    """Return the world when *chore* has been done in *world*."""
    return _AFTER[chore.kind](world, chore)


def _drafted(world: World, chore: Chore) -> World:
    return _with_entry(world, chore, EntryState.DRAFT)


def _signed(world: World, chore: Chore) -> World:
    return _with_entry(world, chore, EntryState.SIGNED)


def _with_entry(world: World, chore: Chore, state: EntryState) -> World:
    fact = entry_fact(state, response_of(chore.number))
    return _named(world, chore).with_fact(f"entry {chore.subject} {chore.case}", fact)


def _named(world: World, chore: Chore) -> World:
    return world.with_fact(f"case {chore.case}", name_of(chore.number))


def _discarded(world: World, chore: Chore) -> World:
    left = world.without(f"entry {chore.subject} {chore.case}")
    if any(name.endswith(f" {chore.case}") and name.count(" ") > 1 for name in left.facts):
        return _named(left, chore)
    return left.without(f"case {chore.case}")


def _documented(world: World, chore: Chore) -> World:
    place = f"{chore.subject} {chore.case}"
    content = document_of(chore.number).hex()
    named = _named(world, chore)
    return named.with_fact(f"document {place}", content).with_fact(f"events {place}", 1)


def _told(world: World, chore: Chore) -> World:
    name = f"events {chore.subject} {chore.case}"
    events = world.facts[name]
    assert isinstance(events, int)
    return world.with_fact(name, events + 1)


def _profiled(world: World, chore: Chore) -> World:
    return world.with_fact("profile -", response_of(chore.number))


def _erased(world: World, chore: Chore) -> World:
    return world.without_case(chore.case)


def _backed_up(world: World, chore: Chore) -> World:
    return world.with_backup(backup_name(chore.at))


def _restored(world: World, chore: Chore) -> World:
    return world.restored(chore.subject)


def _with_passphrase(world: World, chore: Chore) -> World:
    return world.with_fact(f"{PERSON_FACT}{chore.subject}", chore.number)


def _without_person(world: World, chore: Chore) -> World:
    return world.without(f"{PERSON_FACT}{chore.subject}")


def _unchanged(world: World, chore: Chore) -> World:
    return world


_AFTER: dict[Kind, Callable[[World, Chore], World]] = {
    Kind.DRAFT: _drafted,
    Kind.SIGN: _signed,
    Kind.DISCARD: _discarded,
    Kind.DOCUMENT: _documented,
    Kind.EVENT: _told,
    Kind.PROFILE: _profiled,
    Kind.REOPEN: _unchanged,
    Kind.ERASE: _erased,
    Kind.BACKUP: _backed_up,
    Kind.ADD_PERSON: _with_passphrase,
    Kind.CHANGE_PASSPHRASE: _with_passphrase,
    Kind.REMOVE_PERSON: _without_person,
    Kind.RESTORE: _restored,
}
