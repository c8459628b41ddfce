"""A new computer: the register comes from a backup into an empty folder."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.preferences import Appearance, Preferences
from app.wording import MAY_HOLD_ERASED
from models.course import Form
from storage.backups import Backup, Reason, backups_in
from storage.file_names import has_register
from storage.register import open_register
from tests.builders import CONTACT, NOON, REQUEST
from tests.demo.journey import PASSPHRASE, PERSON, Journey
from tests.journeys.people import add_citizen, make_register
from tests.journeys.seeing import said
from views.screen.first_start.sequence import FirstStart
from views.screen.restore_page import RestorePage

pytestmark = pytest.mark.journey

CITIZEN = "Łukasz Øvelund"
FOLDER_LINE = "Her kommer kartoteket til at ligge"


@pytest.fixture
def drive(tmp_path: Path) -> Path:
    """Return a drive with a backup of a register from another computer."""
    place, folder = tmp_path / "usb", tmp_path / "gammel"
    place.mkdir()
    make_register(folder)
    add_citizen(folder, {Form.CONTACT: CONTACT, Form.REQUEST: REQUEST}, {})
    register = open_register(folder, PERSON, PASSPHRASE, NOON)
    register.backups.set_second_place(place)
    register.backups.make(Reason.MANUAL, NOON)
    register.close()
    return place


@pytest.fixture
def backup(drive: Path) -> Backup:
    return backups_in(drive)[0]


@pytest.fixture
def walk(tmp_path: Path, qapp: QApplication) -> Iterator[Journey]:
    """Return a journey at the very first start on a new computer."""
    (tmp_path / "ny").mkdir()
    journey = Journey(tmp_path / "ny", Preferences(Appearance.LIGHT), print)
    journey.begin()
    yield journey
    journey.close()


def choose_backup(journey: Journey, drive: Path) -> None:
    """Choose the drive past the system's own dialog, which is not ours to test."""
    page = journey.window.findChild(RestorePage)
    assert isinstance(page, RestorePage)
    page.place_chosen.emit(str(drive))
    journey.hands.choose_row("Kopier", "kl.")


def restore(journey: Journey, passphrase: str) -> None:
    journey.hands.type_into("Adgangssætning", passphrase)
    journey.hands.click("Hent kartoteket fra kopien")


def test_a_register_comes_from_a_backup_to_a_new_computer(walk: Journey, drive: Path) -> None:
    walk.hands.click("Hent fra en sikkerhedskopi …")
    at_first = said(walk)
    choose_backup(walk, drive)

    restore(walk, PASSPHRASE)

    walk.hands.wait_until(lambda: walk.hands.has_button("Lås op"))
    assert str(walk.folder / "kartotek") in at_first
    assert "Her er ingen kopier." not in at_first
    assert "er hentet frem." in said(walk)
    assert MAY_HOLD_ERASED in said(walk)
    walk.unlock(PASSPHRASE)
    walk.hands.click("Borgere")
    assert CITIZEN in walk.hands.row("Borgere", CITIZEN)
    remembered = json.loads((walk.folder / "indstillinger.json").read_text(encoding="utf-8"))
    assert str(walk.folder / "kartotek") in remembered.values()


def test_a_wrong_passphrase_is_told_where_it_was_typed(walk: Journey, drive: Path) -> None:
    walk.hands.click("Hent fra en sikkerhedskopi …")
    choose_backup(walk, drive)

    restore(walk, "en helt anden sætning")

    assert "passer ikke" in said(walk)
    assert walk.hands.rows("Kopier") != []
    assert not has_register(walk.folder / "kartotek")
    restore(walk, PASSPHRASE)
    walk.hands.wait_until(lambda: walk.hands.has_button("Lås op"))


def test_a_damaged_backup_leads_back_to_the_others_in_its_place(
    walk: Journey, drive: Path, backup: Backup
) -> None:
    content = bytearray(backup.register.read_bytes())
    content[-20] ^= 0xFF
    backup.register.write_bytes(content)
    walk.hands.click("Hent fra en sikkerhedskopi …")
    choose_backup(walk, drive)

    restore(walk, PASSPHRASE)

    walk.hands.wait_until(lambda: "er beskadiget og kan ikke bruges" in said(walk))
    assert walk.hands.rows("Kopier") != []
    assert not has_register(walk.folder / "kartotek")
    walk.hands.click("Tilbage til velkomsten")
    assert "Velkommen til Rød Tråd" in said(walk)


def test_who_thinks_better_of_it_finds_the_folder_as_it_was_chosen(walk: Journey) -> None:
    chosen = str(walk.folder / "et andet sted")
    walk.hands.type_into(FOLDER_LINE, chosen)
    walk.hands.click("Hent fra en sikkerhedskopi …")

    walk.hands.click("Tilbage til velkomsten")

    lines = [one.text() for one in walk.window.findChildren(QLineEdit) if one.isVisible()]
    assert lines == [chosen]
    assert not (walk.folder / "indstillinger.json").exists()


def test_a_register_is_put_back_into_no_folder_that_has_one(
    walk: Journey, drive: Path, tmp_path: Path
) -> None:
    walk.hands.type_into(FOLDER_LINE, str(tmp_path / "gammel"))

    walk.hands.click("Hent fra en sikkerhedskopi …")

    assert "Der ligger allerede et kartotek" in said(walk)


def test_a_backup_is_not_opened_as_the_register_itself(walk: Journey, backup: Backup) -> None:
    start = walk.window.findChild(FirstStart)
    assert isinstance(start, FirstStart)

    start.existing_chosen.emit(str(backup.folder))

    assert "Mappen er en sikkerhedskopi." in said(walk)
    assert not walk.hands.has_button("Lås op")
