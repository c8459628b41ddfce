"""Every screen test runs dressed as the program is."""

from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.places import practice_folder
from app.practice import make_practice_register
from forms.questionnaire import Item
from models.answers import Place
from tests.views.screen.at_a_field import Show
from tests.visitor import NOON
from views.screen.fields.field import Field
from views.screen.fields.making import field_for
from views.screen.look import Theme, apply_look


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    apply_look(qapp, Theme.LIGHT, 1.0)


@pytest.fixture
def shown(qtbot: QtBot) -> Show:
    """Show a field for each item on one page, which lives as long as the test."""
    page = QWidget()
    column = QVBoxLayout(page)
    qtbot.addWidget(page)

    def show(*items: Item) -> list[Field]:
        fields = [field_for(item, Place(item.link_id)) for item in items]
        for field in fields:
            column.addWidget(field)
        page.resize(600, 600)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return fields

    return show


@pytest.fixture(scope="session")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a practice register that nobody works in."""
    folder = tmp_path_factory.mktemp("practice") / "kartotek"
    make_practice_register(folder, NOON).close()
    return folder


@pytest.fixture
def practised(practice: Path, _home: None) -> None:
    """Let the practice register be there already."""
    copytree(practice, practice_folder())
