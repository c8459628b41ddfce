import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.door import Door
from storage.errors import (
    KeyFileDamagedError,
    RegisterDamagedError,
    RegisterError,
    RegisterInUseError,
    RegisterMissingError,
    WrongPassphraseError,
)
from storage.file_names import KEY_FILE, KEY_FILE_COPY, LOCK_FILE
from storage.key_slots import KeyCost
from storage.lock_file import take_lock
from storage.moments import moment_text
from storage.register import create_register
from tests.builders import NOON
from tests.views.screen.keyboard import show_active

CHEAP = KeyCost(8, 1, 1, only_for_tests=True)
PERSON = "Ida Øvesen"
PASSPHRASE = "kajak sennep loftsrum violin"  # noqa: S105 - guards only an empty register
FORGET = "Computeren kører ikke mere: åbn alligevel"
RESTORE = "Hent fra en sikkerhedskopi …"
ELSEWHERE = RegisterInUseError("EN-ANDEN-MASKINE", NOON, of_another_machine=True)


def make_register(folder: Path) -> str:
    """Make an empty register and return its recovery key."""
    register, recovery_key = create_register(folder, PERSON, PASSPHRASE, NOON, CHEAP)
    register.close()
    return recovery_key


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a register that is there already."""
    make_register(tmp_path / "kartotek")
    return tmp_path / "kartotek"


def attended(qtbot: QtBot, folder: Path, *, is_practice: bool = False) -> Door:
    door = Door(folder, is_practice=is_practice)
    show_active(qtbot, door.screen)
    door.attend()
    return door


def offers(door: Door) -> list[str]:
    buttons = [button for button in door.screen.findChildren(QPushButton) if button.isVisible()]
    return [button.text() for button in buttons if button.text() in {FORGET, RESTORE}]


def take_offer(qtbot: QtBot, door: Door, text: str) -> None:
    found = next(b for b in door.screen.findChildren(QPushButton) if b.text() == text)
    qtbot.keyClick(found, Qt.Key.Key_Space)


def type_passphrase(qtbot: QtBot, door: Door) -> None:
    lines = {line.accessibleName(): line for line in door.screen.findChildren(QLineEdit)}
    qtbot.keyClicks(lines["Adgangssætning"], PASSPHRASE)


def said(door: Door) -> str:
    labels = [label for label in door.screen.findChildren(QLabel) if label.isVisible()]
    return "\n".join(label.text() for label in labels)


def leave_name_of_another_machine(folder: Path) -> None:
    holder = {"machine": "EN-ANDEN-MASKINE", "mark": "ab", "salt": "cd"}
    holder["opened"] = moment_text(NOON)
    (folder / LOCK_FILE).write_text(json.dumps(holder), encoding="utf-8")


def test_the_lock_of_another_machine_can_be_forgotten_and_the_door_asks_again(
    qtbot: QtBot, folder: Path
) -> None:
    leave_name_of_another_machine(folder)
    door = attended(qtbot, folder)
    type_passphrase(qtbot, door)
    with pytest.raises(RegisterInUseError) as in_use:
        take_lock(folder, NOON)
    door.answer(in_use.value)

    with qtbot.waitSignal(door.unlock_asked) as asked:
        take_offer(qtbot, door, FORGET)

    assert asked.args == [PERSON, PASSPHRASE]
    assert (folder / LOCK_FILE).read_bytes() == b""
    assert offers(door) == []


def test_a_lock_that_is_held_after_all_is_not_forgotten(qtbot: QtBot, folder: Path) -> None:
    door = attended(qtbot, folder)
    type_passphrase(qtbot, door)
    door.answer(ELSEWHERE)
    held = take_lock(folder, NOON)

    with qtbot.assertNotEmitted(door.unlock_asked, wait=50):
        take_offer(qtbot, door, FORGET)

    assert "Kartoteket er åbent" in said(door)
    assert offers(door) == []
    held.release()


def typed(door: Door) -> str:
    return "".join(line.text() for line in door.screen.findChildren(QLineEdit))


def test_a_passphrase_does_not_stay_in_the_field_when_the_door_refuses_for_another_reason(
    qtbot: QtBot, folder: Path
) -> None:
    door = attended(qtbot, folder)
    type_passphrase(qtbot, door)

    door.answer(RegisterInUseError("DENNE-MASKINE", NOON, is_here=True))

    assert typed(door) == ""


def test_a_passphrase_that_may_be_mistyped_stays_to_be_mended(qtbot: QtBot, folder: Path) -> None:
    door = attended(qtbot, folder)
    type_passphrase(qtbot, door)

    door.answer(WrongPassphraseError())

    assert typed(door) == PASSPHRASE


def test_a_register_open_in_another_window_here_is_said_to_be_so(
    qtbot: QtBot, folder: Path
) -> None:
    door = attended(qtbot, folder)
    held = take_lock(folder, NOON)

    with pytest.raises(RegisterInUseError) as in_use:
        take_lock(folder, NOON)
    held.release()
    door.answer(in_use.value)

    assert "i et andet vindue på denne computer siden" in said(door)


def test_a_register_open_on_this_machine_offers_nothing(qtbot: QtBot, folder: Path) -> None:
    door = attended(qtbot, folder)

    door.answer(RegisterInUseError("DENNE-MASKINE", NOON))

    assert offers(door) == []


@pytest.mark.parametrize(
    "error", [RegisterDamagedError(), RegisterMissingError(), KeyFileDamagedError()]
)
def test_damaged_or_missing_files_offer_a_backup(
    qtbot: QtBot, folder: Path, error: RegisterError
) -> None:
    door = attended(qtbot, folder)
    door.answer(error)

    with qtbot.waitSignal(door.restore_asked):
        take_offer(qtbot, door, RESTORE)


def test_a_key_file_that_is_not_there_offers_a_backup_at_once(qtbot: QtBot, folder: Path) -> None:
    for name in (KEY_FILE, KEY_FILE_COPY):
        (folder / name).unlink()

    door = attended(qtbot, folder)

    assert offers(door) == [RESTORE]


def test_a_backup_asked_for_before_the_program_is_there_is_asked_for_then(
    qtbot: QtBot, folder: Path
) -> None:
    (folder / KEY_FILE).unlink()
    (folder / KEY_FILE_COPY).unlink()
    door = Door(folder, is_practice=False)
    show_active(qtbot, door.screen)
    take_offer(qtbot, door, RESTORE)

    with qtbot.waitSignal(door.restore_asked):
        door.attend()


def test_the_practice_register_has_no_backups_to_offer(qtbot: QtBot, folder: Path) -> None:
    door = attended(qtbot, folder, is_practice=True)

    door.answer(RegisterDamagedError())

    assert offers(door) == []


def test_an_offer_goes_when_something_else_is_answered(qtbot: QtBot, folder: Path) -> None:
    door = attended(qtbot, folder)
    door.answer(RegisterDamagedError())

    door.answer(WrongPassphraseError())

    assert offers(door) == []


def test_good_news_stand_until_something_else_is_said(qtbot: QtBot, folder: Path) -> None:
    door = attended(qtbot, folder)
    door.welcome("Mette Test har ikke længere adgang.")
    news = said(door)

    door.refuse("Adgangssætningen passer ikke.")

    assert "Mette Test har ikke længere adgang." in news
    assert "Mette Test" not in said(door)


def test_a_folder_that_is_synchronised_is_told_of_quietly(qtbot: QtBot, tmp_path: Path) -> None:
    make_register(tmp_path / "Dropbox" / "kartotek")

    door = attended(qtbot, tmp_path / "Dropbox" / "kartotek")

    assert "Dropbox" in said(door)
