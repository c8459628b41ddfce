from dataclasses import replace
from datetime import timedelta
from hashlib import sha256

import pytest

from storage.records import DocumentEvent, DocumentRecord, DocumentStep
from storage.register import Register
from storage.waiting import WaitingDocument
from tests.storage.samples import NOW, PERSON, a_document, a_row, an_event, an_id

OTHER = "Bo Øvemann"


def keep(register: Register, number: int, way: str = "", **changed: str) -> DocumentRecord:
    """Keep one more document, approved a minute after the one before."""
    content = f"%PDF {number}".encode()
    record = replace(
        a_document(),
        id=an_id(number),
        approved=NOW + timedelta(minutes=number),
        content=content,
        sha256=sha256(content).hexdigest(),
        **changed,
    )
    event = replace(an_event(), document_id=record.id, at=record.approved, way=way)
    register.add_document(record, event, replace(a_row(), case_id=record.case_id))
    return record


def tell(
    register: Register, number: int, what: DocumentStep, way: str = "", after: int = 1
) -> None:
    at = NOW + timedelta(hours=after)
    register.add_document_event(DocumentEvent(an_id(number), what, at, PERSON, way))


def waiting(register: Register, limit: int = 10) -> list[str]:
    return [one.id for one in register.waiting_documents(limit)]


def test_what_was_approved_waits_with_all_there_is_to_know_of_it(register: Register) -> None:
    record = keep(register, 1, "digital-post", approved_by=OTHER)

    (found,) = register.waiting_documents(10)

    assert found == WaitingDocument(
        id=record.id,
        case_id=record.case_id,
        name=a_row().name,
        kind=record.kind,
        approved=record.approved,
        approved_by=OTHER,
        way="digital-post",
    )


def test_the_newest_comes_first_and_no_more_than_asked_for(register: Register) -> None:
    for number in (2, 1, 3):
        keep(register, number)

    assert waiting(register) == [an_id(3), an_id(2), an_id(1)]
    assert waiting(register, 2) == [an_id(3), an_id(2)]


@pytest.mark.parametrize("step", [DocumentStep.SENT, DocumentStep.HANDED_OVER])
def test_what_was_sent_or_handed_over_waits_no_more(register: Register, step: DocumentStep) -> None:
    keep(register, 1)
    keep(register, 2)

    tell(register, 1, step)

    assert waiting(register) == [an_id(2)]


def test_what_was_printed_and_saved_says_when_it_last_was(register: Register) -> None:
    keep(register, 1)

    tell(register, 1, DocumentStep.PRINTED, after=1)
    tell(register, 1, DocumentStep.SAVED, "001-brev.pdf", after=2)
    tell(register, 1, DocumentStep.PRINTED, after=3)
    tell(register, 1, DocumentStep.SAVED, "007-brev.pdf", after=4)

    (found,) = register.waiting_documents(10)
    assert found.printed == NOW + timedelta(hours=3)
    assert found.saved == NOW + timedelta(hours=4)
    assert found.saved_as == "007-brev.pdf"


def test_the_kinds_of_newer_ones_of_the_same_case_are_told(register: Register) -> None:
    kind = keep(register, 1).kind
    keep(register, 2, kind="plan")
    keep(register, 3, case_id=an_id(901))
    keep(register, 4)

    found = {one.id: one.newer_kinds for one in register.waiting_documents(10)}

    assert found == {
        an_id(1): {kind, "plan"},
        an_id(2): {kind},
        an_id(3): frozenset(),
        an_id(4): frozenset(),
    }


def test_letters_of_one_who_was_erased_do_not_wait(register: Register) -> None:
    record = keep(register, 1)

    register.upkeep.erase(record.case_id, PERSON, NOW + timedelta(days=1))

    assert waiting(register) == []
