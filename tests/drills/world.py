"""All that can be read in a register, as one value that can be compared."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeAlias

from storage.backups import Reason
from storage.records import EntryState
from storage.register import Register

PERSON_FACT = "person "
BACKUP_FACT = "backup "
_MANY = 10_000
Fact: TypeAlias = str | int | None
Facts: TypeAlias = dict[str, Fact]


@dataclass(frozen=True)
class World:
    """What a register holds, and who can open it: each fact by a name of its own.

    A fact is named by its kind and by what it is about, e.g. ``"entry <id> <case>"``. Of a person
    the fact is the number of the passphrase. `kept` holds, by the name of the fact that there is a
    backup, the facts about citizens that are in it.
    """

    facts: Facts = field(default_factory=dict)
    kept: dict[str, Facts] = field(default_factory=dict)

    @property
    def people(self) -> dict[str, int]:
        """Return the number of everybody's passphrase."""
        return {
            name.removeprefix(PERSON_FACT): int(fact or 0)
            for name, fact in self.facts.items()
            if name.startswith(PERSON_FACT)
        }

    def with_fact(self, name: str, fact: Fact) -> "World":
        """Return a world with this fact in place of an earlier one of the same name."""
        return replace(self, facts=self.facts | {name: fact})

    def without(self, *names: str) -> "World":
        """Return a world that lacks these facts."""
        kept = {name: fact for name, fact in self.facts.items() if name not in names}
        return replace(self, facts=kept)

    def with_backup(self, name: str) -> "World":
        """Return a world with a backup of all there is about citizens and the clinic."""
        kept = self.kept | {name: self.inner_facts()}
        return replace(self.with_fact(name, counted(self)), kept=kept)

    def inner_facts(self) -> Facts:
        """Return what is in the register itself, and not beside it."""
        return {name: fact for name, fact in self.facts.items() if not _is_outside(name)}

    def restored(self, name: str) -> "World":
        """Return a world in which a backup has taken the place of what there was."""
        outside = {named: fact for named, fact in self.facts.items() if _is_outside(named)}
        return replace(self, facts=outside | self.kept[name])

    def without_case(self, case_id: str) -> "World":
        """Return a world without a case, whatever is restored."""
        kept = {name: _less(facts, case_id) for name, facts in self.kept.items()}
        return World(_less(self.facts, case_id), kept)

    def named(self, kind: str) -> list[str]:
        """Return the ids of which there is a fact of this kind."""
        return [name.split()[1] for name in self.facts if name.split()[0] == kind]


def entry_fact(state: EntryState, response: str) -> str:
    """Return what is told of an entry."""
    return f"{state} {response}"


def _is_outside(name: str) -> bool:
    """Whether the fact is about what lies beside the register, and is not restored with it."""
    return name.startswith((PERSON_FACT, BACKUP_FACT))


def _less(facts: Facts, case_id: str) -> Facts:
    return {name: fact for name, fact in facts.items() if not name.endswith(f" {case_id}")}


def backup_name(made: datetime) -> str:
    """Return the name of the fact that there is a backup made then."""
    return f"{BACKUP_FACT}{made.isoformat()}"


def counted(world: World) -> str:
    """Return how much a backup holds that is made of *world* now."""
    return _count(
        sum(name.startswith("entry ") for name in world.facts),
        sum(str(fact).startswith(f"{EntryState.DRAFT} ") for fact in world.facts.values()),
        len(world.named("document")),
    )


def facts_in(register: Register) -> Facts:
    """Read the whole register through its front door, and count what is in its backups."""
    return inner_facts(register) | _facts_of_backups(register)


def inner_facts(register: Register) -> Facts:
    """Read all that the register itself holds."""
    return dict(read_facts(register))


def read_facts(register: Register) -> Iterator[tuple[str, Fact]]:
    """Yield the name of each fact that the register itself holds, and the fact, as it is read."""
    profile = register.clinic_profile()
    if profile is not None:
        yield "profile -", profile.response
    for row in register.citizens("", _MANY):
        yield f"case {row.case_id}", row.name
        if register.citizens(row.cpr, 2) != (row,):
            yield f"search {row.case_id}", "not found"
        yield from _facts_of_case(register, row.case_id)


def _facts_of_backups(register: Register) -> Facts:
    backups = register.backups
    facts: Facts = {}
    for backup in backups.listed():
        if backup.reason is Reason.MANUAL:
            held = backups.contents(backup)
            facts[backup_name(backup.made)] = _count(held.entries, held.drafts, held.documents)
    return facts


def _count(entries: int, drafts: int, documents: int) -> str:
    return f"{entries} entries, {drafts} of them drafts, {documents} documents"


def _facts_of_case(register: Register, case_id: str) -> Iterator[tuple[str, Fact]]:
    for entry in register.case_entries(case_id):
        yield f"entry {entry.id} {case_id}", entry_fact(entry.state, entry.response)
    for heading in register.documents(case_id):
        content = register.document_content(heading.id)
        yield f"document {heading.id} {case_id}", content.hex()
        yield f"events {heading.id} {case_id}", len(register.document_events(heading.id))
