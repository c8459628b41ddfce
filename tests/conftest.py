"""What every test stands on: no real home, no real preferences, no garbage in another thread."""

import gc
import os
from pathlib import Path

import pytest

from app.garbage import collect_what_is_due

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# What the display-less platform says of itself; every other Qt warning fails a test.
PLATFORM_TALK = "This plugin does not support"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore(PLATFORM_TALK, extend=True))


def pytest_runtest_setup() -> None:
    # A thread of one test must not collect the screens of another: see `app.garbage`.
    gc.disable()
    collect_what_is_due()


@pytest.fixture(autouse=True)
def _home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the program away from the files of the person who runs the tests."""
    home: Path = tmp_path_factory.mktemp("home")
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
