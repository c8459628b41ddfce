import threading
import traceback
from collections.abc import Callable
from dataclasses import replace

import pytest

from storage.connection import Connection
from storage.records import CitizenRow, EntryRecord
from storage.register import Register
from tests.storage.samples import (
    NOW,
    PERSON,
    a_document,
    a_draft,
    a_row,
    an_event,
    an_id,
    as_signed,
)

SECRET = "KANARIEFUGL-4711"  # noqa: S105 - made up
HALF = f"{SECRET}\udc00"
SPOILT = [
    (replace(a_draft(), response=HALF), a_row()),
    (replace(a_draft(), author=HALF), a_row()),
    (a_draft(), replace(a_row(), name=HALF)),
    (a_draft(), replace(a_row(), stage=HALF)),
]


@pytest.mark.parametrize(("record", "row"), SPOILT)
def test_text_that_cannot_be_written_is_refused_without_being_shown(
    register: Register, record: EntryRecord, row: CitizenRow
) -> None:
    attempts: tuple[Callable[[], None], ...] = (
        lambda: register.save_draft(record, row),
        lambda: register.sign(as_signed(record), row),
    )
    for attempt in attempts:
        with pytest.raises(ValueError, match="half a character") as caught:
            attempt()

        shown = "".join(traceback.format_exception(caught.value)) + repr(caught.value)
        assert not isinstance(caught.value, UnicodeError)
        assert caught.value.__context__ is None
        assert "\udc00" not in shown
        assert "\\udc00" not in shown

    register.save_draft(a_draft(), a_row())
    register.flush()


def test_to_add_a_document_twice_is_to_add_it_once(register: Register) -> None:
    register.add_document(a_document(), an_event(), a_row())
    rows = register.trail(99)

    register.add_document(a_document(), an_event(), a_row())

    assert register.trail(99) == rows
    assert len(register.documents(an_id(900))) == 1
    assert len(register.document_events(an_id(70))) == 1


def test_another_document_of_the_same_id_is_a_fault_of_ours(register: Register) -> None:
    register.add_document(a_document(), an_event(), a_row())

    with pytest.raises(ValueError, match="another document"):
        register.add_document(a_document(b"%PDF noget andet"), an_event(), a_row())

    assert register.document_content(an_id(70)) == a_document().content


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO register (only_row, id, created) VALUES (1, 'x', 'y')",
        "INSERT INTO nowhere VALUES (1)",
        "SELECT zeroblob(2000000000)",
    ],
)
def test_what_can_never_be_written_is_given_back_and_not_tried_again(
    register: Register, statement: str
) -> None:
    def write(connection: Connection) -> None:
        connection.execute(statement)

    with pytest.raises(ValueError, match="SQLite does not take"):
        register._writer.do(write)

    register.save_draft(a_draft(), a_row())
    register.flush()
    assert register.case_entries(an_id(900)) == (a_draft(),)


def test_a_draft_that_comes_while_it_is_discarded_does_not_bring_it_back(
    register: Register,
) -> None:
    register.save_draft(a_draft(), a_row())
    register.flush()
    is_writing, go_on = threading.Event(), threading.Event()

    def write_slowly(_: Connection) -> None:
        is_writing.set()
        go_on.wait(10)

    slow = threading.Thread(target=register._writer.do, args=(write_slowly,))
    slow.start()
    is_writing.wait(10)
    discarding = threading.Thread(
        target=register.discard_draft, args=(a_draft().id, None, PERSON, NOW)
    )
    discarding.start()
    while a_draft().id not in register._discarded:
        pass
    register.save_draft(a_draft(), a_row())
    go_on.set()
    slow.join()
    discarding.join()
    register.flush()

    assert register.case_entries(an_id(900)) == ()


def test_a_draft_whose_discarding_failed_is_saved_again(register: Register) -> None:
    with pytest.raises(Exception, match="findes ikke"):
        register.discard_draft(a_draft().id, None, PERSON, NOW)

    register.save_draft(a_draft(), a_row())
    register.flush()

    assert register.case_entries(an_id(900)) == (a_draft(),)


def test_a_deed_of_a_newer_program_is_shown_as_it_stands(register: Register) -> None:
    def write(connection: Connection) -> None:
        connection.execute(
            "INSERT INTO trail (number, at, person, deed, mark) VALUES (99, ?, ?, ?, ?)",
            ("2026-01-01T00:00:00.000000+00:00", PERSON, "sent-by-digital-post", "x"),
        )

    register._writer.do(write)

    assert register.trail(1)[0].deed == "sent-by-digital-post"
