from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from app.preferences import Appearance, Preferences
from tests.demo.journey import Journey

pytestmark = pytest.mark.journey


def shown(journey: Journey) -> str:
    labels = journey.window.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_a_register_that_is_not_where_it_was_is_missed(tmp_path: Path, qapp: QApplication) -> None:
    remembered = Preferences(Appearance.LIGHT, register=str(tmp_path / "kartotek"))
    journey = Journey(tmp_path, remembered, print)

    journey.begin()

    assert "ikke, hvor det plejer at ligge" in shown(journey)
    journey.close()


def test_the_very_first_start_misses_nothing(tmp_path: Path, qapp: QApplication) -> None:
    journey = Journey(tmp_path, Preferences(Appearance.LIGHT), print)

    journey.begin()

    assert "Velkommen til Rød Tråd" in shown(journey)
    assert "plejer" not in shown(journey)
    journey.close()
