"""Longer text: a box that grows with what is written in it."""

from PySide6.QtCore import Slot
from typing_extensions import override

from forms.questionnaire import Item
from forms.reading import typed_text
from forms.reply import Reply
from models.answers import Place, Value
from views.screen.fields.field import Field
from views.screen.fields.growing_box import GrowingBox
from views.screen.fields.labels import holds_citizens_words
from views.screen.look import Role, set_role


class TextField(Field):
    """A question answered in the person's own sentences."""

    def __init__(self, item: Item, place: Place) -> None:
        super().__init__(item, place)
        self._box = GrowingBox()
        self._box.setPlaceholderText(item.entry_format)
        if holds_citizens_words(item):
            set_role(self._box, Role.QUOTE)
        self._column.addWidget(self._box)
        self._box.typed.connect(self._say)
        self._watch(self._box)

    @override
    def reply(self) -> Reply:
        return Reply(self._box.toPlainText())

    @override
    def caret(self) -> int:
        return self._box.textCursor().position()

    @override
    def set_caret(self, position: int) -> None:
        cursor = self._box.textCursor()
        cursor.setPosition(min(position, self._box.document().characterCount() - 1))
        self._box.setTextCursor(cursor)

    @override
    def _show(self, values: tuple[Value, ...]) -> None:
        caret = self.caret()
        self._box.show_text(typed_text(self.item, values))
        if self._box.hasFocus():
            self.set_caret(caret)

    @Slot()
    def _say(self) -> None:
        self.answered.emit(self.place, self.reply())
