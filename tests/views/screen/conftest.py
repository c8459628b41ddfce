"""Every screen test runs dressed as the program is, without a display."""

import os

import pytest
from PySide6.QtWidgets import QApplication

from views.screen.look import Theme, apply_look

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# What the display-less platform says of itself; every other Qt warning fails a test.
PLATFORM_TALK = "This plugin does not support"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore(PLATFORM_TALK, extend=True))


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    apply_look(qapp, Theme.LIGHT, 1.0)
