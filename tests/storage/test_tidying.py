import stat
import sys
from pathlib import Path

import pytest

from storage.file_names import BACKUP_FOLDER, KEY_FILE, REGISTER_FILE, UNFINISHED_REGISTER
from storage.register import Register, create_register, open_register
from tests.storage.samples import CHEAP, NOW, PASSPHRASE, PERSON

OF_A_PERSON = ("kartotek.roedtraad.nytaar", "kartotek.gammel.nyeste.zip", "kartotek.roedtraad.nyt")


def test_files_that_people_have_put_there_stay(register: Register, folder: Path) -> None:
    register.close()
    for name in OF_A_PERSON:
        (folder / name).write_bytes(b"mit eget")

    open_register(folder, PERSON, PASSPHRASE, NOW).close()

    assert [(folder / name).read_bytes() for name in OF_A_PERSON] == [b"mit eget"] * 3


def test_making_again_after_a_cut_leaves_what_people_have_put_there(
    register: Register, folder: Path
) -> None:
    register.close()
    (folder / REGISTER_FILE).rename(folder / UNFINISHED_REGISTER)
    for name in OF_A_PERSON:
        (folder / name).write_bytes(b"mit eget")

    create_register(folder, PERSON, PASSPHRASE, NOW, CHEAP)[0].close()

    assert all((folder / name).exists() for name in OF_A_PERSON)


def test_one_leftover_that_cannot_go_does_not_keep_the_others(
    register: Register, folder: Path
) -> None:
    register.close()
    (folder / UNFINISHED_REGISTER).mkdir()
    (folder / f"{KEY_FILE}.ny").write_bytes(b"halvt")

    open_register(folder, PERSON, PASSPHRASE, NOW).close()

    assert not (folder / f"{KEY_FILE}.ny").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="modes are of POSIX")
def test_opening_makes_our_own_files_private_again_and_no_others(
    register: Register, folder: Path
) -> None:
    register.close()
    (folder / BACKUP_FOLDER).mkdir()
    (folder / "noter.txt").write_bytes(b"mit eget")
    for path in (folder, *folder.iterdir()):
        path.chmod(0o755 if path.is_dir() else 0o644)

    again = open_register(folder, PERSON, PASSPHRASE, NOW)

    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.iterdir())}
    again.close()
    assert modes.pop("noter.txt") == 0o644
    assert (modes.pop(folder.name), modes.pop(BACKUP_FOLDER)) == (0o700, 0o700)
    assert set(modes.values()) == {0o600}
