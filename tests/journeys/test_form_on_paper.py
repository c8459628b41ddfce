"""A form leaves the register: on paper, as a file, and with a word of it in the trail."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QLineEdit

from forms.reply import Reply
from models.answers import Place
from storage.records import Deed
from storage.register import open_register
from tests.builders import NOON
from tests.demo.journey import PASSPHRASE, PERSON, Journey
from tests.views.paper.paper_reading import page_texts
from tests.views.screen.accessible import unnamed
from views.screen.form_paper_box import FormPaperBox

pytestmark = pytest.mark.journey

NAME = "Bo Øvemann"


def begin_contact(journey: Journey) -> None:
    journey.hands.click("Borgere")
    journey.hands.click("Ny henvendelse")
    journey.hands.answer(Place("citizen.name"), Reply(NAME))
    journey.hands.answer(Place("contact.words"), Reply("Åh, jeg vil gerne have hjælp."))


def box_of(journey: Journey) -> FormPaperBox:
    (box,) = (b for b in journey.window.findChildren(FormPaperBox) if b.isVisible())
    return box


def open_box(journey: Journey) -> FormPaperBox:
    journey.hands.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    return box_of(journey)


def save(journey: Journey, deed: str, path: Path) -> None:
    """Click what saves a file, and choose *path* in the dialog that opens over the box."""
    watch = QTimer()
    watch.timeout.connect(lambda: choose(path))
    watch.start(20)
    journey.hands.click(deed)
    watch.stop()


def choose(path: Path) -> None:
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QFileDialog):
        dialog.findChildren(QLineEdit)[0].setText(str(path))
        dialog.accept()


def test_a_draft_is_saved_as_it_stands_and_the_trail_knows(
    journey: Journey, tmp_path: Path
) -> None:
    begin_contact(journey)
    open_box(journey)

    save(journey, "Gem som PDF …", tmp_path / "skema.pdf")
    save(journey, "Gem svarene …", tmp_path / "svar.json")
    save(journey, "Gem skemaet …", tmp_path / "skema.json")
    journey.close()

    text = "".join(page_texts((tmp_path / "skema.pdf").read_bytes()))
    assert NAME in text
    assert "Åh, jeg vil gerne have hjælp." in text
    assert "Kladde" in text
    assert json.loads((tmp_path / "svar.json").read_text("utf-8"))["status"] == "in-progress"
    assert json.loads((tmp_path / "skema.json").read_text("utf-8"))["name"] == "contact"
    assert told(tmp_path) == [Deed.ENTRY_EXPORTED, Deed.ENTRY_SAVED]


def told(folder: Path) -> list[Deed | str]:
    """Return what the trail says of forms that left, newest first."""
    register = open_register(folder / "kartotek", PERSON, PASSPHRASE, NOON)
    deeds = [row.deed for row in register.trail(100) if row.deed.startswith("entry-")]
    assert register.check_trail() == ()
    register.close()
    return deeds


def test_a_lock_closes_the_box_and_one_comes_back_to_the_form(journey: Journey) -> None:
    begin_contact(journey)
    open_box(journey)

    journey.program.lock()
    journey.hands.wait_until(lambda: journey.hands.has_button("Lås op"))

    assert not [b for b in journey.window.findChildren(FormPaperBox) if b.isVisible()]
    # Without a window manager nobody gives the focus back when a dialog closes.
    journey.window.activateWindow()
    journey.unlock(PASSPHRASE)
    assert journey.hands.line(Place("citizen.name")).text() == NAME


def test_the_form_goes_on_where_it_was_when_the_box_is_closed(journey: Journey) -> None:
    begin_contact(journey)
    before = QApplication.focusWidget()

    journey.hands.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    box_of(journey).activateWindow()
    journey.hands.press(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    journey.window.activateWindow()
    journey.hands.rest(20)

    assert QApplication.focusWidget() is before


def test_the_box_is_all_named_and_offers_the_citizens_copy(journey: Journey) -> None:
    begin_contact(journey)

    box = open_box(journey)

    assert unnamed(journey.window) == []
    assert unnamed(box) == []
    assert "Borgerens eksemplar" in {tick.text() for tick in box.findChildren(QCheckBox)}
