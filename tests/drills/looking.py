"""Looks, after a mishap, whether a register holds what it must, and only that."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path

from storage.credentials import ByPassphrase
from storage.errors import RegisterError
from storage.key_file import file_salt_in, read_key_file
from storage.keys import key_of
from storage.register import Register, open_register
from tests.drills.chores import passphrase_of
from tests.drills.world import PERSON_FACT, Fact, Facts, World, facts_in
from tests.storage.samples import PERSON

_TABLES = {"entry": "entry", "document": "document", "case": "citizen"}


def found_world(
    folder: Path, people: Iterable[tuple[str, int]], at: datetime
) -> tuple[World, list[str]]:
    """Open the register in *folder*; return what it holds, and what is wrong with it.

    *people* are all names and numbers of passphrases that may open it. Raises a RegisterError when
    it does not open.
    """
    found = {name: number for name, number in people if _unlocks(folder, name, number)}
    if PERSON not in found:
        return World(), ["no passphrase opens the register"]
    register = open_register(folder, PERSON, passphrase_of(found[PERSON]), at)
    try:
        facts = facts_in(register)
        ills = list(_ills(register, facts))
    finally:
        register.close()
    return World(facts | {f"{PERSON_FACT}{name}": number for name, number in found.items()}), ills


def people_among(possible: Mapping[str, Iterable[Fact]]) -> set[tuple[str, int]]:
    """Return all names and numbers of passphrases among facts that are *possible*."""
    return {
        (name.removeprefix(PERSON_FACT), fact)
        for name, facts in possible.items()
        for fact in facts
        if name.startswith(PERSON_FACT) and isinstance(fact, int)
    }


def _unlocks(folder: Path, name: str, number: int) -> bool:
    try:
        key_file = read_key_file(folder)
        salt = file_salt_in(folder, key_file)
        key_of(key_file, salt, ByPassphrase(name, passphrase_of(number)))
    except RegisterError:
        return False
    return True


def differences(found: Facts, possible: Mapping[str, Iterable[Fact]]) -> list[str]:
    """Return which facts are none of those that are *possible* under their name."""
    names = sorted(found.keys() | possible.keys())
    return [
        f"{name} is {str(found.get(name))[:80]!r}"
        for name in names
        if found.get(name) not in possible.get(name, (None,))
    ]


def _ills(register: Register, facts: Facts) -> Iterator[str]:
    if fault := register.opening_fault():
        yield f"opening fault {fault.sentence}"
    for fault in register.check_trail():
        yield f"trail {fault.sentence}"
    with register._core.read() as connection:
        for kind, table in _TABLES.items():
            row = connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 - ours
            seen = sum(name.startswith(f"{kind} ") for name in facts)
            if row is None or row[0] != seen:
                yield f"{kind}: {row} stored, {seen} seen"
    if register.upkeep.has_rests():
        register.upkeep.compact()
    yield from (f"finding {found.part}: {found.sentence}" for found in register.upkeep.verify())
