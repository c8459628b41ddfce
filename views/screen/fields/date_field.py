"""A date: typed as one writes it, or picked in a calendar."""

from datetime import date

from PySide6.QtCore import QPoint, Qt, Slot
from typing_extensions import override

from forms.questionnaire import Item
from forms.reading import read_reply, typed_text
from models.answers import Place, Value
from models.danish import short_date
from views.screen.fields.calendar import Calendar
from views.screen.fields.line_field import LineField
from views.screen.icons import IconButton, Sign
from views.screen.lifetime import is_alive
from views.screen.look import scaled

_EXAMPLE = "dag.måned.år"
_WIDTH = 190


class DateField(LineField):
    """A question for a day; what was understood stands in the field when one leaves it."""

    def __init__(self, item: Item, place: Place) -> None:
        super().__init__(item, place)
        self._line.setPlaceholderText(item.entry_format or _EXAMPLE)
        self._line.setFixedWidth(scaled(_WIDTH))
        self._button = IconButton(Sign.CALENDAR, "")
        self._row.addWidget(self._button)
        self._row.addStretch(1)
        self._button.clicked.connect(self._open_calendar)
        self._watch(self._button)

    @override
    def show_answer(self, values: tuple[Value, ...]) -> None:
        """Show *values*; what is still being typed stays as it stands."""
        if typed_text(self.item, values) != self._line.text():
            super().show_answer(values)

    @override
    def _name_inputs(self) -> None:
        super()._name_inputs()
        if len(self._inputs) > 1:
            self._button.setAccessibleName(f"Vælg i kalender: {self._wording}")
            self._button.setToolTip("Vælg i kalender")

    @override
    def settle(self) -> None:
        typed = self._line.text()
        self._line.setText(typed_text(self.item, read_reply(self.item, self.reply())))
        if self._line.text() != typed:
            # What could have become another year while it was typed has become a day now.
            self.answered.emit(self.place, self.reply())

    @Slot()
    def _open_calendar(self) -> None:
        now = read_reply(self.item, self.reply())
        day = next((value for value in now if isinstance(value, date)), None)
        calendar = Calendar(self, day)
        calendar.move(self._line.mapToGlobal(QPoint(0, self._line.height() + 2)))
        chosen = calendar.choose()
        if not is_alive(self):
            # The register was locked while the calendar was open.
            return
        calendar.deleteLater()
        if chosen is not None:
            self._line.setText(short_date(chosen))
            self.answered.emit(self.place, self.reply())
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
