"""Somebody without a mouse: fills a form with Tab, arrows, space and letters, and signs it."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from app.conductors.form import FormConductor
from forms.questionnaire import Item
from forms.reply import Reply
from tests.demo.hands import type_one
from tests.filling import reply_to, rows_for, waits
from views.screen.fields.field import Field
from views.screen.fields.scale import Scale
from views.screen.fields.ticks import CheckTick, RadioTick
from views.screen.row_group import RowGroup

MOST_KEYS = 3_000
NEXT = "Næste"
SIGN = "Færdig – underskriv"
WORDS = "Ærø på €5"
YES_NO = {"true": "Ja", "false": "Nej"}


class LostError(AssertionError):
    """The keyboard leads nowhere."""


class KeyboardPerson:
    """Answers each question one comes to with Tab, as long as it waits for an answer."""

    def __init__(self, form: FormConductor, today: date) -> None:
        self._form = form
        self._today = today
        self._pressed = 0

    def fill_and_sign(self) -> None:
        """Go on from where the cursor is until the form is signed."""
        while not self._form.entry.is_signed:
            self._do_here(self._here())

    def _here(self) -> QWidget:
        widget = QApplication.focusWidget()
        if widget is None or not self._form.page.isAncestorOf(widget):
            raise LostError(f"the cursor left the form for {widget}")
        return widget

    def _do_here(self, widget: QWidget) -> None:
        field = _around(widget, Field)
        if isinstance(field, Field):
            self._answer(field, widget)
        elif isinstance(widget, QAbstractButton) and self._is_wanted(widget):
            self._press(Qt.Key.Key_Space)
        else:
            self._press(Qt.Key.Key_Tab)

    def _is_wanted(self, button: QAbstractButton) -> bool:
        group = _around(button, RowGroup)
        if isinstance(group, RowGroup):
            adds = button.text().startswith("Tilføj")
            return adds and group.rows() < rows_for(group.item)
        return button.text() in {NEXT, SIGN}

    def _answer(self, field: Field, widget: QWidget) -> None:
        item = field.item
        if waits(item, self._form.entry.answers, field.place) or isinstance(widget, CheckTick):
            self._give(self._reply(item), item, widget)
        self._press(Qt.Key.Key_Tab)

    def _reply(self, item: Item) -> Reply:
        reply = reply_to(item, self._today)
        is_long = len(reply.text) > len(WORDS)
        return Reply(WORDS, reply.codes) if is_long else reply

    def _give(self, reply: Reply, item: Item, widget: QWidget) -> None:
        match widget:
            case QLineEdit() | QPlainTextEdit() | Scale() if reply.text:
                for character in reply.text:
                    type_one(widget, character)
            case QComboBox():
                self._pick(widget, reply.codes[0])
            case RadioTick():
                self._walk_to(_wording(item, reply.codes[0]))
            case CheckTick() if widget.text() in {_wording(item, code) for code in reply.codes}:
                self._tick(widget)
            case _:
                pass

    def _pick(self, drop_down: QComboBox, code: str) -> None:
        for _ in range(drop_down.count()):
            if drop_down.currentData() == code:
                return
            self._press(Qt.Key.Key_Down)
        raise LostError(code)

    def _walk_to(self, text: str) -> None:
        while True:
            tick = self._here()
            if isinstance(tick, RadioTick) and tick.text() == text:
                self._press(Qt.Key.Key_Space)
                return
            self._press(Qt.Key.Key_Down)

    def _tick(self, tick: CheckTick) -> None:
        if not tick.isChecked():
            self._press(Qt.Key.Key_Space)

    def _press(self, key: Qt.Key) -> None:
        self._pressed += 1
        if self._pressed > MOST_KEYS:
            raise LostError("the keyboard goes in circles")
        QTest.keyClick(self._here(), key)


def _around(widget: QWidget, kind: type[QWidget]) -> QWidget | None:
    around: QWidget | None = widget
    while around is not None and not isinstance(around, kind):
        around = around.parentWidget()
    return around


def _wording(item: Item, code: str) -> str:
    shown = {option.coding.code: option.coding.display for option in item.options} or YES_NO
    return shown[code]
