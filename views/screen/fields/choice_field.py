"""Questions answered by choosing: yes or no, one of several, several of several, or own words."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit
from typing_extensions import override

from forms.questionnaire import Item, ItemType, Option
from forms.reading import typed_text
from forms.reply import Reply
from models.answers import Coding, Place, Value
from views.screen.fields.field import Field, holds_citizens_words
from views.screen.fields.option_lists import CheckList, RadioList
from views.screen.look import Role, scaled, set_role

_YES_NO = (Option(Coding("true", "Ja")), Option(Coding("false", "Nej")))
_OTHER_CODE = "\x00other"
_OTHER = Option(Coding(_OTHER_CODE, "Andet"))
_LETTERS = {Qt.Key.Key_J: 0, Qt.Key.Key_N: 1}


class ChoiceField(Field):
    """A question with options to tick; an open choice has a line for other words too."""

    def __init__(self, item: Item, place: Place) -> None:
        super().__init__(item, place)
        options = _options(item)
        self._list: RadioList | CheckList
        if item.repeats:
            self._list = CheckList(options)
        else:
            self._list = RadioList(options, side_by_side=item.type is ItemType.BOOLEAN)
        self._column.addWidget(self._list)
        self._list.picked.connect(self._say)
        self._other = _OtherLine(item) if item.type is ItemType.OPEN_CHOICE else None
        if self._other is not None:
            self._column.addLayout(self._other.indented())
            self._other.textEdited.connect(self._say)
            self._watch(*self._list.ticks, self._other)
        else:
            self._watch(*self._list.ticks)

    @override
    def reply(self) -> Reply:
        codes = self._list.codes()
        chosen = tuple(code for code in codes if code != _OTHER_CODE)
        if self._other is None or _OTHER_CODE not in codes:
            return Reply(codes=chosen)
        return Reply(self._other.text(), chosen)

    @override
    def focus_here(self) -> None:
        """Focus the option chosen, or the first."""
        now = self._list.tab_stop() if isinstance(self._list, RadioList) else self._list.ticks[0]
        now.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let J and N answer a question of yes or no."""
        if self.item.type is ItemType.BOOLEAN and isinstance(event, QKeyEvent):
            index = _LETTERS.get(Qt.Key(event.key()))
            if event.type() == QEvent.Type.KeyPress and index is not None:
                self._pick(index)
                return True
        return super().eventFilter(watched, event)

    def _pick(self, index: int) -> None:
        if isinstance(self._list, RadioList):
            self._list.pick(index)

    @override
    def _show(self, values: tuple[Value, ...]) -> None:
        other = typed_text(self.item, values)
        codes = [_code(value) for value in values]
        self._list.show_codes([*codes, _OTHER_CODE] if other else codes)
        if self._other is not None:
            self._other.setText(other)
            self._other.setVisible(bool(other))

    @override
    def _name_inputs(self) -> None:
        """Name the list after the question; the options keep their own words."""
        question = self._wording
        self._list.setAccessibleName(question)
        if self._other is not None:
            self._other.setAccessibleName(f"{question} Andet")
        self._describe()

    @override
    def _describe(self) -> None:
        super()._describe()
        # The question is told with the first option only: heard at each of them it only tires.
        for tick in self._list.ticks:
            described = tick.accessibleDescription() if tick is self._list.ticks[0] else ""
            tick.setAccessibleDescription(
                ". ".join(part for part in (self._wording, described) if part)
            )

    @Slot()
    def _say(self) -> None:
        if self._other is not None:
            wanted = _OTHER_CODE in self._list.codes()
            if wanted is self._other.isHidden():
                self._other.setVisible(wanted)
                if wanted:
                    self._other.setFocus(Qt.FocusReason.OtherFocusReason)
        self.answered.emit(self.place, self.reply())


class _OtherLine(QLineEdit):
    """Where the other words of an open choice are typed."""

    def __init__(self, item: Item) -> None:
        super().__init__()
        self.setPlaceholderText("Skriv hvad")
        self.hide()
        if holds_citizens_words(item):
            set_role(self, Role.QUOTE)

    def indented(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(scaled(31), 0, 0, 0)
        row.addWidget(self)
        return row


def _options(item: Item) -> Sequence[Option]:
    if item.type is ItemType.BOOLEAN:
        return _YES_NO
    return (*item.options, _OTHER) if item.type is ItemType.OPEN_CHOICE else item.options


def _code(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.code if isinstance(value, Coding) else ""
