from pathlib import Path

import pytest

from storage.access_errors import (
    AccessNotChangedError,
    EmptyNameError,
    EmptyPassphraseError,
    NameTakenError,
    NoNewSheetError,
)
from storage.errors import (
    RecoveryKeyMistypedError,
    UnknownPersonError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from storage.file_names import KEY_FILE, KEY_FILE_COPY
from storage.key_file import people, read_key_file
from storage.records import Deed
from storage.register import (
    Register,
    create_register,
    open_register,
    open_with_recovery_key,
)
from storage.written_file import WrittenFile
from tests.storage.key_files import back_to_first_format, tamper
from tests.storage.samples import CHEAP, NOW, PASSPHRASE, PERSON

OTHER = "Åse Prøve"
NEW = "en helt ny sætning"


@pytest.fixture
def made(folder: Path) -> tuple[Register, str]:
    return create_register(folder, PERSON, PASSPHRASE, NOW, CHEAP)


def names_when_all_is_written(register: Register, folder: Path) -> set[str]:
    register._writer.do_to_file(WrittenFile.empty_wal)
    return {path.name for path in folder.iterdir()}


def opens(folder: Path, person: str, passphrase: str) -> bool:
    try:
        open_register(folder, person, passphrase, NOW).close()
    except WrongPassphraseError:
        return False
    return True


def opens_with_sheet(folder: Path, recovery_key: str) -> bool:
    try:
        open_with_recovery_key(folder, recovery_key, NOW).close()
    except WrongRecoveryKeyError:
        return False
    return True


def last_deed(register: Register) -> tuple[str, str, str | None]:
    (row,) = register.trail(1)
    return row.deed, row.by, row.subject


def test_one_more_person_can_open_the_register(register: Register, folder: Path) -> None:
    register.access.add_person(f" {OTHER} ", NEW, PERSON, NOW, CHEAP)

    assert register.access.people() == people(folder) == (PERSON, OTHER)
    assert last_deed(register) == (Deed.PERSON_ADDED, PERSON, OTHER)
    register.close()
    assert opens(folder, OTHER, NEW)
    assert opens(folder, PERSON, PASSPHRASE)
    assert not opens(folder, OTHER, PASSPHRASE)


@pytest.mark.parametrize("name", [PERSON, PERSON.upper(), f"  {PERSON}", "Ra\u030adgiver  Prøve"])
def test_two_people_cannot_have_names_that_look_the_same(register: Register, name: str) -> None:
    with pytest.raises(NameTakenError):
        register.access.add_person(name, NEW, PERSON, NOW, CHEAP)


def test_a_person_needs_a_name_and_a_passphrase(register: Register) -> None:
    with pytest.raises(EmptyNameError):
        register.access.add_person(" ", NEW, PERSON, NOW, CHEAP)
    with pytest.raises(EmptyPassphraseError):
        register.access.add_person(OTHER, " ", PERSON, NOW, CHEAP)
    with pytest.raises(EmptyPassphraseError):
        register.access.change_passphrase(PERSON, PASSPHRASE, "", NOW, CHEAP)

    assert register.access.people() == (PERSON,)


def test_a_changed_passphrase_opens_instead_of_the_old_one(
    register: Register, folder: Path
) -> None:
    register.access.add_person(OTHER, PASSPHRASE, PERSON, NOW, CHEAP)

    register.access.change_passphrase(PERSON, PASSPHRASE, NEW, NOW, CHEAP)

    assert last_deed(register) == (Deed.PASSPHRASE_CHANGED, PERSON, None)
    assert register.access.people() == (PERSON, OTHER)
    register.close()
    assert opens(folder, PERSON, NEW)
    assert not opens(folder, PERSON, PASSPHRASE)
    assert opens(folder, OTHER, PASSPHRASE)


def test_a_passphrase_is_changed_by_who_knows_it_only(register: Register, folder: Path) -> None:
    before = read_key_file(folder)

    with pytest.raises(WrongPassphraseError):
        register.access.change_passphrase(PERSON, "gættet", NEW, NOW, CHEAP)
    with pytest.raises(UnknownPersonError):
        register.access.change_passphrase(OTHER, PASSPHRASE, NEW, NOW, CHEAP)

    assert read_key_file(folder) == before


def test_who_has_the_sheet_can_give_themselves_a_new_passphrase(
    made: tuple[Register, str], folder: Path
) -> None:
    register, recovery_key = made
    register.close()
    again = open_with_recovery_key(folder, recovery_key, NOW)

    again.access.reset_passphrase(PERSON, NEW, NOW, CHEAP)

    assert last_deed(again) == (Deed.PASSPHRASE_RESET, PERSON, None)
    again.close()
    assert opens(folder, PERSON, NEW)
    assert not opens(folder, PERSON, PASSPHRASE)
    assert opens_with_sheet(folder, recovery_key)


def test_who_has_the_sheet_may_be_somebody_new(made: tuple[Register, str], folder: Path) -> None:
    register, recovery_key = made
    register.close()
    again = open_with_recovery_key(folder, recovery_key, NOW)

    again.access.reset_passphrase(OTHER, NEW, NOW, CHEAP)

    assert last_deed(again) == (Deed.PERSON_ADDED, OTHER, OTHER)
    again.close()
    assert opens(folder, OTHER, NEW)
    assert opens(folder, PERSON, PASSPHRASE)


def test_a_new_sheet_takes_over_when_its_key_has_been_typed(
    made: tuple[Register, str], folder: Path
) -> None:
    register, old_key = made
    new_key = register.access.new_sheet(CHEAP)

    register.access.confirm_sheet(new_key.lower(), PERSON, NOW)

    assert last_deed(register) == (Deed.RECOVERY_SHEET_MADE, PERSON, None)
    register.close()
    assert opens_with_sheet(folder, new_key)
    assert not opens_with_sheet(folder, old_key)


def test_a_new_sheet_does_not_count_before(made: tuple[Register, str], folder: Path) -> None:
    register, old_key = made

    new_key = register.access.new_sheet(CHEAP)

    with pytest.raises(NoNewSheetError):
        register.access.confirm_sheet(old_key, PERSON, NOW)
    with pytest.raises(RecoveryKeyMistypedError):
        register.access.confirm_sheet(new_key[:-1], PERSON, NOW)
    assert not register.access.has_sheet()
    register.close()
    assert opens_with_sheet(folder, old_key)
    assert not opens_with_sheet(folder, new_key)


def test_the_first_sheet_counts_when_its_key_has_been_typed(
    made: tuple[Register, str], folder: Path
) -> None:
    register, recovery_key = made
    had_sheet = register.access.has_sheet()

    register.access.confirm_sheet(recovery_key, PERSON, NOW)

    assert not had_sheet
    assert register.access.has_sheet()
    register.close()
    assert opens_with_sheet(folder, recovery_key)


def test_a_sheet_of_an_older_version_can_be_confirmed(
    made: tuple[Register, str], folder: Path
) -> None:
    register, recovery_key = made
    register.close()
    back_to_first_format(folder, recovery_key)
    again = open_register(folder, PERSON, PASSPHRASE, NOW)

    again.access.confirm_sheet(recovery_key, PERSON, NOW)

    assert again.access.has_sheet()
    again.close()
    assert opens_with_sheet(folder, recovery_key)


def test_what_somebody_plants_while_the_register_is_open_is_written_over(
    register: Register, folder: Path
) -> None:
    def plant(content: dict[str, list[dict[str, str]]]) -> None:
        content["slots"].append(content["slots"][0] | {"id": "plantet"})

    tamper(folder, plant)

    register.access.add_person(OTHER, NEW, PERSON, NOW, CHEAP)

    assert register.access.people() == people(folder) == (PERSON, OTHER)
    assert {slot.id for slot in read_key_file(folder).slots}.isdisjoint({"plantet"})
    register.close()
    assert opens(folder, OTHER, NEW)


def test_changing_access_leaves_no_file_and_no_lock_behind(
    register: Register, folder: Path
) -> None:
    register.access.add_person(OTHER, PASSPHRASE, PERSON, NOW, CHEAP)
    before = names_when_all_is_written(register, folder)

    register.access.change_passphrase(OTHER, PASSPHRASE, NEW, NOW, CHEAP)

    assert names_when_all_is_written(register, folder) == before


def test_a_disk_that_takes_no_key_file_leaves_access_as_it_was(
    register: Register, folder: Path
) -> None:
    for name in (KEY_FILE, KEY_FILE_COPY):
        (folder / f"{name}.ny").mkdir()

    with pytest.raises(AccessNotChangedError):
        register.access.change_passphrase(PERSON, PASSPHRASE, NEW, NOW, CHEAP)

    register.close()
    assert opens(folder, PERSON, PASSPHRASE)


@pytest.mark.parametrize("name", [KEY_FILE, KEY_FILE_COPY])
def test_one_copy_of_the_key_file_is_enough_for_a_change(
    register: Register, folder: Path, name: str
) -> None:
    in_the_way = folder / f"{name}.ny"
    in_the_way.mkdir()

    register.access.change_passphrase(PERSON, PASSPHRASE, NEW, NOW, CHEAP)

    register.close()
    in_the_way.rmdir()
    assert opens(folder, PERSON, NEW)
    assert (folder / KEY_FILE).read_bytes() == (folder / KEY_FILE_COPY).read_bytes()
