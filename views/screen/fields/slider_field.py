"""A number pointed at on a scale."""

from decimal import Decimal

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from forms.questionnaire import Item, ItemType
from forms.reading import typed_text
from forms.reply import Reply
from models.answers import Place, Value
from models.danish import number
from views.screen.fields.field import Field
from views.screen.fields.scale import Marks, Scale
from views.screen.icons import IconButton, Sign
from views.screen.look import Role, scaled, set_role
from views.screen.words import words

NOTHING = "Ikke besvaret endnu"
"""What stands above a scale on which nothing is chosen."""

_MOST_MARKS = 1000


class SliderField(Field):
    """A question with a scale; an answer that lies beside the scale stands above it as typed."""

    def __init__(self, item: Item, place: Place, marks: Marks) -> None:
        super().__init__(item, place)
        self._marks = marks
        self._typed = ""
        self._value = words(NOTHING, Role.QUIET)
        self._value.setWordWrap(False)
        self._clear = IconButton(Sign.CROSS, "")
        policy = self._clear.sizePolicy()
        # The scale must not move under the mouse with the first choice.
        policy.setRetainSizeWhenHidden(True)
        self._clear.setSizePolicy(policy)
        self._clear.hide()
        self._scale = Scale(marks)
        head = QHBoxLayout()
        head.addWidget(self._value)
        head.addWidget(self._clear)
        head.addStretch(1)
        self._column.addLayout(head)
        self._column.addWidget(self._scale)
        if item.entry_format:
            self._column.addWidget(words(item.entry_format, Role.QUIET))
        self._scale.pointed.connect(self._say)
        self._clear.clicked.connect(self._take_away)
        self._watch(self._scale)
        self._column.setSpacing(scaled(2))

    @override
    def reply(self) -> Reply:
        return Reply(self._typed)

    @override
    def _show(self, values: tuple[Value, ...]) -> None:
        numbers = (Decimal(value) for value in values if isinstance(value, int | Decimal))
        value = next(numbers, None)
        self._scale.show_mark(None if value is None else self._marks.nearest(value))
        self._show_typed(typed_text(self.item, values))

    @override
    def _name_inputs(self) -> None:
        """Tell the value with the question: an empty scale would else be heard as its lowest."""
        self._scale.setAccessibleName(f"{self._wording} {self._shown()}")
        self._clear.setAccessibleName(f"Fjern svaret: {self._wording}")
        self._clear.setToolTip("Fjern svaret (Delete)")
        self._describe()

    def _shown(self) -> str:
        return f"{self._typed} {self.item.unit}".strip() if self._typed else NOTHING

    def _show_typed(self, typed: str) -> None:
        self._typed = typed
        self._value.setText(self._shown())
        set_role(self._value, Role.STRONG if typed else Role.QUIET)
        self._clear.setVisible(bool(typed))
        self._name_inputs()

    @Slot()
    def _say(self) -> None:
        mark = self._scale.mark()
        self._show_typed("" if mark is None else number(self._marks.value(mark)))
        self.answered.emit(self.place, self.reply())

    @Slot()
    def _take_away(self) -> None:
        self._scale.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scale.show_mark(None)
        self._say()


def marks_of(item: Item) -> Marks | None:
    """Return the marks of the scale for *item*; None when it has no ends, or too many marks."""
    least, most = item.minimum, item.maximum
    if not isinstance(least, int | Decimal) or not isinstance(most, int | Decimal):
        return None
    places = item.max_decimal_places or 0
    fine = Decimal(1).scaleb(-places) if item.type is ItemType.DECIMAL else Decimal(1)
    step = Decimal(item.slider_step) if item.slider_step else fine
    count = int((Decimal(most) - Decimal(least)) / step)
    if not 0 < count <= _MOST_MARKS:
        return None
    return Marks(Decimal(least), step, count)
