from datetime import timedelta
from pathlib import Path

from app.backups_shown import are_on_one_disk, lines_of, place_of
from storage.backup_places import BackupPlan
from storage.backups import Backup, Reason
from tests.builders import NOON, TODAY

REGISTER = Path("/kartotek")


def a_backup(seconds: int) -> Backup:
    return Backup(
        REGISTER / "kopier" / str(seconds), NOON + timedelta(seconds=seconds), Reason.AUTOMATIC
    )


def test_copies_of_one_minute_can_be_told_apart() -> None:
    lines = lines_of([a_backup(5), a_backup(40), a_backup(200)], REGISTER, TODAY)

    titles = [line.title for line in lines]
    assert len(set(titles)) == 3
    assert titles[0].endswith(".05")
    assert titles[2].endswith(".03")


def test_a_second_place_on_the_same_disk_is_warned_about(tmp_path: Path) -> None:
    other = tmp_path / "kopier"
    other.mkdir()

    is_same = are_on_one_disk(tmp_path, other)

    assert is_same
    assert "på samme disk" in place_of(BackupPlan(other), TODAY, is_same_disk=is_same)


def test_a_place_that_cannot_be_seen_is_not_warned_about(tmp_path: Path) -> None:
    assert not are_on_one_disk(tmp_path, tmp_path / "trukket ud")
    assert not are_on_one_disk(tmp_path, None)
