import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest

from storage.connection import Connection, named_errors
from storage.erased import erased_marks, mark_of
from storage.erasing import erase_marked
from storage.file_names import REGISTER_FILE
from storage.records import CitizenRow, Deed, DocumentStep, EntryRecord
from storage.register import Register, open_register
from storage.trail import Step
from storage.upkeep import Upkeep
from storage.upkeep_errors import (
    CitizenErasedError,
    MemoryShortError,
    NoSuchCitizenError,
    RestsRemainError,
)
from storage.written_file import WrittenFile
from tests.storage.samples import (
    CANARY,
    NOW,
    PASSPHRASE,
    PERSON,
    Listener,
    a_document,
    a_draft,
    a_row,
    an_event,
    an_id,
    as_signed,
    behind_the_back,
)

CASE, OTHER = an_id(900), an_id(901)
STEP = Step(NOW, PERSON, Deed.ERASED)


def other_draft() -> EntryRecord:
    return replace(a_draft(5, "bliver"), case_id=OTHER)


def other_row() -> CitizenRow:
    return a_row("Anna Prøve", 901)


@pytest.fixture
def lived(register: Register) -> Register:
    register.save_draft(a_draft(1, CANARY), a_row(CANARY))
    register.sign(as_signed(a_draft(2, CANARY)), a_row(CANARY))
    register.add_document(a_document(CANARY.encode()), an_event(), a_row(CANARY))
    register.add_document_event(an_event(DocumentStep.SENT))
    register.save_draft(other_draft(), other_row())
    register.note_read(CASE, PERSON, NOW)
    register.flush()
    return register


@pytest.fixture
def upkeep(lived: Register) -> Upkeep:
    return lived.upkeep


def everything_in(connection: Connection) -> str:
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    return "\n".join(
        repr(row)
        for (table,) in tables
        for row in connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - its own names
    )


def test_nothing_of_the_citizen_stays_and_all_of_the_others(
    lived: Register, upkeep: Upkeep
) -> None:
    with lived._core.read() as connection:
        before = everything_in(connection)

    upkeep.erase(CASE, PERSON, NOW)

    with lived._core.read() as connection:
        after = everything_in(connection)
    ids = (CASE, a_draft(1).id, a_draft(2).id, a_document().id)
    for trace in (*ids, CANARY, "3213000900", "kanariefug"):
        assert trace in before
        assert trace not in after
    assert lived.case_entries(OTHER) == (other_draft(),)
    assert lived.citizens("", 9) == lived.citizens("anna", 9) == (other_row(),)


def test_the_trail_keeps_the_rows_but_not_whom_they_were_about(
    lived: Register, upkeep: Upkeep
) -> None:
    before = lived.trail(99)

    upkeep.erase(CASE, PERSON, NOW)

    last, *rows = lived.trail(99)
    told = [(row.number, row.at, row.by, row.deed, row.mark) for row in rows]
    assert told == [(row.number, row.at, row.by, row.deed, row.mark) for row in before]
    assert {row.case_id for row in rows} == {None, OTHER}
    assert (last.deed, last.case_id, last.subject) == (Deed.ERASED, None, mark_of(CASE))
    assert lived.check_trail() == ()


def test_the_file_is_written_anew_without_rests(
    lived: Register, upkeep: Upkeep, folder: Path
) -> None:
    upkeep.erase(CASE, PERSON, NOW)

    with lived._core.read() as connection:
        assert connection.execute("PRAGMA freelist_count").fetchone() == (0,)
    # The note that it is done, and no older page.
    assert (folder / f"{REGISTER_FILE}-wal").stat().st_size < 2 * 4096
    assert not upkeep.has_rests()


def test_an_erasing_that_could_not_clear_up_says_so_and_can_be_finished(
    lived: Register, upkeep: Upkeep
) -> None:
    lived._core.writer.do_to_file(WrittenFile.hold_still)

    with pytest.raises(RestsRemainError, match="er slettet, men"):
        upkeep.erase(CASE, PERSON, NOW)
    had_rests = upkeep.has_rests()
    lived._core.writer.do_to_file(WrittenFile.move_again)
    upkeep.erase(CASE, PERSON, NOW)

    assert had_rests
    assert not upkeep.has_rests()
    assert [row.deed for row in lived.trail(99)].count(Deed.ERASED) == 1


def test_nobody_is_erased_while_the_file_is_written_anew_for_somebody_else(
    lived: Register, upkeep: Upkeep
) -> None:
    with lived._core.hold_still():
        compacting = Thread(target=upkeep.compact)
        compacting.start()
        time.sleep(0.1)
        erasing = Thread(target=upkeep.erase, args=(CASE, PERSON, NOW))
        erasing.start()
        time.sleep(0.3)
        erased_meanwhile = upkeep.has_rests()
    for thread in (compacting, erasing):
        thread.join(10)

    assert not erased_meanwhile
    assert lived.case_entries(CASE) == ()
    assert not upkeep.has_rests()


def test_too_little_memory_is_said_by_name(
    lived: Register, upkeep: Upkeep, monkeypatch: pytest.MonkeyPatch
) -> None:
    def vacuum(file: WrittenFile) -> None:
        with named_errors(file._path, while_writing=True):
            raise MemoryError

    with monkeypatch.context() as short:
        short.setattr(WrittenFile, "compact", vacuum)
        with pytest.raises(RestsRemainError, match="fri hukommelse") as caught:
            upkeep.erase(CASE, PERSON, NOW)

    assert isinstance(caught.value.why, MemoryShortError)
    assert upkeep.has_rests()


def test_what_waited_to_be_written_is_erased_too_and_nothing_comes_after(
    lived: Register, upkeep: Upkeep
) -> None:
    listener = Listener()
    lived.listen(listener.hear_saved, listener.hear_failed)
    lived.save_draft(a_draft(7, CANARY), a_row(CANARY))

    upkeep.erase(CASE, PERSON, NOW)
    lived.save_draft(a_draft(8, CANARY), a_row(CANARY))

    assert listener.waits_until_failed(1)
    assert isinstance(listener.failed[0], CitizenErasedError)
    assert lived.case_entries(CASE) == ()
    assert lived.citizens("", 9) == (other_row(),)
    assert not lived.has_waiting()


def test_nothing_can_be_signed_issued_or_read_in_an_erased_case(
    lived: Register, upkeep: Upkeep
) -> None:
    upkeep.erase(CASE, PERSON, NOW)

    with pytest.raises(CitizenErasedError):
        lived.sign(as_signed(a_draft(2)), a_row())
    with pytest.raises(CitizenErasedError):
        lived.add_document(a_document(), an_event(), a_row())
    lived.note_read(CASE, PERSON, NOW)
    lived.flush()
    assert lived.trail(99, CASE) == ()
    assert lived.documents(CASE) == ()


def test_who_was_never_there_cannot_be_erased(upkeep: Upkeep, lived: Register) -> None:
    with pytest.raises(NoSuchCitizenError):
        upkeep.erase(an_id(999), PERSON, NOW)

    assert Deed.ERASED not in {row.deed for row in lived.trail(99)}


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM entry WHERE state = 'signed'",
        "DELETE FROM document",
        "DELETE FROM document_event",
        "UPDATE trail SET case_id = NULL, subject = NULL, digest = NULL",
        "INSERT INTO erasing (case_id) SELECT case_id FROM entry",
        "INSERT INTO erasing (case_id, unfinished) SELECT case_id, 1 FROM entry",
    ],
)
def test_what_is_signed_stays_until_its_case_is_erased(
    lived: Register, folder: Path, sql: str
) -> None:
    lived.close()
    connection = behind_the_back(folder)

    with pytest.raises(Exception, match=r"stays|final|FOREIGN KEY|CHECK|UNIQUE"):
        connection.execute(sql)

    connection.close()


def test_the_permission_to_erase_holds_for_that_case_and_until_the_end_of_the_deed(
    lived: Register, folder: Path
) -> None:
    lived.close()
    connection = behind_the_back(folder)
    connection.execute("BEGIN")
    connection.execute("INSERT INTO erasing (case_id) VALUES (?)", (OTHER,))

    with pytest.raises(Exception, match="a signed entry stays"):
        connection.execute("DELETE FROM entry WHERE case_id = ?", (CASE,))
    with pytest.raises(Exception, match="the trail is final"):
        connection.execute("UPDATE trail SET person = 'En anden' WHERE case_id = ?", (OTHER,))
    with pytest.raises(Exception, match="FOREIGN KEY"):
        connection.execute("COMMIT")

    connection.execute("ROLLBACK")
    connection.close()


def test_what_is_erased_can_neither_be_forgotten_nor_renamed(
    lived: Register, upkeep: Upkeep, folder: Path
) -> None:
    upkeep.erase(CASE, PERSON, NOW)
    lived.close()
    connection = behind_the_back(folder)

    with pytest.raises(Exception, match="stays erased"):
        connection.execute("DELETE FROM erased")
    with pytest.raises(Exception, match="is final"):
        connection.execute("UPDATE erased SET mark = 'x'")

    connection.close()


def rename(connection: Connection) -> None:
    connection.execute("UPDATE trail SET person = 'En anden' WHERE number = 3")


def forget_the_erasing(connection: Connection) -> None:
    connection.execute("UPDATE trail SET erased_by = NULL WHERE number = 3")


def empty_one_more(connection: Connection) -> None:
    connection.execute(
        "UPDATE trail SET case_id = NULL, subject = NULL, digest = NULL, erased_by ="
        " (SELECT max(number) FROM trail WHERE deed = 'erased') WHERE case_id IS NOT NULL"
    )


def name_again(connection: Connection) -> None:
    connection.execute("UPDATE trail SET subject = 'x' WHERE number = 3")


def lead_elsewhere(connection: Connection) -> None:
    connection.execute("UPDATE trail SET erased_by = 1 WHERE number = 3")


@pytest.mark.parametrize(
    "tampering", [rename, forget_the_erasing, empty_one_more, name_again, lead_elsewhere]
)
def test_an_emptied_row_that_was_changed_is_found(
    lived: Register, upkeep: Upkeep, folder: Path, tampering: Callable[[Connection], None]
) -> None:
    upkeep.erase(CASE, PERSON, NOW)
    lived.close()
    connection = behind_the_back(folder)
    connection.execute("DROP TRIGGER trail_is_final")
    tampering(connection)
    connection.close()

    again = open_register(folder, PERSON, PASSPHRASE, NOW)
    faults = again.check_trail()
    again.close()

    assert faults != ()


def test_an_older_copy_is_purged_of_all_that_was_erased_since(lived: Register) -> None:
    never_here = mark_of(an_id(999))

    def purge(connection: Connection) -> None:
        assert erase_marked(connection, {mark_of(CASE), never_here}, STEP) == 1
        assert erase_marked(connection, {mark_of(CASE), never_here}, STEP) == 0

    lived._core.writer.do(purge)

    with lived._core.read() as connection:
        assert erased_marks(connection) == {mark_of(CASE), never_here}
        assert CANARY not in everything_in(connection)
    assert lived.case_entries(OTHER) == (other_draft(),)
    assert lived.check_trail() == ()


def test_a_case_of_which_only_the_trail_knows_can_be_erased(
    lived: Register, upkeep: Upkeep
) -> None:
    lived.discard_draft(other_draft().id, None, PERSON, NOW)

    upkeep.erase(OTHER, PERSON, NOW)

    assert lived.trail(99, OTHER) == ()
    assert lived.check_trail() == ()
