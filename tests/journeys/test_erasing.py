"""Erasing a citizen from the register and from the backups, and looking after the rest."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.preferences import Appearance, Preferences
from models.course import Form
from storage.backups import Reason, backups_in
from storage.register import Register, open_register
from tests.builders import CONTACT, NOON
from tests.demo.journey import PASSPHRASE, PERSON, Journey
from tests.journeys.people import add_citizen
from tests.journeys.seeing import said, wait_for

pytestmark = pytest.mark.journey

CITIZEN = "Łukasz Øvelund"
NAME_LINE = "Skriv borgerens navn, som det står herover"


@pytest.fixture
def walk(folder: Path, qapp: QApplication) -> Iterator[Journey]:
    """Return a journey among the citizens of that register."""
    journey = Journey(folder.parent, Preferences(Appearance.LIGHT), print)
    journey.begin()
    journey.unlock(PASSPHRASE)
    journey.hands.click("Borgere")
    yield journey
    journey.close()


def erase(journey: Journey) -> None:
    journey.hands.choose_row("Borgere", CITIZEN)
    journey.hands.click("Slet borgeren …")
    journey.hands.type_into(NAME_LINE, CITIZEN)
    journey.hands.click("Slet for altid")
    wait_for(journey, "Borgeren er slettet fra kartoteket.")


def case_id_in(folder: Path) -> str:
    register = open_register(folder, PERSON, PASSPHRASE, NOON)
    (row,) = register.citizens("", 10)
    register.close()
    return row.case_id


def opened(folder: Path) -> Register:
    return open_register(folder, PERSON, PASSPHRASE, NOON)


def test_an_erased_citizen_is_in_no_list_and_in_no_backup(folder: Path, qapp: QApplication) -> None:
    case_id = case_id_in(folder)
    walk = Journey(folder.parent, Preferences(Appearance.LIGHT), print)
    walk.begin()
    walk.unlock(PASSPHRASE)
    walk.hands.click("Borgere")
    erase(walk)
    assert walk.hands.rows("Kopier, der har borgeren") != []

    walk.hands.click("Fjern borgeren fra kopierne")

    walk.hands.wait_until(lambda: walk.hands.rows("Kopier, der har borgeren") == [])
    walk.hands.wait_until(lambda: walk.hands.has_button("Færdig"))
    walk.hands.click("Færdig")
    assert walk.hands.rows("Borgere") == []
    walk.close()
    register = opened(folder)
    assert register.case_entries(case_id) == ()
    assert register.backups.holding(case_id).backups == ()
    assert register.check_trail() == ()
    register.close()


def test_a_citizen_whose_name_is_not_written_is_not_erased(walk: Journey) -> None:
    walk.hands.choose_row("Borgere", CITIZEN)
    walk.hands.click("Slet borgeren …")
    assert "Kartoteket har 2 skemaer og 0 breve om borgeren." in said(walk)
    walk.hands.type_into(NAME_LINE, "Łukasz")

    walk.hands.click("Slet for altid")

    assert "Det er ikke navnet." in said(walk)
    walk.hands.click("Tilbage til borgeren")
    assert walk.hands.rows("Forløbets trin") != []


def test_a_whole_backup_can_be_taken_away_instead(walk: Journey, folder: Path) -> None:
    erase(walk)
    before = len(backups_in(folder))
    walk.hands.choose_row("Kopier, der har borgeren", "kl.")

    walk.hands.click("Slet den valgte kopi")

    walk.hands.wait_until(lambda: len(backups_in(folder)) == before - 1)


def at_hand(journey: Journey) -> Register:
    register = journey.program._custody.register
    assert register is not None
    return register


def at_the_backups(journey: Journey) -> None:
    journey.hands.click("Indstillinger")
    journey.hands.click("Se sikkerhedskopierne")
    journey.hands.wait_until(lambda: "Kigger efter kopier" not in said(journey))


def test_backups_that_were_not_cleaned_at_once_are_offered_to_be_cleaned_later(
    walk: Journey, folder: Path
) -> None:
    case_id = at_hand(walk).citizens("", 1)[0].case_id
    erase(walk)
    walk.hands.wait_until(lambda: walk.hands.has_button("Færdig"))
    walk.hands.click("Færdig")
    at_the_backups(walk)
    wait_for(walk, "1 kopi har stadig borgere, der er slettet")

    walk.hands.click("Rens kopierne")

    wait_for(walk, "Der er ikke længere slettede borgere")
    assert not walk.hands.has_button("Rens kopierne")
    walk.close()
    register = opened(folder)
    assert register.backups.holding(case_id).backups == ()
    register.close()


def test_an_erasing_that_ends_behind_the_door_is_not_lost(walk: Journey, folder: Path) -> None:
    walk.hands.choose_row("Borgere", CITIZEN)
    walk.hands.click("Slet borgeren …")
    walk.hands.type_into(NAME_LINE, CITIZEN)
    register = at_hand(walk)
    walk.hands.click("Slet for altid")
    while register.citizens("", 1):
        time.sleep(0.005)

    walk.hands.click("Lås")
    walk.unlock(PASSPHRASE)

    at_the_backups(walk)
    wait_for(walk, "har stadig borgere, der er slettet")
    walk.hands.click("Rens kopierne")
    wait_for(walk, "Der er ikke længere slettede borgere")


def test_a_drive_that_was_out_is_named_and_its_backups_are_cleaned_when_it_is_back(
    walk: Journey, tmp_path: Path
) -> None:
    drive = tmp_path / "usb"
    drive.mkdir()
    at_hand(walk).backups.set_second_place(drive)
    at_hand(walk).backups.make(Reason.MANUAL, NOON)
    drive.rename(tmp_path / "pulled out")
    erase(walk)
    assert str(drive) in said(walk)
    walk.hands.click("Fjern borgeren fra kopierne")
    walk.hands.wait_until(lambda: walk.hands.has_button("Færdig"))
    walk.hands.click("Færdig")
    at_the_backups(walk)
    wait_for(walk, "der kan være slettede borgere i dem her")
    named = said(walk)
    (tmp_path / "pulled out").rename(drive)
    walk.hands.click("Tilbage til indstillinger")
    walk.hands.click("Se sikkerhedskopierne")
    wait_for(walk, "1 kopi har stadig borgere, der er slettet")

    walk.hands.click("Rens kopierne")

    wait_for(walk, "Der er ikke længere slettede borgere")
    assert str(drive) in named
    assert "Programmet kunne ikke se i alle kopier" not in said(walk)


def test_a_citizen_just_begun_has_nothing_to_erase(walk: Journey) -> None:
    walk.hands.click("Ny henvendelse")

    assert not walk.hands.has_button("Slet borgeren …")


def test_a_lock_while_one_is_asked_forgets_what_was_asked(walk: Journey) -> None:
    walk.hands.choose_row("Borgere", CITIZEN)
    walk.hands.click("Slet borgeren …")

    walk.hands.click("Lås")

    assert walk.hands.has_button("Lås op")
    assert CITIZEN not in said(walk)


def test_a_well_register_is_found_well(walk: Journey) -> None:
    walk.hands.click("Indstillinger")
    walk.hands.click("Gå til eftersyn")
    assert f"I dag kl. 09.00 · {PERSON}" in "".join(walk.hands.rows("Sporet"))

    walk.hands.click("Efterse kartoteket")

    wait_for(walk, "Alt er, som det skal være.")


def test_the_lists_are_built_again_as_they_were(walk: Journey) -> None:
    before = walk.hands.rows("Borgere")
    walk.hands.click("Indstillinger")
    walk.hands.click("Gå til eftersyn")

    walk.hands.click("Byg listerne igen")

    wait_for(walk, "Listerne er bygget igen.")
    walk.hands.click("Borgere")
    assert walk.hands.rows("Borgere") == before


def test_what_was_missing_at_opening_is_told_until_it_is_accepted(
    folder: Path, qapp: QApplication
) -> None:
    older = {path: path.read_bytes() for path in folder.glob("kartotek.roedtraad*")}
    add_citizen(folder, {}, {Form.CONTACT: CONTACT})
    for path, content in older.items():
        path.write_bytes(content)
    walk = Journey(folder.parent, Preferences(Appearance.LIGHT), print)
    walk.begin()
    walk.unlock(PASSPHRASE)
    assert "Se Eftersyn under Indstillinger." in said(walk)
    walk.hands.click("Indstillinger")
    walk.hands.click("Gå til eftersyn")
    assert "Der mangler noget" in said(walk)

    walk.hands.in_the_box(
        "Fortsæt med det, der er her", lambda: walk.hands.click("Jeg har set det: fortsæt …")
    )

    assert "Der mangler noget" not in said(walk)
    walk.hands.click("Lås")
    walk.hands.wait_until(lambda: walk.program._custody.register is None)
    walk.unlock(PASSPHRASE)
    assert "Se Eftersyn under Indstillinger." not in said(walk)
    walk.close()
