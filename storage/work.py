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
        require_writable(self.record, self.row)

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
        _require_text(self.step.by)

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


def require_writable(record: EntryRecord, row: CitizenRow) -> None:
    """Raise ValueError, which shows nothing of it, when a text is none that can be written."""
    _require_text(record.author, record.response, row.name, row.cpr, row.stage, row.due_text)
    _require_text(row.address, row.counsellor, *(one.text for one in row.told or ()))
    _require_text(*(text for one in row.notices for text in (one.title, one.detail)))


def _require_text(*texts: str) -> None:
    if not all(map(_is_text, texts)):
        message = "half a character, which no file can hold"
        raise ValueError(message)


def _is_text(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
