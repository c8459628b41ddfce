"""Hands that drive the real window as a person does: they see widgets, type keys and click."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from forms.reply import Reply
from models.answers import Place
from views.screen.conversation.answer_ways import AnswerWays
from views.screen.fields.drop_down_field import DropDownField
from views.screen.fields.field import Field
from views.screen.fields.other_line import OTHER_CODE
from views.screen.fields.scale import Scale
from views.screen.row_group import RowGroup
from views.screen.window import MainWindow

PATIENCE_MS = 10_000
STEP_MS = 10
DIALOG_MS = 50
MOST_TURNS = 50
"""No form has more sections, and none more turns in Samtale."""
KEYED = 12
"""So many characters of a text come key by key, a date or a number whole; the rest is pasted."""


class NotOnTheScreenError(AssertionError):
    """A person would look in vain for this."""


class Hands:
    """A person at the window."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    def look(self) -> QPixmap:
        """Return a picture of what the window shows."""
        self.rest()
        return self.window.grab()

    def rest(self, milliseconds: int = 1) -> None:
        """Let the window do what it has to do."""
        QTest.qWait(milliseconds)

    def wait_until(self, happened: Callable[[], bool]) -> None:
        """Wait until something has happened, but not for ever."""
        for _ in range(PATIENCE_MS // STEP_MS):
            if happened():
                return
            self.rest(STEP_MS)
        raise NotOnTheScreenError("it did not happen")

    def click(self, text: str) -> None:
        """Click the button that says, or is named, *text*."""
        QTest.mouseClick(self.button(text), Qt.MouseButton.LeftButton)
        self.rest()

    def button(self, text: str) -> QAbstractButton:
        """Return the visible button that says, or is named, *text*."""
        for button in self.window.findChildren(QAbstractButton):
            if button.isVisible() and text in {button.text(), button.accessibleName()}:
                return button
        raise NotOnTheScreenError(text)

    def has_button(self, text: str) -> bool:
        """Whether such a button can be clicked."""
        return any(
            button.isVisible() and button.isEnabled() and button.text() == text
            for button in self.window.findChildren(QAbstractButton)
        )

    def press(self, keys: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        """Press keys wherever the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, keys, modifiers)
        self.rest()

    def next_section(self) -> None:
        """Turn to the next section of the form."""
        self.press(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)

    def choose_row(self, view_name: str, text: str) -> None:
        """Click the row that holds *text* in the list or table named *view_name*."""
        view = self._view(view_name)
        model = view.model()
        for row in range(model.rowCount()):
            index = model.index(row, 0)
            if text in _texts_of(index):
                view.scrollTo(index)
                place = view.visualRect(index).center()
                QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
                self.rest()
                return
        raise NotOnTheScreenError(f"{text} in {view_name}")

    def row(self, view_name: str, text: str) -> str:
        """Return all that stands in the row that holds *text*."""
        model = self._view(view_name).model()
        rows = (_texts_of(model.index(row, 0)) for row in range(model.rowCount()))
        return next(row for row in rows if text in row)

    def rows(self, view_name: str) -> list[str]:
        """Return what stands in each row of the list or table, none when it cannot be seen."""
        try:
            model = self._view(view_name).model()
        except NotOnTheScreenError:
            return []
        return [_texts_of(model.index(row, 0)) for row in range(model.rowCount())]

    def _view(self, name: str) -> QAbstractItemView:
        for view in self.window.findChildren(QAbstractItemView):
            if view.isVisible() and view.accessibleName() == name:
                return view
        raise NotOnTheScreenError(name)

    def type_into(self, name: str, text: str) -> None:
        """Type *text* into the line with this name, in place of what it held."""
        for line in self.window.findChildren(QLineEdit):
            if line.isVisible() and line.accessibleName() == name:
                _type_anew(line, text)
                return
        raise NotOnTheScreenError(name)

    def answer(self, place: Place, reply: Reply) -> None:
        """Answer the question at *place*, turning to its section and adding rows as needed."""
        field = self._find(place)
        drop_downs = field.findChildren(QComboBox)
        if drop_downs and (reply.codes or isinstance(field, DropDownField)):
            _choose_in(drop_downs[0], next(iter(reply.codes), OTHER_CODE))
        text = _text_input(field)
        if text is not None and (reply.text or not drop_downs):
            _type_anew(text, reply.text)
        elif scales := field.findChildren(Scale):
            _point(scales[0], reply.text)
        elif not drop_downs:
            self._tick(field, reply)
        self.rest()

    def field(self, place: Place) -> Field | None:
        """Return the field at *place* if it can be seen."""
        for field in self.window.findChildren(Field):
            if field.place == place and field.isVisible():
                return field
        return None

    def line(self, place: Place) -> QLineEdit:
        """Return the line that the question at *place* is answered in."""
        return self._find(place).findChildren(QLineEdit)[0]

    def _find(self, place: Place) -> Field:
        # What is told comes in the order of the form, so it is most often further on.
        for turn in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            for _ in range(MOST_TURNS):
                if field := self.field(place) or self._after_adding_rows(place):
                    return field
                self.press(turn, Qt.KeyboardModifier.ControlModifier)
        raise NotOnTheScreenError(f"{place.link_id} {place.rows}")

    def _after_adding_rows(self, place: Place) -> Field | None:
        for group in self.window.findChildren(RowGroup):
            depth = len(group.place.rows)
            inside = {item.link_id for item in group.item.walk()} - {group.item.link_id}
            concerns = place.link_id in inside and place.rows[:depth] == group.place.rows
            while group.isVisible() and concerns and group.rows() <= place.rows[depth]:
                QTest.mouseClick(_adding_button(group), Qt.MouseButton.LeftButton)
                self.rest()
        return self.field(place)

    def _tick(self, field: Field, reply: Reply) -> None:
        wanted = {o.coding.display for o in field.item.options if o.coding.code in reply.codes}
        wanted |= {"Ja"} if "true" in reply.codes else {"Nej"} if "false" in reply.codes else set()
        wanted |= {"Andet"} if reply.text else set()
        for tick in _ticks(field):
            if tick.isChecked() is not (tick.text() in wanted):
                _click_left(tick)
        if reply.text:
            _type_anew(field.findChildren(QLineEdit)[0], reply.text)

    def in_the_box(self, answer: str, opening: Callable[[], None]) -> None:
        """Do what makes a box ask, and click *answer* in it."""
        self._answering(lambda dialog: _click_in_box(dialog, answer), opening)

    def in_the_file_dialog(self, path: Path, opening: Callable[[], None]) -> None:
        """Do what opens a file dialog, and choose *path* in it."""
        self._answering(lambda dialog: _choose_file(dialog, path), opening)

    def _answering(self, answer: Callable[[QDialog], None], opening: Callable[[], None]) -> None:
        """Do what opens a dialog, and answer it as soon as it is there."""
        watch = QTimer()
        watch.timeout.connect(lambda: _answer_one(answer))
        watch.start(DIALOG_MS)
        opening()
        watch.stop()
        # Without a window manager nobody gives the focus back when a dialog closes.
        self.window.activateWindow()
        self.rest(20)


def _answer_one(answer: Callable[[QDialog], None]) -> None:
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QDialog):
        answer(dialog)


def _point(scale: Scale, number: str) -> None:
    QTest.mouseClick(scale, Qt.MouseButton.LeftButton)
    QTest.keyClick(scale, Qt.Key.Key_Delete)
    QTest.keyClicks(scale, number)


def _click_in_box(box: QDialog, answer: str) -> None:
    for button in box.findChildren(QAbstractButton):
        if button.text() == answer:
            button.click()
            return


def _choose_file(dialog: QDialog, path: Path) -> None:
    name = dialog.findChildren(QLineEdit)[0]
    # Typed letter by letter, Qt would list a folder of the system's at each of them.
    name.setText(str(path))
    QTest.keyClick(name, Qt.Key.Key_Return)


def _adding_button(group: RowGroup) -> QAbstractButton:
    buttons = group.findChildren(QAbstractButton)
    nested = {b for inner in group.findChildren(RowGroup) for b in inner.findChildren(QWidget)}
    return next(b for b in buttons if b.text().startswith("Tilføj") and b not in nested)


def _ticks(field: Field) -> list[QAbstractButton]:
    """Return what can be ticked as an answer; a button below it is a way not to answer."""
    buttons = field.findChildren(QAbstractButton)
    return [b for b in buttons if b.isCheckable() and not isinstance(b.parent(), AnswerWays)]


def _texts_of(index: QModelIndex) -> str:
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
    return " ".join(str(index.data(role)) for role in roles)


def _text_input(field: Field) -> QLineEdit | QPlainTextEdit | None:
    if _ticks(field):
        return None
    lines: list[QLineEdit | QPlainTextEdit] = [
        *field.findChildren(QLineEdit),
        *field.findChildren(QPlainTextEdit),
    ]
    return next(iter(lines), None)


def _choose_in(drop_down: QComboBox, code: str) -> None:
    drop_down.setFocus()
    QTest.keyClick(drop_down, Qt.Key.Key_Home)
    for _ in range(drop_down.count()):
        if drop_down.currentData() == code:
            return
        QTest.keyClick(drop_down, Qt.Key.Key_Down)
    raise NotOnTheScreenError(code)


def _click_left(tick: QAbstractButton) -> None:
    place = QPoint(12, tick.height() // 2)
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton, pos=place)


def _type_anew(widget: QLineEdit | QPlainTextEdit, text: str) -> None:
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(widget, Qt.Key.Key_Delete)
    for character in text[:KEYED]:
        type_one(widget, character)
    for line in text[KEYED:].splitlines(keepends=True):
        _paste(widget, line.removesuffix("\n"))
        if line.endswith("\n"):
            type_one(widget, "\n")


def type_one(widget: QWidget, character: str) -> None:
    """Type one character; those that no key here has come as from a compose key."""
    if character == "\n":
        QTest.keyClick(widget, Qt.Key.Key_Return)
    elif character.isascii():
        QTest.keyClicks(widget, character)
    else:
        _paste(widget, character)


def _paste(widget: QWidget, text: str) -> None:
    pasted = QInputMethodEvent()
    pasted.setCommitString(text)
    QApplication.sendEvent(widget, pasted)
