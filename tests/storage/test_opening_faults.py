import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.connection import connect_to_copy
from storage.door_errors import DoorError, NoRoomAtDoorError
from storage.errors import (
    NotSavedError,
    RegisterDamagedError,
    RegisterError,
    RegisterInUseError,
    RegisterMissingError,
)
from storage.file_names import (
    KEY_FILE,
    KEY_FILE_COPY,
    LOCK_FILE,
    REGISTER_FILE,
    UNFINISHED_REGISTER,
    WITNESS_FILE,
)
from storage.lock_file import take_lock
from storage.making import Founder, Made
from storage.register import Register, create_register, open_register
from storage.witness import Witness
from tests.storage.samples import (
    CHEAP,
    NOW,
    PASSPHRASE,
    PERSON,
    a_draft,
    a_row,
    behind_the_back,
    key_of,
)

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="limits are of POSIX")


@pytest.fixture
def closed(register: Register, folder: Path) -> Path:
    register.save_draft(a_draft(), a_row())
    register.close()
    return folder


def said_by(script: str, folder: Path) -> str:
    """Return what a process of its own says when it has run *script* on *folder*."""
    begin = (
        "import os, resource, sys; from pathlib import Path; from storage.errors import *;"
        "from storage.door_errors import *; from storage.register import *;"
        "from storage.credentials import *; from storage.rekeying import remove_person;"
        "from tests.storage.samples import *; folder = Path(sys.argv[1])\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", begin + script, str(folder)],
        check=False,
        capture_output=True,
        text=True,
    )
    return ran.stdout.strip() or ran.stderr


def test_a_damaged_page_of_the_trail_keeps_no_lock(closed: Path) -> None:
    connection = behind_the_back(closed)
    (page,) = (
        connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'trail'").fetchone()
        or ()
    )
    connection.close()
    content = bytearray((closed / REGISTER_FILE).read_bytes())
    content[(page - 1) * 4096 + 100] ^= 1
    (closed / REGISTER_FILE).write_bytes(content)

    for _ in range(3):
        with pytest.raises(RegisterDamagedError):
            open_register(closed, PERSON, PASSPHRASE, NOW)

    take_lock(closed, NOW).release()


@POSIX
def test_too_many_open_files_have_a_name_and_keep_no_lock(closed: Path) -> None:
    script = """
soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
names = set()
for most in range(4, 40):
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
    try:
        open_register(folder, PERSON, PASSPHRASE, NOW).close(even_unsaved=True)
    except RegisterError as error:
        names.add(type(error).__name__)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    open_register(folder, PERSON, PASSPHRASE, NOW).close()
print(len(names) > 0, 'RegisterInUseError' in names)
"""

    assert said_by(script, closed) == "True False"


@POSIX
@pytest.mark.parametrize(
    "act",
    [
        "create_register(folder / 'nyt', PERSON, PASSPHRASE, NOW, CHEAP)",
        "open_register(folder, PERSON, PASSPHRASE, NOW)",
        "remove_person(folder, ByPassphrase(PERSON, PASSPHRASE), 'Bo Prøve', NOW)",
    ],
)
def test_a_full_disk_at_the_door_promises_no_later_saving(
    act: str, register: Register, folder: Path
) -> None:
    register.access.add_person("Bo Prøve", PASSPHRASE, PERSON, NOW, CHEAP)
    register.close()
    script = f"""
resource.setrlimit(resource.RLIMIT_FSIZE, (4_096, resource.RLIM_INFINITY))
try: {act}
except RegisterError as error: print(error)
"""

    said = said_by(script, folder)

    assert said
    assert "gemmer selv" not in said
    assert "prøver selv" not in said
    assert "Det sidste er ikke gemt" not in said
    assert "Traceback" not in said


def test_what_the_disk_refuses_at_the_door_says_what_to_do() -> None:
    for kind in DoorError.__subclasses__():
        assert not issubclass(kind, NotSavedError)
        assert str(kind()).endswith("prøv igen.")
    assert "plads" in str(NoRoomAtDoorError())


@POSIX
def test_making_that_was_killed_just_before_the_end_is_ended_by_opening(folder: Path) -> None:
    script = """
def die(event, told):
    if event == 'os.rename' and str(told[1]).endswith('kartotek.roedtraad'): os._exit(1)
sys.addaudithook(die)
create_register(folder, PERSON, PASSPHRASE, NOW, CHEAP)
"""
    said_by(script, folder)
    was_left = (folder / UNFINISHED_REGISTER).exists()

    again = open_register(folder, PERSON, PASSPHRASE, NOW)
    again.save_draft(a_draft(), a_row())
    again.close()

    assert was_left
    assert not (folder / UNFINISHED_REGISTER).exists()


def test_an_unfinished_register_of_other_keys_is_not_taken_for_this_one(
    closed: Path, tmp_path: Path
) -> None:
    create_register(tmp_path / "andet", PERSON, PASSPHRASE, NOW, CHEAP)[0].close()
    (closed / REGISTER_FILE).unlink()
    (tmp_path / "andet" / REGISTER_FILE).rename(closed / UNFINISHED_REGISTER)

    with pytest.raises(RegisterMissingError):
        open_register(closed, PERSON, PASSPHRASE, NOW)
    for name in (KEY_FILE, KEY_FILE_COPY):
        (closed / name).unlink()
    with pytest.raises(RegisterMissingError):
        open_register(closed, PERSON, PASSPHRASE, NOW)

    assert (closed / UNFINISHED_REGISTER).exists()


@pytest.mark.parametrize("name", [LOCK_FILE, WITNESS_FILE, "kartotek.kopier", "kartotek.forsoeg"])
@pytest.mark.parametrize("junk", [b"[" * 100_000, b"null", b"\xff", b'{"facts": 5, "seal": 5}'])
def test_a_small_file_of_nonsense_keeps_nobody_out(closed: Path, name: str, junk: bytes) -> None:
    (closed / name).write_bytes(junk)

    again = open_register(closed, PERSON, PASSPHRASE, NOW)

    assert again.backups.plan.second_place is None
    again.close()


@pytest.mark.parametrize("year", [1, 9999])
def test_a_lock_from_the_end_of_time_is_no_fault_of_the_program(closed: Path, year: int) -> None:
    at = datetime(year, 1 if year == 1 else 12, 1 if year == 1 else 31, 12, tzinfo=UTC).isoformat()
    (closed / LOCK_FILE).write_text(f'{{"machine": "en anden", "opened": "{at}"}}')

    try:
        open_register(closed, PERSON, PASSPHRASE, NOW).close()
    except RegisterError as error:
        assert isinstance(error, RegisterInUseError)  # noqa: PT017 - being let in is as good


def test_to_look_for_a_copy_that_is_not_there_makes_none(tmp_path: Path) -> None:
    with pytest.raises(RegisterError):
        connect_to_copy(tmp_path / "ingen", bytes(32))

    assert list(tmp_path.iterdir()) == []


def test_no_secret_shows_in_what_python_says_of_a_value(register: Register, folder: Path) -> None:
    key = key_of(folder)
    witness = Witness.beside(folder / REGISTER_FILE, key)
    values = (Founder(PERSON, PASSPHRASE, CHEAP), Made(key, "ABCD-EFGH"), witness)

    said = repr(values)

    assert PERSON in said
    assert PASSPHRASE not in said
    assert "ABCD" not in said
    assert repr(key) not in said
    assert repr(witness.seal_key) not in said
    assert repr(register._core.key_file) not in repr(register)
