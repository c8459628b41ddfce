"""Backups as a person meets them: made unasked, looked into, put back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.preferences import Appearance, Preferences
from forms.reply import Reply
from models.answers import Place
from storage.backups import Backup, Reason, backups_in
from storage.file_names import KEY_FILE, KEY_FILE_COPY, REGISTER_FILE
from tests.demo.journey import PASSPHRASE, Journey
from tests.journeys.seeing import said, wait_for
from views.screen.backups_page import BackupsPage

pytestmark = pytest.mark.journey

NAME = Place("citizen.name")
CITIZEN = "Łukasz Øvelund"


@pytest.fixture
def walk(folder: Path, qapp: QApplication) -> Iterator[Journey]:
    """Return a journey at the door of that register."""
    journey = Journey(folder.parent, Preferences(Appearance.LIGHT), print)
    journey.begin()
    yield journey
    journey.close()


def at_the_backups(journey: Journey) -> None:
    journey.unlock(PASSPHRASE)
    journey.hands.click("Indstillinger")
    journey.hands.click("Se sikkerhedskopierne")
    journey.hands.wait_until(lambda: "Kigger efter kopier" not in said(journey))


def make_one(journey: Journey) -> None:
    journey.hands.click("Lav en kopi nu")
    journey.hands.wait_until(lambda: journey.hands.has_button("Lav en kopi nu"))


def choose_second_place(journey: Journey, place: Path) -> None:
    """Choose it past the system's own dialog, which is not ours to test."""
    page = journey.window.findChild(BackupsPage)
    assert isinstance(page, BackupsPage)
    page.place_chosen.emit(str(place))
    journey.hands.rest(50)


def newest(folder: Path) -> Backup:
    return backups_in(folder)[0]


def choose_newest(journey: Journey) -> None:
    journey.hands.choose_row("Kopier", "kl.")
    journey.hands.wait_until(lambda: "Kigger i kopien" not in said(journey))


def has_answered(journey: Journey) -> bool:
    return journey.hands.has_button("Lås op")


def rename_citizen(journey: Journey, name: str) -> None:
    journey.hands.click("Borgere")
    journey.hands.click("Ny henvendelse")
    journey.hands.answer(NAME, Reply(name))
    journey.hands.wait_until(lambda: "Gemt kl." in said(journey))


def test_leaving_for_the_day_makes_a_backup_of_what_was_changed(
    walk: Journey, folder: Path
) -> None:
    walk.unlock(PASSPHRASE)
    rename_citizen(walk, "Bo Øvemann")

    walk.close()

    assert [backup.reason for backup in backups_in(folder)] == [Reason.AUTOMATIC]


def test_a_lock_makes_a_backup_behind_the_door_and_closes_the_register(
    walk: Journey, folder: Path
) -> None:
    walk.unlock(PASSPHRASE)
    rename_citizen(walk, "Bo Øvemann")

    walk.hands.click("Lås")

    assert has_answered(walk)
    walk.hands.wait_until(lambda: walk.program._custody.register is None)
    assert len(backups_in(folder)) == 1


def test_whoever_unlocks_while_the_backup_is_made_goes_on_with_the_work(walk: Journey) -> None:
    walk.unlock(PASSPHRASE)
    rename_citizen(walk, "Bo Øvemann")

    walk.hands.click("Lås")
    walk.unlock(PASSPHRASE)
    walk.hands.rest(300)

    field = walk.hands.field(NAME)
    assert field is not None
    walk.hands.answer(NAME, Reply("Bo Nymann"))
    walk.hands.wait_until(lambda: "Gemt kl." in said(walk))


def test_a_backup_that_is_due_is_made_while_one_works(walk: Journey, folder: Path) -> None:
    walk.unlock(PASSPHRASE)
    rename_citizen(walk, "Bo Øvemann")

    walk.program._watch.look()

    walk.hands.wait_until(lambda: len(backups_in(folder)) == 1)


def test_a_backup_is_made_when_it_is_asked_for(walk: Journey, folder: Path) -> None:
    at_the_backups(walk)
    assert "Der er ingen sikkerhedskopi endnu." in said(walk)

    make_one(walk)

    wait_for(walk, "Den nyeste kopi er fra i dag kl.")
    assert newest(folder).reason is Reason.MANUAL
    assert "Lavet af jer" in walk.hands.row("Kopier", "kl.")


def test_a_second_place_gets_its_own_backup(walk: Journey, tmp_path: Path) -> None:
    (tmp_path / "usb").mkdir()
    at_the_backups(walk)
    choose_second_place(walk, tmp_path / "usb")
    wait_for(walk, "Der er ikke lagt nogen kopi dér endnu.")

    make_one(walk)

    wait_for(walk, "Sidst lagt en kopi dér i dag kl.")
    assert len(backups_in(tmp_path / "usb")) == 1


def test_a_second_place_that_is_gone_is_said_once_and_stays_on_the_page(
    walk: Journey, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "usb").mkdir()
    at_the_backups(walk)
    choose_second_place(walk, tmp_path / "usb")
    (tmp_path / "usb").rmdir()

    make_one(walk)

    wait_for(walk, "Stedet til sikkerhedskopier er der ikke lige nu.")
    assert len(backups_in(folder)) == 1
    walk.hands.click("Luk beskeden")
    make_one(walk)
    assert said(walk).count("Stedet til sikkerhedskopier er der ikke lige nu.") == 1


def test_the_folder_of_the_register_is_no_second_place(walk: Journey, folder: Path) -> None:
    at_the_backups(walk)

    choose_second_place(walk, folder)

    wait_for(walk, "Den mappe ligger sammen med kartoteket")
    assert "Der er ikke valgt et andet sted." in said(walk)


def test_a_backup_says_what_it_holds_and_what_would_be_lost(walk: Journey) -> None:
    at_the_backups(walk)
    make_one(walk)
    rename_citizen(walk, "Bo Øvemann")
    walk.hands.click("Indstillinger")
    walk.hands.click("Se sikkerhedskopierne")
    walk.hands.wait_until(lambda: walk.hands.rows("Kopier") != [])

    choose_newest(walk)

    assert "Her er 1 borger, 2 skemaer og 0 breve." in said(walk)
    assert "skrevet eller ændret siden: 1 skema hos 1 borger." in said(walk)


def test_a_restored_backup_is_what_one_unlocks(walk: Journey, folder: Path) -> None:
    at_the_backups(walk)
    make_one(walk)
    rename_citizen(walk, "Bo Øvemann")
    walk.hands.click("Indstillinger")
    walk.hands.click("Se sikkerhedskopierne")
    walk.hands.wait_until(lambda: walk.hands.rows("Kopier") != [])
    choose_newest(walk)
    walk.hands.click("Gendan …")
    walk.hands.type_into("Din adgangssætning", "en helt anden sætning")
    walk.hands.click("Gendan kartoteket fra kopien")
    assert "passer ikke" in said(walk)

    walk.hands.type_into("Din adgangssætning", PASSPHRASE)
    walk.hands.click("Gendan kartoteket fra kopien")

    walk.hands.wait_until(lambda: has_answered(walk))
    assert "er hentet frem." in said(walk)
    walk.unlock(PASSPHRASE)
    walk.hands.click("Borgere")
    assert CITIZEN in walk.hands.row("Borgere", CITIZEN)
    assert "Bo Øvemann" not in "".join(walk.hands.rows("Borgere"))
    assert Reason.BEFORE_RESTORE in {backup.reason for backup in backups_in(folder)}


def test_after_restoring_the_thinning_waits_until_it_is_resumed(walk: Journey) -> None:
    at_the_backups(walk)
    make_one(walk)
    choose_newest(walk)
    walk.hands.click("Gendan …")
    walk.hands.type_into("Din adgangssætning", PASSPHRASE)
    walk.hands.click("Gendan kartoteket fra kopien")
    walk.hands.wait_until(lambda: has_answered(walk))
    at_the_backups(walk)
    assert "Oprydningen holder pause" in said(walk)

    walk.hands.click("Genoptag oprydningen")

    walk.hands.wait_until(lambda: "Oprydningen holder pause" not in said(walk))


def test_a_backup_is_taken_away_when_one_is_sure(walk: Journey, folder: Path) -> None:
    at_the_backups(walk)
    make_one(walk)
    choose_newest(walk)

    walk.hands.in_the_box("Behold den", lambda: walk.hands.click("Slet kopien"))
    assert len(backups_in(folder)) == 1
    walk.hands.in_the_box("Slet kopien", lambda: walk.hands.click("Slet kopien"))

    assert backups_in(folder) == ()
    wait_for(walk, "Her er ingen kopier endnu.")


def test_a_damaged_register_is_put_back_from_the_door(walk: Journey, folder: Path) -> None:
    at_the_backups(walk)
    make_one(walk)
    walk.hands.click("Lås")
    walk.hands.wait_until(lambda: walk.program._custody.register is None)
    (folder / REGISTER_FILE).write_bytes(b"\x17" * 8192)
    walk.unlock(PASSPHRASE)
    walk.hands.click("Hent fra en sikkerhedskopi …")
    walk.hands.choose_row("Kopier", "kl.")
    walk.hands.type_into("Adgangssætning", PASSPHRASE)

    walk.hands.click("Hent kartoteket fra kopien")

    walk.hands.wait_until(lambda: has_answered(walk))
    assert "er hentet frem." in said(walk)
    walk.unlock(PASSPHRASE)
    walk.hands.click("Borgere")
    assert CITIZEN in walk.hands.row("Borgere", CITIZEN)


def test_a_wrong_passphrase_for_a_backup_is_told_where_it_was_typed(
    walk: Journey, folder: Path
) -> None:
    at_the_backups(walk)
    make_one(walk)
    walk.hands.click("Lås")
    walk.hands.wait_until(lambda: walk.program._custody.register is None)
    (folder / REGISTER_FILE).write_bytes(b"\x17" * 8192)
    walk.unlock(PASSPHRASE)
    walk.hands.click("Hent fra en sikkerhedskopi …")
    walk.hands.choose_row("Kopier", "kl.")
    walk.hands.type_into("Adgangssætning", "en helt anden sætning")

    walk.hands.click("Hent kartoteket fra kopien")

    assert "passer ikke" in said(walk)
    assert walk.hands.has_button("Hent kartoteket fra kopien")


def test_a_backup_that_cannot_be_put_back_leads_back_to_the_others(
    walk: Journey, folder: Path
) -> None:
    at_the_backups(walk)
    make_one(walk)
    walk.hands.click("Lås")
    walk.hands.wait_until(lambda: walk.program._custody.register is None)
    (folder / REGISTER_FILE).write_bytes(b"\x17" * 8192)
    register = newest(folder).register
    register.write_bytes(register.read_bytes()[:-4096])
    walk.unlock(PASSPHRASE)
    walk.hands.click("Hent fra en sikkerhedskopi …")
    walk.hands.choose_row("Kopier", "kl.")
    walk.hands.type_into("Adgangssætning", PASSPHRASE)

    walk.hands.click("Hent kartoteket fra kopien")

    wait_for(walk, "er beskadiget og kan ikke bruges")
    assert walk.hands.rows("Kopier") != []
    walk.hands.click("Tilbage til døren")
    assert walk.hands.has_button("Lås op")


def test_a_register_that_is_gone_is_put_back_from_its_backups(
    folder: Path, qapp: QApplication
) -> None:
    first = Journey(folder.parent, Preferences(Appearance.LIGHT), print)
    first.begin()
    at_the_backups(first)
    make_one(first)
    first.close()
    for name in (REGISTER_FILE, KEY_FILE, KEY_FILE_COPY):
        (folder / name).unlink()
    again = Journey(folder.parent, Preferences(Appearance.LIGHT), print)

    again.begin()

    again.hands.click("Hent fra en sikkerhedskopi …")
    again.hands.choose_row("Kopier", "kl.")
    again.hands.type_into("Adgangssætning", PASSPHRASE)
    again.hands.click("Hent kartoteket fra kopien")
    again.hands.wait_until(lambda: has_answered(again))
    again.unlock(PASSPHRASE)
    again.hands.click("Borgere")
    assert CITIZEN in again.hands.row("Borgere", CITIZEN)
    again.close()
