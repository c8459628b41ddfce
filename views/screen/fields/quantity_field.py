"""An amount: a number, and the unit it is measured in."""

from PySide6.QtWidgets import QLabel
from typing_extensions import override

from forms.questionnaire import Item
from forms.reading import read_reply, typed_text, unit_code
from forms.reply import Reply
from models.answers import Place, Value
from views.screen.fields.calm_combo_box import CalmComboBox
from views.screen.fields.line_field import NARROW, LineField
from views.screen.look import scaled
from views.screen.words import words

_NO_UNIT = "Vælg enhed"
_SHORTEST = 10


class QuantityField(LineField):
    """A question for an amount; the unit may be typed after the number too, and is then chosen."""

    def __init__(self, item: Item, place: Place) -> None:
        super().__init__(item, place)
        self._units: CalmComboBox | None = None
        units = item.unit_options
        if units:
            self._line.setFixedWidth(scaled(NARROW))
        elif not item.entry_format:
            self._line.setPlaceholderText("Tal og enhed, fx 2,5 g")
        if len(units) == 1:
            self._row.addWidget(words(units[0].display or units[0].code), 1)
        if len(units) > 1:
            self._units = self._make_units()
            self._watch(self._units)

    @override
    def reply(self) -> Reply:
        code = str(self._units.currentData()) if self._units is not None else ""
        return Reply(self._line.text(), (code,) if code else ())

    @override
    def _show(self, values: tuple[Value, ...]) -> None:
        super()._show(values)
        if self._units is not None:
            self._units.setCurrentIndex(max(0, self._units.findData(unit_code(values))))

    @override
    def settle(self) -> None:
        values = read_reply(self.item, self.reply())
        if typed_text(self.item, values) != self._line.text():
            self._show(values)

    @override
    def _name_inputs(self) -> None:
        super()._name_inputs()
        for units in self._inputs[1:]:
            units.setAccessibleName(f"Enhed: {self._wording}")

    def _make_units(self) -> CalmComboBox:
        units = CalmComboBox()
        units.setMinimumContentsLength(_SHORTEST)
        units.addItem(_NO_UNIT, "")
        for unit in self.item.unit_options:
            units.addItem(unit.display or unit.code, unit.code or unit.display)
        label: QLabel = words("Enhed")
        label.setWordWrap(False)
        # On Linux Qt takes the choice for the name; only a label that is its buddy names it.
        label.setBuddy(units)
        units.activated.connect(self._say)
        self._row.addWidget(label)
        self._row.addWidget(units)
        self._row.addStretch(1)
        return units
