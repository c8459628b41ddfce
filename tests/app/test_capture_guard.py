import sys

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.capture_guard import CaptureGuard, can_hide_from_capture

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there it can be done")


def test_where_a_window_cannot_be_hidden_nothing_is_offered() -> None:
    assert not can_hide_from_capture()


def test_where_a_window_cannot_be_hidden_the_guard_is_quiet(
    qapp: QApplication, qtbot: QtBot
) -> None:
    guard = CaptureGuard(qapp, hides=True)
    window = QWidget()
    qtbot.addWidget(window)

    window.show()
    guard.hide_windows(hide=True)
    guard.hide_windows(hide=False)

    assert window.isVisible()
