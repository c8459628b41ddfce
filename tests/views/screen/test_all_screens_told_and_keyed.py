"""Every screen of the program by ear and by keyboard alone."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from app.preferences import Appearance, Preferences
from tests.screens import (
    BESIDE,
    CASE_OVERVIEWS,
    CASES,
    DEEPER,
    DOOR,
    FORMS,
    LETTERS,
    ROOMS,
    SETTINGS,
    TALK,
    Screen,
)
from tests.screens_keyed import told, wrongly_keyed
from tests.screens_shown import LEAST_FOR_MARKS, focus_unseen, too_pale
from tests.screens_start import START
from tests.screens_told import wrongly_told
from tests.visitor import Visitor
from views.screen.fields.scale import Scale

# Where these go others went before: counting the lines again would take as long as they do.
pytestmark = [pytest.mark.journey, pytest.mark.no_cover]

SIZE = (1366, 768)
GROUPS = {
    "rooms": (*ROOMS, *SETTINGS, *DEEPER, *DOOR),
    "cases": (*CASES, *CASE_OVERVIEWS, *LETTERS, *TALK),
    "steps": FORMS,
    "beside": BESIDE,
}
At: TypeAlias = Callable[[Visitor], list[str]]


@pytest.fixture
def visitor(tmp_path: Path, qapp: QApplication, practised: None) -> Iterator[Visitor]:
    """Return a visitor of the practice register."""
    one = Visitor(tmp_path, Preferences(Appearance.LIGHT), SIZE, is_practice=True)
    yield one
    one.close()


@pytest.fixture
def newcomer(tmp_path: Path, qapp: QApplication) -> Iterator[Visitor]:
    """Return a visitor at the very first start."""
    one = Visitor(tmp_path, Preferences(Appearance.LIGHT), SIZE, is_practice=False)
    yield one
    one.close()


def found_at(visitor: Visitor, screens: tuple[Screen, ...], look: At) -> list[str]:
    """Return what *look* finds at each of the *screens*, with the name of the screen."""
    found = []
    for screen in screens:
        visitor.come_home()
        screen.reach(visitor)
        found += [f"{screen.name}: {one}" for one in look(visitor)]
    return found


def heard_and_keyed(visitor: Visitor) -> list[str]:
    return [
        *wrongly_told(visitor.seen),
        *too_pale(visitor.seen),
        *turned_by_the_wheel(visitor.seen),
        *wrongly_keyed(visitor.seen),
    ]


def turned_by_the_wheel(window: QWidget) -> list[str]:
    """Return what a turn of the wheel over it would change the value of."""
    return [f"the wheel: {told(one)}" for one in window.findChildren(QWidget) if _turns(one)]


def _turns(widget: QWidget) -> bool:
    if not isinstance(widget, QComboBox | Scale) or not widget.isVisible():
        return False
    before = _value(widget)
    here = QPointF(widget.rect().center())
    turn = QWheelEvent(
        here,
        QPointF(widget.mapToGlobal(here.toPoint())),
        QPoint(),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, turn)
    return _value(widget) != before


def _value(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        return str(widget.currentIndex())
    return str(widget.property("value"))


@pytest.mark.parametrize("group", GROUPS)
def test_each_control_is_named_and_tab_comes_to_it_in_order(visitor: Visitor, group: str) -> None:
    assert found_at(visitor, GROUPS[group], heard_and_keyed) == []


def test_the_first_start_can_be_heard_and_keyed(newcomer: Visitor) -> None:
    found = []
    for screen in START:
        screen.reach(newcomer)
        found += [f"{screen.name}: {one}" for one in heard_and_keyed(newcomer)]

    assert found == []


@pytest.mark.parametrize("look", [Appearance.LIGHT, Appearance.DARK])
def test_one_sees_where_the_focus_is(
    tmp_path: Path, qapp: QApplication, practised: None, look: Appearance
) -> None:
    visitor = Visitor(tmp_path, Preferences(look), SIZE, is_practice=True)
    seen: dict[tuple[str, str], float] = {}
    wanted = {"borgere", "breve", "indstillinger", "sag", "retningslinjer", "tilfoej", "hjaelp"}
    for screen in (*ROOMS, *CASES):
        if screen.name in wanted:
            visitor.come_home()
            screen.reach(visitor)
            look_at_each(visitor.seen, seen)
    visitor.close()

    assert {kind: clear for kind, clear in seen.items() if clear < LEAST_FOR_MARKS} == {}


def look_at_each(window: QWidget, seen: dict[tuple[str, str], float]) -> None:
    """Note how clearly focus is seen on one of each kind of control that is not noted yet."""
    for widget in window.findChildren(QWidget):
        kind = (type(widget).__name__, str(widget.property("role") or ""))
        can = widget.isVisible() and widget.isEnabled() and not widget.visibleRegion().isEmpty()
        if kind not in seen and can and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            QApplication.processEvents()
            if QApplication.focusWidget() is widget:
                seen[kind] = focus_unseen(widget)


def test_tab_leaves_a_text_box(visitor: Visitor) -> None:
    boxes = (FORMS[4], BESIDE[0])
    held = []
    for screen in boxes:
        visitor.come_home()
        screen.reach(visitor)
        for box in visitor.window.findChildren(QPlainTextEdit):
            if box.isVisible():
                box.setFocus()
                visitor.press(Qt.Key.Key_Tab)
                held += [told(box)] if QApplication.focusWidget() is box else []
    lines = visitor.window.findChildren(QLineEdit)

    assert lines
    assert held == []
