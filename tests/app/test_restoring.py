"""What is said at the door when a backup has been put back."""

from datetime import timedelta
from pathlib import Path

import pytest

from app.restoring import restoring
from app.wording import MAY_HOLD_ERASED
from storage.backups import Backup, Reason
from storage.credentials import ByPassphrase
from storage.register import create_register
from tests.storage.samples import CHEAP, NOW, PASSPHRASE, PERSON, a_draft, a_row

WHO = ByPassphrase(PERSON, PASSPHRASE)
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kartotek"


@pytest.fixture
def backup(folder: Path) -> Backup:
    register, _ = create_register(folder, PERSON, PASSPHRASE, NOW, CHEAP)
    register.save_draft(a_draft(), a_row())
    register.flush()
    (made,) = register.backups.make(Reason.MANUAL, NOW)
    register.close()
    return made


def test_where_nobody_can_tell_who_was_erased_since_it_is_said(
    tmp_path: Path, backup: Backup
) -> None:
    said = restoring(tmp_path / "ny", backup, WHO, LATER).run()

    assert said.endswith(MAY_HOLD_ERASED)
    assert "Det, der lå her før" not in said


def test_where_the_register_remembers_who_was_erased_nothing_is_feared(
    folder: Path, backup: Backup
) -> None:
    said = restoring(folder, backup, WHO, LATER).run()

    assert MAY_HOLD_ERASED not in said
    assert "Det, der lå her før, er i mappen »" in said
