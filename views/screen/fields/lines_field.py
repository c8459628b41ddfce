"""Several short answers to one question: one on each line of a box."""

from typing_extensions import override

from forms.questionnaire import Item, ItemType
from forms.reading import read_reply, typed_text
from models.answers import Place, Value
from views.screen.fields.date_field import Today
from views.screen.fields.text_field import TextField
from views.screen.look import Role
from views.screen.words import words

_HOW = "Skriv ét svar på hver linje."


class LinesField(TextField):
    """A question with several typed answers; dates and amounts stand as understood when left."""

    def __init__(self, item: Item, place: Place, today: Today | None = None) -> None:
        super().__init__(item, place)
        self._today = today
        self._column.insertWidget(self._column.count() - 1, words(_how(item), Role.QUIET))

    @override
    def show_answer(self, values: tuple[Value, ...]) -> None:
        """Show *values*; what is still being typed stays as it stands."""
        if typed_text(self.item, values) != self._box.toPlainText():
            super().show_answer(values)

    @override
    def _described(self) -> str:
        return f"{_how(self.item)} {super()._described()}".rstrip()

    @override
    def _read(self) -> tuple[Value, ...]:
        return read_reply(self.item, self.reply(), self._today() if self._today else None)

    @override
    def settle(self) -> None:
        typed = self._box.toPlainText()
        understood = typed_text(self.item, self._read())
        if self.item.type is not ItemType.STRING and understood != typed:
            self._box.show_text(understood)
            self._say()


def _how(item: Item) -> str:
    return f"{_HOW} Svarene er i {item.unit}." if item.unit else _HOW
