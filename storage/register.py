"""The register: every case of one clinic, in one encrypted file."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from threading import Lock

from storage import clinic, deeds, documents, entries, trail
from storage.access import Access
from storage.citizen_search import find_citizens
from storage.core import Core
from storage.credentials import ByPassphrase, ByRecoveryKey
from storage.door_errors import door_errors
from storage.errors import RegisterError
from storage.key_slots import KeyCost
from storage.list_records import CitizenSearch
from storage.lists import Lists
from storage.making import Founder
from storage.open_backups import Backups
from storage.opening import OpenFile, make_and_open, open_file
from storage.own_forms import OwnForms
from storage.records import (
    CitizenRow,
    ClinicProfile,
    Deed,
    DocumentEvent,
    DocumentHeading,
    DocumentRecord,
    EntryRecord,
    EntryState,
    TrailFault,
    TrailRow,
)
from storage.upkeep import Upkeep
from storage.waiting import WaitingDocument, waiting_documents
from storage.work import DraftWork, TrailWork, require_writable


@door_errors()
def create_register(
    folder: Path, person: str, passphrase: str, now: datetime, cost: KeyCost
) -> tuple["Register", str]:
    """Make a register in *folder*; return it open, and the recovery key for the printed sheet.

    Raises RegisterExistsError, or a named error of the disk.
    """
    opened, recovery_key = make_and_open(folder, Founder(person, passphrase, cost), now)
    return Register(opened), recovery_key


@door_errors()
def open_register(folder: Path, person: str, passphrase: str, now: datetime) -> "Register":
    """Return the register in *folder*, opened by *person*.

    Raises WrongPassphraseError, RegisterInUseError or another RegisterError that says why not.
    """
    register = Register(open_file(folder, ByPassphrase(person, passphrase), now))
    register.note(trail.Step(now, person, Deed.OPENED))
    return register


@door_errors()
def open_with_recovery_key(folder: Path, recovery_key: str, now: datetime) -> "Register":
    """Return the register in *folder*, opened with the key from the printed sheet.

    Raises RecoveryKeyMistypedError, WrongRecoveryKeyError or another RegisterError.
    """
    register = Register(open_file(folder, ByRecoveryKey(recovery_key), now))
    register.note(trail.Step(now, "", Deed.OPENED_WITH_RECOVERY_KEY))
    return register


class Register:
    """An open register; every method may raise a RegisterError, whose text is what to show.

    Drafts are written by a thread of the register's own; deeds return when they are on the disk.
    """

    def __init__(self, opened: OpenFile) -> None:
        self._core = Core(opened)
        self._writer = self._core.writer
        self._discarded: set[str] = set()
        self._one_at_discarded = Lock()
        self.access = Access(self._core)
        self.backups = Backups(self._core)
        self.forms = OwnForms(self._core)
        self.lists = Lists(self._core)
        self.upkeep = Upkeep(self._core)

    def listen(
        self, saved: Callable[[str, datetime], None], failed: Callable[[RegisterError], None]
    ) -> None:
        """Have *saved* called with a draft's id and its `changed`, *failed* when it is not saved.

        While the trouble lasts *failed* is called again every few seconds, but only once with
        WritingStoppedError, which does not pass. Both are called from the writing thread and must
        return at once and raise nothing.
        """
        self._writer.listen(saved, failed)

    def opening_fault(self) -> TrailFault | None:
        """Return what was missing when the register was opened though it had been saved."""
        return self._core.opening_fault

    def save_draft(self, record: EntryRecord, row: CitizenRow) -> None:
        """Write a draft as soon as the disk can; of several that wait, the newest is written.

        Raises WritingStoppedError after a fault of ours; the draft waits even then.
        """
        entries.require_state(record, EntryState.DRAFT)
        with self._one_at_discarded:
            if record.id not in self._discarded:
                self._writer.put(DraftWork(record, row), f"draft {record.id}")

    def flush(self) -> None:
        """Return when all drafts are on the disk; raises NotSavedError and keeps them when not."""
        self._writer.flush()

    def has_waiting(self) -> bool:
        """Return whether any draft waits for the disk; quick, and from any thread."""
        return self._writer.has_waiting()

    def sign(self, record: EntryRecord, row: CitizenRow) -> None:
        """Freeze an entry as *record*, whose `signed` says when; EntryIsSignedError when it was."""
        entries.require_state(record, EntryState.SIGNED)
        require_writable(record, row)
        self._writer.do(deeds.signing(record, row))

    def discard_draft(self, entry_id: str, row: CitizenRow | None, by: str, at: datetime) -> None:
        """Take a draft away for good; without *row* its case leaves the lists with it."""
        with self._one_at_discarded:
            self._discarded.add(entry_id)
        try:
            self._writer.do(deeds.discarding(entry_id, row, by, at))
        except BaseException:
            self._discarded.discard(entry_id)
            raise

    def add_document(self, record: DocumentRecord, event: DocumentEvent, row: CitizenRow) -> None:
        """Keep a document as approved, with the first event of its story; twice is once."""
        if record.sha256 != documents.hash_of(record.content):
            message = "the hash of a document is not that of its bytes"
            raise ValueError(message)
        self._writer.do(deeds.adding_document(record, event, row))

    def add_document_event(self, event: DocumentEvent, row: CitizenRow | None = None) -> None:
        """Add to the story of a document, and with *row* keep the line of its case."""
        self._writer.do(deeds.telling(event, row))

    def save_clinic_profile(self, version: str, response: str, by: str, at: datetime) -> None:
        """Keep what the clinic says about itself: a form's version and the JSON of its answers."""
        self._writer.do(deeds.saving_profile(ClinicProfile(version, response), by, at))

    def save_clinic_logo(self, picture: bytes, by: str, at: datetime) -> None:
        """Keep the picture on the clinic's letters; empty takes it away."""
        self._writer.do(deeds.saving_logo(picture, by, at))

    def note_read(self, case_id: str, by: str, at: datetime) -> None:
        """Leave in the trail that a case was read; does not wait for the disk."""
        self.note(trail.Step(at, by, Deed.READ, case_id))

    def note(self, step: trail.Step) -> None:
        """Leave *step* in the trail; does not wait for the disk."""
        self._writer.put(TrailWork(step))

    def case_entries(self, case_id: str) -> tuple[EntryRecord, ...]:
        """Return the entries of a case as last said, on the disk yet or not, in order of start."""
        waiting = {
            draft.id: draft for draft in self._writer.waiting_drafts() if draft.case_id == case_id
        }
        with self._core.read() as connection:
            stored = {entry.id: entry for entry in entries.entries_of(connection, case_id)}
        signed = {entry.id: entry for entry in stored.values() if entry.signed}
        return tuple(sorted((stored | waiting | signed).values(), key=_by_start))

    def documents(self, case_id: str) -> tuple[DocumentHeading, ...]:
        """Return the documents of a case, without their bytes, in the order they were approved."""
        with self._core.read() as connection:
            return documents.headings_of(connection, case_id)

    def document_content(self, document_id: str) -> bytes:
        """Return the exact bytes of a document as approved."""
        with self._core.read() as connection:
            return documents.content_of(connection, document_id)

    def document_events(self, document_id: str) -> tuple[DocumentEvent, ...]:
        """Return what happened to a document, oldest first."""
        with self._core.read() as connection:
            return documents.events_of(connection, document_id)

    def waiting_documents(self, limit: int) -> tuple[WaitingDocument, ...]:
        """Return up to *limit* documents not noted as sent or handed over, newest first."""
        with self._core.read() as connection:
            return waiting_documents(connection, limit)

    def citizens(self, search: str, limit: int) -> tuple[CitizenRow, ...]:
        """Return up to *limit* citizens, by name, whose words begin as all words of *search*."""
        with self._core.read() as connection:
            return find_citizens(connection, CitizenSearch(search), limit).rows

    def clinic_profile(self) -> ClinicProfile | None:
        """Return what the clinic last said about itself."""
        with self._core.read() as connection:
            return clinic.newest_profile(connection)

    def clinic_logo(self) -> bytes:
        """Return the picture on the clinic's letters, empty when there is none."""
        with self._core.read() as connection:
            return clinic.newest_logo(connection)

    def trail(self, limit: int, case_id: str | None = None) -> tuple[TrailRow, ...]:
        """Return up to *limit* rows of the trail, or of one case's trail, newest first."""
        with self._core.read() as connection:
            if case_id is None:
                return trail.newest_rows(connection, limit)
            return trail.rows_of_case(connection, case_id, limit)

    def check_trail(self) -> tuple[TrailFault, ...]:
        """Return each place where the trail was changed, cut or reordered, none if it is whole."""
        with self._core.read_at_length() as connection:
            remembered = self._core.witness.remembered()
            return trail.faults_in(connection, remembered.head if remembered else None)

    def close(self, *, even_unsaved: bool = False) -> None:
        """Write what waits, then let go of the file; closing twice is closing once.

        Raises NotSavedError and stays open when it cannot write, unless *even_unsaved*: then what
        waits is lost.
        """
        if self._core.is_closed:
            return
        if not even_unsaved:
            self.flush()
        self._core.close()


def _by_start(entry: EntryRecord) -> tuple[datetime, str]:
    return entry.started, entry.id
