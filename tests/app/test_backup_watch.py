from datetime import timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.backup_watch import BackupWatch
from storage.backups import backups_in
from storage.erasing import erase_case
from storage.records import Deed
from storage.register import create_register
from storage.trail import Step
from tests.storage.samples import CHEAP, NOW, PASSPHRASE, PERSON, a_draft, a_row


def test_an_erasing_that_was_cut_short_comes_to_its_end_before_the_next_backup(
    tmp_path: Path, qtbot: QtBot
) -> None:
    register, _ = create_register(tmp_path, PERSON, PASSPHRASE, NOW, CHEAP)
    register.save_draft(a_draft(), a_row())
    step = Step(NOW, PERSON, Deed.ERASED)
    register.flush()
    register._core.writer.do(lambda connection: erase_case(connection, a_row().case_id, step))
    watch = BackupWatch(lambda: NOW + timedelta(hours=1))
    watch.attend(register)

    with qtbot.waitSignal(watch.ended):
        watch.look()

    assert not register.upkeep.has_rests()
    assert len(backups_in(tmp_path)) == 1
    watch.let_go()
    register.close()
