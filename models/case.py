"""A case: everything entered about one citizen, and the documents that were issued."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from models.answers import Answers


class EntryState(StrEnum):
    """A draft may still change; what is signed never does."""

    DRAFT = "draft"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True)
class Entry:
    """The answers to one version of one questionnaire, by one author.

    `replaces` names the signed entry that this one corrects.
    """

    id: str
    form: str
    version: str
    state: EntryState
    author: str
    started: datetime
    changed: datetime
    answers: Answers
    signed: datetime | None = None
    replaces: str | None = None

    @property
    def is_signed(self) -> bool:
        """Whether the entry is frozen."""
        return self.state is EntryState.SIGNED

    def rewritten(self, answers: Answers, changed: datetime) -> "Entry":
        """Return this draft with other *answers*."""
        return replace(self, answers=answers, changed=changed)

    def as_signed(self, by: str, at: datetime) -> "Entry":
        """Return this draft frozen by the person *by*."""
        return replace(self, state=EntryState.SIGNED, author=by, changed=at, signed=at)


@dataclass(frozen=True, slots=True)
class DocumentEvent:
    """One thing that happened to an issued document."""

    what: str
    at: datetime
    by: str
    way: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A letter as it was issued; its bytes stay in the register."""

    id: str
    kind: str
    title: str
    sha256: str
    approved: datetime
    events: tuple[DocumentEvent, ...] = ()

    def with_event(self, event: DocumentEvent) -> "Document":
        """Return this document with one more thing that happened to it."""
        return replace(self, events=(*self.events, event))


@dataclass(frozen=True)
class Case:
    """The entries of one citizen, oldest first, and the documents issued."""

    id: str
    entries: tuple[Entry, ...] = ()
    documents: tuple[Document, ...] = ()

    def all(self, form: str) -> Iterator[Entry]:
        """Yield the entries of *form* that no later entry replaces, oldest first."""
        replaced = {entry.replaces for entry in self.entries if entry.replaces}
        return (e for e in self.entries if e.form == form and e.id not in replaced)

    def current(self, form: str) -> Entry | None:
        """Return the newest entry of *form* that stands."""
        return max(self.all(form), key=_started, default=None)

    def answers(self, form: str) -> Answers:
        """Return the answers of the entry of *form* that stands; empty when there is none."""
        entry = self.current(form)
        return entry.answers if entry else Answers()

    def entry(self, entry_id: str) -> Entry | None:
        """Return the entry with this id."""
        return next((entry for entry in self.entries if entry.id == entry_id), None)

    def with_entry(self, entry: Entry) -> "Case":
        """Return this case with *entry* added, or in place of the one with the same id."""
        others = tuple(other for other in self.entries if other.id != entry.id)
        return replace(self, entries=tuple(sorted((*others, entry), key=_started)))

    def with_document(self, document: Document) -> "Case":
        """Return this case with *document* added, or in place of the one with the same id."""
        others = tuple(other for other in self.documents if other.id != document.id)
        return replace(self, documents=(*others, document))

    def issued(self, kind: str) -> Document | None:
        """Return the newest document of *kind*."""
        of_kind = (document for document in self.documents if document.kind == kind)
        return max(of_kind, key=_approved, default=None)


def _started(entry: Entry) -> tuple[datetime, str]:
    return entry.started, entry.id


def _approved(document: Document) -> datetime:
    return document.approved
