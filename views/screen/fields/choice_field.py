"""Questions answered by choosing: yes or no, one of several, several of several, or own words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from typing_extensions import override

from forms.questionnaire import Item, ItemType, Option
from forms.reading import typed_text
from forms.reply import Reply
from models.answers import Coding, Place, Value
from views.screen.fields.field import Field
from views.screen.fields.option_lists import CheckList, RadioList
from views.screen.fields.other_line import OTHER, OTHER_CODE, OtherLine

YES_NO = (Option(Coding("true", "Ja")), Option(Coding("false", "Nej")))
"""What a question of yes or no offers."""

_LETTERS = "JN"
_SHORT = 3
"""Letters in words or numbers so short that one below the other they would only be a long way."""


class ChoiceField(Field):
    """A question with options to tick; an open choice has a line for other words too."""

    def __init__(self, item: Item, place: Place) -> None:
        super().__init__(item, place)
        options = _options(item)
        self._list: RadioList | CheckList
        if item.repeats:
            self._list = CheckList(options)
        else:
            letters = _LETTERS if item.type is ItemType.BOOLEAN else ""
            self._list = RadioList(options, letters, across=_are_short(options))
        self._column.addWidget(self._list)
        self._list.picked.connect(self._say)
        self._other = OtherLine(item) if item.type is ItemType.OPEN_CHOICE else None
        if self._other is not None:
            self._column.addLayout(self._other.indented())
            self._other.textEdited.connect(self._say)
            self._watch(*self._list.ticks, self._other)
        else:
            self._watch(*self._list.ticks)

    @override
    def reply(self) -> Reply:
        codes = self._list.codes()
        chosen = tuple(code for code in codes if code != OTHER_CODE)
        if self._other is None or OTHER_CODE not in codes:
            return Reply(codes=chosen)
        return Reply(self._other.text(), chosen)

    @override
    def focus_here(self) -> None:
        """Focus the option chosen, or the first."""
        now = self._list.tab_stop() if isinstance(self._list, RadioList) else self._list.ticks[0]
        now.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def _show(self, values: tuple[Value, ...]) -> None:
        other = typed_text(self.item, values)
        codes = [code_of(value) for value in values]
        self._list.show_codes([*codes, OTHER_CODE] if other else codes)
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
        described = self._described()
        if self._other is not None:
            self._other.setAccessibleDescription(described)
        # The question is told with the first option only: heard at each of them it only tires.
        first, *others = self._list.ticks
        first.setAccessibleDescription(". ".join(p for p in (self._wording, described) if p))
        for tick in others:
            tick.setAccessibleDescription(self._wording)

    @Slot()
    def _say(self) -> None:
        if self._other is not None:
            wanted = OTHER_CODE in self._list.codes()
            if wanted is self._other.isHidden():
                self._other.setVisible(wanted)
                if wanted:
                    self._other.setFocus(Qt.FocusReason.OtherFocusReason)
        self.answered.emit(self.place, self.reply())


def _options(item: Item) -> Sequence[Option]:
    if item.type is ItemType.BOOLEAN:
        return YES_NO
    return (*item.options, OTHER) if item.type is ItemType.OPEN_CHOICE else item.options


def _are_short(options: Sequence[Option]) -> bool:
    return all(len(option.coding.display) <= _SHORT for option in options)


def code_of(value: Value) -> str:
    """Return the code of the option that *value* is; empty when it is none."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.code if isinstance(value, Coding) else ""
