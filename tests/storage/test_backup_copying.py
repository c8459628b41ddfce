from datetime import timedelta
from pathlib import Path

import pytest

from storage.backup_copying import copy_backup
from storage.backup_errors import BackupPlaceMissingError
from storage.backups import Backup, Reason, backups_in
from storage.file_names import KEY_FILE
from storage.register import create_register
from tests.builders import NOON
from tests.demo.journey import PASSPHRASE, PERSON
from tests.journeys.people import CHEAP


@pytest.fixture
def backup(tmp_path: Path) -> Backup:
    register, _ = create_register(tmp_path / "kartotek", PERSON, PASSPHRASE, NOON, CHEAP)
    (made,) = register.backups.make(Reason.MANUAL, NOON)
    register.close()
    return made


def contents(backup: Backup) -> tuple[bytes, bytes]:
    return backup.register.read_bytes(), (backup.folder / KEY_FILE).read_bytes()


def test_a_copy_has_the_same_bytes_and_the_same_name(backup: Backup, tmp_path: Path) -> None:
    (tmp_path / "drev").mkdir()

    copied = copy_backup(backup, tmp_path / "drev")

    assert contents(copied) == contents(backup)
    assert copied.folder.name == backup.folder.name
    assert backups_in(tmp_path / "drev") == (copied,)


def test_copying_twice_overwrites_nothing(backup: Backup, tmp_path: Path) -> None:
    (tmp_path / "drev").mkdir()

    first = copy_backup(backup, tmp_path / "drev")
    second = copy_backup(backup, tmp_path / "drev")

    assert first.folder != second.folder
    assert second.made - first.made < timedelta(minutes=1)
    assert contents(first) == contents(second)


def test_a_drive_that_is_out_gets_no_copy(backup: Backup, tmp_path: Path) -> None:
    with pytest.raises(BackupPlaceMissingError):
        copy_backup(backup, tmp_path / "drev")

    assert not (tmp_path / "drev").exists()
