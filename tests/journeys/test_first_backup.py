"""The first start's care for the register: where it lies, its sheet, and its first backup."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFrame, QLabel

from app.preferences import Appearance, Preferences
from storage.backups import backups_in
from storage.file_names import has_register
from storage.register import open_register
from tests.builders import CLINIC, NOON
from tests.demo.journey import PASSPHRASE, PERSON, Journey
from tests.journeys.seeing import said as shown_in

pytestmark = pytest.mark.journey

FOLDER_LINE = "Her kommer kartoteket til at ligge"
PLACE_LINE = "Mappen til kopierne"
PUT_THERE = "Læg kopier dér"


def begun_in(folder: Path) -> Journey:
    journey = Journey(folder, Preferences(Appearance.LIGHT), print)
    journey.begin()
    return journey


def key_shown_in(journey: Journey) -> str:
    cards = journey.window.findChildren(QFrame)
    card = next(card for card in cards if card.accessibleName() == "Gendannelsesnøgle")
    return " ".join(label.text() for label in card.findChildren(QLabel) if label.isVisible())


def come_to_the_sheet(journey: Journey) -> None:
    journey.hands.click("Opret et nyt kartotek")
    journey._fill(CLINIC, "klinik")
    journey.hands.click("Videre")
    journey.hands.type_into("Dit navn", PERSON)
    journey.hands.type_into("Din adgangssætning", PASSPHRASE)
    journey.hands.type_into("Skriv den én gang til", PASSPHRASE)
    journey.hands.click("Videre")


def come_to_the_backup(journey: Journey) -> None:
    come_to_the_sheet(journey)
    key = key_shown_in(journey)
    journey.hands.click("Jeg har nøglen på papir")
    journey.hands.type_into("Nøglen fra arket", key)
    journey.hands.click("Videre")


def has_sheet(folder: Path) -> bool:
    register = open_register(folder, PERSON, PASSPHRASE, NOON)
    has_one = register.access.has_sheet()
    register.close()
    return has_one


def test_the_first_backup_is_at_the_second_place_before_the_work_begins(
    tmp_path: Path, qapp: QApplication
) -> None:
    drive = tmp_path / "drev"
    drive.mkdir()
    journey = begun_in(tmp_path)
    come_to_the_backup(journey)

    journey.hands.type_into(PLACE_LINE, str(drive))
    journey.hands.click(PUT_THERE)
    journey.hands.wait_until(lambda: journey.hands.has_button("Begynd"))

    assert str(drive) in shown_in(journey)
    assert len(backups_in(drive)) == len(backups_in(tmp_path / "kartotek")) == 1
    journey.hands.click("Begynd")
    journey.close()
    assert has_sheet(tmp_path / "kartotek")


def test_a_drive_that_is_not_there_is_told_and_one_can_go_on_without(
    tmp_path: Path, qapp: QApplication
) -> None:
    journey = begun_in(tmp_path)
    come_to_the_backup(journey)

    journey.hands.type_into(PLACE_LINE, str(tmp_path / "drev"))
    journey.hands.click(PUT_THERE)
    journey.hands.wait_until(lambda: journey.hands.has_button(PUT_THERE))
    said = shown_in(journey)
    journey.hands.click("Spring over for nu")

    assert "Stedet til sikkerhedskopier er der ikke" in said
    assert "på samme disk" in shown_in(journey)
    journey.hands.click("Begynd")
    journey.close()


def test_half_a_path_is_no_place_for_copies(tmp_path: Path, qapp: QApplication) -> None:
    journey = begun_in(tmp_path)
    come_to_the_backup(journey)

    journey.hands.type_into(PLACE_LINE, "drev")
    journey.hands.click(PUT_THERE)

    assert "Skriv hele stien" in shown_in(journey)
    journey.close()


def test_who_closes_at_the_sheet_has_a_register_that_knows_it_has_none(
    tmp_path: Path, qapp: QApplication
) -> None:
    journey = begun_in(tmp_path)
    come_to_the_sheet(journey)
    journey.close()

    again = begun_in(tmp_path)
    again.unlock(PASSPHRASE)

    assert "Der er intet gendannelsesark" in shown_in(again)
    again.close()
    assert not has_sheet(tmp_path / "kartotek")


def test_another_key_than_the_one_on_the_sheet_is_not_taken(
    tmp_path: Path, qapp: QApplication
) -> None:
    journey = begun_in(tmp_path)
    come_to_the_sheet(journey)
    journey.hands.click("Jeg har nøglen på papir")

    journey.hands.type_into("Nøglen fra arket", "K7QM-2XPD")
    journey.hands.click("Videre")

    assert "Nøglen fra arket" in shown_in(journey)
    assert "tastefejl" in shown_in(journey)
    journey.close()


def test_a_synchronised_folder_is_warned_of_once_and_can_be_chosen_all_the_same(
    tmp_path: Path, qapp: QApplication
) -> None:
    folder = tmp_path / "OneDrive - Prøveby" / "kartotek"
    journey = begun_in(tmp_path)
    journey.hands.type_into(FOLDER_LINE, str(folder))

    journey.hands.click("Opret et nyt kartotek")
    warned = shown_in(journey)
    journey.hands.click("Opret kartoteket dér alligevel")

    assert "synkroniseret med OneDrive" in warned
    assert "Trin 2 af 5" in shown_in(journey)
    assert not has_register(folder)
    journey.close()
