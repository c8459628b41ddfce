"""The values that go into the register and come out of it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from typing_extensions import override

from storage.list_records import NoticeRow, ToldText
from storage.outcome_records import OutcomeRow


class EntryState(StrEnum):
    """Whether an entry can still be rewritten."""

    DRAFT = "draft"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True)
class EntryRecord:
    """The answers to one version of one form in one case, as the register keeps them.

    `id` and `case_id` are UUIDv7, all times know their time zone, `response` is the JSON text of a
    FHIR QuestionnaireResponse, and `replaces` is the id of the signed entry that this one corrects.
    """

    id: str
    case_id: str
    form: str
    version: str
    state: EntryState
    author: str
    started: datetime
    changed: datetime
    signed: datetime | None
    replaces: str | None
    response: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """One thing to see to by the day `due`, in the form named `form`; `rank` 0 comes first.

    From the day `soon` it counts as near, from `urgent` as urgent. `begun` is the day it is counted
    from, `is_planned` whether `due` is only the day it is planned for.
    """

    id: str
    title: str
    form: str
    due: date
    rank: int = 1
    soon: date | None = None
    urgent: date | None = None
    begun: date | None = None
    is_planned: bool = False


@dataclass(frozen=True, slots=True)
class DueTask:
    """A task, and whose it is."""

    case_id: str
    name: str
    task: TaskRow


@dataclass(frozen=True, slots=True)
class CitizenRow:
    """What lists show of one case; derived from its entries and stored with every write of it.

    `due_text` says what is due; from the day `soon` that counts as near, from `urgent` as urgent.
    `tasks` are all that are due some day; a list that is read has none, no `notices` and no
    `outcomes`. `rules` names what the row was derived with, and `look_again` the day on which time
    alone may change it. `counsellor` is who wrote in the case last, `told` what each of its entries
    says; None leaves that as it is.
    """

    case_id: str
    name: str
    cpr: str
    stage: str
    due: date | None
    due_text: str
    changed: datetime
    soon: date | None = None
    urgent: date | None = None
    tasks: tuple[TaskRow, ...] = ()
    rules: str = ""
    look_again: date | None = None
    address: str = ""
    counsellor: str = ""
    is_open: bool = False
    notices: tuple[NoticeRow, ...] = ()
    told: tuple[ToldText, ...] | None = None
    outcomes: tuple[OutcomeRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentHeading:
    """A letter or plan as issued, without its bytes.

    `sha256` is the hash of the bytes in hexadecimal; `made_from` is JSON text: the values and the
    versions of law and wording that the document was made from.
    """

    id: str
    case_id: str
    kind: str
    title: str
    sha256: str
    made_from: str
    approved: datetime
    approved_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRecord(DocumentHeading):
    """A letter or plan as issued, with its exact bytes."""

    content: bytes


class DocumentStep(StrEnum):
    """What can happen to a document."""

    APPROVED = "approved"
    PRINTED = "printed"
    SAVED = "saved"
    HANDED_OVER = "handed-over"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class DocumentEvent:
    """One thing that happened to a document; `way` says how, e.g. by post, and may be empty."""

    document_id: str
    what: DocumentStep
    at: datetime
    by: str
    way: str


class ClinicProfile(NamedTuple):
    """The clinic's own answers: the version of the form they answer, and their JSON text."""

    version: str
    response: str


class FormStatus(StrEnum):
    """Whether a form of the clinic's own is used; the values are FHIR's. A draft never was."""

    DRAFT = "draft"
    ACTIVE = "active"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class FormName:
    """What tells one version of one form from all others; neither part holds a ``|``."""

    url: str
    version: str

    @override
    def __str__(self) -> str:
        return f"{self.url}|{self.version}"


@dataclass(frozen=True, slots=True)
class ClinicForm:
    """A form of the clinic's own as it was brought in: its text, when, and by whom."""

    name: FormName
    status: FormStatus
    title: str
    json: str
    at: datetime
    by: str


class Deed(StrEnum):
    """What the trail remembers."""

    CREATED = "created"
    OPENED = "opened"
    OPENED_WITH_RECOVERY_KEY = "opened-with-recovery-key"
    READ = "read"
    DRAFT_BEGUN = "draft-begun"
    DRAFT_DISCARDED = "draft-discarded"
    SIGNED = "signed"
    DOCUMENT_APPROVED = "document-approved"
    DOCUMENT_PRINTED = "document-printed"
    DOCUMENT_SAVED = "document-saved"
    DOCUMENT_HANDED_OVER = "document-handed-over"
    DOCUMENT_SENT = "document-sent"
    CLINIC_PROFILE_SAVED = "clinic-profile-saved"
    CLINIC_LOGO_SAVED = "clinic-logo-saved"
    UNLOCK_FAILED = "unlock-failed"
    PASSPHRASE_CHANGED = "passphrase-changed"  # noqa: S105 - the name of a deed
    PASSPHRASE_RESET = "passphrase-reset"  # noqa: S105 - the name of a deed
    PERSON_ADDED = "person-added"
    PERSON_REMOVED = "person-removed"
    RECOVERY_SHEET_MADE = "recovery-sheet-made"
    MIGRATED = "migrated"
    RESTORED = "restored"
    ERASED = "erased"
    LISTS_REBUILT = "lists-rebuilt"
    FAULT_ACCEPTED = "fault-accepted"
    FORM_IMPORTED = "form-imported"
    FORM_ACTIVATED = "form-activated"
    FORM_RETIRED = "form-retired"
    ENTRY_PRINTED = "entry-printed"
    ENTRY_SAVED = "entry-saved"
    ENTRY_EXPORTED = "entry-exported"


@dataclass(frozen=True, slots=True)
class TrailRow:
    """One deed in the trail.

    `deed` is a bare word where only a newer program knows what it is, `subject` the id of the entry
    or document, or the name of the form concerned; `digest` the SHA-256 of what was signed,
    approved or brought in, `mark` the SHA-256 that ties this row to all rows before it.
    """

    number: int
    at: datetime
    by: str
    deed: Deed | str
    case_id: str | None
    subject: str | None
    digest: str | None
    mark: str


@dataclass(frozen=True, slots=True)
class TrailFault:
    """A place where the trail is not as it was written; `sentence` is the Danish one to show."""

    number: int
    sentence: str
