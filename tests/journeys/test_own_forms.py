"""The clinic's own forms, through the real windows: brought in, tried, used and put away."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from app.own_forms import version_order
from app.supplies import supplies
from forms.reply import Reply
from models.answers import Place
from storage.records import Deed, FormStatus
from storage.register import open_register
from tests.app.own_forms import URL, shipped_as, sleep_form
from tests.builders import NOON
from tests.demo.journey import PASSPHRASE, PERSON, Journey

pytestmark = pytest.mark.journey


def said(journey: Journey) -> str:
    labels = journey.window.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def go_to_forms(journey: Journey) -> None:
    journey.hands.click("Indstillinger")
    journey.hands.click("Se jeres skemaer")


def bring_in(journey: Journey, text: str) -> None:
    path = journey.folder / "skema.json"
    path.write_text(text, encoding="utf-8")
    journey.hands.in_the_file_dialog(path, lambda: journey.hands.click("Vælg en fil …"))


def take_into_use(journey: Journey) -> None:
    journey.hands.in_the_box("Tag i brug", lambda: journey.hands.click(only(journey, "Tag i brug")))


def only(journey: Journey, deed: str) -> str:
    """Return the name of the one button that begins with *deed*."""
    (name,) = {
        button.accessibleName()
        for button in journey.window.findChildren(type(journey.hands.button("Vælg en fil …")))
        if button.isVisible() and button.accessibleName().startswith(deed)
    }
    return str(name)


def kept_in(folder: Path) -> dict[str, FormStatus]:
    register = open_register(folder / "kartotek", PERSON, PASSPHRASE, NOON)
    found = {str(form.name): form.status for form in register.forms.all()}
    faults = register.check_trail()
    register.close()
    assert faults == ()
    return found


def test_a_form_is_brought_in_tried_and_used(journey: Journey, tmp_path: Path) -> None:
    go_to_forms(journey)
    bring_in(journey, sleep_form())
    assert "»Søvn«, udgave 1, er hentet ind." in said(journey)

    journey.hands.click(only(journey, "Prøv skemaet"))
    assert "Hvor mange timer sover du?" not in said(journey)
    journey.hands.answer(Place("dårlig"), Reply(codes=("true",)))
    assert "Hvor mange timer sover du?" in said(journey)
    journey.hands.click("Se, om noget mangler")
    assert "Alt er besvaret" not in said(journey)
    journey.hands.answer(Place("timer"), Reply("4"))
    journey.hands.click("Se, om noget mangler")
    assert "Alt er besvaret" in said(journey)

    journey.hands.click("Tilbage til skemaer")
    take_into_use(journey)
    assert "»Søvn« er taget i brug." in said(journey)
    at_hand = journey.program._desk.work.supplies if journey.program._desk else supplies()
    assert [titled.title for titled in at_hand.own_titles] == ["Søvn"]
    journey.close()
    assert kept_in(tmp_path) == {f"{URL}|1": FormStatus.ACTIVE}


def test_a_form_with_a_fault_is_refused_with_the_item(journey: Journey, tmp_path: Path) -> None:
    go_to_forms(journey)
    bring_in(journey, sleep_form().replace('"integer"', '"attachment"'))

    assert "Skemaet er ikke hentet ind" in said(journey)
    assert "Punkt »timer«" in said(journey)
    journey.close()
    assert kept_in(tmp_path) == {}


def test_a_form_is_there_after_a_lock_and_can_be_put_away(journey: Journey, tmp_path: Path) -> None:
    go_to_forms(journey)
    bring_in(journey, sleep_form())
    take_into_use(journey)
    journey.hands.click("Lås")
    journey.unlock(PASSPHRASE)
    go_to_forms(journey)
    assert "I brug" in said(journey)

    journey.hands.in_the_box(
        "Tag ud af brug", lambda: journey.hands.click(only(journey, "Tag ud af brug"))
    )

    assert "»Søvn« er taget ud af brug." in said(journey)
    journey.close()
    assert kept_in(tmp_path) == {f"{URL}|1": FormStatus.RETIRED}


def test_the_clinics_version_of_a_shipped_form_is_asked_at_once(journey: Journey) -> None:
    shipped = json.loads(shipped_as("contact", "2.5"))
    shipped["title"] = "Henvendelse hos os"
    go_to_forms(journey)
    bring_in(journey, json.dumps(shipped))
    take_into_use(journey)

    journey.hands.click("Borgere")
    journey.hands.click("Ny henvendelse")

    assert version_order("2.5") > version_order(supplies().newest("contact").version)
    assert journey.hands.row("Forløbets trin", "Henvendelse hos os")


def test_the_trail_tells_of_it(journey: Journey, tmp_path: Path) -> None:
    go_to_forms(journey)
    bring_in(journey, sleep_form())
    take_into_use(journey)
    journey.close()

    register = open_register(tmp_path / "kartotek", PERSON, PASSPHRASE, NOON)
    deeds = [row.deed for row in register.trail(20)]
    register.close()

    assert deeds.index(Deed.FORM_ACTIVATED) < deeds.index(Deed.FORM_IMPORTED)
