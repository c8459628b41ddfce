"""Registers in which letters wait, and a spooler that stands for the printer's world."""

import os
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from app.issuing import made_from
from app.supplies import supplies
from models.course import Form
from models.decision import Delivery
from models.letters.letter import LetterKind
from storage.identifiers import CHANCE_BYTES, uuid7
from storage.records import DocumentEvent, DocumentRecord, DocumentStep
from storage.register import Register, open_register
from tests.builders import CONTACT, NOON, REQUEST, course, draft
from tests.demo.journey import PASSPHRASE, PERSON
from tests.journeys.people import add_citizen, make_register
from views.paper.envelope import EnvelopeWindow
from views.paper.letter_paper import draw_letter

OTHER = "Bo Øvemann"
WAYS = (Delivery.LETTER, Delivery.DIGITAL_POST, Delivery.HANDED_OVER)


def make_waiting(folder: Path, letters: int, citizens: int = 3) -> None:
    """Make a register in which *letters* wait, approved one minute after another.

    Every third goes by post, every second was approved by somebody else.
    """
    make_register(folder)
    for number in range(citizens):
        contact = {**CONTACT, "citizen.name": f"Øve Prøve {number + 1}"}
        add_citizen(folder, {Form.CONTACT: contact, Form.REQUEST: REQUEST}, {})
    register = open_register(folder, PERSON, PASSPHRASE, NOON)
    rows = {row.name: row for row in register.citizens("", citizens)}
    known = course(contact=CONTACT, request=REQUEST)
    written = draft(LetterKind.REQUEST_RECEIPT, known)
    content = draw_letter(written.letter, EnvelopeWindow())
    book = supplies().book
    of = made_from(written, (), book.wordings[LetterKind.REQUEST_RECEIPT], book.law)
    for number in range(letters):
        at, by = NOON + timedelta(minutes=number), (PERSON, OTHER)[number % 2]
        row = rows[f"Øve Prøve {number % citizens + 1}"]
        kind = tuple(LetterKind)[number // citizens % len(LetterKind)]
        record = DocumentRecord(
            id=uuid7(1_790_000_000_000 + number, bytes(CHANCE_BYTES)),
            case_id=row.case_id,
            kind=kind,
            title="Brev",
            sha256=sha256(content).hexdigest(),
            made_from=of,
            approved=at,
            approved_by=by,
            content=content,
        )
        event = DocumentEvent(record.id, DocumentStep.APPROVED, at, by, WAYS[number % 3])
        register.add_document(record, event, row)
    register.close()


def spooler(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a program called lp into *folder*, which stands for the spooler outside the program."""
    folder.mkdir(exist_ok=True)
    lp = folder / "lp"
    lp.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    lp.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")


def stories(folder: Path, at: datetime = NOON) -> list[list[DocumentStep]]:
    """Return what happened to each letter of the register, the one approved first first."""
    register = open_register(folder, PERSON, PASSPHRASE, at)
    kept = _headings(register)
    told = [[event.what for event in register.document_events(one)] for one in kept]
    register.close()
    return told


def _headings(register: Register) -> list[str]:
    rows = register.citizens("", 1000)
    found = [heading for row in rows for heading in register.documents(row.case_id)]
    return [heading.id for heading in sorted(found, key=lambda one: (one.approved, one.id))]
