"""A conversation on a machine with two screens, told as one line of JSON; run as a program."""

import json
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from app.preferences import Appearance, Preferences
from models.answers import Place
from models.course import Form
from tests.builders import CONTACT, REQUEST
from tests.demo.journey import PASSPHRASE, Journey
from tests.journeys.people import add_citizen, make_register
from views.screen.conversation.other_screen import CitizenWindow
from views.screen.conversation.screen import ConversationScreen

NOTE = "Kanariefugl"
SAID = "Ro i huset"
CONTROL = Qt.KeyboardModifier.ControlModifier


def begun(folder: Path) -> Journey:
    """Return a journey that stands in the assessment of a citizen."""
    make_register(folder / "kartotek")
    add_citizen(folder / "kartotek", {Form.CONTACT: CONTACT, Form.REQUEST: REQUEST}, {})
    journey = Journey(folder, Preferences(Appearance.LIGHT), print)
    journey.begin()
    journey.unlock(PASSPHRASE)
    journey.hands.click("Borgere")
    journey.hands.choose_row("Borgere", "Łukasz Øvelund")
    journey.hands.choose_row("Forløbets trin", "Afdækning")
    return journey


def write(text: str) -> None:
    """Type *text* where the focus is."""
    here = QApplication.focusWidget()
    assert here is not None
    QTest.keyClicks(here, text)


def citizens_windows() -> list[CitizenWindow]:
    """Return the windows that the citizen looks at."""
    found = QApplication.topLevelWidgets()
    return [w for w in found if isinstance(w, CitizenWindow) and w.isVisible()]


def told(window: QWidget) -> str:
    """Return all that stands in *window* or is told of it."""
    return "\n".join(
        f"{w.property('text') or ''} {w.accessibleName()} {w.accessibleDescription()} "
        f"{w.toPlainText() if isinstance(w, QPlainTextEdit) else ''}"
        for w in (window, *window.findChildren(QWidget))
    )


def main(folder: Path) -> None:
    """Open the citizen's side on the other screen, write openly and privately, and lock."""
    QApplication([])
    journey = begun(folder)
    hands = journey.hands
    hands.press(Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier)
    hands.click("Vis borgerens side på den anden skærm")
    (screen,) = journey.window.findChildren(ConversationScreen)
    while not screen.side.turn.focus_place(Place("assessment.wishes")):
        hands.press(Qt.Key.Key_PageDown, CONTROL)
    write(SAID)
    hands.press(Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier)
    write(NOTE)
    hands.rest(200)
    (window,) = citizens_windows()
    stops = (w.focusPolicy() for w in window.findChildren(QWidget) if w.isVisible())
    on = QApplication.screenAt(window.geometry().center())
    found = {
        "on": on.name() if on else "",
        "shows": SAID in told(window),
        "tells_note": NOTE in told(window),
        "takes_keys": window.isActiveWindow() or any(s & Qt.FocusPolicy.TabFocus for s in stops),
    }
    hands.press(Qt.Key.Key_L, CONTROL)
    hands.rest(50)
    print(json.dumps({**found, "after_lock": len(citizens_windows())}))
    journey.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
