"""Somebody at work in a real register, one chore after the other."""

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from storage.backups import Reason
from storage.credentials import ByPassphrase
from storage.errors import RegisterError
from storage.records import (
    CitizenRow,
    DocumentEvent,
    DocumentRecord,
    DocumentStep,
    EntryRecord,
    EntryState,
)
from storage.register import Register, open_register
from storage.rekeying import remove_person
from storage.restoring import restore
from tests.drills.chores import Chore, Kind, document_of, name_of, passphrase_of, response_of
from tests.drills.world import World, backup_name
from tests.storage.samples import CHEAP, PERSON

Saved = Callable[[str, datetime], None]
Failed = Callable[[RegisterError], None]


class Day:
    """Has the register open, except where a chore needs it closed."""

    def __init__(self, folder: Path, world: World, saved: Saved, failed: Failed) -> None:
        self._folder = folder
        self._passphrase = passphrase_of(world.people[PERSON])
        self._saved = saved
        self._failed = failed
        self.register: Register | None = None

    def do(self, chore: Chore) -> None:
        """Do *chore*; raises a RegisterError when the world does not let it be done."""
        _DOINGS[chore.kind](self, chore)

    def opened(self, at: datetime) -> Register:
        """Return the open register, opened now unless it is."""
        if self.register is None:
            self.register = open_register(self._folder, PERSON, self._passphrase, at)
            self.register.listen(self._saved, self._failed)
        return self.register

    def close(self) -> None:
        """Write what waits and let go of the register."""
        if self.register is not None:
            self.register.close()
            self.register = None

    def drop(self) -> None:
        """Let go of the register even if something is lost."""
        if self.register is not None:
            self.register.close(even_unsaved=True)
            self.register = None

    def draft(self, chore: Chore) -> None:
        """Write a draft; returns before it is on the disk."""
        self.opened(chore.at).save_draft(_entry(chore, EntryState.DRAFT), _row(chore))

    def sign(self, chore: Chore) -> None:
        """Sign an entry."""
        self.opened(chore.at).sign(_entry(chore, EntryState.SIGNED), _row(chore))

    def discard(self, chore: Chore) -> None:
        """Discard a draft, and its case with it when nothing else is there."""
        register = self.opened(chore.at)
        others = [entry for entry in register.case_entries(chore.case) if entry.id != chore.subject]
        row = _row(chore) if others or register.documents(chore.case) else None
        register.discard_draft(chore.subject, row, PERSON, chore.at)

    def add_document(self, chore: Chore) -> None:
        """Approve a document."""
        content = document_of(chore.number)
        record = DocumentRecord(
            id=chore.subject,
            case_id=chore.case,
            kind="afgoerelse",
            title="Afgørelse",
            sha256=sha256(content).hexdigest(),
            made_from="{}",
            approved=chore.at,
            approved_by=PERSON,
            content=content,
        )
        self.opened(chore.at).add_document(record, _event(chore), _row(chore))

    def add_event(self, chore: Chore) -> None:
        """Tell what became of a document."""
        self.opened(chore.at).add_document_event(_event(chore, DocumentStep.SENT))

    def save_profile(self, chore: Chore) -> None:
        """Save the clinic's profile."""
        response = response_of(chore.number)
        self.opened(chore.at).save_clinic_profile("1", response, PERSON, chore.at)

    def reopen(self, chore: Chore) -> None:
        """Close the register and open it again."""
        self.close()
        self.opened(chore.at)

    def erase(self, chore: Chore) -> None:
        """Erase a case."""
        self.opened(chore.at).upkeep.erase(chore.case, PERSON, chore.at)

    def back_up(self, chore: Chore) -> None:
        """Make a backup."""
        register = self.opened(chore.at)
        register.flush()
        register.backups.make(Reason.MANUAL, chore.at)

    def add_person(self, chore: Chore) -> None:
        """Let somebody else open the register."""
        access = self.opened(chore.at).access
        access.add_person(chore.subject, passphrase_of(chore.number), PERSON, chore.at, CHEAP)

    def change_passphrase(self, chore: Chore) -> None:
        """Take another passphrase."""
        new = passphrase_of(chore.number)
        access = self.opened(chore.at).access
        access.change_passphrase(PERSON, self._passphrase, new, chore.at, CHEAP)
        self._passphrase = new

    def remove_person(self, chore: Chore) -> None:
        """Put the register under a new key that one person does not get."""
        self.close()
        who = ByPassphrase(PERSON, self._passphrase)
        remove_person(self._folder, who, chore.subject, chore.at)

    def restore(self, chore: Chore) -> None:
        """Put a backup in the place of the register."""
        listed = self.opened(chore.at).backups.listed()
        folders = {backup_name(backup.made): backup.folder for backup in listed}
        self.close()
        who = ByPassphrase(PERSON, self._passphrase)
        restore(self._folder, folders[chore.subject], who, chore.at)


def _row(chore: Chore) -> CitizenRow:
    number = int(chore.case.replace("-", ""), 16) % 1_000_000
    due = chore.at.date() if chore.number % 2 else None
    name, cpr = name_of(chore.number), f"3213{number:06d}"
    return CitizenRow(chore.case, name, cpr, "afdækning", due, "Plan" if due else "", chore.at)


def _entry(chore: Chore, state: EntryState) -> EntryRecord:
    signed = chore.at if state is EntryState.SIGNED else None
    return EntryRecord(
        *(chore.subject, chore.case, "afdaekning", "1", state, PERSON),
        *(chore.at, chore.at, signed, None, response_of(chore.number)),
    )


def _event(chore: Chore, what: DocumentStep = DocumentStep.APPROVED) -> DocumentEvent:
    return DocumentEvent(chore.subject, what, chore.at, PERSON, "")


_DOINGS: dict[Kind, Callable[[Day, Chore], None]] = {
    Kind.DRAFT: Day.draft,
    Kind.SIGN: Day.sign,
    Kind.DISCARD: Day.discard,
    Kind.DOCUMENT: Day.add_document,
    Kind.EVENT: Day.add_event,
    Kind.PROFILE: Day.save_profile,
    Kind.REOPEN: Day.reopen,
    Kind.ERASE: Day.erase,
    Kind.BACKUP: Day.back_up,
    Kind.ADD_PERSON: Day.add_person,
    Kind.CHANGE_PASSPHRASE: Day.change_passphrase,
    Kind.REMOVE_PERSON: Day.remove_person,
    Kind.RESTORE: Day.restore,
}
