"""Every screen test runs dressed as the program is."""

import pytest
from PySide6.QtWidgets import QApplication

from views.screen.look import Theme, apply_look


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    apply_look(qapp, Theme.LIGHT, 1.0)
