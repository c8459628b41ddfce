"""The things that are written to the register, each in one transaction."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from storage.citizens import write_citizen
from storage.connection import Connection
from storage.entries import write_draft
from storage.moments import moment_text
from storage.records import CitizenRow, EntryRecord
from storage.trail import Step, write_step

Writing: TypeAlias = Callable[[Connection], None]


class Work(Protocol):
    """One thing to write."""

    def write(self, connection: Connection) -> None:
        """Write it inside the caller's transaction; RefusedError means it can never be written."""


@dataclass(frozen=True, slots=True)
class DraftWork:
    """The newest state of a draft, and of its case in the lists."""

    record: EntryRecord
    row: CitizenRow

    def __post_init__(self) -> None:
        """Refuse, while its maker can still be told, what no database could hold."""
        for at in (self.record.started, self.record.changed, self.row.changed):
            moment_text(at)
        for text in (self.record.response, self.row.name, self.row.cpr, self.row.due_text):
            text.encode()

    def write(self, connection: Connection) -> None:
        """Write the draft and its case."""
        write_draft(connection, self.record)
        write_citizen(connection, self.row)


@dataclass(frozen=True, slots=True)
class TrailWork:
    """A step of the trail that nobody waits for."""

    step: Step

    def __post_init__(self) -> None:
        """Refuse, while its maker can still be told, a time without a zone."""
        moment_text(self.step.at)

    def write(self, connection: Connection) -> None:
        """Write the step."""
        write_step(connection, self.step)


@dataclass(frozen=True, slots=True)
class DeedWork:
    """A deed that its doer waits for."""

    writing: Writing

    def write(self, connection: Connection) -> None:
        """Do it."""
        self.writing(connection)
