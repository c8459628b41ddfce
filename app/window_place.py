"""Where the window stood on each screen, remembered on this computer."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from app.preferences import read_window, remember_window

_TITLE_BAR = 36
"""Pixels kept free above the window, where the system draws its title."""

_LAST, _PLACES, _MAXIMISED = "last", "places", "maximised"
_MOST_SCREENS = 12
_NUMBERS_OF_A_PLACE = 4
_FARTHEST = 100_000


class WindowPlaces(QObject):
    """Puts *window* where it stood, as far as that screen is still there, and remembers it."""

    def __init__(self, application: QApplication, window: QWidget, file: Path) -> None:
        super().__init__()
        self._window = window
        self._file = file
        # When Qt has moved what stood on the screen that went.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(500)
        self._later.timeout.connect(self._bring_into_sight)
        application.screenRemoved.connect(self._later.start)

    def put(self) -> None:
        """Put the window where it stood last, or else so that it fits the screen."""
        stood = read_window(self._file)
        places = _places_in(stood)
        screens = {_name_of(screen): screen for screen in QGuiApplication.screens()}
        primary = QGuiApplication.primaryScreen()
        last = stood.get(_LAST)
        screen = screens.get(last, primary) if isinstance(last, str) else primary
        room = screen.availableGeometry()
        asked = places.get(_name_of(screen))
        place = asked.translated(room.topLeft()) if asked else _in_the_middle(self._window, room)
        self._window.setGeometry(fitting(place, room))
        if stood.get(_MAXIMISED) is True:
            self._window.setWindowState(Qt.WindowState.WindowMaximized)

    @Slot()
    def remember(self) -> None:
        """Write where the window stands; without a word when the file cannot be written."""
        screen = self._window.screen()
        here = self._window.normalGeometry().translated(-screen.availableGeometry().topLeft())
        known = {
            name: place.getRect() for name, place in _places_in(read_window(self._file)).items()
        }
        known.pop(_name_of(screen), None)
        newest = dict(list(known.items())[1 - _MOST_SCREENS :])
        stood: dict[str, object] = {
            _LAST: _name_of(screen),
            _PLACES: {**newest, _name_of(screen): here.getRect()},
            _MAXIMISED: self._window.isMaximized(),
        }
        # A place is forgotten: that is no reason to hold up somebody who goes home.
        with suppress(OSError):
            remember_window(self._file, stood)

    @Slot()
    def _bring_into_sight(self) -> None:
        """Move the window to where it can be seen, if its screen was unplugged."""
        here = self._window.geometry()
        rooms = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        if rooms and not any(room.intersects(here) for room in rooms):
            self._window.setGeometry(fitting(here, rooms[0]))


def fitting(place: QRect, room: QRect) -> QRect:
    """Return *place*, made no larger than *room* and moved into it, with its title in sight."""
    inner = room.adjusted(0, min(_TITLE_BAR, room.height() // 4), 0, 0)
    width = min(place.width(), inner.width())
    height = min(place.height(), inner.height())
    left = min(max(place.left(), inner.left()), inner.right() + 1 - width)
    top = min(max(place.top(), inner.top()), inner.bottom() + 1 - height)
    return QRect(left, top, width, height)


def _in_the_middle(window: QWidget, room: QRect) -> QRect:
    place = QRect(window.geometry())
    place.moveCenter(room.center())
    return place


def _name_of(screen: QScreen) -> str:
    """Return what tells a screen from others, also when another was plugged in at its place."""
    size = screen.size()
    return f"{screen.name()} {size.width()}x{size.height()}"


def _places_in(stood: dict[str, object]) -> dict[str, QRect]:
    found = stood.get(_PLACES)
    places = found.items() if isinstance(found, dict) else ()
    return {str(name): QRect(*numbers) for name, numbers in places if _is_a_place(numbers)}


def _is_a_place(numbers: object) -> bool:
    return (
        isinstance(numbers, list)
        and len(numbers) == _NUMBERS_OF_A_PLACE
        and all(type(number) is int and abs(number) < _FARTHEST for number in numbers)
        and min(numbers[2:]) > 0
    )
