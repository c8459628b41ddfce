"""Choices whose options stand side by side where there is room."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from forms.questionnaire import Item, ItemType, Option
from models.answers import Coding, Place
from views.screen.fields.choice_field import ChoiceField
from views.screen.fields.making import field_for
from views.screen.fields.option_lists import RadioList

WIDE, NARROW = 700, 150


def options(*texts: str) -> tuple[Option, ...]:
    return tuple(Option(Coding(text, text)) for text in texts)


def shown(qtbot: QtBot, choices: RadioList, width: int) -> QWidget:
    """Return the page on which *choices* are shown."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(choices)
    qtbot.addWidget(page)
    page.resize(width, 300)
    page.show()
    page.activateWindow()
    return page


def tops(choices: RadioList) -> set[int]:
    return {tick.geometry().top() for tick in choices.ticks}


@pytest.mark.parametrize("texts", [("0", "1", "2", "3"), ("Ja", "Nej")])
def test_short_options_stand_side_by_side(qtbot: QtBot, texts: tuple[str, ...]) -> None:
    item = Item("q", ItemType.CHOICE, "Hvor mange point?", options=options(*texts))

    field = field_for(item, Place("q"))
    qtbot.addWidget(field)
    field.resize(WIDE, 200)
    field.show()

    assert isinstance(field, ChoiceField)
    assert len(tops(field.findChildren(RadioList)[0])) == 1


def test_one_longer_option_lets_all_stand_below_each_other(qtbot: QtBot) -> None:
    item = Item("q", ItemType.CHOICE, "Gik det?", options=options("Ja", "Nej", "Det ved vi ikke"))

    field = field_for(item, Place("q"))
    qtbot.addWidget(field)
    field.resize(WIDE, 300)
    field.show()

    assert len(tops(field.findChildren(RadioList)[0])) == len(item.options)


def test_options_without_room_side_by_side_stand_below_each_other(qtbot: QtBot) -> None:
    choices = RadioList(options("100 %", "125 %", "150 %"), across=True)

    page = shown(qtbot, choices, NARROW)

    qtbot.waitUntil(lambda: len(tops(choices)) == len(choices.ticks))
    assert page.width() == NARROW
    assert all(tick.geometry().right() <= NARROW for tick in choices.ticks)


def test_options_that_get_room_again_stand_side_by_side_again(qtbot: QtBot) -> None:
    choices = RadioList(options("100 %", "125 %", "150 %"), across=True)
    page = shown(qtbot, choices, NARROW)

    page.resize(WIDE, 300)

    qtbot.waitUntil(lambda: len(tops(choices)) == 1)


def test_arrows_walk_through_options_side_by_side(qtbot: QtBot) -> None:
    choices = RadioList(options("0", "1", "2"), across=True)
    page = shown(qtbot, choices, WIDE)
    choices.ticks[0].setFocus()

    QTest.keyClick(choices.ticks[0], Qt.Key.Key_Right)

    assert page.focusWidget() is choices.ticks[1]
    assert choices.codes() == ()
