"""Where the computer has several printers, a person chooses one, and it is remembered."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from app.preferences import Appearance, Preferences
from tests.demo.journey import PASSPHRASE, Journey
from tests.journeys.letters import make_waiting, spooler

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(os.name == "nt", reason="elsewhere the system's dialog prints"),
]

OWN, OFFICE = "Den sædvanlige", "Kontoret 2"
Walk: TypeAlias = Callable[[str], Journey]


@pytest.fixture
def walk(tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Walk]:
    """Return a maker of a journey in the room of letters, on a computer with these printers."""
    begun: list[Journey] = []
    make_waiting(tmp_path / "kartotek", 2, citizens=1)
    spooler(tmp_path / "bin", f'cat > /dev/null; echo "$@" >> "{tmp_path}/asked"', monkeypatch)

    def begin(names: str) -> Journey:
        # A register is open in one program at a time.
        while begun:
            begun.pop().close()
        lpstat = tmp_path / "bin" / "lpstat"
        lpstat.write_text(f"#!/bin/sh\nprintf '{names}'\n", encoding="utf-8")
        lpstat.chmod(0o755)
        journey = Journey(tmp_path, Preferences(Appearance.LIGHT), print)
        begun.append(journey)
        journey.begin()
        journey.unlock(PASSPHRASE)
        journey.hands.click("Breve")
        return journey

    yield begin
    for journey in begun:
        journey.close()


def boxes(journey: Journey) -> list[QComboBox]:
    lists = journey.window.findChildren(QComboBox)
    return [box for box in lists if box.isVisible() and box.accessibleName() == "Printer"]


def choose_next(journey: Journey) -> str:
    """Go one printer down by the keyboard, and return its name."""
    journey.hands.wait_until(lambda: len(boxes(journey)) == 1)
    (box,) = boxes(journey)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    return box.currentText()


def print_all(journey: Journey) -> None:
    journey.hands.click("Vælg alle")
    journey.hands.in_the_box("Skriv ud", lambda: journey.hands.click("Skriv alle valgte ud"))
    journey.hands.wait_until(lambda: not journey.hands.has_button("Stop"))


def asked(folder: Path) -> list[str]:
    return (folder / "asked").read_text(encoding="utf-8").splitlines()


def test_the_letters_go_to_the_printer_that_was_chosen(walk: Walk, tmp_path: Path) -> None:
    journey = walk("Kontoret_2\\nReception\\n")

    assert choose_next(journey) == OFFICE
    print_all(journey)

    assert len(asked(tmp_path)) == 3
    assert all("-d Kontoret_2 " in line for line in asked(tmp_path))


def test_the_choice_is_there_at_a_letter_and_at_the_next_start(walk: Walk, tmp_path: Path) -> None:
    choose_next(walk("Kontoret_2\\nReception\\n"))

    journey = walk("Kontoret_2\\nReception\\n")
    journey.hands.click("Borgere")
    journey.hands.choose_row("Borgere", "Øve Prøve 1")
    journey.hands.choose_row("Breve", "Godkendt")
    journey.hands.wait_until(lambda: len(boxes(journey)) == 1)
    (box,) = boxes(journey)
    assert box.currentText() == OFFICE
    journey.hands.wait_until(lambda: journey.hands.button("Skriv ud").isEnabled())
    journey.hands.click("Skriv ud")

    assert "-d Kontoret_2 " in asked(tmp_path)[-1]


@pytest.mark.parametrize("names", ["", "Reception\\n"])
def test_without_several_printers_there_is_nothing_to_choose(
    walk: Walk, tmp_path: Path, names: str
) -> None:
    journey = walk(names)
    journey.hands.rest(400)

    assert boxes(journey) == []
    print_all(journey)
    assert all("-d " not in line for line in asked(tmp_path))


def test_a_chosen_printer_that_is_gone_gives_way_to_the_computers_own(
    walk: Walk, tmp_path: Path
) -> None:
    choose_next(walk("Kontoret_2\\nReception\\n"))

    journey = walk("Kælder\\nReception\\n")
    journey.hands.wait_until(lambda: len(boxes(journey)) == 1)
    (box,) = boxes(journey)
    assert box.currentText() == OWN
    print_all(journey)

    assert all("-d " not in line for line in asked(tmp_path))
