import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from storage.backups import Reason
from storage.credentials import ByPassphrase
from storage.errors import KeyFileDamagedError, RegisterError, WrongPassphraseError
from storage.file_names import KEY_FILE, KEY_FILE_COPY, REGISTER_FILE
from storage.key_file import people, read_key_file, write_key_file
from storage.register import Register, create_register, open_register
from storage.rekeying import remove_person
from storage.unlocking import check_credential
from tests.storage.key_files import back_to_first_format, tamper
from tests.storage.samples import CHEAP, NOW, PASSPHRASE, PERSON

BOTH = (KEY_FILE, KEY_FILE_COPY)
NEW = "en ganske anden sætning"
ME = ByPassphrase(PERSON, PASSPHRASE)


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Return another closed register, whose key file is newer and for somebody else."""
    folder = tmp_path / "andet"
    made, _ = create_register(folder, "En anden", PASSPHRASE, NOW, CHEAP)
    for number in range(3):
        made.access.add_person(f"Nr. {number}", PASSPHRASE, "En anden", NOW, CHEAP)
    made.close()
    return folder


def rename_slot(content: dict[str, Any]) -> None:
    content["slots"][0]["name"] = "X"


def spoil_seal(content: dict[str, Any]) -> None:
    content["current"]["seal"] = ""


def spoil_secret(content: dict[str, Any]) -> None:
    content["slots"][0]["salt"] = "00" * 16


@pytest.mark.parametrize("name", BOTH)
def test_the_key_file_of_another_register_hides_no_good_copy(
    register: Register, folder: Path, other: Path, name: str
) -> None:
    register.close()
    shutil.copy(other / KEY_FILE, folder / name)

    assert people(folder) == (PERSON,)
    open_register(folder, PERSON, PASSPHRASE, NOW).close()

    assert (folder / KEY_FILE).read_bytes() == (folder / KEY_FILE_COPY).read_bytes()
    kept = folder / f"{name}-fra-et-andet-kartotek"
    assert kept.read_bytes() == (other / KEY_FILE).read_bytes()


@pytest.mark.parametrize("name", BOTH)
@pytest.mark.parametrize("change", [rename_slot, spoil_seal, spoil_secret])
def test_a_copy_that_somebody_has_changed_hides_no_good_one(
    register: Register, folder: Path, name: str, change: Callable[[dict[str, Any]], None]
) -> None:
    register.close()
    good = (folder / name).read_bytes()
    tamper(folder, change)
    (folder / name).write_bytes(good)

    check_credential(folder, ME, NOW)
    open_register(folder, PERSON, PASSPHRASE, NOW).close()

    assert people(folder) == (PERSON,)
    assert [(folder / both).read_bytes() for both in BOTH] == [good, good]


def test_a_planted_copy_in_the_first_format_hides_no_good_one(folder: Path) -> None:
    made, recovery_key = create_register(folder, PERSON, PASSPHRASE, NOW, CHEAP)
    made.close()
    good = (folder / KEY_FILE).read_bytes()
    back_to_first_format(folder, recovery_key)
    planted = read_key_file(folder)
    slots = tuple(replace(slot, salt="00" * 16) for slot in planted.slots)
    write_key_file(folder, replace(planted, sequence=planted.sequence + 1, slots=slots))
    (folder / KEY_FILE_COPY).write_bytes(good)

    open_register(folder, PERSON, PASSPHRASE, NOW).close()

    assert read_key_file(folder).version == 2


def test_a_passphrase_that_was_changed_opens_nothing_by_an_older_copy(
    register: Register, folder: Path
) -> None:
    older = (folder / KEY_FILE_COPY).read_bytes()
    register.access.change_passphrase(PERSON, PASSPHRASE, NEW, NOW, CHEAP)
    register.close()
    (folder / KEY_FILE_COPY).write_bytes(older)

    with pytest.raises(WrongPassphraseError):
        open_register(folder, PERSON, PASSPHRASE, NOW)
    open_register(folder, PERSON, NEW, NOW).close()


def test_a_changed_key_file_is_not_said_to_be_two_damaged_copies() -> None:
    assert "Begge" not in str(KeyFileDamagedError())


@pytest.mark.parametrize("content", [None, b"", b"noget andet", b"[" * 100_000])
def test_key_files_lost_while_the_register_is_open_are_back_when_it_is_closed(
    register: Register, folder: Path, content: bytes | None
) -> None:
    register.access.change_passphrase(PERSON, PASSPHRASE, NEW, NOW, CHEAP)
    for name in BOTH:
        (folder / name).unlink()
        if content is not None:
            (folder / name).write_bytes(content)

    register.access.add_person("En anden", PASSPHRASE, PERSON, NOW, CHEAP)
    for name in BOTH:
        (folder / name).unlink()
    register.close()

    for person, passphrase in ((PERSON, NEW), ("En anden", PASSPHRASE)):
        open_register(folder, person, passphrase, NOW).close()


def test_key_files_lost_while_the_register_is_open_are_back_at_the_next_backup(
    register: Register, folder: Path
) -> None:
    for name in BOTH:
        (folder / name).unlink()

    assert register.backups.is_due(NOW)
    (backup,) = register.backups.make(Reason.MANUAL, NOW)

    assert people(folder) == people(backup.folder) == (PERSON,)
    assert register.backups.listed() == (backup,)


def test_a_key_file_of_a_newer_program_planted_while_the_register_is_open_is_written_over(
    register: Register, folder: Path
) -> None:
    def too_new(content: dict[str, Any]) -> None:
        content["version"] = 99

    tamper(folder, too_new)

    register.close()

    open_register(folder, PERSON, PASSPHRASE, NOW).close()


def test_nothing_is_put_back_in_the_folder_of_another_register(
    register: Register, folder: Path, other: Path, tmp_path: Path
) -> None:
    folder.rename(tmp_path / "flyttet")
    shutil.copytree(other, folder)

    register.close(even_unsaved=True)

    assert (folder / KEY_FILE).read_bytes() == (other / KEY_FILE).read_bytes()
    open_register(folder, "En anden", PASSPHRASE, NOW).close()


def test_a_person_is_removed_though_a_copy_of_the_key_file_was_changed(
    register: Register, folder: Path
) -> None:
    register.access.add_person("En anden", PASSPHRASE, PERSON, NOW, CHEAP)
    register.close()
    good = (folder / KEY_FILE).read_bytes()
    tamper(folder, spoil_seal)
    (folder / KEY_FILE).write_bytes(good)

    remove_person(folder, ME, "En anden", NOW)

    assert people(folder) == (PERSON,)
    with pytest.raises(RegisterError):
        open_register(folder, "En anden", PASSPHRASE, NOW)
    assert json.loads((folder / KEY_FILE).read_bytes())["content"]["next"] is None
    assert (folder / REGISTER_FILE).exists()
