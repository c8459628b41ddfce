import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from app.open_case import OpenCase
from forms.reply import Reply
from models.answers import Place
from tests.demo.journey import PASSPHRASE, Journey

pytestmark = pytest.mark.journey

WORDS = "Jeg er træt af det hele, og jeg vil gerne kunne se min datter igen."


def begin_typing(journey: Journey) -> None:
    journey.hands.click("Borgere")
    journey.hands.click("Ny henvendelse")
    journey.hands.answer(Place("citizen.name"), Reply("Şükrü Ærøskøbing-Demo"))
    journey.hands.answer(Place("contact.words"), Reply(WORDS))


def text_of(journey: Journey, place: Place) -> QPlainTextEdit:
    field = journey.hands.field(place)
    assert field is not None
    return field.findChildren(QPlainTextEdit)[0]


def test_locking_in_mid_sentence_loses_nothing_and_comes_back_to_the_same_place(
    journey: Journey,
) -> None:
    begin_typing(journey)
    box = text_of(journey, Place("contact.words"))
    cursor = box.textCursor()
    cursor.setPosition(len("Jeg er træt"))
    box.setTextCursor(cursor)

    journey.hands.click("Lås")
    journey.unlock(PASSPHRASE)

    again = text_of(journey, Place("contact.words"))
    assert again.toPlainText() == WORDS
    assert again.hasFocus()
    assert again.textCursor().position() == len("Jeg er træt")


def test_a_lock_leaves_no_case_and_no_text_in_the_window(journey: Journey) -> None:
    begin_typing(journey)

    journey.hands.click("Lås")
    journey.hands.rest(20)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()

    assert [thing for thing in gc.get_objects() if isinstance(thing, OpenCase)] == []
    shown = "\n".join(_text(widget) for widget in QApplication.allWidgets())
    assert "Ærøskøbing" not in shown
    assert "datter" not in shown


def test_a_lock_empties_the_clipboard_of_what_was_copied_here(journey: Journey) -> None:
    begin_typing(journey)
    box = text_of(journey, Place("contact.words"))
    box.selectAll()
    box.copy()
    assert QApplication.clipboard().text() == WORDS

    journey.hands.click("Lås")

    assert QApplication.clipboard().text() == ""


def test_a_wrong_passphrase_opens_nothing_and_says_so(journey: Journey) -> None:
    journey.hands.click("Lås")

    journey.unlock("en helt anden sætning")

    assert any("passer ikke" in label.text() for label in visible_labels(journey.window))
    assert journey.hands.has_button("Lås op")


def test_a_form_only_looked_at_is_not_kept(journey: Journey) -> None:
    journey.hands.click("Borgere")
    journey.hands.click("Ny henvendelse")
    journey.hands.click("Lås")

    journey.unlock(PASSPHRASE)
    journey.hands.click("Borgere")

    assert any("ingen" in label.text().lower() for label in visible_labels(journey.window))


def visible_labels(window: QWidget) -> list[QLabel]:
    return [label for label in window.findChildren(QLabel) if label.isVisible()]


def _text(widget: QWidget) -> str:
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    if isinstance(widget, QLabel | QLineEdit):
        return widget.text()
    return widget.accessibleDescription()
