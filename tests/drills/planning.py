"""Plans of chores by chance, each of which can be done after those before it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random

from storage.records import EntryState
from tests.drills.chores import Chore, Kind, after
from tests.drills.world import World
from tests.storage.samples import NOW, PERSON, an_id

_CASES = 6
_IDS = 1_000_000_000


def plan(world: World, chance: Random, count: int, begins: int) -> list[Chore]:
    """Return so many chores that can be done one after the other, beginning in *world*.

    *begins* counts minutes, so that the times of one plan follow on those of the one before.
    """
    chores: list[Chore] = []
    for minute in range(begins, begins + count):
        kind = chance.choice(_OFTEN)
        chore = _MAKERS[kind](world, chance, NOW + timedelta(minutes=minute))
        if chore is not None:
            chores.append(chore)
            world = after(world, chore)
    return chores


def _new(chance: Random) -> str:
    return an_id(chance.randrange(1000, _IDS))


def _some_draft(world: World, chance: Random, at: datetime) -> Chore:
    number = chance.randrange(_IDS)
    drafts = _drafts(world)
    if drafts and chance.random() < 0.7:
        entry, case = chance.choice(drafts)
        return Chore(Kind.DRAFT, at, entry, case, number)
    cases = world.named("case")
    case = chance.choice(cases) if len(cases) >= _CASES else _new(chance)
    return Chore(Kind.DRAFT, at, _new(chance), case, number)


def _some_signing(world: World, chance: Random, at: datetime) -> Chore | None:
    drafts = _drafts(world)
    if not drafts:
        return None
    entry, case = chance.choice(drafts)
    return Chore(Kind.SIGN, at, entry, case, chance.randrange(_IDS))


def _some_discarding(world: World, chance: Random, at: datetime) -> Chore | None:
    # A document rests on what was signed, so no case has documents and nothing else.
    bare = {name.split()[2] for name in world.facts if name.startswith("document ")}
    drafts = [(entry, case) for entry, case in _drafts(world) if case not in bare]
    if not drafts:
        return None
    entry, case = chance.choice(drafts)
    return Chore(Kind.DISCARD, at, entry, case)


def _some_document(world: World, chance: Random, at: datetime) -> Chore | None:
    cases = world.named("case")
    if not cases:
        return None
    return Chore(Kind.DOCUMENT, at, _new(chance), chance.choice(cases), chance.randrange(_IDS))


def _some_event(world: World, chance: Random, at: datetime) -> Chore | None:
    found = [name.split()[1:] for name in world.facts if name.startswith("document ")]
    if not found:
        return None
    document, case = chance.choice(found)
    return Chore(Kind.EVENT, at, document, case)


def _some_profile(world: World, chance: Random, at: datetime) -> Chore:
    return Chore(Kind.PROFILE, at, number=chance.randrange(_IDS))


def _reopening(world: World, chance: Random, at: datetime) -> Chore:
    return Chore(Kind.REOPEN, at)


def _drafts(world: World) -> list[list[str]]:
    return [
        name.split()[1:]
        for name, fact in world.facts.items()
        if name.startswith("entry ") and str(fact).startswith(EntryState.DRAFT)
    ]


def _some_erasing(world: World, chance: Random, at: datetime) -> Chore | None:
    cases = world.named("case")
    return Chore(Kind.ERASE, at, case=chance.choice(cases)) if len(cases) > 1 else None


def _backup(world: World, chance: Random, at: datetime) -> Chore:
    return Chore(Kind.BACKUP, at)


def _some_newcomer(world: World, chance: Random, at: datetime) -> Chore:
    return Chore(Kind.ADD_PERSON, at, f"Kollega {chance.randrange(_IDS)}", "", chance.randrange(9))


def _some_passphrase(world: World, chance: Random, at: datetime) -> Chore:
    return Chore(Kind.CHANGE_PASSPHRASE, at, PERSON, "", chance.randrange(_IDS))


def _some_restoring(world: World, chance: Random, at: datetime) -> Chore | None:
    backups = sorted(world.kept)
    return Chore(Kind.RESTORE, at, chance.choice(backups)) if backups else None


def _some_leaver(world: World, chance: Random, at: datetime) -> Chore | None:
    others = sorted(world.people.keys() - {PERSON})
    return Chore(Kind.REMOVE_PERSON, at, chance.choice(others)) if others else None


_MAKERS: dict[Kind, Callable[[World, Random, datetime], Chore | None]] = {
    Kind.DRAFT: _some_draft,
    Kind.SIGN: _some_signing,
    Kind.DISCARD: _some_discarding,
    Kind.DOCUMENT: _some_document,
    Kind.EVENT: _some_event,
    Kind.PROFILE: _some_profile,
    Kind.REOPEN: _reopening,
    Kind.ERASE: _some_erasing,
    Kind.BACKUP: _backup,
    Kind.ADD_PERSON: _some_newcomer,
    Kind.CHANGE_PASSPHRASE: _some_passphrase,
    Kind.REMOVE_PERSON: _some_leaver,
    Kind.RESTORE: _some_restoring,
}
_OFTEN = [
    *[Kind.DRAFT] * 10,
    *[Kind.SIGN, Kind.DOCUMENT, Kind.EVENT] * 3,
    *[Kind.BACKUP, Kind.ADD_PERSON, Kind.REMOVE_PERSON, Kind.REOPEN, Kind.RESTORE] * 2,
    *[Kind.DISCARD, Kind.PROFILE, Kind.ERASE, Kind.CHANGE_PASSPHRASE],
]
