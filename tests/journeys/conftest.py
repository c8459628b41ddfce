from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.preferences import Appearance, Preferences
from models.course import Form
from tests.builders import CONTACT, REQUEST
from tests.demo.journey import PASSPHRASE, Journey
from tests.journeys.people import add_citizen, make_register


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
