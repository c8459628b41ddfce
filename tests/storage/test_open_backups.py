import errno
import shutil
import threading
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from storage.backup_errors import (
    BackupError,
    BackupPlaceIsOwnError,
    BackupPlaceMissingError,
    BackupWaitsError,
    CopyDamagedError,
    NoSuchBackupError,
)
from storage.backup_folders import register_id_in
from storage.backup_places import write_plan
from storage.backups import Backup, Reason, backups_in
from storage.connection import connect
from storage.credentials import ByPassphrase
from storage.errors import NotSavedError, RegisterClosedError
from storage.file_names import BACKUP_FOLDER, BACKUP_PLAN, REGISTER_FILE, UNFINISHED_REGISTER
from storage.holding import Holding
from storage.migrate import shipped_migrations
from storage.open_backups import Backups
from storage.purging import purge_as_here, rewrite_without_erased
from storage.records import Deed
from storage.register import Register, create_register, open_register
from storage.rekeying import remove_person
from storage.trail import Step
from storage.upkeep_errors import RestsRemainError
from storage.work import TrailWork
from storage.written_file import WrittenFile
from tests.storage.samples import (
    CANARY,
    CHEAP,
    NOW,
    PASSPHRASE,
    PERSON,
    Listener,
    a_document,
    a_draft,
    a_row,
    an_event,
    an_id,
    as_signed,
    key_of,
)

LATER = NOW + timedelta(hours=1)
WEEKS_AGO = NOW - timedelta(days=20)


@pytest.fixture
def backups(register: Register) -> Backups:
    return register.backups


def text_of(backup: Backup, key: bytes) -> set[str]:
    connection = connect(backup.register, key, only_reading=True)
    try:
        return {row[0] for row in connection.execute("SELECT response FROM entry").fetchall()}
    finally:
        connection.close()


def files_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_backup_holds_all_that_was_saved_before(
    folder: Path, register: Register, backups: Backups
) -> None:
    register.sign(as_signed(a_draft(1, CANARY)), a_row())

    (backup,) = backups.make(Reason.MANUAL, LATER)

    assert backup.folder == folder / BACKUP_FOLDER / "2026-03-02T103000Z-manuel"
    assert files_in(backup.folder) == {"kartotek.roedtraad", "kartotek.noegle"}
    assert (backup.made, backup.reason) == (LATER, Reason.MANUAL)
    assert any(CANARY in text for text in text_of(backup, key_of(folder)))


def test_a_backup_opens_on_a_new_computer_with_the_passphrase_of_its_day(
    tmp_path: Path, register: Register, backups: Backups
) -> None:
    register.sign(as_signed(a_draft()), a_row())
    (backup,) = backups.make(Reason.MANUAL, LATER)

    (tmp_path / "ny").mkdir()
    for path in backup.folder.iterdir():
        (tmp_path / "ny" / path.name).write_bytes(path.read_bytes())
    again = open_register(tmp_path / "ny", PERSON, PASSPHRASE, LATER)

    assert again.case_entries(an_id(900)) == (as_signed(a_draft()),)
    again.close()


def test_nothing_in_a_backup_can_be_read_without_the_key(
    register: Register, backups: Backups
) -> None:
    register.sign(as_signed(a_draft(1, CANARY)), a_row())

    (backup,) = backups.make(Reason.MANUAL, LATER)

    assert all(CANARY.encode() not in path.read_bytes() for path in backup.folder.iterdir())


def test_drafts_are_saved_while_a_backup_is_made(folder: Path, register: Register) -> None:
    listener = Listener()
    register.listen(listener.hear_saved, listener.hear_failed)
    with register._core.hold_still():
        for number in range(1, 6):
            register.save_draft(a_draft(number), a_row())
        saved = listener.waits_until_saved(5)

    assert saved
    assert listener.failed == []


def test_the_file_holds_still_and_then_takes_what_was_written(
    folder: Path, register: Register
) -> None:
    path = folder / REGISTER_FILE
    with register._core.hold_still():
        before = path.read_bytes()
        register.sign(as_signed(a_draft()), a_row())
        during = path.read_bytes()
    register._core.writer.do_to_file(lambda file: file.empty_wal())

    assert during == before
    assert path.read_bytes() != before


def test_a_backup_made_while_much_is_written_is_whole(
    folder: Path, register: Register, backups: Backups
) -> None:
    stop = threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            register.save_draft(a_draft(number % 50, "x" * 3000), a_row())

    writing = threading.Thread(target=write)
    writing.start()
    try:
        made = [backups.make(Reason.MANUAL, NOW + timedelta(hours=n))[0] for n in range(5)]
    finally:
        stop.set()
        writing.join()

    newest = shipped_migrations()[-1].version
    assert [backups.contents(backup).version for backup in made] == [newest] * 5


def test_a_damaged_register_gives_no_backup(folder: Path, register: Register) -> None:
    register.sign(as_signed(a_draft()), a_row())
    register.close()
    again = open_register(folder, PERSON, PASSPHRASE, NOW)
    flip(folder / REGISTER_FILE, -20)

    with pytest.raises(CopyDamagedError, match="kasseret"):
        again.backups.make(Reason.MANUAL, LATER)

    again.close()
    assert backups_in(folder) == ()
    assert list((folder / BACKUP_FOLDER).iterdir()) == []


def flip(path: Path, place: int) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 0xFF
    with path.open("r+b") as file:
        file.write(content)


def test_closing_the_register_ends_a_backup_and_leaves_no_half_one(
    folder: Path, register: Register
) -> None:
    core = register._core
    begun, ended = threading.Event(), []

    def copy() -> None:
        try:
            with core.hold_still():
                begun.set()
                while True:
                    core.require_open()
        except RegisterClosedError as error:
            ended.append(error)

    copying = threading.Thread(target=copy)
    copying.start()
    begun.wait(10)

    register.close()

    copying.join(10)
    assert len(ended) == 1
    with pytest.raises(RegisterClosedError):
        register.backups.make(Reason.MANUAL, LATER)
    assert backups_in(folder) == ()


def test_closing_the_register_ends_what_is_read_for_long(register: Register) -> None:
    core = register._core
    begun, ended = threading.Event(), []
    endless = (
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    )

    def read() -> None:
        try:
            with core.read_at_length() as connection:
                begun.set()
                connection.execute(endless).fetchall()
        except RegisterClosedError as error:
            ended.append(error)

    reading = threading.Thread(target=read)
    reading.start()
    begun.wait(10)

    register.close()

    reading.join(10)
    assert len(ended) == 1


def test_a_backup_goes_to_the_second_place_too(
    tmp_path: Path, folder: Path, register: Register, backups: Backups
) -> None:
    second = tmp_path / "usb"
    second.mkdir()
    backups.set_second_place(second)
    register.sign(as_signed(a_draft(1, CANARY)), a_row())

    own, other = backups.make(Reason.MANUAL, LATER)

    assert other.folder == second / BACKUP_FOLDER / own.folder.name
    assert any(CANARY in text for text in text_of(other, key_of(folder)))
    assert backups.trouble == ""
    assert (backups.plan.second_place, backups.plan.second_made) == (second, LATER)
    assert set(backups.listed()) == {own, other}


def test_a_second_place_that_is_gone_is_told_and_hinders_nothing(
    tmp_path: Path, backups: Backups
) -> None:
    second = tmp_path / "usb"
    second.mkdir()
    backups.set_second_place(second)
    second.rmdir()

    made = backups.make(Reason.MANUAL, LATER)

    assert len(made) == 1
    assert "Sæt drevet til" in backups.trouble
    assert backups.holding(an_id(900)).unseen == (str(second),)
    second.mkdir()
    assert backups.is_due(LATER + timedelta(minutes=1), is_leaving=True)


def test_the_second_place_must_be_there_and_somewhere_else(
    tmp_path: Path, folder: Path, backups: Backups
) -> None:
    other, _ = create_register(tmp_path / "andet", PERSON, PASSPHRASE, NOW, CHEAP)
    other.close()

    with pytest.raises(BackupPlaceMissingError):
        backups.set_second_place(tmp_path / "findes ikke")
    for place in (folder, folder / BACKUP_FOLDER, tmp_path / "andet"):
        place.mkdir(exist_ok=True)
        with pytest.raises(BackupPlaceIsOwnError):
            backups.check_place(place)
    assert backups.plan.second_place is None


NO_PLANS = (
    *(b"", b"[]", b"{}", b"[" * 100_000),
    b'{"second_place": 1, "second_made": 2, "paused": 3}',
    b'{"second_place": "", "second_made": "", "paused": "2026-01-01"}',
)


@pytest.mark.parametrize("content", NO_PLANS)
def test_a_plan_that_cannot_be_read_thins_nothing_is_told_and_stays(
    folder: Path, backups: Backups, content: bytes
) -> None:
    old = [backups.make(Reason.AUTOMATIC, WEEKS_AGO + timedelta(minutes=n))[0] for n in range(2)]
    (folder / BACKUP_PLAN).write_bytes(content)

    backups.make(Reason.AUTOMATIC, NOW)

    assert set(old) < set(backups.listed())
    assert "kartotek.kopier kan ikke læses" in backups.trouble
    assert (folder / BACKUP_PLAN).read_bytes() == content


def test_a_plan_that_cannot_be_read_is_written_anew_when_somebody_chooses(
    tmp_path: Path, folder: Path, backups: Backups
) -> None:
    (folder / BACKUP_PLAN).unlink(missing_ok=True)
    (folder / BACKUP_PLAN).mkdir()
    is_taken_for_missing = not backups.plan.is_unreadable
    (folder / BACKUP_PLAN).rmdir()
    (folder / BACKUP_PLAN).write_bytes(b"{")
    (tmp_path / "usb").mkdir()

    backups.set_second_place(tmp_path / "usb")

    assert not is_taken_for_missing
    assert not backups.plan.is_unreadable
    assert backups.plan.paused
    backups.resume_thinning()
    resumed = backups.plan
    assert resumed.paused is None
    assert resumed.second_place == tmp_path / "usb"


def test_a_backup_is_due_when_something_changed_half_an_hour_ago(
    register: Register, backups: Backups
) -> None:
    register.sign(as_signed(a_draft()), a_row())
    assert backups.is_due(NOW)
    backups.make(Reason.AUTOMATIC, NOW)
    assert not backups.is_due(LATER)
    assert not backups.is_due(LATER, is_leaving=True)

    register.save_draft(a_draft(2), replace(a_row(), changed=NOW + timedelta(minutes=1)))
    register.flush()

    assert not backups.is_due(NOW + timedelta(minutes=29))
    assert backups.is_due(NOW + timedelta(minutes=29), is_leaving=True)
    assert backups.is_due(NOW + timedelta(minutes=30))
    assert backups.is_due(NOW - timedelta(days=1))


def test_to_look_is_not_to_change(folder: Path, register: Register, backups: Backups) -> None:
    register.sign(as_signed(a_draft()), a_row())
    backups.make(Reason.AUTOMATIC, NOW)
    register.note_read(an_id(900), PERSON, LATER)
    register.close()

    again = open_register(folder, PERSON, PASSPHRASE, LATER)

    assert not again.backups.is_due(LATER, is_leaving=True)
    again.close()


def test_a_draft_written_again_after_the_clock_was_set_back_is_a_change(
    register: Register, backups: Backups
) -> None:
    register.save_draft(a_draft(), a_row())
    register.save_draft(a_draft(2), replace(a_row("Aage Prøve", 901), changed=LATER))
    register.flush()
    backups.make(Reason.AUTOMATIC, NOW)

    register.save_draft(a_draft(), replace(a_row(), changed=NOW - timedelta(days=1)))
    register.flush()

    assert backups.is_due(LATER)


def test_what_a_backup_holds_and_lacks_can_be_told(register: Register, backups: Backups) -> None:
    register.sign(as_signed(a_draft(1)), a_row())
    register.save_draft(a_draft(2), a_row())
    register.flush()
    (backup,) = backups.make(Reason.MANUAL, LATER)
    held = backups.contents(backup)
    assert (held.cases, held.entries, held.drafts, held.documents) == (1, 2, 1, 0)
    nothing = backups.loss(backup)

    register.save_draft(replace(a_draft(2), changed=LATER), a_row())
    register.add_document(a_document(), an_event(), a_row())
    other = replace(a_draft(3), case_id=an_id(901))
    register.save_draft(other, a_row("Aage Prøve", 901))
    loss = backups.loss(backup)

    assert (nothing.citizens, nothing.entries, nothing.documents) == (0, 0, 0)
    assert (loss.citizens, loss.entries, loss.documents, loss.since) == (2, 2, 1, LATER)


def test_old_backups_are_thinned_but_not_while_that_is_paused(
    folder: Path, backups: Backups
) -> None:
    old = [backups.make(Reason.AUTOMATIC, WEEKS_AGO + timedelta(minutes=n))[0] for n in range(2)]
    write_plan(folder, replace(backups.plan, paused=NOW))
    (new,) = backups.make(Reason.AUTOMATIC, NOW)
    assert set(backups.listed()) == {*old, new}

    backups.resume_thinning()
    (newest,) = backups.make(Reason.AUTOMATIC, LATER)

    assert set(backups.listed()) == {old[1], new, newest}


def test_a_clock_set_forward_costs_no_backup(backups: Backups) -> None:
    made = [
        backups.make(Reason.AUTOMATIC, WEEKS_AGO + timedelta(days=day))[0] for day in range(1, 4)
    ]
    ahead = [backups.make(Reason.AUTOMATIC, NOW + timedelta(days=d))[0] for d in (3650, 3651)]

    assert set(backups.listed()) == {*made, *ahead}


def test_after_a_clock_was_ahead_a_backup_is_due_as_ever(
    folder: Path, register: Register, backups: Backups
) -> None:
    register.sign(as_signed(a_draft()), a_row())
    backups.make(Reason.AUTOMATIC, NOW + timedelta(days=999))
    not_changed = backups.is_due(NOW)
    register.close()
    again = open_register(folder, PERSON, PASSPHRASE, NOW)
    again.sign(as_signed(a_draft(2)), a_row())

    due = []
    for minute in range(0, 40, 10):
        at = NOW + timedelta(minutes=minute)
        due.append(again.backups.is_due(at))
        if due[-1]:
            again.backups.make(Reason.AUTOMATIC, at)
        again.save_draft(a_draft(3), replace(a_row(), changed=at))
        again.flush()
    again.close()

    assert not not_changed
    assert due == [True, False, False, True]


def test_only_the_newest_backup_is_looked_into_when_none_is_due(
    folder: Path, register: Register, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    register.sign(as_signed(a_draft()), a_row())
    _, newest = [backups.make(Reason.AUTOMATIC, at)[0] for at in (NOW, LATER)]
    register.close()
    again = open_register(folder, PERSON, PASSPHRASE, LATER)
    looked_into = []

    def look(place: Path) -> str:
        looked_into.append(place)
        return register_id_in(place)

    monkeypatch.setattr("storage.backup_work.register_id_in", look)

    due = again.backups.is_due(LATER + timedelta(hours=1))
    again.close()

    assert not due
    assert looked_into == [newest.folder]


def test_half_made_backups_are_cleared_away(folder: Path, backups: Backups) -> None:
    (made,) = backups.make(Reason.MANUAL, NOW)
    half = made.folder.with_name("2026-03-01T093000Z-automatisk.ny")
    made.folder.rename(half)
    (half / f"{REGISTER_FILE}-wal").write_bytes(b"")
    foreign = folder / BACKUP_FOLDER / "mine egne.ny"
    foreign.mkdir()

    (new,) = backups.make(Reason.MANUAL, LATER)

    assert set((folder / BACKUP_FOLDER).iterdir()) == {new.folder, foreign}


def test_what_is_not_ours_stays_when_a_backup_is_removed(backups: Backups) -> None:
    (made,) = backups.make(Reason.MANUAL, NOW)
    (other,) = backups.make(Reason.MANUAL, LATER)
    (made.folder / "noter.txt").write_text("mine")

    backups.remove(made)
    backups.remove(other)

    assert backups.listed() == ()
    (left,) = made.folder.parent.iterdir()
    assert files_in(left) == {"noter.txt"}


def test_backups_of_another_register_are_left_alone(tmp_path: Path, backups: Backups) -> None:
    second = tmp_path / "usb"
    second.mkdir()
    other, _ = create_register(tmp_path / "andet", PERSON, PASSPHRASE, NOW, CHEAP)
    other.backups.set_second_place(second)
    old = NOW - timedelta(days=800)
    theirs = [other.backups.make(Reason.MANUAL, old)[1]]
    half = theirs[0].folder.with_name("2020-01-01T000000Z-manuel.ny")
    other.backups.make(Reason.MANUAL, old + timedelta(days=300))[1].folder.rename(half)
    other.close()
    backups.set_second_place(second)

    _, ours = backups.make(Reason.MANUAL, NOW)

    assert set(backups_in(second)) == {ours, *theirs}
    assert half.exists()
    assert theirs[0] not in backups.listed()


def erase_from(register: Register) -> None:
    register.upkeep.erase(an_id(900), PERSON, LATER)


def test_an_erased_citizen_is_found_in_backups_and_taken_out_of_them(
    folder: Path, register: Register, backups: Backups
) -> None:
    register.sign(as_signed(a_draft(1, CANARY)), a_row())
    register.add_document(a_document(CANARY.encode()), an_event(), a_row())
    kept = as_signed(replace(a_draft(3), case_id=an_id(901)))
    register.sign(kept, a_row("Aage Prøve", 901))
    (before,) = backups.make(Reason.MANUAL, NOW)
    erase_from(register)
    (after,) = backups.make(Reason.MANUAL, LATER)
    assert backups.holding(an_id(900)).backups == (before,)

    backups.rewrite_without_erased(before)

    assert backups.holding(an_id(900)).backups == ()
    assert set(backups.holding(an_id(901)).backups) == {before, after}
    assert files_in(before.folder) == {"kartotek.roedtraad", "kartotek.noegle"}
    assert text_of(before, key_of(folder)) == {kept.response}


def test_a_rewritten_backup_opens_and_its_trail_is_whole(
    tmp_path: Path, register: Register, backups: Backups
) -> None:
    register.sign(as_signed(a_draft(1, CANARY)), a_row())
    (backup,) = backups.make(Reason.MANUAL, NOW)
    erase_from(register)

    backups.rewrite_without_erased(backup)

    (tmp_path / "ny").mkdir()
    for path in backup.folder.iterdir():
        (tmp_path / "ny" / path.name).write_bytes(path.read_bytes())
    again = open_register(tmp_path / "ny", PERSON, PASSPHRASE, LATER)
    assert again.check_trail() == ()
    assert again.citizens("", 10) == ()
    again.close()


def test_a_backup_that_cannot_be_read_is_named_and_not_touched(
    folder: Path, register: Register, backups: Backups
) -> None:
    register.sign(as_signed(a_draft()), a_row())
    (backup,) = backups.make(Reason.MANUAL, NOW)
    erase_from(register)
    flip(backup.register, 100)
    damaged = backup.register.read_bytes()

    with pytest.raises(CopyDamagedError):
        backups.contents(backup)
    with pytest.raises(CopyDamagedError):
        backups.rewrite_without_erased(backup)

    assert backups.holding(an_id(900)).unseen == (str(backup.folder),)
    assert backup.register.read_bytes() == damaged
    assert files_in(backup.folder) == {"kartotek.roedtraad", "kartotek.noegle"}


def test_a_backup_that_is_gone_is_said_to_be(backups: Backups) -> None:
    (backup,) = backups.make(Reason.MANUAL, NOW)
    backups.remove(backup)

    with pytest.raises(NoSuchBackupError):
        backups.contents(backup)
    with pytest.raises(NoSuchBackupError):
        backups.remove(backup)


def test_backups_from_before_a_new_key_can_still_be_looked_into(
    folder: Path, register: Register
) -> None:
    register.access.add_person("Anden Prøve", PASSPHRASE, PERSON, NOW, CHEAP)
    register.sign(as_signed(a_draft(1, CANARY)), a_row())
    (backup,) = register.backups.make(Reason.MANUAL, NOW)
    register.close()
    remove_person(folder, ByPassphrase(PERSON, PASSPHRASE), "Anden Prøve", LATER)
    again = open_register(folder, PERSON, PASSPHRASE, LATER)

    assert again.backups.contents(backup).entries == 1
    assert backup in again.backups.holding(an_id(900)).backups
    erase_from(again)
    again.backups.rewrite_without_erased(backup)
    assert again.backups.contents(backup).entries == 0
    again.close()


def test_what_cannot_be_done_to_the_file_fails_nothing_else(register: Register) -> None:
    listener = Listener()
    register.listen(listener.hear_saved, listener.hear_failed)
    core = register._core
    with core.read_at_length() as old:
        old.execute("BEGIN")
        old.execute("SELECT count(*) FROM entry").fetchone()
        register.save_draft(a_draft(), a_row())
        register.flush()
        core.writer.put(TrailWork(Step(NOW, PERSON, Deed.READ)))

        with pytest.raises(BackupWaitsError), core.hold_still():
            pass

    assert listener.waits_until_saved(1)
    assert listener.failed == []
    assert register.backups.make(Reason.MANUAL, NOW)


def test_who_saves_waits_for_no_reader(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.writer._QUIET", 0.01)
    core = register._core
    wal = core.path.with_name(f"{REGISTER_FILE}-wal")
    with core.read_at_length() as old:
        old.execute("BEGIN")
        old.execute("SELECT count(*) FROM entry").fetchone()
        register.save_draft(a_draft(), a_row())
        register.flush()
        # Meanwhile the quiet is over, and the WAL would be emptied but for the reader.
        time.sleep(0.3)
        begun = time.monotonic()
        register.save_draft(a_draft(2), a_row())
        register.flush()
        waited = time.monotonic() - begun

    assert waited < 2
    deadline = time.monotonic() + 5
    while wal.stat().st_size and time.monotonic() < deadline:
        time.sleep(0.05)
    assert wal.stat().st_size == 0


def test_a_disk_that_is_full_during_a_copy_leaves_the_file_free(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    listener = Listener()
    register.listen(listener.hear_saved, listener.hear_failed)
    core = register._core
    with monkeypatch.context() as full, core.hold_still():
        full.setattr("storage.work.write_draft", be_full)
        register.save_draft(a_draft(), a_row())
        assert listener.waits_until_failed(1)

    register.flush()
    core.compact()

    assert core.path.with_name(f"{REGISTER_FILE}-wal").stat().st_size == 0


def test_what_waits_to_be_done_to_the_file_outlives_a_draft_that_fails(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = register._core.writer
    at_work, may_end, done = threading.Event(), threading.Event(), threading.Event()

    def wait(_file: WrittenFile) -> None:
        at_work.set()
        may_end.wait(10)

    with monkeypatch.context() as full:
        full.setattr("storage.work.write_draft", be_full)
        first = threading.Thread(target=writer.do_to_file, args=(wait,))
        first.start()
        at_work.wait(10)
        register.save_draft(a_draft(), a_row())
        second = threading.Thread(target=writer.do_to_file, args=(lambda _: done.set(),))
        second.start()
        time.sleep(0.1)
        may_end.set()
        for thread in (first, second):
            thread.join(10)

    assert done.is_set()
    register.flush()


def test_a_draft_that_finds_no_room_keeps_no_backup_from_the_second_place(
    tmp_path: Path, register: Register, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "usb").mkdir()
    backups.set_second_place(tmp_path / "usb")
    real = shutil.disk_usage

    def usage(place: Path) -> object:
        here = real(place)
        return here if "usb" in str(place) else here._replace(free=0)

    with monkeypatch.context() as full:
        full.setattr("storage.backup_folders.shutil.disk_usage", usage)
        full.setattr("storage.work.write_draft", be_full)
        register.save_draft(a_draft(), a_row())
        for minutes in range(3):
            with pytest.raises(BackupError):
                backups.make(Reason.AUTOMATIC, NOW + timedelta(minutes=minutes))

    (there,) = backups_in(tmp_path / "usb")
    assert there.made == NOW


def be_full(_connection: object, _record: object) -> None:
    raise OSError(errno.ENOSPC, "full")


def test_the_trail_is_checked_while_somebody_else_reads(register: Register) -> None:
    with register._core.read():
        checking = threading.Thread(target=register.check_trail, daemon=True)
        checking.start()
        checking.join(10)

        assert not checking.is_alive()


def test_compacting_waits_for_a_copy_to_end(register: Register) -> None:
    core = register._core
    with core.hold_still(), pytest.raises(NotSavedError):
        core.writer.do_to_file(WrittenFile.compact)

    core.compact()


def test_backups_that_hold_anybody_erased_are_found_and_can_be_cleaned(
    register: Register, backups: Backups
) -> None:
    register.sign(as_signed(a_draft(1, CANARY)), a_row())
    (before,) = backups.make(Reason.MANUAL, NOW)
    assert backups.holding_erased() == Holding((), ())
    erase_from(register)
    backups.make(Reason.MANUAL, LATER)
    found = backups.holding_erased()

    backups.rewrite_without_erased(before)

    assert found == Holding((before,), ())
    assert backups.holding_erased() == Holding((), ())


def test_a_place_that_is_not_there_is_unseen_only_when_somebody_was_erased(
    tmp_path: Path, register: Register, backups: Backups
) -> None:
    second = tmp_path / "usb"
    second.mkdir()
    backups.set_second_place(second)
    register.sign(as_signed(a_draft()), a_row())
    _, there = backups.make(Reason.MANUAL, NOW)
    second.rename(tmp_path / "pulled out")
    nobody_erased = backups.holding_erased()
    erase_from(register)
    away = backups.holding_erased()
    (tmp_path / "pulled out").rename(second)

    back = backups.holding_erased()

    assert nobody_erased.unseen == ()
    assert away.unseen == (str(second),)
    assert there in back.backups
    assert back.unseen == ()


def test_a_backup_that_cannot_be_read_may_hold_anybody_erased(
    register: Register, backups: Backups
) -> None:
    register.sign(as_signed(a_draft()), a_row())
    (damaged,) = backups.make(Reason.MANUAL, NOW)
    flip(damaged.register, 100)
    erase_from(register)

    assert backups.holding_erased() == Holding((), (str(damaged.folder),))


def test_a_backup_with_rests_of_somebody_erased_holds_them_until_it_is_cleaned(
    register: Register, backups: Backups
) -> None:
    register.sign(as_signed(a_draft(1, CANARY)), a_row())
    register._core.writer.do_to_file(WrittenFile.hold_still)
    with pytest.raises(RestsRemainError):
        erase_from(register)
    register._core.writer.do_to_file(WrittenFile.move_again)
    (backup,) = backups.make(Reason.MANUAL, LATER)
    found = backups.holding_erased()

    backups.rewrite_without_erased(backup)

    assert found.backups == (backup,)
    assert backups.holding_erased().backups == ()


def test_another_register_s_rewriting_is_left_alone(tmp_path: Path, backups: Backups) -> None:
    (tmp_path / "usb").mkdir()
    other, _ = create_register(tmp_path / "andet", PERSON, PASSPHRASE, NOW, CHEAP)
    other.backups.set_second_place(tmp_path / "usb")
    _, theirs = other.backups.make(Reason.MANUAL, NOW)
    other.close()
    rewriting = theirs.folder / UNFINISHED_REGISTER
    shutil.copy(theirs.register, rewriting)
    made_half = theirs.folder.with_name("2020-01-01T000000Z-manuel.ny")
    made_half.mkdir()
    shutil.copy(theirs.folder / "kartotek.noegle", made_half)
    backups.set_second_place(tmp_path / "usb")

    backups.make(Reason.MANUAL, LATER)

    assert rewriting.exists()
    assert files_in(made_half) == {"kartotek.noegle"}


def test_closing_the_register_ends_the_look_for_anybody_erased(
    register: Register, backups: Backups
) -> None:
    register.sign(as_signed(a_draft()), a_row())
    backups.make(Reason.MANUAL, NOW)
    erase_from(register)

    register.close()

    with pytest.raises(RegisterClosedError):
        backups.holding_erased()


def test_a_backup_is_rewritten_by_one_at_a_time_though_the_register_was_opened_again(
    folder: Path, register: Register
) -> None:
    register.sign(as_signed(a_draft(1, "x" * 200_000)), a_row())
    (backup,) = register.backups.make(Reason.MANUAL, NOW)
    erase_from(register)
    key = key_of(folder)
    with register._core.read() as connection:
        purge = purge_as_here(connection)
    assert purge is not None
    failed: list[BackupError] = []

    def rewrite() -> None:
        try:
            rewrite_without_erased(backup.register, key, purge)
        except BackupError as error:
            failed.append(error)

    rewriting = [threading.Thread(target=rewrite) for _ in range(4)]
    for thread in rewriting:
        thread.start()
    for thread in rewriting:
        thread.join()

    assert failed == []
    assert register.backups.holding_erased() == Holding((), ())
