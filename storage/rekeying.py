"""Removing a person: a new key for the register, which that person has never had."""

from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from storage.access_errors import LastPersonError, OwnAccessError
from storage.backups import Reason, backup_of_closed
from storage.connection import connect, named_errors, salt_of
from storage.copies import check_copy, empty_wal_of, rekeyed_copy, remove_file, sync_file
from storage.credentials import ByPassphrase, Credential
from storage.door_errors import door_errors
from storage.durable_file import sync_folder
from storage.errors import UnknownPersonError
from storage.file_names import REKEYED_REGISTER
from storage.key_file import read_key_file, write_key_file
from storage.key_rings import settled, verified, with_next
from storage.key_slots import KeyFile, SlotKind
from storage.keys import new_key, spelt
from storage.opening import open_file
from storage.records import Deed
from storage.slot_trial import require_opens
from storage.trail import Head, Step, write_step
from storage.witness import Remembered, Witness
from storage.written_file import WrittenFile


@dataclass(frozen=True, slots=True)
class Removed:
    """Who else can no longer open the register, and must be given access again.

    They have not unlocked since an older version of the program. `needs_sheet` says that the same
    goes for the recovery sheets.
    """

    cannot_open: tuple[str, ...]
    needs_sheet: bool


@dataclass(frozen=True, slots=True)
class _Closed:
    """A closed register whose lock is held; `missed` is what its end lacks, if anything."""

    path: Path
    key: bytes = field(repr=False)
    who: Credential
    missed: Remembered | None

    @property
    def by(self) -> str:
        return self.who.person if isinstance(self.who, ByPassphrase) else ""


@door_errors()
def remove_person(folder: Path, who: Credential, name: str, now: datetime) -> Removed:
    """Put the closed register in *folder* under a new key that the person *name* does not get.

    A checked backup is made first; it opens as before, and so do all older ones. Raises
    UnknownPersonError, OwnAccessError, LastPersonError, BackupError, what keeps *who* from opening
    the register, or a named error of the disk; the register is whole in any case.
    """
    with _held(folder, who, now) as closed, named_errors(folder, while_writing=True):
        key_file = verified(read_key_file(folder), salt_of(closed.path), closed.key)
        _require_removable(key_file, closed.by, name)
        backup_of_closed(folder, closed.key, Reason.BEFORE_NEW_KEY, now)
        next_key = new_key()
        fresh = folder / REKEYED_REGISTER
        try:
            step = Step(now, closed.by, Deed.PERSON_REMOVED, subject=name)
            head = _make_rekeyed(closed, fresh, next_key, step)
            file_salt = salt_of(fresh)
            both = with_next(key_file, closed.key, file_salt, next_key, without=name)
            _put_in_place(closed, fresh, both, file_salt)
        except BaseException:
            remove_file(fresh)
            raise
        with suppress(OSError):
            write_key_file(folder, settled(both, file_salt, next_key))
        _keep_witness(closed, next_key, head)
    return _removed(key_file, both, name)


@contextmanager
def _held(folder: Path, who: Credential, now: datetime) -> Generator[_Closed]:
    """Lend the closed register after an opening, which has brought all of it up to date."""
    opened = open_file(folder, who, now)
    try:
        try:
            fault = WrittenFile(opened.path, opened.writing, opened.witness).opening_fault
        finally:
            opened.reading.close()
            opened.writing.close()
        missed = opened.witness.remembered() if fault else None
        yield _Closed(opened.path, opened.key, who, missed)
    finally:
        opened.lock.release()


def _require_removable(key_file: KeyFile, by: str, name: str) -> None:
    people = key_file.slots_of(key_file.current, SlotKind.PERSON)
    if name not in {slot.name for slot in people}:
        raise UnknownPersonError
    if spelt(by) == spelt(name):
        raise OwnAccessError
    # A slot in the first format holds the present key, and cannot be given another.
    if not any(slot.public and slot.name != name for slot in people):
        raise LastPersonError


def _make_rekeyed(closed: _Closed, fresh: Path, key: bytes, step: Step) -> Head:
    """Write the register anew under *key*, with the step that says why, and check all of it.

    Return where its trail ends.
    """
    rekeyed_copy(closed.path, closed.key, fresh, key)
    connection = connect(fresh, key)
    try:
        with named_errors(fresh, while_writing=True):
            connection.execute("BEGIN IMMEDIATE")
            write_step(connection, step)
            connection.execute("COMMIT")
    finally:
        connection.close()
    empty_wal_of(fresh, key)
    sync_file(fresh)
    return check_copy(fresh, key).head


def _put_in_place(closed: _Closed, fresh: Path, both: KeyFile, file_salt: bytes) -> None:
    """Give *fresh* the register's name, when the key file opens the one as well as the other."""
    path = closed.path
    require_opens(fresh, file_salt, both, closed.who)
    require_opens(path, salt_of(path), both, closed.who)
    write_key_file(path.parent, both)
    # What stood in the old file's WAL would be taken for news of the new one.
    empty_wal_of(path, closed.key)
    for beside in ("-wal", "-shm"):
        path.with_name(f"{path.name}{beside}").unlink(missing_ok=True)
    fresh.replace(path)
    sync_folder(path.parent)


def _keep_witness(closed: _Closed, key: bytes, head: Head) -> None:
    """Let the witness speak under the new key; what it missed before, it goes on missing."""
    witness = Witness.beside(closed.path, key)
    remembered = closed.missed or Remembered(head, None)
    witness.remember(remembered.head)
    if remembered.draft:
        witness.remember_draft(remembered.head, remembered.draft)


def _removed(before: KeyFile, both: KeyFile, name: str) -> Removed:
    ring = both.next or both.current
    left = [slot for slot in before.slots if not ring.has(slot) and slot.name != name]
    people = tuple(slot.name for slot in left if slot.kind is SlotKind.PERSON)
    return Removed(people, needs_sheet=not both.slots_of(ring, SlotKind.RECOVERY))
