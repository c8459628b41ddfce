from collections.abc import Callable
from pathlib import Path

import pytest

from storage.connection import Connection
from storage.file_names import REGISTER_FILE, WITNESS_FILE
from storage.records import Deed, TrailFault
from storage.register import Register, open_register
from tests.storage.samples import (
    NOW,
    PASSPHRASE,
    PERSON,
    a_document,
    a_draft,
    a_row,
    an_event,
    as_signed,
    behind_the_back,
)


def live_a_little(register: Register) -> None:
    register.save_draft(a_draft(), a_row())
    register.save_draft(a_draft(text="mere"), a_row())
    register.sign(as_signed(a_draft()), a_row())
    register.add_document(a_document(), an_event(), a_row())
    register.note_read(a_draft().case_id, PERSON, NOW)
    register.close()


def faults_after(folder: Path, tampering: Callable[[Connection], object]) -> tuple[TrailFault, ...]:
    connection = behind_the_back(folder)
    connection.execute("DROP TRIGGER trail_is_final")
    connection.execute("DROP TRIGGER trail_stays")
    tampering(connection)
    connection.close()
    register = open_register(folder, PERSON, PASSPHRASE, NOW)
    faults = register.check_trail()
    register.close()
    return faults


def test_every_deed_leaves_one_row_and_a_draft_one_when_it_begins(
    register: Register, folder: Path
) -> None:
    live_a_little(register)

    again = open_register(folder, PERSON, PASSPHRASE, NOW)
    again.flush()
    rows = again.trail(100)
    of_case = again.trail(100, a_draft().case_id)
    faults = again.check_trail()
    again.close()

    assert [row.deed for row in reversed(rows)] == [
        Deed.CREATED,
        Deed.DRAFT_BEGUN,
        Deed.SIGNED,
        Deed.DOCUMENT_APPROVED,
        Deed.READ,
        Deed.OPENED,
    ]
    assert len(of_case) == 4
    assert faults == ()


def change(connection: Connection) -> None:
    connection.execute("UPDATE trail SET person = 'En anden' WHERE number = 3")


def remove(connection: Connection) -> None:
    connection.execute("DELETE FROM trail WHERE number = 3")


def swap(connection: Connection) -> None:
    connection.execute("UPDATE trail SET number = -2 WHERE number = 2")
    connection.execute("UPDATE trail SET number = 2 WHERE number = 3")
    connection.execute("UPDATE trail SET number = 3 WHERE number = -2")


@pytest.mark.parametrize(
    ("tampering", "numbers"), [(change, {3}), (remove, {4}), (swap, {2, 3, 4})]
)
def test_a_row_that_was_changed_removed_or_moved_is_found(
    register: Register,
    folder: Path,
    tampering: Callable[[Connection], None],
    numbers: set[int],
) -> None:
    live_a_little(register)

    faults = faults_after(folder, tampering)

    assert {fault.number for fault in faults} == numbers


def cut_the_end(connection: Connection) -> None:
    connection.execute("DELETE FROM trail WHERE number >= 4")


def test_a_cut_off_end_is_found_by_the_witness(register: Register, folder: Path) -> None:
    live_a_little(register)

    (fault,) = faults_after(folder, cut_the_end)

    assert fault.number == 5
    assert "ender nu ved" in fault.sentence


def test_an_older_copy_of_the_register_is_noticed(register: Register, folder: Path) -> None:
    live_a_little(register)
    older = (folder / REGISTER_FILE).read_bytes()
    again = open_register(folder, PERSON, PASSPHRASE, NOW)
    again.note_read(a_draft().case_id, PERSON, NOW)
    again.close()
    (folder / REGISTER_FILE).write_bytes(older)

    restored = open_register(folder, PERSON, PASSPHRASE, NOW)
    restored.flush()

    assert restored.check_trail() != ()
    restored.close()


@pytest.mark.parametrize(
    "rubbish", [b"", b"{", b'{"number": 1, "mark": "x", "seal": "\xc3\xa6"}', b"[]"]
)
def test_a_witness_that_cannot_be_trusted_says_nothing(
    register: Register, folder: Path, rubbish: bytes
) -> None:
    live_a_little(register)
    (folder / WITNESS_FILE).write_bytes(rubbish)

    again = open_register(folder, PERSON, PASSPHRASE, NOW)

    assert again.check_trail() == ()
    again.close()
