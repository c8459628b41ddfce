"""Samtale in the window: in, through a lock, and out again, with nothing lost and nothing shown."""

import gc
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.conductors.conversation import ConversationConductor
from app.facts import replies
from forms.reply import Reply
from models.answers import Place
from models.course import Form
from tests.builders import CONTACT, REQUEST
from tests.demo.journey import PASSPHRASE, Journey
from tests.journeys.conftest import AtCitizen
from views.screen.conversation.screen import ConversationScreen
from views.screen.fields.field import Field

pytestmark = pytest.mark.journey

TOLD = {Form.CONTACT: CONTACT, Form.REQUEST: REQUEST}
WISHES = Place("assessment.wishes")
MOST_TURNS = 60
DREAM = Place("assessment.dream")
SCREENS = [
    {"name": "bordet", "x": 0, "y": 0, "width": 1366, "height": 768},
    {"name": "væggen", "x": 1366, "y": 0, "width": 1280, "height": 720},
]
CONTROL = Qt.KeyboardModifier.ControlModifier
NOTHING = Qt.KeyboardModifier.NoModifier


def press(journey: Journey, key: Qt.Key, held: Qt.KeyboardModifier = NOTHING) -> None:
    journey.hands.press(key, held)
    journey.hands.rest(20)


def at_assessment(at_citizen: AtCitizen) -> Journey:
    journey = at_citizen(TOLD)
    journey.hands.choose_row("Forløbets trin", "Afdækning")
    return journey


def write(text: str) -> None:
    here = QApplication.focusWidget()
    assert here is not None
    QTest.keyClicks(here, text)


def page(journey: Journey) -> ConversationScreen | None:
    shown = journey.window.findChildren(ConversationScreen)
    return next((screen for screen in shown if screen.isVisible()), None)


def place() -> Place | None:
    widget = QApplication.focusWidget()
    while widget is not None and not isinstance(widget, Field):
        widget = widget.parentWidget()
    return widget.place if widget else None


def go_to(journey: Journey, wanted: Place) -> None:
    for _ in range(30):
        screen = page(journey)
        assert screen is not None
        if screen.side.turn.focus_place(wanted):
            return
        press(journey, Qt.Key.Key_PageDown, CONTROL)


def seen(journey: Journey) -> str:
    """Return all that stands in the window now, or is told of it."""
    shown = (w for w in journey.window.findChildren(QWidget) if w.isVisible())
    told = (
        (str(w.property("text") or ""), w.accessibleName(), w.accessibleDescription(), w.toolTip())
        for w in shown
    )
    return "\n".join(part for parts in told for part in parts)


def test_the_form_is_asked_together_and_nobody_is_named(at_citizen: AtCitizen) -> None:
    journey = at_assessment(at_citizen)

    journey.hands.click("Samtale")

    assert page(journey) is not None
    assert journey.window.isFullScreen()
    assert journey.window.windowTitle() == "Rød Tråd"
    for private in ("Łukasz", "Øvelund", "300279", "Vejledning", "Behandling senest", "borgeren"):
        assert private not in seen(journey)


def test_what_was_said_stands_in_the_ordinary_form_at_the_same_question(
    at_citizen: AtCitizen,
) -> None:
    journey = at_assessment(at_citizen)
    press(journey, Qt.Key.Key_F11)
    go_to(journey, WISHES)
    write("Ro i huset")

    press(journey, Qt.Key.Key_F11)

    assert page(journey) is None
    assert not journey.window.isFullScreen()
    assert place() == WISHES
    field = journey.hands.field(WISHES)
    assert field is not None
    assert field.reply().text == "Ro i huset"
    assert QApplication.instance().property("look_scale") == 1.0


def test_a_lock_in_the_middle_comes_back_to_the_same_question_of_the_conversation(
    at_citizen: AtCitizen,
) -> None:
    journey = at_assessment(at_citizen)
    press(journey, Qt.Key.Key_F11)
    go_to(journey, WISHES)
    press(journey, Qt.Key.Key_F7)
    go_to(journey, DREAM)
    write("Et hus ved vandet")

    press(journey, Qt.Key.Key_L, CONTROL)
    at_the_door = page(journey)
    was_whole_screen = journey.window.isFullScreen()
    journey.unlock(PASSPHRASE)
    journey.hands.rest(50)

    assert at_the_door is None
    assert not was_whole_screen
    screen = page(journey)
    assert screen is not None
    assert place() == DREAM
    assert screen.side.turn.reply(DREAM).text == "Et hus ved vandet"
    assert "Sprunget over" in seen(journey)


def test_a_lock_at_the_end_comes_back_to_where_a_key_leads_on(at_citizen: AtCitizen) -> None:
    journey = at_assessment(at_citizen)
    press(journey, Qt.Key.Key_F11)
    go_to(journey, DREAM)
    write("Et hus ved vandet")
    screen = page(journey)
    assert screen is not None
    for _ in range(MOST_TURNS):
        if not screen.side.is_at_summary:
            press(journey, Qt.Key.Key_PageDown, CONTROL)

    press(journey, Qt.Key.Key_L, CONTROL)
    journey.unlock(PASSPHRASE)
    journey.hands.rest(50)

    screen, focused = page(journey), QApplication.focusWidget()
    assert screen is not None
    assert screen.side.is_at_summary
    assert focused is not None
    assert screen.isAncestorOf(focused)


def test_a_lock_leaves_no_conversation_behind(at_citizen: AtCitizen) -> None:
    journey = at_assessment(at_citizen)
    press(journey, Qt.Key.Key_F11)
    go_to(journey, WISHES)
    write("Kanariefugl")
    press(journey, Qt.Key.Key_F8)
    write("Undulat")

    press(journey, Qt.Key.Key_L, CONTROL)
    journey.hands.rest(20)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()

    assert [o for o in gc.get_objects() if isinstance(o, ConversationConductor)] == []
    shown = "\n".join(
        str(widget.property("plainText") or widget.property("text") or "")
        for widget in QApplication.allWidgets()
    )
    assert "Kanariefugl" not in shown
    assert "Undulat" not in shown
    assert QApplication.instance().property("look_scale") == 1.0


def test_no_key_leads_out_of_the_conversation_to_what_is_private(at_citizen: AtCitizen) -> None:
    journey = at_assessment(at_citizen)
    press(journey, Qt.Key.Key_F11)

    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_N, Qt.Key.Key_M, Qt.Key.Key_G, Qt.Key.Key_K):
        press(journey, key, CONTROL)
    press(journey, Qt.Key.Key_Escape)
    press(journey, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)

    assert page(journey) is not None
    assert "Øvelund" not in seen(journey)


def test_what_is_declined_in_the_ordinary_form_is_signed_as_such(at_citizen: AtCitizen) -> None:
    journey = at_citizen({Form.CONTACT: CONTACT})
    journey.hands.choose_row("Forløbets trin", "Anmodning")
    others = {link_id: fact for link_id, fact in REQUEST.items() if link_id != "request.words"}
    for found, reply in replies(others, journey.clock().date()):
        journey.hands.answer(found, reply)
    journey.hands.answer(Place("request.words"), Reply("Jeg vil"))
    field = journey.hands.field(Place("request.words"))
    assert field is not None
    field.focus_here()

    press(journey, Qt.Key.Key_F9)
    noted = seen(journey)
    press(journey, Qt.Key.Key_F9)
    taken_back = field.reply().text
    press(journey, Qt.Key.Key_F9)
    while not journey.hands.has_button("Færdig – underskriv"):
        journey.hands.next_section()
    journey.hands.click("Færdig – underskriv")
    journey.hands.choose_row("Forløbets trin", "Anmodning")
    journey.hands.rest(30)

    assert "Borgeren ønsker ikke at svare. F9 tager det tilbage." in noted
    assert taken_back == "Jeg vil"
    labels = [label.text() for label in journey.window.findChildren(QLabel) if label.isVisible()]
    assert "Borgeren ønsker ikke at svare" in labels


def test_a_form_for_the_counsellor_alone_is_not_offered(at_citizen: AtCitizen) -> None:
    journey = at_citizen(TOLD)
    assert journey.hands.button("Samtale").isVisible()

    journey.hands.choose_row("Forløbets trin", "Anmodning")

    assert not journey.hands.has_button("Samtale")


def test_on_another_screen_the_citizen_sees_the_questions_and_nothing_private(
    tmp_path: Path,
) -> None:
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps({"screens": SCREENS}), encoding="utf-8")
    platform = f"offscreen:configfile={screens}"

    done = subprocess.run(
        [sys.executable, "-m", "tests.journeys.two_screens", str(tmp_path)],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "QT_QPA_PLATFORM": platform},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert json.loads(done.stdout.splitlines()[-1]) == {
        "on": "væggen",
        "shows": True,
        "tells_note": False,
        "takes_keys": False,
        "after_lock": 0,
    }
