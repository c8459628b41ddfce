from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from storage.file_names import KEY_FILE_COPY, REGISTER_FILE
from storage.records import Deed
from storage.register import Register, open_register
from storage.verifying import Part
from tests.storage.samples import (
    NOW,
    PASSPHRASE,
    PERSON,
    a_document,
    a_draft,
    a_row,
    an_event,
    an_id,
    as_signed,
    behind_the_back,
)

LATER = NOW + timedelta(hours=2)


@pytest.fixture
def lived(register: Register) -> Register:
    register.save_draft(a_draft(1), a_row())
    register.sign(as_signed(a_draft(2)), a_row())
    register.add_document(a_document(), an_event(), a_row())
    register.save_draft(replace(a_draft(3), case_id=an_id(901)), a_row("Anna Prøve", 901))
    register.flush()
    return register


def parts_found(register: Register) -> set[Part]:
    return {finding.part for finding in register.upkeep.verify()}


def opened(folder: Path) -> Register:
    return open_register(folder, PERSON, PASSPHRASE, NOW)


def test_a_register_that_is_well_gives_no_findings(lived: Register) -> None:
    lived.save_draft(a_draft(4, "venter"), a_row())

    assert lived.upkeep.verify() == ()
    assert not lived.has_waiting()


WITHOUT_DOCUMENT = "DROP TRIGGER document_stays; PRAGMA foreign_keys = OFF; DELETE FROM document"


@pytest.mark.parametrize(
    ("part", "tampering"),
    [
        (Part.TRAIL, "DROP TRIGGER trail_is_final; UPDATE trail SET person = 'En anden'"),
        (Part.ENTRIES, "DROP TRIGGER signed_entry_is_final; UPDATE entry SET response = ''"),
        (Part.ENTRIES, "DROP TRIGGER signed_entry_stays; DELETE FROM entry"),
        (Part.DOCUMENTS, "DROP TRIGGER document_is_final; UPDATE document SET content = x''"),
        (Part.DOCUMENTS, WITHOUT_DOCUMENT),
        (Part.LINKS, WITHOUT_DOCUMENT),
        (Part.LISTS, "DELETE FROM citizen WHERE name = 'Anna Prøve'"),
        (Part.LISTS, "DELETE FROM citizen"),
        (Part.LISTS, "UPDATE citizen SET case_id = 'x' WHERE name = 'Anna Prøve'"),
        (Part.LISTS, "UPDATE citizen SET words = ''"),
        (Part.LISTS, "DELETE FROM citizen_prefix WHERE prefix = 'a'"),
        (Part.LISTS, "INSERT INTO citizen_prefix VALUES ('b', 'bo', 77)"),
        (Part.RESTS, "INSERT INTO erased (mark, at) VALUES ('x', 'y')"),
    ],
)
def test_what_was_changed_behind_the_back_is_found(
    lived: Register, folder: Path, part: Part, tampering: str
) -> None:
    lived.close()
    connection = behind_the_back(folder)
    for statement in tampering.split("; "):
        connection.execute(statement)
    connection.close()
    again = opened(folder)

    found = parts_found(again)
    again.close()

    assert part in found


def test_what_was_changed_is_counted_and_no_id_is_shown(lived: Register, folder: Path) -> None:
    lived.sign(as_signed(a_draft(1)), a_row())
    lived.close()
    connection = behind_the_back(folder)
    for table, change in (
        ("entry", "UPDATE entry SET response = ''"),
        ("document", "UPDATE document SET content = x''"),
    ):
        for (trigger,) in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?", (table,)
        ).fetchall():
            connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute(change)
    connection.close()
    again = opened(folder)

    findings = again.upkeep.verify()
    again.close()

    said = {f.part: f.sentence for f in findings}
    assert said[Part.ENTRIES].startswith("2 underskrevne skemaer er ikke")
    assert said[Part.DOCUMENTS].startswith("1 brev er ikke")
    assert not [f for f in findings if an_id(1)[:8] in f.sentence or an_id(70)[:8] in f.sentence]


def test_a_damaged_page_is_found_where_nothing_else_reads_it(lived: Register, folder: Path) -> None:
    content = b"%PDF" + bytes(range(256)) * 400
    document = replace(a_document(content), id=an_id(71), case_id=an_id(901))
    lived.add_document(document, replace(an_event(), document_id=document.id), a_row("Anna", 901))
    lived.close()
    path = folder / REGISTER_FILE
    damaged = bytearray(path.read_bytes())
    damaged[-4096 * 4 - 2000] ^= 1
    path.write_bytes(damaged)
    again = opened(folder)

    found = parts_found(again)
    again.close()

    assert Part.PAGES in found


def test_key_files_that_differ_are_found(lived: Register, folder: Path) -> None:
    copy = folder / KEY_FILE_COPY
    copy.write_bytes(copy.read_bytes()[:-1])

    assert parts_found(lived) == {Part.KEY_FILES}


def test_findings_name_nobody_and_say_what_to_do(lived: Register, folder: Path) -> None:
    lived.close()
    connection = behind_the_back(folder)
    connection.execute("DELETE FROM citizen")
    connection.close()
    again = opened(folder)

    findings = again.upkeep.verify()
    again.close()

    assert findings
    for finding in findings:
        assert "Prøve" not in finding.sentence
        assert "igen" in finding.sentence or "frem" in finding.sentence


def test_lists_are_rebuilt_from_the_rows_given(lived: Register, folder: Path) -> None:
    lived.close()
    connection = behind_the_back(folder)
    connection.execute("DELETE FROM citizen")
    connection.execute("INSERT INTO citizen_prefix VALUES ('b', 'bo', 77)")
    connection.close()
    again = opened(folder)
    rows = (a_row("Søren Ny", 900), a_row("Anna Ny", 901), a_row("Ingen Sag", 902))
    derived = tuple(replace(row, changed=LATER) for row in rows)

    again.upkeep.rebuild_lists(derived, PERSON, LATER)

    assert again.citizens("", 9) == (derived[1], derived[0])
    assert again.citizens("ny", 9) == (derived[1], derived[0])
    assert again.trail(1)[0].deed == Deed.LISTS_REBUILT
    assert parts_found(again) == set()
    again.close()


def test_a_case_written_since_its_row_was_derived_keeps_the_newer_row(lived: Register) -> None:
    derived = a_row("Gammelt Navn", 901)
    newer = a_row("Nyt Navn", 901)
    draft = replace(a_draft(3), case_id=an_id(901), changed=NOW + timedelta(minutes=9))
    lived.save_draft(draft, newer)

    lived.upkeep.rebuild_lists((derived,), PERSON, LATER)

    assert lived.citizens("", 9) == (newer, a_row())


def test_all_cases_are_told_apart_by_their_ids(lived: Register) -> None:
    assert lived.upkeep.case_ids() == (an_id(900), an_id(901))


def test_a_lost_end_that_was_accepted_is_not_told_again(lived: Register, folder: Path) -> None:
    lived.close()
    older = (folder / REGISTER_FILE).read_bytes()
    again = opened(folder)
    again.sign(as_signed(a_draft(1)), a_row())
    again.close()
    (folder / REGISTER_FILE).write_bytes(older)
    restored = opened(folder)
    told = restored.opening_fault()

    restored.upkeep.accept_fault(PERSON, LATER)
    told_after = restored.opening_fault()
    restored.close()

    once_more = opened(folder)
    deeds = [row.deed for row in once_more.trail(9)]
    told_later, faults = once_more.opening_fault(), once_more.check_trail()
    once_more.close()
    assert told is not None
    assert (told_after, told_later, faults) == (None, None, ())
    assert Deed.FAULT_ACCEPTED in deeds


def test_where_nothing_was_lost_there_is_nothing_to_accept(lived: Register) -> None:
    lived.upkeep.accept_fault(PERSON, LATER)

    assert Deed.FAULT_ACCEPTED not in {row.deed for row in lived.trail(99)}
