"""Writes about the canary in the register named on the command line, and stops at every stage.

At each stage it says on stdout where it is and the register's key, and goes on when told on stdin.
Imports everything before it begins, so that all files it makes later are the register's doing.
"""

import sys
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from models.letters.letter import Paragraph
from storage.backups import Reason
from storage.records import CitizenRow, DocumentEvent, DocumentRecord, DocumentStep, EntryRecord
from storage.register import Register, create_register, open_register
from tests.drills import canary_words as canary
from tests.storage.samples import CHEAP, NOW, PASSPHRASE, PERSON, a_draft, a_row, as_signed
from tests.views.paper.sample_letters import DECISION
from views.paper.envelope import EnvelopeWindow
from views.paper.letter_paper import draw_letter


def main() -> None:
    """Go through all stages."""
    folder = Path(sys.argv[1])
    register, _ = create_register(folder, PERSON, PASSPHRASE, NOW, CHEAP)
    register.save_draft(a_draft(1), a_row())
    _write(register)
    register.backups.make(Reason.MANUAL, NOW)
    _stage("kept", register)
    register.close()
    register = open_register(folder, PERSON, PASSPHRASE, NOW)
    _stage("opened again", register)
    _erase(register)
    register.close()
    _stage("closed", register)


def _write(register: Register) -> None:
    register.save_draft(_entry(canary.SAID), _row())
    register.flush()
    _stage("written", register)
    register.save_draft(_entry(canary.SAID_LATER), _row())
    register.flush()
    _stage("edited", register)
    register.sign(as_signed(_entry(canary.SAID + canary.SAID_LATER)), _row())
    letter = replace(DECISION, blocks=(*DECISION.blocks, Paragraph(canary.SAID_IN_THE_LETTER)))
    content = draw_letter(letter, EnvelopeWindow())
    register.add_document(_document(content), _event(), _row())
    assert register.document_content(canary.DOCUMENT) == content
    assert register.citizens(canary.NAME, 5)
    _stage("printed", register)


def _erase(register: Register) -> None:
    register.upkeep.erase(canary.CASE, PERSON, NOW + timedelta(days=1))
    _stage("erased", register)
    backups = register.backups
    for backup in backups.holding(canary.CASE).backups:
        backups.rewrite_without_erased(backup)
    _stage("rewritten", register)


def _stage(name: str, register: Register) -> None:
    print(f"{register._core.key.hex()} {name}", flush=True)
    sys.stdin.readline()


def _row() -> CitizenRow:
    day = date(2026, 12, 1)
    return CitizenRow(canary.CASE, canary.NAME, canary.CPR, "afdækning", day, canary.DUE, NOW)


def _entry(said: str) -> EntryRecord:
    response = f'{{"resourceType": "QuestionnaireResponse", "text": "{said * 100}"}}'
    return replace(a_draft(2), id=canary.ENTRY, case_id=canary.CASE, response=response)


def _document(content: bytes) -> DocumentRecord:
    return DocumentRecord(
        id=canary.DOCUMENT,
        case_id=canary.CASE,
        kind="afgoerelse",
        title=canary.SAID_IN_THE_LETTER,
        sha256=sha256(content).hexdigest(),
        made_from=f'{{"name": "{canary.NAME}"}}',
        approved=NOW,
        approved_by=PERSON,
        content=content,
    )


def _event() -> DocumentEvent:
    return DocumentEvent(canary.DOCUMENT, DocumentStep.APPROVED, NOW, PERSON, canary.SAID)


if __name__ == "__main__":
    main()
