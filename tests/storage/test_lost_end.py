"""A register that has lost its end says so when it is opened."""

import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from storage.file_names import REGISTER_FILE, WITNESS_FILE
from storage.register import Register, create_register, open_register
from tests.storage.samples import (
    CHEAP,
    NOW,
    PASSPHRASE,
    PERSON,
    a_draft,
    a_row,
    as_signed,
    behind_the_back,
)

SUDDEN_DEATH = """
import os, signal, sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from storage.register import open_register
from tests.storage.samples import *

register = open_register(Path(sys.argv[1]), PERSON, PASSPHRASE, NOW)
for number in range(10):
    changed = NOW + timedelta(minutes=number)
    register.save_draft(replace(a_draft(1, f"ord {number}"), changed=changed), a_row())
    register.flush()
if sys.argv[2] == "signed":
    register.sign(as_signed(a_draft(2)), a_row())
# What comes after waits until the witness has heard of what came before.
register._writer.do(lambda connection: None)
os.kill(os.getpid(), signal.SIGKILL)
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of POSIX")


@pytest.fixture
def made(folder: Path) -> Path:
    create_register(folder, PERSON, PASSPHRASE, NOW, CHEAP)[0].close()
    return folder


def die_in(folder: Path, last: str) -> Path:
    """Return the WAL that a program left which died when its *last* commit was a draft or not."""
    ran = subprocess.run(
        [sys.executable, "-c", SUDDEN_DEATH, str(folder), last], check=False, capture_output=True
    )
    assert (ran.returncode, ran.stderr) == (-9, b"")
    return folder / f"{REGISTER_FILE}-wal"


def flip(path: Path, place: int) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


def opened(folder: Path) -> Register:
    return open_register(folder, PERSON, PASSPHRASE, NOW)


@pytest.mark.parametrize("last", ["draft", "signed"])
def test_after_sudden_death_a_whole_register_has_no_fault(made: Path, last: str) -> None:
    die_in(made, last)

    register = opened(made)

    assert register.opening_fault() is None
    (draft, *_) = register.case_entries(a_draft().case_id)
    assert "ord 9" in draft.response
    register.close()


@pytest.mark.parametrize("place", [100, 5000, -10])
def test_a_flipped_byte_in_the_wal_is_told_at_opening(made: Path, place: int) -> None:
    flip(die_in(made, "signed"), place)

    register = opened(made)

    fault = register.opening_fault()
    assert fault is not None
    assert "mangler i kartoteket: sporet nåede til nr. 4" in fault.sentence
    assert "find den nyeste kopi" in fault.sentence
    assert len(register.case_entries(a_draft().case_id)) < 2
    register.close()


@pytest.mark.parametrize("place", [-10, -20_000])
def test_the_loss_of_nothing_but_the_last_typing_is_told_too(made: Path, place: int) -> None:
    flip(die_in(made, "draft"), place)

    register = opened(made)

    (draft,) = register.case_entries(a_draft().case_id)
    assert "ord 9" not in draft.response
    fault = register.opening_fault()
    assert fault is not None
    assert fault.sentence.startswith("Det sidste, der blev skrevet i et skema, mangler")
    assert register.check_trail() == ()
    register.close()


def test_a_loss_is_told_at_every_opening_until_it_is_made_good(made: Path) -> None:
    flip(die_in(made, "draft"), -10)
    for _ in range(2):
        register = opened(made)
        assert register.opening_fault() is not None
        register.close()

    register = opened(made)
    written_again = replace(a_draft(1, "ord 9"), changed=NOW + timedelta(hours=1))
    register.save_draft(written_again, a_row())
    register.close()

    register = opened(made)
    assert register.opening_fault() is None
    register.close()


def test_a_damaged_second_line_of_the_witness_takes_nothing_from_the_first(made: Path) -> None:
    flip(die_in(made, "draft"), 100)
    flip(made / WITNESS_FILE, -10)

    register = opened(made)

    fault = register.opening_fault()
    assert fault is not None
    assert "sporet nåede til nr. 3" in fault.sentence
    register.close()


def test_no_deed_between_two_openings_is_taken_for_a_loss(made: Path) -> None:
    later = replace(a_draft(text="mere"), changed=NOW + timedelta(hours=2))
    for what in ("begun", "rewritten", "rewritten", "discarded", "signed", "late"):
        register = opened(made)
        assert register.opening_fault() is None
        if what in {"begun", "rewritten"}:
            register.save_draft(a_draft(text=what), a_row())
        if what == "discarded":
            register.save_draft(later, a_row())
            register.flush()
            register.discard_draft(later.id, None, PERSON, NOW)
        if what == "signed":
            register.save_draft(a_draft(2), a_row())
            register.sign(as_signed(a_draft(2)), a_row())
        if what == "late":
            register.save_draft(replace(a_draft(2), changed=later.changed), a_row())
        register.close()

    register = opened(made)
    assert register.opening_fault() is None
    assert register.check_trail() == ()
    register.close()


def test_an_older_copy_is_told_at_opening_and_afterwards(made: Path) -> None:
    older = (made / REGISTER_FILE).read_bytes()
    register = opened(made)
    register.sign(as_signed(a_draft()), a_row())
    register.close()
    (made / REGISTER_FILE).write_bytes(older)

    first = opened(made)
    first_fault = first.opening_fault()
    first.note_read(a_draft().case_id, PERSON, NOW)
    first.note_read(a_draft().case_id, PERSON, NOW)
    first.close()
    second = opened(made)
    second_fault = second.opening_fault()
    second.close()

    assert first_fault is not None
    assert "ender nu ved nr. 1" in first_fault.sentence
    assert second_fault is not None
    assert second_fault.sentence.startswith("Kartoteket er ikke det, der sidst blev gemt her")


def test_looking_for_a_loss_takes_no_longer_in_a_long_trail(made: Path) -> None:
    connection = behind_the_back(made)
    plan = connection.execute(
        "EXPLAIN QUERY PLAN SELECT mark FROM trail WHERE number = 1"
    ).fetchall()
    connection.close()

    assert [row[3] for row in plan] == ["SEARCH trail USING INTEGER PRIMARY KEY (rowid=?)"]
