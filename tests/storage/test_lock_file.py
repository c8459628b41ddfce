import json
import platform
from pathlib import Path

import pytest

from storage.errors import RegisterInUseError
from storage.file_names import LOCK_FILE
from storage.lock_file import forget_lock_of_another_machine, take_lock
from storage.moments import moment_text
from tests.storage.samples import NOW


def leave_lock(folder: Path, machine: str) -> None:
    left = {"machine": machine, "process": 1, "opened": moment_text(NOW)}
    (folder / LOCK_FILE).write_text(json.dumps(left))


def test_a_lock_can_be_taken_once_and_again_after_release(tmp_path: Path) -> None:
    lock = take_lock(tmp_path, NOW)

    with pytest.raises(RegisterInUseError):
        take_lock(tmp_path, NOW)

    lock.release()
    take_lock(tmp_path, NOW).release()


def test_a_lock_left_by_this_machine_is_taken_over(tmp_path: Path) -> None:
    leave_lock(tmp_path, platform.node())

    take_lock(tmp_path, NOW).release()


def test_a_lock_of_another_machine_stands_until_a_person_says_it_is_off(tmp_path: Path) -> None:
    leave_lock(tmp_path, "bærbar-2")

    with pytest.raises(RegisterInUseError, match=r"bærbar-2 siden 02\.03\.2026 kl\. 09\.30"):
        take_lock(tmp_path, NOW)

    forget_lock_of_another_machine(tmp_path)
    take_lock(tmp_path, NOW).release()


def test_a_lock_file_with_rubbish_in_it_keeps_nobody_out(tmp_path: Path) -> None:
    (tmp_path / LOCK_FILE).write_bytes(b"\xff\x00{")

    take_lock(tmp_path, NOW).release()
