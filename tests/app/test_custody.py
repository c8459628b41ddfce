"""The register behind the door: who unlocks it is noted in the trail, whether it is open or not."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.backup_watch import BackupWatch
from app.custody import Custody
from storage.connection import Connection
from storage.errors import WrongPassphraseError
from storage.key_slots import KeyCost
from storage.records import Deed, EntryRecord
from storage.register import Register, create_register
from tests.storage.samples import NOW, PASSPHRASE, PERSON, Listener, a_draft, a_row

CHEAP = KeyCost(8, 1, 1, only_for_tests=True)
LATER = NOW + timedelta(minutes=5)


@dataclass(frozen=True)
class Behind:
    """A register that waits behind the door, the custody that has it, and its recovery key."""

    folder: Path
    register: Register
    custody: Custody
    sheet: str

    def noted(self) -> list[tuple[Deed | str, str]]:
        self.register.flush()
        return [(row.deed, row.by) for row in self.register.trail(10) if row.at == LATER]


@pytest.fixture
def behind(tmp_path: Path, qtbot: QtBot) -> Iterator[Behind]:
    folder = tmp_path / "kartotek"
    register, sheet = create_register(folder, PERSON, PASSPHRASE, NOW, CHEAP)
    register.access.confirm_sheet(sheet, PERSON, NOW)
    custody = Custody(BackupWatch(lambda: NOW))
    custody.take(register)
    yield Behind(folder, register, custody, sheet)
    custody.give_up()


def test_an_unlock_while_the_register_waits_behind_the_door_is_in_the_trail(
    behind: Behind,
) -> None:
    opened = behind.custody.open(behind.folder, PERSON, PASSPHRASE, LATER)

    assert opened is behind.register
    assert behind.noted() == [(Deed.OPENED, PERSON)]


def test_an_unlock_with_the_sheet_while_it_waits_is_in_the_trail(behind: Behind) -> None:
    opened = behind.custody.open_with_sheet(behind.folder, behind.sheet, LATER)

    assert opened is behind.register
    assert behind.noted() == [(Deed.OPENED_WITH_RECOVERY_KEY, "")]


def test_a_failed_unlock_while_it_waits_is_in_the_trail_from_the_next_opening(
    behind: Behind,
) -> None:
    with pytest.raises(WrongPassphraseError):
        behind.custody.open(behind.folder, PERSON, "en helt anden sætning", LATER)
    noted_at_once = behind.noted()
    behind.custody.close()

    again = behind.custody.open(behind.folder, PERSON, PASSPHRASE, LATER)

    assert noted_at_once == []
    deeds = [row.deed for row in again.trail(10) if row.at == LATER]
    assert Deed.UNLOCK_FAILED in deeds


def fail(_connection: Connection, record: EntryRecord) -> None:
    raise LookupError(record.id)


def test_when_nothing_is_written_any_more_one_can_still_come_in_and_read(
    behind: Behind, monkeypatch: pytest.MonkeyPatch
) -> None:
    listener = Listener()
    behind.register.listen(listener.hear_saved, listener.hear_failed)
    monkeypatch.setattr("storage.work.write_draft", fail)
    behind.register.save_draft(a_draft(), a_row())
    assert listener.waits_until_failed(1)

    opened = behind.custody.open(behind.folder, PERSON, PASSPHRASE, LATER)

    assert opened.case_entries(a_row().case_id) == (a_draft(),)
