"""What every test stands on: no real home, no real preferences, no garbage in another thread."""

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.garbage import collect_what_is_due

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# What the display-less platform says of itself; every other Qt warning fails a test.
PLATFORM_TALK = "This plugin does not support"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore(PLATFORM_TALK, extend=True))
    for item in repeated(items):
        item.add_marker("no_cover")


def repeated(items: list[pytest.Item]) -> Iterator[pytest.Item]:
    """Yield each test that goes where another went: a further row of a table, or an example.

    Python runs two to four times slower while its lines are counted, and these reach hardly a
    new one. They run as ever; what is told of coverage is the least that it is.
    """
    seen: set[str] = set()
    for item in sorted(items, key=_name):
        name, bracket, _ = item.nodeid.partition("[")
        is_search = hasattr(getattr(item, "obj", None), "hypothesis")
        if is_search or (bracket and name in seen):
            yield item
        seen.add(name)


def _name(item: pytest.Item) -> str:
    return item.nodeid


def pytest_runtest_setup() -> None:
    # A thread of one test must not collect the screens of another: see `app.garbage`.
    gc.disable()
    collect_what_is_due()


@pytest.fixture(scope="session")
def home_of_tests(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in place of the home of the person who runs the tests."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(autouse=True)
def _home(home_of_tests: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keep the program away from the files of the person who runs the tests."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "USERPROFILE"):
        monkeypatch.setenv(name, str(home_of_tests))
    yield
    # One home for all, but what a test leaves there is not found by the next.
    if any(home_of_tests.iterdir()):
        shutil.rmtree(home_of_tests)
        home_of_tests.mkdir()
