"""Type that two can read from one screen: half as large again as the person's own text size."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from views.screen.look import BASE_POINTS, colours, scaled
from views.screen.look_sheet import style_sheet

_LARGER = 1.5
_LARGEST = 1.4
"""For text that is large already, so that a word still fits on a line."""
_ALREADY_LARGE = 1.5
_LINE = 46
_AROUND = 260
"""The height in pixels at 100 % of what stands above and below the questions."""
_EDGES = 8
"""Pixels that the edges of the quietest button take at the least."""
LEAST_HIT = 44
"""Pixels that a finger hits."""


class LargeType:
    """While it is worn, everything measured with `scaled` is larger; only what it dresses looks so.

    To dress the whole program anew would take as long as to start it, and move what lies behind.
    """

    def __init__(self) -> None:
        self._before: float | None = None

    def begin(self) -> None:
        """Measure larger from now on."""
        if self._before is None:
            self._before = _scale()
            _measure_by(self._before * larger_by(self._before))

    def end(self) -> None:
        """Measure as before."""
        if self._before is not None:
            _measure_by(self._before)
            self._before = None

    def dress(self, widget: QWidget) -> None:
        """Let *widget* and all in it be read in the large type."""
        points = BASE_POINTS * _scale()
        # A font alone does not reach what the program's own sheet has dressed already.
        size = f"QWidget {{ font-size: {points:.2f}pt; }}\n"
        quiet = 'QPushButton[role="subtle"], QPushButton[role="plain"]'
        hit_too = f"{quiet} {{ min-height: {hit(24) - _EDGES}px; }}\n"
        widget.setStyleSheet(size + style_sheet(colours(), BASE_POINTS, _scale()) + hit_too)


def larger_by(scale: float) -> float:
    """Return how many times larger than *scale*, the person's own, the large type is."""
    return _LARGEST if scale > _ALREADY_LARGE else _LARGER


def lines_in_sight(window: QWidget) -> float:
    """Return how many lines of questions the screen of *window* shows at once in large type."""
    scale = _scale() * larger_by(_scale())
    middle = window.mapToGlobal(window.rect().center())
    screen = QGuiApplication.screenAt(middle) or QGuiApplication.primaryScreen()
    height = screen.availableGeometry().height()
    return max(3.0, (height - _AROUND * scale / _LARGER) / (_LINE * scale / _LARGER))


def ordinary_points() -> float:
    """Return about the size of the person's own text, while the large type is worn."""
    return BASE_POINTS * _scale() / _LARGER


def hit(pixels: float) -> int:
    """Return a height that is *pixels* at 100 %, and never less than a finger hits."""
    return max(LEAST_HIT, scaled(pixels))


def _scale() -> float:
    scale = QApplication.instance().property("look_scale")
    return scale if isinstance(scale, float) else 1.0


def _measure_by(scale: float) -> None:
    QApplication.instance().setProperty("look_scale", scale)
