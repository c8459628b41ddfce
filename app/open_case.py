"""The open case: every change of a case goes through here, to the register before the screen."""

import hashlib
import secrets
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from app.beginning import opening_answers
from app.case_told import CaseTold
from app.issuing import made_from
from app.letters_standing import entries_read
from app.records import document_of, entry_of, happened_of, record_of
from app.work import Work
from forms.calculation import with_calculated
from forms.enablement import applicable_places
from models.answers import Answers
from models.case import Case, Document, Entry, EntryState
from models.course import Course
from models.courses import courses_of
from models.letters.alone import alone
from models.letters.contents import LetterDraft
from models.letters.letter import LetterOf
from models.letters.likely_way import likely_way
from models.oddities import Oddity
from models.starting import Known, known_answers
from models.task import Task
from storage.identifiers import CHANCE_BYTES, uuid7
from storage.records import CitizenRow, DocumentEvent, DocumentRecord, DocumentStep, EntryRecord


@dataclass(frozen=True, slots=True)
class Approval:
    """A letter of one course that lacks nothing, and the bytes that were shown of it."""

    draft: LetterDraft
    content: bytes
    part: Case


class OpenCase(QObject):
    """One case of the register, as it stands.

    `changed` is said once for each change. A draft is handed to the register's writer, which keeps
    the newest of it until the disk has it; everything else waits for the disk before memory
    changes and anybody is told. All deeds raise `storage.errors.RegisterError`.
    """

    changed = Signal(Case)

    def __init__(self, case: Case, work: Work) -> None:
        super().__init__()
        self._work = work
        self._told = CaseTold(work)
        self._case = case
        self._courses = courses_of(case)
        self._course = self.told_by(self.present)

    @property
    def case(self) -> Case:
        """The case as it stands, with all its courses."""
        return self._case

    @property
    def present(self) -> Case:
        """What the case holds of the present course."""
        return self._courses[-1]

    @property
    def courses(self) -> tuple[Case, ...]:
        """What the case holds, course by course, the oldest first."""
        return self._courses

    @property
    def course(self) -> Course:
        """What the present course means, from the answers to the questions that apply."""
        return self._course

    def told_by(self, part: Case) -> Course:
        """Return what one course of the case means."""
        return self._told.course(part)

    def oddities(self, on_screen: Entry | None = None) -> tuple[Oddity, ...]:
        """Return what looks wrong in any course, with the draft *on_screen* as it stands there."""
        return self._told.oddities(self._case, on_screen)

    def tasks(self) -> tuple[Task, ...]:
        """Return what is to be done in all courses, the most pressing first."""
        return self._told.tasks(self._case)

    def begin(self, form: str, said: Known | None = None) -> Entry:
        """Return a new draft of *form* with what is known or *said*; it is not kept yet.

        Raises `UnknownFormError` or `FormError` when this program cannot read the form.
        """
        questionnaire = self._work.supplies.newest(form)
        course, today, person = self.course, self._work.today, self._work.person
        known = {**known_answers(form, course, today, person), **(said or {})}
        return self._new(form, questionnaire.version, opening_answers(questionnaire, known))

    def correct(self, signed: Entry) -> Entry:
        """Return a draft that says the same as *signed* and would replace it; not kept yet."""
        draft = self._new(signed.form, signed.version, signed.answers)
        return replace(draft, replaces=signed.id)

    def keep(self, entry: Entry) -> None:
        """Hand the draft *entry* to the register's writer, and tell."""
        case = self._case.with_entry(entry)
        self._work.register.save_draft(self._record(entry), self._row(case))
        self._become(case)

    def sign(self, entry: Entry) -> Entry:
        """Return *entry* signed, with only the answers that apply, once the disk has it."""
        form, now = self._work.supplies.form(entry.form, entry.version), self._work.clock()
        answers = with_calculated(form, entry.answers, now.date())
        said = answers.only(applicable_places(form, answers, now.date()))
        signed = replace(entry, answers=said).as_signed(self._work.person, now)
        case = self._case.with_entry(signed)
        self._work.register.sign(self._record(signed), self._row(case))
        self._become(case)
        return signed

    def give_up(self, draft: Entry) -> None:
        """Take a draft away for good; a case of which nothing else is known goes with it."""
        case = self._case.without_entry(draft.id)
        row = self._row(case) if case.entries else None
        now = self._work.clock()
        self._work.register.discard_draft(draft.id, row, self._work.person, now)
        self._become(case)

    def approve(self, approval: Approval) -> Document:
        """Return the letter as issued, once the disk has its exact bytes."""
        draft, now, supplies = approval.draft, self._work.clock(), self._work.supplies
        book = supplies.book
        used = entries_read(approval.part, book.catalogue[draft.kind], draft.about)
        records = [self._record(entry) for entry in used]
        wording = book.wordings[draft.kind]
        record = DocumentRecord(
            id=_identifier(self._work),
            case_id=self._case.id,
            kind=draft.kind,
            title=draft.letter.title,
            sha256=hashlib.sha256(approval.content).hexdigest(),
            made_from=made_from(draft, records, wording, supplies.law),
            approved=now,
            approved_by=self._work.person,
            content=approval.content,
        )
        seen = alone(self.told_by(approval.part), LetterOf(draft.kind, draft.about))
        way = likely_way(book.catalogue[draft.kind], seen)
        event = DocumentEvent(record.id, DocumentStep.APPROVED, now, self._work.person, way)
        document = document_of(record, (event,))
        # The letter itself may be what was to be done.
        case = self._case.with_document(document)
        self._work.register.add_document(record, event, self._row(case))
        self._become(case)
        return document

    def note(self, document: Document, step: DocumentStep, way: str = "") -> None:
        """Add to the story of *document*, once the disk has it."""
        event = DocumentEvent(document.id, step, self._work.clock(), self._work.person, way)
        case = self._case.with_document(document.with_event(happened_of(event)))
        self._work.register.add_document_event(event, self._row(case))
        self._become(case)

    def content(self, document: Document) -> bytes:
        """Return the exact bytes of *document*."""
        return self._work.register.document_content(document.id)

    def _new(self, form: str, version: str, answers: Answers) -> Entry:
        now = self._work.clock()
        return Entry(
            id=_identifier(self._work),
            form=form,
            version=version,
            state=EntryState.DRAFT,
            author=self._work.person,
            started=now,
            changed=now,
            answers=answers,
        )

    def _become(self, case: Case) -> None:
        self._case = case
        self._courses = courses_of(case)
        self._course = self.told_by(self.present)
        self.changed.emit(case)

    def _record(self, entry: Entry) -> EntryRecord:
        return record_of(entry, self._case.id, self._work.supplies)

    def _row(self, case: Case) -> CitizenRow:
        return self._told.row(case, self._work.clock())


def new_case(work: Work) -> Case:
    """Return a case about somebody of whom nothing is known yet; nothing is written."""
    return Case(_identifier(work))


def read_case(case_id: str, work: Work) -> Case:
    """Return the case as the register holds it, and note in the trail that it was read.

    Raises `RegisterError`, `UnknownFormError` or `UnreadableResponseError`.
    """
    register, supplies = work.register, work.supplies
    entries = tuple(entry_of(record, supplies) for record in register.case_entries(case_id))
    documents = tuple(
        document_of(heading, register.document_events(heading.id))
        for heading in register.documents(case_id)
    )
    register.note_read(case_id, work.person, work.clock())
    return Case(case_id, entries, documents)


def _identifier(work: Work) -> str:
    milliseconds = int(work.clock().timestamp() * 1000)
    return uuid7(milliseconds, secrets.token_bytes(CHANCE_BYTES))
