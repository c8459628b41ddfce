"""A choice among more options than one would look through: typed, and taken from suggestions."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from forms.questionnaire import Item
from forms.reply import Reply
from models.answers import Coding, Place, Unread, Value
from views.screen.fields.field import Field
from views.screen.fields.form_keys import stepping
from views.screen.fields.line_field import LineField
from views.screen.fields.suggesting_line import SuggestingLine
from views.screen.fields.taken_option import TakenOption
from views.screen.look import scaled


class AutocompleteField(LineField):
    """A question answered by one option; only an open choice takes other words."""

    def __init__(self, item: Item, place: Place) -> None:
        line = _line_for(item)
        super().__init__(item, place, line)
        self._suggesting = line
        line.picked.connect(self._say)
        line.entered.connect(self._step_on)

    @override
    def reply(self) -> Reply:
        option = self._suggesting.option()
        return Reply(codes=(option.code,)) if option else Reply(self._line.text())

    @override
    def _show(self, values: tuple[Value, ...]) -> None:
        chosen = (value.display for value in values if isinstance(value, Coding))
        self._show_text(next(chosen, "") or _typed(values))

    @override
    def settle(self) -> None:
        if option := self._suggesting.option():
            self._line.setText(option.display)

    @Slot()
    def _step_on(self) -> None:
        self.stepped.emit(1)


class AutocompleteListField(Field):
    """A question answered by several options; each one taken stands above the line."""

    def __init__(self, item: Item, place: Place) -> None:
        super().__init__(item, place)
        self._taken: list[TakenOption] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(scaled(2))
        self._line = _line_for(item)
        self._column.addLayout(self._rows)
        self._column.addWidget(self._line)
        self._line.textEdited.connect(self._say)
        self._line.picked.connect(self._take)
        self._line.entered.connect(self._take_or_step_on)
        self._watch(self._line)

    @override
    def reply(self) -> Reply:
        return Reply(self._line.text(), tuple(taken.option.code for taken in self._taken))

    @override
    def caret(self) -> int:
        return self._line.cursorPosition()

    @override
    def set_caret(self, position: int) -> None:
        self._line.setCursorPosition(position)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter take the option whose words stand in the line, before it leads on."""
        if stepping(event) > 0 and self._line.option() is not None:
            self._take()
        else:
            super().keyPressEvent(event)

    @override
    def _show(self, values: tuple[Value, ...]) -> None:
        wanted = [value for value in values if isinstance(value, Coding)]
        if wanted != [taken.option for taken in self._taken]:
            self._show_taken(wanted)
        if self._line.text() != _typed(values):
            self._line.setText(_typed(values))

    @override
    def _described(self) -> str:
        chosen = ", ".join(taken.option.display for taken in self._taken)
        return ". ".join(
            p for p in (f"Valgt: {chosen}" if chosen else "", super()._described()) if p
        )

    @override
    def settle(self) -> None:
        self._take()

    def _beside(self, option: Coding) -> list[Coding]:
        """Return what stays taken when *option* is taken too: an exclusive one stands alone."""
        alone = {offered.coding for offered in self.item.options if offered.exclusive}
        if option in alone:
            return []
        now = (taken.option for taken in self._taken)
        return [taken for taken in now if taken != option and taken not in alone]

    def _show_taken(self, options: list[Coding]) -> None:
        for taken in self._taken:
            self._rows.removeWidget(taken)
            taken.hide()
            taken.deleteLater()
        self._taken = [TakenOption(option) for option in options]
        for taken in self._taken:
            taken.removal_asked.connect(self._let_go)
            self._rows.addWidget(taken)
        self._describe()

    @Slot()
    def _say(self) -> None:
        self.answered.emit(self.place, self.reply())

    @Slot()
    def _take(self) -> None:
        """Take the option whose words stand in the line, if any."""
        option = self._line.option()
        if option is not None:
            self._line.clear()
            self._show_taken([*self._beside(option), option])
            self._say()

    @Slot()
    def _take_or_step_on(self) -> None:
        if self._line.option() is None:
            self.stepped.emit(1)
        self._take()

    @Slot(str)
    def _let_go(self, code: str) -> None:
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_taken([t.option for t in self._taken if t.option.code != code])
        self._say()


def _line_for(item: Item) -> SuggestingLine:
    return SuggestingLine([option.coding for option in item.options])


def _typed(values: tuple[Value, ...]) -> str:
    """Return what was typed and is no option: other words, or what could not be read."""
    texts = (value.typed if isinstance(value, Unread) else value for value in values)
    return next((text for text in texts if isinstance(text, str)), "")
