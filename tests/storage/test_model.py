"""The register against a plain model of it: whatever is done in whatever order, both agree."""

import shutil
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as some
from hypothesis.stateful import (
    Bundle,
    MultipleResults,
    RuleBasedStateMachine,
    invariant,
    multiple,
    precondition,
    rule,
)
from typing_extensions import override

from storage.backups import Backup, Reason
from storage.case_ids import CLINIC_CASE
from storage.credentials import ByPassphrase
from storage.errors import EntryIsSignedError, NoSuchEntryError, WrongPassphraseError
from storage.folding import name_order, search_terms, words_of
from storage.list_records import DueSpan
from storage.records import CitizenRow, Deed, DocumentStep, EntryRecord, EntryState
from storage.register import create_register, open_register
from storage.rekeying import remove_person
from storage.restoring import restore
from storage.unlocking import check_credential
from storage.upkeep_errors import CitizenErasedError, NoSuchCitizenError
from tests.storage.samples import (
    CHEAP,
    NOW,
    PASSPHRASE,
    PERSON,
    a_document,
    a_draft,
    a_row,
    a_task,
    an_event,
    an_id,
)

NAMES = ("Søren Ærø", "Soeren Aagaard", "Åse Ågård", "Łukasz Şükrü", "Anna-Lise d’Ær", "søren")
SEARCHES = ("", "s", "sø", "soren", "aa", "Å", "lu su", "ær", "3213", "ikke her", "d'ær anna")
cases = some.integers(0, 4)
names = some.sampled_from(NAMES)
days = some.none() | some.dates(date(2026, 3, 1), date(2026, 3, 9))
texts = some.text(alphabet='aæ"\\{€\n', max_size=4) | some.sampled_from(["x" * 9_000, "ø" * 3_000])


@dataclass
class Model:
    """What the register should hold."""

    rows: dict[str, CitizenRow] = field(default_factory=dict)
    entries: dict[str, EntryRecord] = field(default_factory=dict)
    documents: dict[str, tuple[str, bytes, list[DocumentStep]]] = field(default_factory=dict)
    deeds: list[tuple[Deed, str, str]] = field(default_factory=list)

    def entries_in(self, case_id: str) -> list[EntryRecord]:
        """Return the entries of a case in the order they were begun."""
        kept = [entry for entry in self.entries.values() if entry.case_id == case_id]
        return sorted(kept, key=_by_start)

    def is_empty(self, case_id: str) -> bool:
        """Return whether nothing is left of a case."""
        has_letters = any(case == case_id for case, *_ in self.documents.values())
        return not has_letters and not self.entries_in(case_id)

    def erase(self, case_id: str) -> None:
        """Forget a case."""
        self.rows.pop(case_id, None)
        for kept in (self.entries, self.documents):
            for key in [key for key, value in kept.items() if _case_of(value) == case_id]:
                del kept[key]
        self.deeds = [deed for deed in self.deeds if deed[2] != case_id]


def _case_of(kept: EntryRecord | tuple[str, bytes, list[DocumentStep]]) -> str:
    return kept.case_id if isinstance(kept, EntryRecord) else kept[0]


def _has_backups(machine: "RegisterMachine") -> bool:
    return bool(machine.backups)


class RegisterMachine(RuleBasedStateMachine):
    """Does to a real register and to the model the same."""

    entries = Bundle("entries")
    documents = Bundle("documents")

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(mkdtemp())
        self.folder = self.place / "kartotek"
        self.register, _ = create_register(self.folder, PERSON, PASSPHRASE, NOW, CHEAP)
        self.model = Model()
        self.backups: list[tuple[Backup, Model]] = []
        self.passphrases = {PERSON: PASSPHRASE}
        # Nothing can be written about a case that was erased: another number takes its place.
        self.numbers = [900, 901, 902, 903]
        self.number = 0

    @override
    def teardown(self) -> None:
        self.register.close(even_unsaved=True)
        shutil.rmtree(self.place)

    # -------------------------------------------------------------- writing

    @rule(target=entries, case=cases, name=names, due=days, text=texts)
    def begin_draft(self, case: int, name: str, due: date | None, text: str) -> str:
        now = self._now()
        case_id = self._case_id(case)
        draft = replace(a_draft(self.number), case_id=case_id, started=now, changed=now)
        draft = replace(draft, response=text)
        self.register.save_draft(draft, self._row_of(case_id, name, due))
        self.model.entries[draft.id] = draft
        self.register.flush()
        self.model.deeds.append((Deed.DRAFT_BEGUN, draft.id, draft.case_id))
        return draft.id

    @rule(entry=entries, name=names, due=days, text=texts)
    def go_on(self, entry: str, name: str, due: date | None, text: str) -> None:
        found = self.model.entries.get(entry)
        if found is None or found.signed:
            return
        draft = replace(found, response=text, changed=self._now())
        self.model.entries[entry] = draft
        self.register.save_draft(draft, self._row_of(found.case_id, name, due))

    @rule(entry=entries, name=names, text=texts)
    def sign(self, entry: str, name: str, text: str) -> None:
        found = self.model.entries.get(entry)
        if found is None:
            return
        now = self._now()
        signed = replace(found, response=text, state=EntryState.SIGNED, signed=now)
        if found.signed:
            with pytest.raises(EntryIsSignedError):
                self.register.sign(signed, a_row(name))
            return
        self.register.sign(signed, self._row_of(found.case_id, name, None))
        self.model.entries[entry] = signed
        self.model.deeds.append((Deed.SIGNED, entry, found.case_id))

    @rule(entry=entries, name=names)
    def discard(self, entry: str, name: str) -> None:
        found = self.model.entries.get(entry)
        now = self._now()
        if found is None or found.signed:
            expected = EntryIsSignedError if found else NoSuchEntryError
            with pytest.raises(expected):
                self.register.discard_draft(entry, None, PERSON, now)
            return
        has_letters = any(case == found.case_id for case, *_ in self.model.documents.values())
        if has_letters and len(self.model.entries_in(found.case_id)) == 1:
            return
        del self.model.entries[entry]
        row = None
        if self.model.is_empty(found.case_id):
            self.model.rows.pop(found.case_id, None)
        else:
            row = self._row_of(found.case_id, name, None)
        self.register.discard_draft(entry, row, PERSON, now)
        self.model.deeds.append((Deed.DRAFT_DISCARDED, entry, found.case_id))

    @rule(target=documents, case=cases, name=names, content=some.binary(max_size=64))
    def approve(self, case: int, name: str, content: bytes) -> str | MultipleResults[str]:
        now = self._now()
        case_id = self._case_id(case)
        # A letter rests on what was answered.
        if not self.model.entries_in(case_id):
            return multiple()
        document = replace(a_document(content), id=an_id(self.number), case_id=case_id)
        event = replace(an_event(), document_id=document.id, at=now)
        self.register.add_document(document, event, self._row_of(case_id, name, None))
        self.model.documents[document.id] = document.case_id, content, [event.what]
        self.model.deeds.append((Deed.DOCUMENT_APPROVED, document.id, document.case_id))
        return document.id

    @rule(document=documents)
    def send(self, document: str) -> None:
        event = replace(an_event(DocumentStep.SENT), document_id=document, at=self._now())
        if document not in self.model.documents:
            with pytest.raises(NoSuchEntryError):
                self.register.add_document_event(event)
            return
        self.register.add_document_event(event)
        self.model.documents[document][2].append(event.what)
        self.model.deeds.append((Deed.DOCUMENT_SENT, document, self.model.documents[document][0]))

    # -------------------------------------------------------------- the register as a whole

    @rule()
    def close_and_open(self) -> None:
        self.register.close()
        self._open()

    def _open(self) -> None:
        passphrase = self.passphrases[PERSON]
        self.register = open_register(self.folder, PERSON, passphrase, self._now())

    @rule(case=cases)
    def erase(self, case: int) -> None:
        case_id, now = self._case_id(case), self._now()
        if self.model.is_empty(case_id):
            return
        if case_id == CLINIC_CASE:
            with pytest.raises(NoSuchCitizenError):
                self.register.upkeep.erase(case_id, PERSON, now)
            return
        self.register.upkeep.erase(case_id, PERSON, now)
        self._forget(case_id)
        with pytest.raises(CitizenErasedError):
            self.register.sign(self._signed(case_id), a_row("Søren", 999))

    def _signed(self, case_id: str) -> EntryRecord:
        draft = replace(a_draft(self.number), case_id=case_id, state=EntryState.SIGNED)
        return replace(draft, signed=self._now())

    def _forget(self, case_id: str) -> None:
        for kept in (self.model, *(kept for _, kept in self.backups)):
            kept.erase(case_id)
        self.numbers = [
            number + 10 if an_id(number) == case_id else number for number in self.numbers
        ]

    @rule()
    def back_up(self) -> None:
        self.register.flush()
        (backup,) = self.register.backups.make(Reason.MANUAL, self._now())
        self.backups.append((backup, deepcopy(self.model)))

        held = self.register.backups.contents(backup)

        assert held.entries == len(self.model.entries)
        assert held.documents == len(self.model.documents)

    @precondition(_has_backups)
    @rule(which=some.integers(0, 9))
    def restore(self, which: int) -> None:
        backup, kept = self.backups[which % len(self.backups)]
        self.register.close()
        restored = restore(
            self.folder, backup.folder, ByPassphrase(PERSON, self.passphrases[PERSON]), self._now()
        )
        assert restored.kept is not None
        assert not restored.may_hold_erased
        self.model = deepcopy(kept)
        self._open()

    @rule(new=some.sampled_from(("kaffe på kajen", "æbler og pærer", PASSPHRASE)))
    def change_passphrase(self, new: str) -> None:
        old, now = self.passphrases[PERSON], self._now()
        self.register.access.change_passphrase(PERSON, old, new, now, CHEAP)
        self.passphrases[PERSON] = new

    @rule(name=some.sampled_from(("Vikar Prøve", "Kollega Prøve")))
    def add_person(self, name: str) -> None:
        if name not in self.passphrases:
            self.register.access.add_person(name, f"{name} låser op", PERSON, self._now(), CHEAP)
            self.passphrases[name] = f"{name} låser op"

    @rule(name=some.sampled_from(("Vikar Prøve", "Kollega Prøve")))
    def remove_person(self, name: str) -> None:
        if name in self.passphrases:
            self.register.close()
            who = ByPassphrase(PERSON, self.passphrases[PERSON])
            assert remove_person(self.folder, who, name, self._now()).cannot_open == ()
            del self.passphrases[name]
            self._open()

    @rule()
    def try_who_can_open(self) -> None:
        assert set(self.register.access.people()) == self.passphrases.keys()
        for name, passphrase in self.passphrases.items():
            check_credential(self.folder, ByPassphrase(name, passphrase), NOW)
            with pytest.raises(WrongPassphraseError):
                check_credential(self.folder, ByPassphrase(name, f"{passphrase}!"), NOW)

    # -------------------------------------------------------------- reading

    @rule(search=some.sampled_from(SEARCHES), limit=some.integers(1, 4))
    def search(self, search: str, limit: int) -> None:
        self.register.flush()

        found = self.register.citizens(search, limit)

        hits = [row for row in self.model.rows.values() if _is_hit(row, search)]
        assert set(found) <= set(hits)
        orders = sorted(name_order(row.name) for row in hits)
        assert [name_order(row.name) for row in found] == orders[:limit]

    @rule(before=some.dates(date(2026, 3, 1), date(2026, 3, 9)))
    def look_at_what_is_due(self, before: date) -> None:
        self.register.flush()

        due = self.register.lists.due(DueSpan(before=before), 10)

        rows = [row for row in self.model.rows.values() if row.due and row.due < before]
        assert {(one.case_id, one.name, one.task.due) for one in due} == {
            (row.case_id, row.name, row.due) for row in rows
        }
        assert [one.task.due for one in due] == sorted(one.task.due for one in due)

    @rule(case=cases)
    def read_case(self, case: int) -> None:
        case_id = self._case_id(case)

        found = self.register.case_entries(case_id)

        assert list(found) == self.model.entries_in(case_id)
        documents = {key: one for key, one in self.model.documents.items() if one[0] == case_id}
        assert {heading.id for heading in self.register.documents(case_id)} == documents.keys()
        for document, (_, content, story) in documents.items():
            assert self.register.document_content(document) == content
            told = [event.what for event in self.register.document_events(document)]
            assert told == story

    @rule()
    def read_trail(self) -> None:
        self.register.flush()

        found = self.register.trail(1_000)

        told = [(row.deed, row.subject, row.case_id) for row in reversed(found) if row.case_id]
        assert told == self.model.deeds
        assert self.register.check_trail() == ()

    @rule()
    def verify(self) -> None:
        assert self.register.upkeep.verify() == ()

    @invariant()
    def nothing_is_missing(self) -> None:
        assert self.register.opening_fault() is None

    # -------------------------------------------------------------- small things

    def _now(self) -> datetime:
        self.number += 1
        return NOW + timedelta(minutes=self.number)

    def _case_id(self, case: int) -> str:
        return an_id(self.numbers[case]) if case < len(self.numbers) else CLINIC_CASE

    def _row_of(self, case_id: str, name: str, due: date | None) -> CitizenRow:
        number = next((number for number in self.numbers if an_id(number) == case_id), 999)
        row = replace(a_row(name, number, due), case_id=case_id, changed=self._now())
        if case_id != CLINIC_CASE:
            self.model.rows[case_id] = row
        return replace(row, tasks=(a_task(due),) if due else ())


def _is_hit(row: CitizenRow, search: str) -> bool:
    words = words_of(row.name, row.cpr)
    return all(any(word.startswith(term) for word in words) for term in search_terms(search))


def _by_start(entry: EntryRecord) -> tuple[datetime, str]:
    return entry.started, entry.id


TestRegister = RegisterMachine.TestCase
TestRegister.settings = settings(
    max_examples=10,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
