"""A choice among many: a list that opens."""

from PySide6.QtCore import Qt, Slot
from typing_extensions import override

from forms.questionnaire import Item, ItemType
from forms.reading import typed_text
from forms.reply import Reply
from models.answers import Place, Value
from views.screen.fields.calm_combo_box import CalmComboBox
from views.screen.fields.choice_field import YES_NO, code_of
from views.screen.fields.field import Field
from views.screen.fields.numbered import option_numbered
from views.screen.fields.other_line import OTHER_CODE, OtherLine

_NOTHING = "Vælg …"
_OTHER = "Andet …"


class DropDownField(Field):
    """A question with more options than one wants to see at once; the first line clears it.

    The last line of an open choice opens a line for other words.
    """

    def __init__(self, item: Item, place: Place) -> None:
        super().__init__(item, place)
        options = YES_NO if item.type is ItemType.BOOLEAN else item.options
        self._wordings = [option.coding.display for option in options]
        # Where one types numbers of several digits the list's own search finds them.
        self._options = CalmComboBox(takes_digits=option_numbered(self._wordings, 10) is None)
        self._options.addItem(_NOTHING, "")
        for option in options:
            self._options.addItem(option.coding.display, option.coding.code)
        self._column.addWidget(self._options)
        self._other: OtherLine | None = None
        # On Linux Qt takes the choice for the name; only a label that is its buddy names it.
        self._question.setBuddy(self._options)
        self._show_question()
        self._options.activated.connect(self._choose)
        self._options.numbered.connect(self._choose_numbered)
        self._watch(self._options)
        if item.type is ItemType.OPEN_CHOICE:
            self._open_to_other_words()

    @override
    def reply(self) -> Reply:
        code = str(self._options.currentData())
        if code == OTHER_CODE and self._other is not None:
            return Reply(self._other.text())
        return Reply(codes=(code,) if code else ())

    @override
    def caret(self) -> int:
        return self._other.cursorPosition() if self._other is not None else 0

    @override
    def set_caret(self, position: int) -> None:
        if self._other is not None and position:
            self._other.setFocus(Qt.FocusReason.OtherFocusReason)
            self._other.setCursorPosition(position)

    @override
    def _show(self, values: tuple[Value, ...]) -> None:
        other = typed_text(self.item, values)
        code = OTHER_CODE if other else next(map(code_of, values), "")
        self._options.setCurrentIndex(max(0, self._options.findData(code)))
        if self._other is not None:
            self._other.setText(other)
            self._other.setVisible(bool(other))

    @override
    def _name_inputs(self) -> None:
        super()._name_inputs()
        if len(self._inputs) > 1:
            self._inputs[1].setAccessibleName(f"{self._wording} Andet")

    def _open_to_other_words(self) -> None:
        self._other = OtherLine(self.item)
        self._options.addItem(_OTHER, OTHER_CODE)
        self._column.addWidget(self._other)
        self._other.textEdited.connect(self._say)
        self._watch(self._other)

    @Slot(int)
    def _choose_numbered(self, digit: int) -> None:
        place = option_numbered(self._wordings, digit)
        if place is not None:
            # The first line of the list clears the choice.
            self._options.setCurrentIndex(place + 1)
            self._choose()

    @Slot()
    def _choose(self) -> None:
        if self._other is not None:
            wanted = self._options.currentData() == OTHER_CODE
            was_hidden = self._other.isHidden()
            self._other.setVisible(wanted)
            if wanted and was_hidden:
                self._other.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say()

    @Slot()
    def _say(self) -> None:
        self.answered.emit(self.place, self.reply())
