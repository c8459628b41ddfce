import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from storage.access_errors import LastPersonError, OlderRegisterInPlaceError, OwnAccessError
from storage.backups import Reason, backups_in
from storage.connection import connect, salt_of
from storage.credentials import ByPassphrase, ByRecoveryKey
from storage.errors import (
    RegisterDamagedError,
    RegisterInUseError,
    RegisterMissingError,
    UnknownPersonError,
    WrongPassphraseError,
)
from storage.file_names import REGISTER_FILE, REKEYED_REGISTER
from storage.key_file import people, read_key_file, write_key_file
from storage.key_rings import with_next
from storage.keys import new_key, older_key
from storage.records import Deed
from storage.register import Register, create_register, open_register, open_with_recovery_key
from storage.rekeying import Removed, remove_person
from storage.trail import head_of
from storage.witness import Witness
from tests.storage.key_files import back_to_first_format
from tests.storage.samples import CHEAP, NOW, PASSPHRASE, PERSON, a_draft, a_row, as_signed, key_of

OTHER = "Bo Prøvemand"
OTHERS = "hans egen sætning"
ME = ByPassphrase(PERSON, PASSPHRASE)
LOOP = Path(__file__).parent / "remove_again.py"


@pytest.fixture
def sheet(folder: Path) -> str:
    """Make a register that two people can open, and return its recovery key."""
    register, recovery_key = create_register(folder, PERSON, PASSPHRASE, NOW, CHEAP)
    register.access.add_person(OTHER, OTHERS, PERSON, NOW, CHEAP)
    register.sign(as_signed(a_draft(1)), a_row())
    register.save_draft(a_draft(2), a_row())
    register.close()
    return recovery_key


def whole(folder: Path) -> Register:
    register = open_register(folder, PERSON, PASSPHRASE, NOW)
    assert register.check_trail() == ()
    assert register.opening_fault() is None
    assert len(register.case_entries(a_row().case_id)) == 2
    return register


def test_a_removed_person_opens_nothing_but_what_was_before(sheet: str, folder: Path) -> None:
    removed = remove_person(folder, ME, OTHER, NOW)

    assert removed == Removed((), needs_sheet=False)
    assert people(folder) == (PERSON,)
    with pytest.raises(UnknownPersonError):
        open_register(folder, OTHER, OTHERS, NOW)
    whole(folder).close()
    open_with_recovery_key(folder, sheet, NOW).close()


def test_removing_is_in_the_trail_with_who_and_whom(sheet: str, folder: Path) -> None:
    remove_person(folder, ME, OTHER, NOW)

    register = whole(folder)
    register.flush()
    row = register.trail(2)[1]
    assert (row.deed, row.by, row.subject) == (Deed.PERSON_REMOVED, PERSON, OTHER)
    register.close()


def test_the_old_key_opens_nothing_new(sheet: str, folder: Path) -> None:
    old_key, old_keys = key_of(folder), read_key_file(folder)

    remove_person(folder, ME, OTHER, NOW)

    path = folder / REGISTER_FILE
    assert key_of(folder) != old_key
    with pytest.raises(RegisterDamagedError):
        connect(path, old_key)
    assert older_key(read_key_file(folder), old_key, salt_of(path)) is None
    assert old_keys.ring_of(salt_of(path)) is None


def test_the_backup_before_opens_for_all_who_could(sheet: str, folder: Path) -> None:
    remove_person(folder, ME, OTHER, NOW)

    (backup,) = backups_in(folder)
    assert backup.reason is Reason.BEFORE_NEW_KEY
    open_register(backup.folder, OTHER, OTHERS, NOW).close()


def test_who_opens_the_register_has_the_keys_of_its_older_files(sheet: str, folder: Path) -> None:
    old_key, old_salt = key_of(folder), salt_of(folder / REGISTER_FILE)

    remove_person(folder, ME, OTHER, NOW)

    assert older_key(read_key_file(folder), key_of(folder), old_salt) == old_key


def test_no_trace_of_the_work_is_left_beside_the_register(sheet: str, folder: Path) -> None:
    before = {path.name for path in folder.iterdir()}

    remove_person(folder, ME, OTHER, NOW)

    assert {path.name for path in folder.iterdir()} == before | {"Sikkerhedskopier"}


def test_nobody_removes_themselves_a_stranger_or_the_last_one(sheet: str, folder: Path) -> None:
    with pytest.raises(OwnAccessError):
        remove_person(folder, ME, PERSON, NOW)
    with pytest.raises(UnknownPersonError):
        remove_person(folder, ME, "En anden", NOW)
    with pytest.raises(WrongPassphraseError):
        remove_person(folder, ByPassphrase(PERSON, "gættet"), OTHER, NOW)
    remove_person(folder, ByRecoveryKey(sheet), OTHER, NOW)
    with pytest.raises(LastPersonError):
        remove_person(folder, ByRecoveryKey(sheet), PERSON, NOW)

    whole(folder).close()


def test_an_open_register_keeps_its_people(register: Register, folder: Path) -> None:
    with pytest.raises(RegisterInUseError):
        remove_person(folder, ME, OTHER, NOW)


def test_where_there_is_no_register_nobody_is_removed(tmp_path: Path) -> None:
    with pytest.raises(RegisterMissingError):
        remove_person(tmp_path, ME, OTHER, NOW)

    assert not list(tmp_path.iterdir())


def test_who_has_a_slot_of_the_first_format_must_be_given_access_anew(
    sheet: str, folder: Path
) -> None:
    back_to_first_format(folder, sheet, OTHER, "Sjælden Gæst")

    removed = remove_person(folder, ME, OTHER, NOW)

    assert removed == Removed(("Sjælden Gæst",), needs_sheet=True)
    assert people(folder) == (PERSON,)
    whole(folder).close()


def test_a_sheet_alone_does_not_remove_the_last_who_can_be_carried(
    sheet: str, folder: Path
) -> None:
    back_to_first_format(folder, sheet, OTHER)

    with pytest.raises(LastPersonError):
        remove_person(folder, ByRecoveryKey(sheet), OTHER, NOW)


def test_an_end_that_was_missing_is_still_missing_under_the_new_key(
    sheet: str, folder: Path
) -> None:
    older = (folder / REGISTER_FILE).read_bytes()
    again = open_register(folder, PERSON, PASSPHRASE, NOW)
    again.sign(as_signed(a_draft(3)), a_row())
    again.close()
    (folder / REGISTER_FILE).write_bytes(older)

    remove_person(folder, ME, OTHER, NOW)

    register = open_register(folder, PERSON, PASSPHRASE, NOW)
    assert register.opening_fault() is not None
    register.close()


def test_the_witness_knows_the_register_under_its_new_key(sheet: str, folder: Path) -> None:
    remove_person(folder, ME, OTHER, NOW)

    path, key = folder / REGISTER_FILE, key_of(folder)
    remembered = Witness.beside(path, key).remembered()
    connection = connect(path, key, only_reading=True)
    assert remembered == (head_of(connection), None)
    connection.close()


def test_a_file_from_before_the_new_key_is_not_opened_in_its_place(
    sheet: str, folder: Path
) -> None:
    older = (folder / REGISTER_FILE).read_bytes()
    remove_person(folder, ME, OTHER, NOW)
    (folder / REGISTER_FILE).write_bytes(older)

    with pytest.raises(OlderRegisterInPlaceError):
        open_register(folder, PERSON, PASSPHRASE, NOW)


def test_a_key_announced_and_never_put_in_place_is_forgotten(sheet: str, folder: Path) -> None:
    key_file = with_next(read_key_file(folder), key_of(folder), b"n" * 16, new_key(), OTHER)
    write_key_file(folder, key_file)
    (folder / REKEYED_REGISTER).write_bytes(b"halvt")

    assert people(folder) == (PERSON, OTHER)
    whole(folder).close()

    assert read_key_file(folder).next is None
    assert not (folder / REKEYED_REGISTER).exists()
    open_register(folder, OTHER, OTHERS, NOW).close()


def test_a_register_that_got_its_name_and_no_more_opens_with_the_new_key(
    sheet: str, folder: Path, tmp_path: Path
) -> None:
    before = tmp_path / "før"
    shutil.copytree(folder, before)
    old_keys, old_key = read_key_file(before), key_of(before)
    remove_person(folder, ME, OTHER, NOW)
    both = with_next(old_keys, old_key, salt_of(folder / REGISTER_FILE), key_of(folder), OTHER)
    write_key_file(folder, both)

    assert people(folder) == (PERSON,)
    with pytest.raises(UnknownPersonError):
        open_register(folder, OTHER, OTHERS, NOW)
    whole(folder).close()

    assert read_key_file(folder).next is None
    assert older_key(read_key_file(folder), key_of(folder), salt_of(before / REGISTER_FILE))


def test_removing_that_is_killed_anywhere_leaves_a_register_that_opens(
    sheet: str, folder: Path
) -> None:
    for moment in (0.02, 0.05, 0.09, 0.14, 0.2, 0.27, 0.35, 0.44):
        worker = subprocess.Popen(
            [sys.executable, str(LOOP), str(folder)], stdout=subprocess.PIPE, text=True
        )
        assert worker.stdout is not None
        assert worker.stdout.readline() == "begins\n"
        with pytest.raises(subprocess.TimeoutExpired):
            worker.wait(timeout=moment)
        worker.send_signal(signal.SIGKILL)
        worker.communicate()

        whole(folder).close()
        assert people(folder)[0] == PERSON
        open_with_recovery_key(folder, sheet, NOW).close()
