"""An answer that is only read: in a signed entry, or where the program fills it in."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from typing_extensions import override

from forms.questionnaire import Item
from forms.reading import shown_text
from forms.reply import Reply
from models.answers import Place, Value
from views.screen.fields.field import Field
from views.screen.fields.labels import holds_citizens_words
from views.screen.look import Role, set_role
from views.screen.words import words

UNANSWERED = "Ikke besvaret"


class ReadField(Field):
    """A question with its answer as calm text; the citizen's words stand as a quotation."""

    def __init__(self, item: Item, place: Place) -> None:
        super().__init__(item, place)
        self._answer: QLabel = words("")
        # Selectable text is a stop for Tab, so that a page of answers can be read by keyboard.
        self._answer.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        if self._help is not None:
            self._help.hide()
        self._column.addWidget(self._answer)
        self._watch(self._answer)
        self._show(())

    @override
    def show_answer(self, values: tuple[Value, ...]) -> None:
        self._show(values)

    @override
    def reply(self) -> Reply:
        return Reply(self._answer.text())

    @override
    def _show(self, values: tuple[Value, ...]) -> None:
        text = shown_text(values).strip()
        if text and self.item.unit:
            text = f"{text} {self.item.unit}"
        self._answer.setText(text or UNANSWERED)
        said = Role.QUOTE if holds_citizens_words(self.item) else Role.READ
        set_role(self._answer, said if text else Role.QUIET)
        self._name_inputs()

    @override
    def _name_inputs(self) -> None:
        """Say question and answer in one breath."""
        self._answer.setAccessibleName(f"{self._wording} {self._answer.text()}")
