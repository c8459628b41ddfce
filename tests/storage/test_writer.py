"""The writing thread under a full disk and under sudden death, each in a process of its own."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from storage.file_names import REGISTER_FILE
from storage.key_file import people
from storage.register import create_register, open_register
from tests.storage.samples import CHEAP, NOW, PASSPHRASE, PERSON, a_draft, a_row

FULL_DISK = """
import resource, sys
from dataclasses import replace
from pathlib import Path
from storage.errors import DiskFullError
from storage.register import create_register
from tests.storage.samples import *

folder = Path(sys.argv[1])
register, _ = create_register(folder, PERSON, PASSPHRASE, NOW, CHEAP)
listener = Listener()
register.listen(listener.hear_saved, listener.hear_failed)
register.save_draft(a_draft(1, "gemt"), a_row())
register.flush()
size = max(path.stat().st_size for path in folder.iterdir())
resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

register.save_draft(a_draft(2, "x" * 3_000_000), a_row())
assert listener.waits_until_failed(1)
register.save_draft(a_draft(2, "y" * 3_000_000), a_row())
assert listener.waits_until_failed(2)
assert {type(error) for error in listener.failed} == {DiskFullError}, listener.failed
for deed in (register.flush, register.close, lambda: register.sign(as_signed(a_draft(3)), a_row())):
    try:
        deed()
    except DiskFullError:
        continue
    raise AssertionError(deed)
assert [entry.response[-4:] for entry in register.case_entries(a_draft().case_id)][1] == 'yy"}'
saved_before = len(listener.saved)

resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
assert listener.waits_until_saved(saved_before + 1)
register.flush()
register.close()
print("whole")
"""

SUDDEN_DEATH = """
import sys, time
from pathlib import Path
from storage.register import open_register
from tests.storage.samples import *

def hear(entry_id, at):
    print(entry_id, flush=True)

number, register = int(sys.argv[2]), open_register(Path(sys.argv[1]), PERSON, PASSPHRASE, NOW)
register.listen(hear, print)
register.save_draft(a_draft(number, "ord " * 300), a_row())
time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits are of POSIX")
def test_on_a_full_disk_the_draft_waits_and_is_saved_when_there_is_room(folder: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(folder)],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    again = open_register(folder, PERSON, PASSPHRASE, NOW)
    found = {entry.id: entry.response for entry in again.case_entries(a_draft().case_id)}
    faults = again.check_trail()
    again.close()

    assert (ran.stdout, ran.stderr) == ("whole\n", "")
    assert found == {
        a_draft(1).id: a_draft(1, "gemt").response,
        a_draft(2).id: a_draft(2, "y" * 3_000_000).response,
    }
    assert faults == ()


def test_what_was_called_saved_survives_sudden_death(folder: Path) -> None:
    create_register(folder, PERSON, PASSPHRASE, NOW, CHEAP)[0].close()
    called_saved = {die_after_saving(folder, number) for number in range(1, 11)}

    again = open_register(folder, PERSON, PASSPHRASE, NOW)
    found = {entry.id for entry in again.case_entries(a_draft().case_id)}
    faults = again.check_trail()
    again.close()

    assert len(called_saved) == 10
    assert found == called_saved
    assert faults == ()
    assert people(folder) == (PERSON,)


def test_after_a_pause_all_that_was_written_is_out_of_the_wal(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.writer._QUIET", 0.05)
    register, _ = create_register(folder, PERSON, PASSPHRASE, NOW, CHEAP)
    register.save_draft(a_draft(), a_row())
    register.flush()

    time.sleep(1)

    assert (folder / f"{REGISTER_FILE}-wal").stat().st_size == 0
    register.close()


def die_after_saving(folder: Path, number: int) -> str:
    with subprocess.Popen(
        [sys.executable, "-c", SUDDEN_DEATH, str(folder), str(number)],
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        saved = process.stdout.readline().strip()
        process.kill()
    return saved
