"""Every screen test runs dressed as the program is."""

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from forms.questionnaire import Item
from models.answers import Place
from tests.views.screen.at_a_field import Show
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
