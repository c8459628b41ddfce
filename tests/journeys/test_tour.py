import gc
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication

from app.appearance import wear
from app.conductors.tour import TourConductor
from app.door import PRACTICE_PASSPHRASE
from app.places import practice_folder
from app.practice import make_practice_register
from app.preferences import (
    Appearance,
    Preferences,
    has_toured,
    read_preferences,
    remember_printer,
    remember_tour,
    write_preferences,
)
from app.program import Program
from app.setting import Setting
from app.tour_stops import STOPS
from forms.reply import Reply
from models.answers import Place
from tests.demo.hands import Hands
from views.screen.tour_card import TourCard, TourOutline
from views.screen.window import MainWindow

pytestmark = pytest.mark.journey

NOON = datetime(2026, 11, 2, 12, 0).astimezone()
_NONE = Qt.KeyboardModifier.NoModifier


class Newcomer:
    """Somebody who opens the practice register for the first time."""

    def __init__(self, file: Path) -> None:
        preferences = Preferences(Appearance.LIGHT)
        self.window = MainWindow()
        self.hands = Hands(self.window)
        setting = Setting(Path("/"), preferences, file, is_practice=True, offers_tour=True)
        self.program = Program(self.window, setting, lambda: NOON)

    def begin(self) -> None:
        self.program.begin()
        self.window.resize(1366, 768)
        self.window.show()
        self.hands.rest(50)

    def card(self) -> TourCard:
        (card,) = self.window.findChildren(TourCard)
        return card


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a practice register, made once for all of these tests."""
    folder = tmp_path_factory.mktemp("practice") / "kartotek"
    make_practice_register(folder, NOON).close()
    return folder


@pytest.fixture
def newcomer(tmp_path: Path, practice: Path, qapp: QApplication) -> Iterator[Newcomer]:
    wear(qapp, Preferences(Appearance.LIGHT))
    copytree(practice, practice_folder())
    one = Newcomer(tmp_path / "indstillinger.json")
    one.begin()
    yield one
    one.window.close()


def test_a_newcomer_is_shown_round_with_the_keyboard_and_nothing_is_written(
    newcomer: Newcomer, tmp_path: Path
) -> None:
    newcomer.hands.click("Vis mig rundt")
    told = []
    for _ in STOPS:
        told.append(newcomer.card().accessibleDescription())
        focused = QApplication.focusWidget()
        assert focused is not None
        assert newcomer.card().isAncestorOf(focused)
        newcomer.hands.rest(20)
        (outline,) = newcomer.window.findChildren(TourOutline)
        assert outline.isVisible(), told[-1]
        newcomer.hands.press(Qt.Key.Key_Return, _NONE)

    assert [one.partition(".")[0] for one in told] == [stop.title for stop in STOPS]
    assert not newcomer.card().isVisible()
    assert has_toured(tmp_path / "indstillinger.json")


def test_one_can_go_back_and_leave_with_escape(newcomer: Newcomer, tmp_path: Path) -> None:
    newcomer.hands.click("Vis mig rundt")
    newcomer.hands.press(Qt.Key.Key_Right, _NONE)
    newcomer.hands.press(Qt.Key.Key_Left, _NONE)
    assert newcomer.card().accessibleDescription().startswith("I dag.")

    newcomer.hands.press(Qt.Key.Key_Escape, _NONE)

    assert not newcomer.card().isVisible()
    assert has_toured(tmp_path / "indstillinger.json")


def test_an_offer_does_not_lie_over_the_questions(newcomer: Newcomer, tmp_path: Path) -> None:
    offered = newcomer.card().isVisible()

    newcomer.hands.click("Borgere")
    newcomer.hands.click("Ny henvendelse")

    assert offered
    assert not newcomer.card().isVisible()
    assert not has_toured(tmp_path / "indstillinger.json")


def test_after_a_lock_no_offer_lies_over_what_one_comes_back_to(newcomer: Newcomer) -> None:
    newcomer.hands.click("Borgere")
    newcomer.hands.click("Ny henvendelse")
    newcomer.hands.answer(Place("contact.words"), Reply("Jeg er træt af det hele."))

    newcomer.hands.click("Lås")
    newcomer.hands.rest(50)
    newcomer.hands.type_into("Adgangssætning", PRACTICE_PASSPHRASE)
    newcomer.hands.click("Lås op")
    newcomer.hands.wait_until(lambda: newcomer.hands.has_button("Lås"))
    newcomer.hands.rest(50)

    assert newcomer.hands.has_button("Tilføj …")
    assert not any(card.isVisible() for card in newcomer.window.findChildren(TourCard))


def test_not_now_is_remembered_and_help_begins_it_again(newcomer: Newcomer) -> None:
    newcomer.hands.click("Ikke nu")
    newcomer.hands.click("Hjælp")
    newcomer.hands.click("Tag rundvisningen")

    assert newcomer.card().isVisible()
    assert newcomer.card().accessibleDescription().startswith("I dag.")


def test_a_lock_in_the_midst_of_the_tour_takes_it_away(newcomer: Newcomer) -> None:
    newcomer.hands.click("Vis mig rundt")
    for _ in range(3):
        newcomer.hands.press(Qt.Key.Key_Return, _NONE)

    newcomer.hands.click("Lås")
    newcomer.hands.rest(50)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()

    kinds = (TourCard, TourOutline, TourConductor)
    assert [one for one in gc.get_objects() if isinstance(one, kinds)] == []


def test_that_the_tour_was_taken_stays_when_anything_else_is_remembered(tmp_path: Path) -> None:
    file = tmp_path / "indstillinger.json"
    assert not has_toured(file)

    remember_tour(file)
    write_preferences(file, Preferences(Appearance.DARK, 150))
    remember_printer(file, "Kontoret")

    assert has_toured(file)
    assert read_preferences(file) == Preferences(Appearance.DARK, 150)
