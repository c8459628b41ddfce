"""What stands around the form of a case: shown in a turn of its own, and only while it stands."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.case_sides import CaseSides
from app.open_case import OpenCase, new_case
from app.supplies import supplies_with
from app.work import Work
from models.case import Entry
from models.course import Form
from storage.register import create_register
from tests.builders import CONTACT, NOON, clinic, entry
from tests.demo.journey import PASSPHRASE, PERSON
from tests.journeys.people import CHEAP
from views.screen.case_screen import CaseScreen
from views.screen.lifetime import end
from views.screen.task_card import TaskCard

FIRST = entry(Form.CONTACT, {**CONTACT, "citizen.name": "Testa"}, signed=False)
THEN = entry(Form.CONTACT, {**CONTACT, "citizen.name": "Testa Opdigtet"}, signed=False)


class Around:
    """A case on its screen; how often it was shown is counted."""

    def __init__(self, work: Work) -> None:
        self.case = OpenCase(new_case(work), work)
        self.screen = CaseScreen()
        self.sides = CaseSides(self.screen, self.case, work, clinic())
        self.sides.due.connect(self.show)
        self.times = 0

    def show(self) -> None:
        self.times += 1
        self.sides.show(None)

    def has(self, text: str) -> bool:
        return any(label.text() == text for label in self.screen.findChildren(QLabel))


@pytest.fixture
def around(tmp_path: Path, qtbot: QtBot) -> Iterator[Around]:
    register, _ = create_register(tmp_path / "kartotek", PERSON, PASSPHRASE, NOON, CHEAP)
    yield Around(Work(register, supplies_with(register), lambda: NOON, PERSON))
    register.close(even_unsaved=True)


def kept(around: Around, *drafts: Entry) -> None:
    for draft in drafts:
        around.case.keep(draft)


def test_what_was_typed_is_shown_around_the_form_once_the_key_has_had_its_turn(
    around: Around, qtbot: QtBot
) -> None:
    kept(around, FIRST, THEN)
    at_once = around.has("Testa Opdigtet")

    qtbot.waitUntil(lambda: around.has("Testa Opdigtet"))

    qtbot.wait(20)
    assert (at_once, around.times) == (False, 1)


def test_what_was_shown_meanwhile_is_not_shown_again(around: Around, qtbot: QtBot) -> None:
    kept(around, THEN)

    around.sides.show(None)

    qtbot.wait(20)
    assert around.has("Testa Opdigtet")
    assert around.times == 0


def test_nothing_is_shown_any_more_when_the_screen_is_gone(around: Around, qtbot: QtBot) -> None:
    kept(around, THEN)

    end(around.screen)

    qtbot.wait(20)
    assert around.times == 0


def test_what_stands_around_stays_the_same_while_it_says_the_same(around: Around) -> None:
    kept(around, THEN)
    around.sides.show(None)
    cards = around.screen.findChildren(TaskCard)

    kept(around, THEN)
    around.sides.show(None)

    assert around.screen.findChildren(TaskCard) == cards
