from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.preferences import Preferences, read_window, remember_window, write_preferences
from app.window_place import WindowPlaces, fitting

OFFICE = QRect(0, 0, 1920, 1040)
OLD_LAPTOP = QRect(0, 0, 1366, 728)


@pytest.fixture
def window(qapp: QApplication) -> Iterator[QWidget]:
    window = QWidget()
    window.resize(600, 400)
    yield window
    window.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "indstillinger.json"


@pytest.mark.parametrize("room", [OFFICE, OLD_LAPTOP, QRect(-1280, 100, 1280, 600)])
@pytest.mark.parametrize(
    "place",
    [
        QRect(40, 60, 1280, 720),
        QRect(5000, 5000, 800, 600),
        QRect(-900, -900, 3000, 3000),
        QRect(1800, 1000, 400, 300),
    ],
)
def test_a_window_fits_its_screen_with_its_title_in_sight(place: QRect, room: QRect) -> None:
    put = fitting(place, room)

    assert room.contains(put)
    assert put.top() >= room.top() + 36


def test_a_window_that_fits_stays_where_it_is() -> None:
    place = QRect(100, 100, 1280, 720)

    assert fitting(place, OFFICE) == place


def test_at_the_first_start_the_window_fits_the_screen(
    qapp: QApplication, window: QWidget, file: Path
) -> None:
    window.resize(5000, 5000)

    WindowPlaces(qapp, window, file).put()

    assert qapp.primaryScreen().availableGeometry().contains(window.geometry())


def test_a_window_comes_back_to_where_it_stood(
    qapp: QApplication, window: QWidget, file: Path
) -> None:
    window.setGeometry(90, 80, 500, 300)
    WindowPlaces(qapp, window, file).remember()
    another = QWidget()

    WindowPlaces(qapp, another, file).put()

    assert another.geometry() == QRect(90, 80, 500, 300)
    assert not another.isMaximized()


def test_a_maximised_window_comes_back_so(qapp: QApplication, window: QWidget, file: Path) -> None:
    window.showMaximized()
    WindowPlaces(qapp, window, file).remember()
    another = QWidget()

    WindowPlaces(qapp, another, file).put()

    assert another.windowState() & Qt.WindowState.WindowMaximized


def test_a_window_whose_screen_is_gone_comes_back_on_one_that_is_there(
    qapp: QApplication, window: QWidget, file: Path
) -> None:
    stood = {"last": "HDMI-9 3840x2160", "places": {"HDMI-9 3840x2160": [3000, 1500, 700, 500]}}
    remember_window(file, dict(stood))

    WindowPlaces(qapp, window, file).put()

    assert qapp.primaryScreen().availableGeometry().contains(window.geometry())
    assert window.size().width() == 600


def test_the_place_on_a_screen_that_is_away_is_kept(
    qapp: QApplication, window: QWidget, file: Path
) -> None:
    remember_window(file, {"last": "away", "places": {"away": [1, 2, 700, 500]}})

    WindowPlaces(qapp, window, file).remember()

    places = read_window(file)["places"]
    assert isinstance(places, dict)
    assert places["away"] == [1, 2, 700, 500]
    assert len(places) == 2


@pytest.mark.parametrize(
    "stood",
    [
        {"last": 7, "places": "x", "maximised": "x"},
        {"places": {"a": [1, 2], "b": [1, 2, 0, 5], "c": [True, 1, 5, 5], "d": [1, 2, 9, 10**9]}},
    ],
)
def test_what_makes_no_sense_is_as_at_the_first_start(
    qapp: QApplication, window: QWidget, file: Path, stood: dict[str, object]
) -> None:
    remember_window(file, stood)

    WindowPlaces(qapp, window, file).put()

    assert qapp.primaryScreen().availableGeometry().contains(window.geometry())


def test_a_new_preference_forgets_no_place(file: Path) -> None:
    remember_window(file, {"last": "x"})

    write_preferences(file, Preferences(text_size=150))

    assert read_window(file) == {"last": "x"}


def test_a_file_that_cannot_be_written_holds_nobody_up(
    qapp: QApplication, window: QWidget, tmp_path: Path
) -> None:
    (tmp_path / "in the way").write_text("", encoding="utf-8")

    WindowPlaces(qapp, window, tmp_path / "in the way" / "file.json").remember()

    assert (tmp_path / "in the way").is_file()
