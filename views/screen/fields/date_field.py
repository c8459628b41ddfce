"""A date: typed or told as one writes and says it, or picked in a calendar."""

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtWidgets import QLabel
from typing_extensions import override

from forms.questionnaire import Item
from forms.reading import read_reply, typed_text
from models.answers import Place, Value
from models.danish import long_date, short_date, weekday
from views.screen.fields.calendar import Calendar
from views.screen.fields.line_field import LineField
from views.screen.icons import IconButton, Sign
from views.screen.lifetime import is_alive
from views.screen.look import Role, scaled
from views.screen.words import words

Today: TypeAlias = Callable[[], date]
"""Returns the day it is, from which a day such as *i går* is counted."""

_EXAMPLE = "dag.måned.år"
_WIDTH = 190


class DateField(LineField):
    """A question for a day; what was understood stands in the field when one leaves it.

    Until then it stands beside the field as a whole date. Without *today* only days that are
    written in full are understood.
    """

    def __init__(self, item: Item, place: Place, today: Today | None = None) -> None:
        # Before all else, for the field is described already while it is made.
        self._meant: QLabel | None = None
        self._today = today
        super().__init__(item, place)
        self._line.setPlaceholderText(item.entry_format or _EXAMPLE)
        self._line.setFixedWidth(scaled(_WIDTH))
        self._button = IconButton(Sign.CALENDAR, "")
        self._row.addWidget(self._button)
        self._row.addStretch(1)
        self._button.clicked.connect(self._open_calendar)
        self._line.textEdited.connect(self._show_meant)
        self._watch(self._button)

    @override
    def show_answer(self, values: tuple[Value, ...]) -> None:
        """Show *values*; what is still being typed stays as it stands."""
        if typed_text(self.item, values) != self._line.text():
            super().show_answer(values)

    @override
    def _show(self, values: tuple[Value, ...]) -> None:
        super()._show(values)
        self._show_meant()

    @override
    def _read(self) -> tuple[Value, ...]:
        return read_reply(self.item, self.reply(), self._today() if self._today else None)

    @override
    def _name_inputs(self) -> None:
        super()._name_inputs()
        if len(self._inputs) > 1:
            self._button.setAccessibleName(f"Vælg i kalender: {self._wording}")
            self._button.setToolTip("Vælg i kalender")

    @override
    def _described(self) -> str:
        meant = self._meant.text() if self._meant is not None else ""
        return ". ".join(part for part in (meant, super()._described()) if part)

    @override
    def settle(self) -> None:
        typed = self._line.text()
        self._line.setText(typed_text(self.item, self._read()))
        self._show_meant()
        if self._line.text() != typed:
            # What could have become another year while it was typed has become a day now.
            self.answered.emit(self.place, self.reply())

    def _day(self) -> date | None:
        return next((value for value in self._read() if isinstance(value, date)), None)

    @Slot()
    def _show_meant(self) -> None:
        """Say the whole date beside the line as long as the line itself does not."""
        day = self._day()
        is_settled = day is None or self._line.text() == short_date(day)
        if self._meant is None:
            if is_settled:
                return
            # Made when needed: each widget costs time in a long form.
            self._meant = words("", Role.QUIET)
            self._row.setStretch(self._row.count() - 1, 0)
            self._row.insertWidget(self._row.count() - 1, self._meant, 1)
            self._meant.show()
        whole = "" if day is None or is_settled else f"{weekday(day)} den {long_date(day)}"
        if whole != self._meant.text():
            self._meant.setText(whole)
            self._describe()

    @Slot()
    def _open_calendar(self) -> None:
        calendar = Calendar(self, self._day())
        calendar.move(self._line.mapToGlobal(QPoint(0, self._line.height() + 2)))
        chosen = calendar.choose()
        if not is_alive(self):
            # The register was locked while the calendar was open.
            return
        calendar.deleteLater()
        if chosen is not None:
            self._line.setText(short_date(chosen))
            self._show_meant()
            self.answered.emit(self.place, self.reply())
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
