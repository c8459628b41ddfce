"""A choice among many: a list that opens."""

from PySide6.QtCore import Slot
from typing_extensions import override

from forms.questionnaire import Item
from forms.reply import Reply
from models.answers import Coding, Place, Value
from views.screen.fields.calm_combo_box import CalmComboBox
from views.screen.fields.field import Field

_NOTHING = "Vælg …"


class DropDownField(Field):
    """A question with more options than one wants to see at once; the first line clears it."""

    def __init__(self, item: Item, place: Place) -> None:
        super().__init__(item, place)
        self._options = CalmComboBox()
        self._options.addItem(_NOTHING, "")
        for option in item.options:
            self._options.addItem(option.coding.display, option.coding.code)
        self._column.addWidget(self._options)
        # On Linux Qt takes the choice for the name; only a label that is its buddy names it.
        self._question.setBuddy(self._options)
        self._show_question()
        self._options.activated.connect(self._say)
        self._watch(self._options)

    @override
    def reply(self) -> Reply:
        code = str(self._options.currentData())
        return Reply(codes=(code,) if code else ())

    @override
    def _show(self, values: tuple[Value, ...]) -> None:
        code = next((value.code for value in values if isinstance(value, Coding)), "")
        self._options.setCurrentIndex(max(0, self._options.findData(code)))

    @Slot()
    def _say(self) -> None:
        self.answered.emit(self.place, self.reply())
