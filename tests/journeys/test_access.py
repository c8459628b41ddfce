"""Who has access, through the real windows: a colleague comes and goes, a passphrase is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from app.preferences import Appearance, Preferences
from tests.demo.hands import NotOnTheScreenError
from tests.demo.journey import PASSPHRASE, PERSON, Journey
from tests.journeys.people import make_register
from tests.journeys.seeing import said

pytestmark = pytest.mark.journey

METTE = "Mette Test"
NEW = "sten fugl hat bro"


@pytest.fixture
def sheet(tmp_path: Path) -> str:
    """Make a register and return the key on its recovery sheet."""
    return make_register(tmp_path / "kartotek")


@pytest.fixture
def journey(tmp_path: Path, sheet: str, qapp: QApplication) -> Iterator[Journey]:
    """Return a journey that stands at the door."""
    walking = Journey(tmp_path, Preferences(Appearance.LIGHT), print)
    walking.begin()
    yield walking
    walking.close()


def choose(journey: Journey, name: str) -> None:
    """Choose *name* in the drop-down list one sees."""
    for drop_down in journey.window.findChildren(QComboBox):
        if drop_down.isVisible():
            drop_down.setCurrentIndex(drop_down.findText(name))
            return
    raise NotOnTheScreenError(name)


def go_to_access(journey: Journey) -> None:
    journey.hands.click("Indstillinger")
    journey.hands.click("Se, hvem der har adgang")


def give_access(journey: Journey) -> None:
    go_to_access(journey)
    journey.hands.click("Giv en person adgang …")
    journey.hands.type_into("Personens navn", METTE)
    journey.hands.type_into("Den nye persons adgangssætning", NEW)
    journey.hands.type_into("Skriv den én gang til", NEW)
    journey.hands.type_into("Din egen adgangssætning", PASSPHRASE)
    journey.hands.click("Giv adgang")


def type_recovery_key(journey: Journey, key: str) -> None:
    journey.hands.click("Glemt den? Brug gendannelsesnøgle")
    journey.hands.type_into("Gendannelsesnøgle", key)
    journey.hands.click("Lås op")
    journey.hands.wait_until(lambda: "Vælg en ny adgangssætning" in said(journey))


def test_a_colleague_is_given_access_unlocks_and_changes_the_passphrase(journey: Journey) -> None:
    journey.unlock(PASSPHRASE)
    give_access(journey)
    assert f"{METTE} kan nu låse kartoteket op" in said(journey)
    journey.hands.click("Lås")

    choose(journey, METTE)
    journey.unlock(NEW)
    go_to_access(journey)
    journey.hands.click("Skift min adgangssætning …")
    journey.hands.type_into("Din nuværende adgangssætning", NEW)
    journey.hands.type_into("Din nye adgangssætning", "kun mine egne fire ord")
    journey.hands.type_into("Skriv den én gang til", "kun mine egne fire ord")
    journey.hands.click("Skift adgangssætning")

    journey.hands.click("Lås")
    choose(journey, METTE)
    journey.unlock(NEW)
    assert "passer ikke" in said(journey)
    choose(journey, METTE)
    journey.unlock("kun mine egne fire ord")
    assert journey.hands.has_button("Borgere")


def test_a_colleague_who_is_removed_cannot_unlock_and_the_others_go_on(journey: Journey) -> None:
    journey.unlock(PASSPHRASE)
    give_access(journey)

    journey.hands.click(f"Fjern {METTE} …")
    journey.hands.type_into("Din egen adgangssætning", PASSPHRASE)
    journey.hands.click("Fjern adgangen")
    journey.hands.wait_until(lambda: f"{METTE} har ikke længere adgang" in said(journey))

    drop_downs = [box for box in journey.window.findChildren(QComboBox) if box.isVisible()]
    assert drop_downs == []
    journey.unlock(PASSPHRASE)
    go_to_access(journey)
    assert METTE not in said(journey)


def test_after_the_recovery_key_nothing_is_seen_before_a_passphrase_is_chosen(
    journey: Journey, sheet: str
) -> None:
    type_recovery_key(journey, sheet)

    assert not journey.hands.has_button("Borgere")
    choose(journey, PERSON)
    journey.hands.type_into("Din nye adgangssætning", NEW)
    journey.hands.type_into("Skriv den én gang til", NEW)
    journey.hands.click("Gem, og åbn kartoteket")
    assert journey.hands.has_button("Borgere")
    journey.hands.click("Lås")
    journey.unlock(NEW)
    assert journey.hands.has_button("Borgere")


def test_after_the_recovery_key_one_can_lock_again_and_nothing_has_changed(
    journey: Journey, sheet: str
) -> None:
    type_recovery_key(journey, sheet)

    journey.hands.click("Lås igen")

    journey.unlock(PASSPHRASE)
    assert journey.hands.has_button("Borgere")


def test_an_idle_computer_locks_even_before_a_new_passphrase_is_chosen(
    journey: Journey, sheet: str
) -> None:
    type_recovery_key(journey, sheet)

    journey.program.lock()

    assert journey.hands.has_button("Lås op")


@pytest.mark.parametrize("leave", ["Fortryd", "Lås"])
def test_a_new_sheet_is_not_left_on_the_screen(journey: Journey, leave: str) -> None:
    journey.unlock(PASSPHRASE)
    go_to_access(journey)
    journey.hands.click("Lav et nyt gendannelsesark …")
    journey.hands.type_into("Din egen adgangssætning", PASSPHRASE)
    journey.hands.click("Lav et nyt ark")
    assert "Gem den ikke på denne computer" in said(journey)

    journey.hands.click(leave)

    journey.hands.rest(20)
    typed = [line.text() for line in journey.window.findChildren(QLineEdit)]
    assert "Gem den ikke på denne computer" not in said(journey)
    assert PASSPHRASE not in typed
