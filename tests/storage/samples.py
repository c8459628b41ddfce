"""Plainly fictional people and papers for the tests of the register."""

import threading
from collections.abc import Sized
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from hashlib import sha256
from pathlib import Path

from storage import keys
from storage.connection import Connection, connect
from storage.credentials import ByPassphrase
from storage.errors import RegisterError
from storage.file_names import REGISTER_FILE
from storage.identifiers import uuid7
from storage.key_file import read_key_file
from storage.key_slots import KeyCost
from storage.records import (
    CitizenRow,
    DocumentEvent,
    DocumentRecord,
    DocumentStep,
    EntryRecord,
    EntryState,
    TaskRow,
)

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
CHEAP = KeyCost(64, 1, 1, only_for_tests=True)
PERSON = "Rådgiver Prøve"
PASSPHRASE = "søde æbler på årets træ"  # noqa: S105 - opens nothing but files of the tests
CANARY = "KANARIEFUGL-ærø-4711"


def an_id(number: int) -> str:
    return uuid7(1_770_000_000_000 + number, number.to_bytes(10, "big"))


def a_draft(number: int = 1, text: str = "vil gerne sove bedre") -> EntryRecord:
    return EntryRecord(
        id=an_id(number),
        case_id=an_id(900),
        form="afdaekning",
        version="1",
        state=EntryState.DRAFT,
        author=PERSON,
        started=NOW,
        changed=NOW + timedelta(seconds=number),
        signed=None,
        replaces=None,
        response=f'{{"resourceType": "QuestionnaireResponse", "text": "{text}"}}',
    )


def as_signed(draft: EntryRecord) -> EntryRecord:
    return replace(draft, state=EntryState.SIGNED, signed=NOW + timedelta(hours=1))


def a_row(name: str = "Søren Prøvemand", case: int = 900, due: date | None = None) -> CitizenRow:
    return CitizenRow(
        case_id=an_id(case),
        name=name,
        cpr=f"3213{case:06d}",
        stage="afdækning",
        due=due,
        due_text="Behandlingsplan" if due else "",
        changed=NOW,
    )


def a_task(due: date, name: str = "treatment_plan", rank: int = 1) -> TaskRow:
    return TaskRow(id=name, title="Behandlingsplan", form="treatment_plan", due=due, rank=rank)


def a_document(content: bytes = b"%PDF-1.7 et brev") -> DocumentRecord:
    return DocumentRecord(
        id=an_id(70),
        case_id=an_id(900),
        kind="afgoerelse",
        title="Afgørelse om behandling",
        sha256=sha256(content).hexdigest(),
        made_from='{"law": "2026-01-01"}',
        approved=NOW,
        approved_by=PERSON,
        content=content,
    )


def an_event(what: DocumentStep = DocumentStep.APPROVED) -> DocumentEvent:
    return DocumentEvent(an_id(70), what, NOW, PERSON, "")


def key_of(folder: Path) -> bytes:
    key_file = read_key_file(folder)
    file_salt = bytes.fromhex(key_file.current.file_salt)
    return keys.key_of(key_file, file_salt, ByPassphrase(PERSON, PASSPHRASE))


def behind_the_back(folder: Path) -> Connection:
    """Return a bare connection to the register, as somebody with the key could have one."""
    return connect(folder / REGISTER_FILE, key_of(folder))


class Listener:
    """Hears what the writing thread says, and lets a test wait for it."""

    def __init__(self) -> None:
        self.saved: list[tuple[str, datetime]] = []
        self.failed: list[RegisterError] = []
        self._changed = threading.Condition()

    def hear_saved(self, entry_id: str, at: datetime) -> None:
        with self._changed:
            self.saved.append((entry_id, at))
            self._changed.notify_all()

    def hear_failed(self, error: RegisterError) -> None:
        with self._changed:
            self.failed.append(error)
            self._changed.notify_all()

    def waits_until_saved(self, times: int) -> bool:
        with self._changed:
            return self._changed.wait_for(partial(_has, self.saved, times), timeout=10)

    def waits_until_failed(self, times: int) -> bool:
        with self._changed:
            return self._changed.wait_for(partial(_has, self.failed, times), timeout=10)


def _has(heard: Sized, times: int) -> bool:
    return len(heard) >= times
