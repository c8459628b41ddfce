from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from storage.errors import (
    KeyFileDamagedError,
    KeyFileMissingError,
    RegisterError,
    RegisterTooNewError,
)
from storage.file_names import KEY_FILE, KEY_FILE_COPY
from storage.key_file import people, read_key_file
from storage.register import (
    Register,
    create_register,
    open_register,
    open_with_recovery_key,
)
from tests.storage.key_files import back_to_first_format, tamper
from tests.storage.samples import CHEAP, NOW, PASSPHRASE, PERSON


@pytest.fixture
def closed(register: Register, folder: Path) -> Path:
    register.close()
    return folder


def refusal(folder: Path) -> type[RegisterError]:
    with pytest.raises(RegisterError) as caught:
        open_register(folder, PERSON, PASSPHRASE, NOW)
    assert str(caught.value).endswith(".")
    return caught.type


def flip(path: Path, place: int) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize("name", [KEY_FILE, KEY_FILE_COPY])
def test_one_damaged_copy_of_the_key_file_does_no_harm_and_is_mended(
    closed: Path, name: str
) -> None:
    flip(closed / name, 200)

    open_register(closed, PERSON, PASSPHRASE, NOW).close()

    assert (closed / KEY_FILE).read_bytes() == (closed / KEY_FILE_COPY).read_bytes()
    assert people(closed) == (PERSON,)


def test_a_missing_copy_of_the_key_file_does_no_harm_and_is_mended(closed: Path) -> None:
    (closed / KEY_FILE).unlink()

    open_register(closed, PERSON, PASSPHRASE, NOW).close()

    assert (closed / KEY_FILE).exists()


def test_two_damaged_copies_of_the_key_file_are_named(closed: Path) -> None:
    flip(closed / KEY_FILE, 300)
    (closed / KEY_FILE_COPY).write_bytes((closed / KEY_FILE_COPY).read_bytes()[:-20])

    assert refusal(closed) is KeyFileDamagedError


def test_every_flipped_byte_in_a_key_file_is_noticed(closed: Path) -> None:
    (closed / KEY_FILE_COPY).unlink()
    whole = (closed / KEY_FILE).read_bytes()
    before = read_key_file(closed)

    for place in range(len(whole)):
        flip(closed / KEY_FILE, place)
        try:
            # White space between the values is all that may change unnoticed.
            assert read_key_file(closed) == before
            assert whole[place : place + 1].isspace()
        except KeyFileDamagedError:
            pass
        (closed / KEY_FILE).write_bytes(whole)


def test_no_key_file_is_named(closed: Path) -> None:
    (closed / KEY_FILE).unlink()
    (closed / KEY_FILE_COPY).unlink()

    assert refusal(closed) is KeyFileMissingError


def newer_format(content: dict[str, Any]) -> None:
    content["version"] = 3


def test_a_key_file_of_a_newer_program_is_named(closed: Path) -> None:
    tamper(closed, newer_format)

    assert refusal(closed) is RegisterTooNewError


def planted_slot(content: dict[str, Any]) -> None:
    content["slots"].append(content["slots"][0] | {"id": "plantet", "name": "Ukendt"})


def planted_public_key(content: dict[str, Any]) -> None:
    content["slots"][1]["public"] = content["slots"][0]["public"]


def confirmed_sheet(content: dict[str, Any]) -> None:
    content["slots"][1]["confirmed"] = True


def no_seal(content: dict[str, Any]) -> None:
    content["current"]["seal"] = ""


@pytest.mark.parametrize("change", [planted_slot, planted_public_key, confirmed_sheet, no_seal])
def test_what_somebody_without_the_key_writes_in_the_key_file_is_noticed(
    closed: Path, change: Callable[[dict[str, Any]], None]
) -> None:
    tamper(closed, change)

    assert refusal(closed) is KeyFileDamagedError


def absurd_memory(content: dict[str, Any]) -> None:
    content["slots"][0]["cost"]["memory"] = 1 << 40


def no_lanes(content: dict[str, Any]) -> None:
    content["slots"][0]["cost"]["lanes"] = 0


def short_nonce(content: dict[str, Any]) -> None:
    content["slots"][0]["nonce"] = "00"


def name_of_a_number(content: dict[str, Any]) -> None:
    content["slots"][0]["name"] = 7


def no_ring(content: dict[str, Any]) -> None:
    del content["current"]


def endless_sequence(content: dict[str, Any]) -> None:
    content["sequence"] = float("inf")


@pytest.mark.parametrize(
    "change", [absurd_memory, no_lanes, short_nonce, name_of_a_number, no_ring, endless_sequence]
)
def test_a_key_file_that_makes_no_sense_is_damaged(
    closed: Path, change: Callable[[dict[str, Any]], None]
) -> None:
    tamper(closed, change)

    assert refusal(closed) is KeyFileDamagedError


@pytest.mark.parametrize("content", [b"", b"[]", b"7", b"[" * 100_000, b'{"content": 1}', b"\xff"])
def test_a_key_file_that_is_something_else_is_damaged(closed: Path, content: bytes) -> None:
    (closed / KEY_FILE).write_bytes(content)
    (closed / KEY_FILE_COPY).write_bytes(content)

    assert refusal(closed) is KeyFileDamagedError


def test_the_first_format_of_the_key_file_is_renewed_by_who_unlocks(folder: Path) -> None:
    made, recovery_key = create_register(folder, PERSON, PASSPHRASE, NOW, CHEAP)
    made.close()
    back_to_first_format(folder, recovery_key, "Bo Prøvemand")

    open_register(folder, PERSON, PASSPHRASE, NOW).close()
    own, other, sheet = read_key_file(folder).slots
    open_with_recovery_key(folder, recovery_key, NOW).close()
    renewed = read_key_file(folder)

    assert (own.name, other.name) == (PERSON, "Bo Prøvemand") == people(folder)
    assert own.public
    assert not other.public
    assert not sheet.public
    assert [bool(slot.public) for slot in renewed.slots] == [True, False, True]
    assert renewed.slots[2].confirmed
    for name in people(folder):
        open_register(folder, name, PASSPHRASE, NOW).close()


def test_a_sheet_counts_as_tried_when_it_has_opened_the_register(folder: Path) -> None:
    made, recovery_key = create_register(folder, PERSON, PASSPHRASE, NOW, CHEAP)
    had_sheet = made.access.has_sheet()
    made.close()

    again = open_with_recovery_key(folder, recovery_key, NOW)

    assert not had_sheet
    assert again.access.has_sheet()
    again.close()
