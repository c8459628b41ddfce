from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import pytest
from PySide6.QtWidgets import QApplication

from app.facts import Facts
from app.preferences import Appearance, Preferences
from models.course import Form
from tests.builders import CONTACT, REQUEST
from tests.demo.journey import PASSPHRASE, Journey
from tests.journeys.people import add_citizen, make_register

AtCitizen: TypeAlias = Callable[[dict[Form, Facts]], Journey]
"""Opens the window at a citizen of whom just these forms are signed."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a register with one citizen."""
    folder = tmp_path / "kartotek"
    make_register(folder)
    add_citizen(folder, {Form.CONTACT: CONTACT, Form.REQUEST: REQUEST}, {})
    return folder


@pytest.fixture
def journey(tmp_path: Path, qapp: QApplication) -> Iterator[Journey]:
    """Return a journey that has just unlocked an empty register."""
    make_register(tmp_path / "kartotek")
    walking = Journey(tmp_path, Preferences(Appearance.LIGHT), print)
    walking.begin()
    walking.unlock(PASSPHRASE)
    yield walking
    walking.close()


@pytest.fixture
def at_citizen(tmp_path: Path, qapp: QApplication) -> Iterator[AtCitizen]:
    """Return what opens the window at a citizen, in a new register."""
    walking: list[Journey] = []

    def begun(signed: dict[Form, Facts]) -> Journey:
        make_register(tmp_path / "kartotek")
        add_citizen(tmp_path / "kartotek", signed, {})
        journey = Journey(tmp_path, Preferences(Appearance.LIGHT), print)
        walking.append(journey)
        journey.begin()
        journey.unlock(PASSPHRASE)
        journey.hands.click("Borgere")
        journey.hands.choose_row("Borgere", "Łukasz Øvelund")
        return journey

    yield begun
    for journey in walking:
        journey.close()
