"""Short text and numbers: one line that is typed in."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout
from typing_extensions import override

from forms.questionnaire import Item, ItemType
from forms.reading import typed_text
from forms.reply import Reply
from models.answers import Place, Value
from views.screen.fields.field import Field
from views.screen.fields.labels import holds_citizens_words
from views.screen.fields.line import Line
from views.screen.look import Role, scaled, set_role
from views.screen.words import words

# Longer than any paste: what Qt cuts off it would cut off in silence.
_LONGEST = 1_000_000
NARROW = 190
"""The width of a line for a number, in pixels at 100 %."""
_NUMBERS = frozenset({ItemType.INTEGER, ItemType.DECIMAL})


class LineField(Field):
    """A question answered on one line."""

    def __init__(self, item: Item, place: Place, line: Line | None = None) -> None:
        super().__init__(item, place)
        self._line = line or Line()
        self._line.setMaxLength(_LONGEST)
        if item.entry_format:
            self._line.setPlaceholderText(item.entry_format)
        if holds_citizens_words(item):
            set_role(self._line, Role.QUOTE)
        # What is only a line needs no row: each layout costs time in a long form.
        self._row: QBoxLayout = self._column if item.type is ItemType.STRING else self._new_row()
        self._row.addWidget(self._line)
        if item.type in _NUMBERS:
            self._line.setFixedWidth(scaled(NARROW))
            if item.unit:
                self._row.addWidget(words(item.unit))
            self._row.addStretch(1)
        self._line.textEdited.connect(self._say)
        self._watch(self._line)

    @override
    def reply(self) -> Reply:
        return Reply(self._line.text())

    @override
    def caret(self) -> int:
        return self._line.cursorPosition()

    @override
    def set_caret(self, position: int) -> None:
        self._line.setCursorPosition(position)

    @override
    def _show(self, values: tuple[Value, ...]) -> None:
        self._show_text(typed_text(self.item, values))

    def _new_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(scaled(8))
        self._column.addLayout(row)
        return row

    def _show_text(self, text: str) -> None:
        caret = self._line.cursorPosition()
        self._line.setText(text)
        # Without focus the start of a long answer is what should be seen.
        self._line.setCursorPosition(caret if self._line.hasFocus() else 0)

    @Slot()
    def _say(self) -> None:
        self.answered.emit(self.place, self.reply())
