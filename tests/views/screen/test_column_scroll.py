"""What one answers stays in sight on a page lower than the question is tall."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from forms.questionnaire import Control, Item, ItemType, Option
from models.answers import Coding, Place
from tests.views.screen.keyboard import show_active
from views.screen.column_scroll import ColumnScroll
from views.screen.fields.field import Field
from views.screen.fields.making import field_for

WAYS = tuple(Option(Coding(str(number), f"Vej {number}")) for number in range(9))
HOW = Item(
    "how", ItemType.CHOICE, "Hvordan kom henvendelsen?", options=WAYS, control=Control.RADIO_BUTTON
)
WORDS = Item("words", ItemType.TEXT, "Hvad siger borgeren selv?")


@pytest.fixture
def page(qtbot: QtBot) -> ColumnScroll:
    made = ColumnScroll()
    qtbot.addWidget(made)
    made.resize(500, 220)
    for text in range(6):
        made.column.addWidget(QLabel(f"Afsnit {text}"))
    return made


def added(page: ColumnScroll, item: Item) -> Field:
    field = field_for(item, Place(item.link_id), read_only=False)
    page.column.addWidget(field)
    page.column.addWidget(QLabel("Videre"))
    return field


def is_seen(page: ColumnScroll, widget: QWidget, spot: QPoint) -> bool:
    return page.viewport().rect().contains(widget.mapTo(page.viewport(), spot))


def test_the_title_of_a_question_taller_than_the_page_is_in_sight(
    page: ColumnScroll, qtbot: QtBot
) -> None:
    field = added(page, HOW)
    show_active(qtbot, page)

    field.focus_here()

    assert field.height() > page.viewport().height()
    qtbot.waitUntil(lambda: is_seen(page, field, QPoint(0, 0)))


def test_the_caret_is_in_sight_after_a_long_text_was_pasted(
    page: ColumnScroll, qtbot: QtBot
) -> None:
    field = added(page, WORDS)
    show_active(qtbot, page)
    field.focus_here()
    box = field.findChild(QPlainTextEdit)
    QApplication.clipboard().setText("Det var en lang dag.\n" * 60)

    qtbot.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    page.keep_focus_in_sight()

    assert box.height() > page.viewport().height()
    qtbot.waitUntil(lambda: is_seen(page, box.viewport(), box.cursorRect().center()))
    assert box.viewport().rect().contains(box.cursorRect().center())
