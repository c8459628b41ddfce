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

    @property
    def is_correction_draft(self) -> bool:
        """Whether this is a correction that does not count yet."""
        return self.replaces is not None and not self.is_signed

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
    """A letter as it was issued; its bytes stay in the register.

    `entries` are the ids of the entries it was made from.
    """

    id: str
    kind: str
    title: str
    sha256: str
    approved: datetime
    entries: frozenset[str] = frozenset()
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
        """Yield the entries of *form* that stand, oldest first.

        A signed entry stands until a correction of it is signed too; until then the correction is
        only a draft beside it, and then it stands where what it corrects stood.
        """
        replaced = {entry.replaces for entry in self.entries if entry.replaces and entry.is_signed}
        standing = (
            entry
            for entry in self.entries
            if entry.form == form and entry.id not in replaced and not entry.is_correction_draft
        )
        return iter(sorted(standing, key=self.begun))

    def begun(self, entry: Entry) -> tuple[datetime, str]:
        """Return when *entry*, or the first that it corrects, was begun; its id tells apart."""
        first = entry
        # Bounded, for a damaged register may hold corrections of each other.
        for _ in self.entries:
            corrected = self.entry(first.replaces) if first.replaces else None
            if corrected is None:
                break
            first = corrected
        return _started(first)

    def current(self, form: str) -> Entry | None:
        """Return the newest entry of *form* that stands."""
        return max(self.all(form), key=self.begun, default=None)

    def correction_of(self, entry: Entry) -> Entry | None:
        """Return the draft that would replace the signed *entry*."""
        drafts = (e for e in self.entries if e.replaces == entry.id and e.is_correction_draft)
        return max(drafts, key=_started, default=None)

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

    def without_entry(self, entry_id: str) -> "Case":
        """Return this case without the entry with this id."""
        kept = tuple(entry for entry in self.entries if entry.id != entry_id)
        return replace(self, entries=kept)

    def with_document(self, document: Document) -> "Case":
        """Return this case with *document* added, or in place of the one with the same id."""
        others = tuple(other for other in self.documents if other.id != document.id)
        return replace(self, documents=(*others, document))

    def issued(self, kind: str) -> tuple[Document, ...]:
        """Return the documents of *kind*, the newest first."""
        of_kind = (document for document in self.documents if document.kind == kind)
        return tuple(sorted(of_kind, key=_approved, reverse=True))


def _started(entry: Entry) -> tuple[datetime, str]:
    return entry.started, entry.id


def _approved(document: Document) -> datetime:
    return document.approved
