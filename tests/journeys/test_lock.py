import gc
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from app.open_case import OpenCase
from app.system_lock_linux import LinuxWatch
from forms.reply import Reply
from models.answers import Place
from tests.app.a_bus import NAMELESS, Login, bus_in, has_a_bus, joined
from tests.demo.journey import PASSPHRASE, Journey
from tests.journeys.people import words_kept_in
from tests.journeys.seeing import said
from views.screen.thread import ThreadMark

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


class Painted(QObject):
    """Notes whether the door, which bears the mark, was painted before the register was closed."""

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self.is_door_painted = False
        self.was_painted_when_closed = False
        journey.program._custody.closed.connect(self.note_closing)
        QApplication.instance().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and isinstance(watched, ThreadMark):
            self.is_door_painted = True
        return False

    def note_closing(self) -> None:
        self.was_painted_when_closed = self.is_door_painted


def test_the_door_is_painted_before_the_register_closes(journey: Journey) -> None:
    begin_typing(journey)
    painted = Painted(journey)

    journey.program.lock()
    journey.hands.wait_until(lambda: journey.program._custody.register is None)

    assert painted.was_painted_when_closed


def test_a_lock_takes_every_other_window_and_menu_away_at_once(journey: Journey) -> None:
    begin_typing(journey)
    other = QWidget(journey.window.page, Qt.WindowType.Window)
    other.show()
    menu = QMenu(journey.window.page)
    menu.addAction("Ærøskøbing")
    menu.popup(journey.window.pos())

    journey.program.lock()

    assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == [journey.window]


def test_before_an_idle_lock_one_is_told_quietly_and_a_key_takes_it_back(
    journey: Journey,
) -> None:
    begin_typing(journey)
    idle = journey.program._idle

    idle._begin_to_warn()
    assert "Låser om 30 sekunder · tryk på en tast" in said(journey)

    journey.hands.press(Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier)
    assert "Låser om" not in said(journey)
    assert not journey.hands.has_button("Lås op")


@pytest.mark.skipif(not has_a_bus(), reason=NAMELESS)
def test_a_computer_that_goes_to_sleep_waits_until_the_last_is_saved_and_locked(
    journey: Journey, tmp_path: Path, qtbot: QtBot
) -> None:
    with bus_in(tmp_path) as address, joined(address) as theirs, joined(address) as ours:
        login = Login(theirs)
        watch = LinuxWatch(ours, ours)
        watch.lock_asked.connect(journey.program.lock)
        journey.program.locked.connect(watch.let_go)
        journey.hands.wait_until(login.waits)
        begin_typing(journey)

        login.sleeps(is_beginning=True)
        journey.hands.wait_until(lambda: not login.waits())

        assert journey.hands.has_button("Lås op")
        login.put_away()
    journey.close()
    assert words_kept_in(journey.folder / "kartotek") == WORDS


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
