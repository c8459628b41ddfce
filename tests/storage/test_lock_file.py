import json
import platform
from pathlib import Path

import pytest

from storage.errors import NotSavedError, RegisterInUseError
from storage.file_names import LOCK_FILE
from storage.lock_file import forget_lock_of_another_machine, take_lock
from storage.moments import moment_text
from tests.storage.samples import NOW


def leave_lock(folder: Path, **changed: str) -> None:
    """Leave the lock of a program that died, with what is *changed* in it."""
    lock = take_lock(folder, NOW)
    left = json.loads((folder / LOCK_FILE).read_bytes())
    lock.release()
    (folder / LOCK_FILE).write_text(json.dumps(left | changed))


def test_a_lock_can_be_taken_once_and_again_after_release(tmp_path: Path) -> None:
    lock = take_lock(tmp_path, NOW)

    with pytest.raises(RegisterInUseError) as caught:
        take_lock(tmp_path, NOW)

    assert not caught.value.of_another_machine
    lock.release()
    take_lock(tmp_path, NOW).release()


def test_a_lock_left_by_this_machine_is_taken_over(tmp_path: Path) -> None:
    leave_lock(tmp_path)

    take_lock(tmp_path, NOW).release()


def test_a_lock_left_by_this_machine_is_taken_over_after_it_was_renamed(tmp_path: Path) -> None:
    leave_lock(tmp_path, machine="navnet-før")

    take_lock(tmp_path, NOW).release()


def test_a_lock_that_says_no_more_than_the_name_goes_by_the_name(tmp_path: Path) -> None:
    left = {"machine": platform.node(), "opened": moment_text(NOW)}
    (tmp_path / LOCK_FILE).write_text(json.dumps(left))
    take_lock(tmp_path, NOW).release()
    (tmp_path / LOCK_FILE).write_text(json.dumps(left | {"machine": "bærbar-2"}))

    with pytest.raises(RegisterInUseError):
        take_lock(tmp_path, NOW)


def test_a_lock_of_another_machine_stands_until_a_person_says_it_is_off(tmp_path: Path) -> None:
    leave_lock(tmp_path, machine="bærbar-2", mark="0" * 64)

    with pytest.raises(RegisterInUseError, match="computeren bærbar-2 siden") as caught:
        take_lock(tmp_path, NOW)

    assert caught.value.of_another_machine
    assert (caught.value.machine, caught.value.opened) == ("bærbar-2", NOW)
    forget_lock_of_another_machine(tmp_path)
    take_lock(tmp_path, NOW).release()


def test_another_machine_with_our_name_is_another_machine(tmp_path: Path) -> None:
    leave_lock(tmp_path, mark="0" * 64)

    with pytest.raises(RegisterInUseError):
        take_lock(tmp_path, NOW)


def test_the_lock_of_a_running_program_cannot_be_forgotten(tmp_path: Path) -> None:
    lock = take_lock(tmp_path, NOW)

    with pytest.raises(RegisterInUseError):
        forget_lock_of_another_machine(tmp_path)

    assert platform.node().encode() in (tmp_path / LOCK_FILE).read_bytes()
    lock.release()


def test_a_refused_lock_is_let_go_of(tmp_path: Path) -> None:
    leave_lock(tmp_path, mark="0" * 64)
    for _ in range(3):
        with pytest.raises(RegisterInUseError) as caught:
            take_lock(tmp_path, NOW)
        assert caught.value.of_another_machine


def test_a_lock_file_with_rubbish_in_it_keeps_nobody_out(tmp_path: Path) -> None:
    for rubbish in (b"\xff\x00{", b"[]", b"{}", b'{"machine": "a", "opened": "i morges"}'):
        (tmp_path / LOCK_FILE).write_bytes(rubbish)

        take_lock(tmp_path, NOW).release()


def test_a_folder_that_takes_no_lock_is_named(tmp_path: Path) -> None:
    (tmp_path / LOCK_FILE).mkdir()

    with pytest.raises(NotSavedError):
        take_lock(tmp_path, NOW)
