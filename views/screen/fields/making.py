"""Which field a question gets."""

from forms.questionnaire import Control, Item, ItemType
from forms.reading import ONE_A_LINE
from models.answers import Place
from views.screen.fields.autocomplete_field import AutocompleteField, AutocompleteListField
from views.screen.fields.choice_field import ChoiceField
from views.screen.fields.date_field import DateField, Today
from views.screen.fields.drop_down_field import DropDownField
from views.screen.fields.field import Field
from views.screen.fields.line_field import LineField
from views.screen.fields.lines_field import LinesField
from views.screen.fields.quantity_field import QuantityField
from views.screen.fields.read_field import ReadField
from views.screen.fields.slider_field import SliderField, marks_of
from views.screen.fields.text_field import TextField

_MOST_RADIOS = 6
_CHOICES = frozenset({ItemType.CHOICE, ItemType.OPEN_CHOICE, ItemType.BOOLEAN})
_FIELDS: dict[ItemType, type[Field]] = {
    ItemType.STRING: LineField,
    ItemType.INTEGER: LineField,
    ItemType.DECIMAL: LineField,
    ItemType.TEXT: TextField,
    ItemType.QUANTITY: QuantityField,
}


def field_for(
    item: Item, place: Place, *, read_only: bool = False, today: Today | None = None
) -> Field:
    """Return the field that asks *item* at *place*; *item* is a question, not a group or text.

    With *today* a day may be told by it, such as *i går*.
    """
    if read_only or item.read_only:
        return ReadField(item, place)
    if item.type in _CHOICES:
        return _choice(item)(item, place)
    return _typed(item, place, today)


def _typed(item: Item, place: Place, today: Today | None) -> Field:
    if item.repeats and item.type in ONE_A_LINE:
        return LinesField(item, place, today)
    if item.control is Control.TEXT_AREA:
        return TextField(item, place)
    if item.type is ItemType.DATE:
        return DateField(item, place, today)
    return _written(item, place)


def _written(item: Item, place: Place) -> Field:
    marks = marks_of(item) if item.control is Control.SLIDER else None
    if marks is not None:
        return SliderField(item, place, marks)
    return _FIELDS[item.type](item, place)


def _choice(item: Item) -> type[Field]:
    if item.control is Control.AUTOCOMPLETE:
        return AutocompleteListField if item.repeats else AutocompleteField
    many = len(item.options) > _MOST_RADIOS and item.control is not Control.RADIO_BUTTON
    is_list = item.control is Control.DROP_DOWN or (many and item.type is ItemType.CHOICE)
    return DropDownField if is_list and not item.repeats else ChoiceField
