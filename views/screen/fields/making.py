"""Which field a question gets."""

from forms.questionnaire import Control, Item, ItemType
from models.answers import Place
from views.screen.fields.choice_field import ChoiceField
from views.screen.fields.date_field import DateField
from views.screen.fields.drop_down_field import DropDownField
from views.screen.fields.field import Field
from views.screen.fields.line_field import LineField
from views.screen.fields.read_field import ReadField
from views.screen.fields.text_field import TextField

_MOST_RADIOS = 6
_FIELDS: dict[ItemType, type[Field]] = {
    ItemType.STRING: LineField,
    ItemType.INTEGER: LineField,
    ItemType.DECIMAL: LineField,
    ItemType.DATE: DateField,
    ItemType.TEXT: TextField,
    ItemType.BOOLEAN: ChoiceField,
    ItemType.OPEN_CHOICE: ChoiceField,
}


def field_for(item: Item, place: Place, *, read_only: bool = False) -> Field:
    """Return the field that asks *item* at *place*; *item* is a question, not a group or text."""
    if read_only or item.read_only:
        return ReadField(item, place)
    if item.type is ItemType.CHOICE:
        return _choice(item, place)
    return _FIELDS[item.type](item, place)


def _choice(item: Item, place: Place) -> Field:
    many = len(item.options) > _MOST_RADIOS and item.control is not Control.RADIO_BUTTON
    if not item.repeats and (many or item.control is Control.DROP_DOWN):
        return DropDownField(item, place)
    return ChoiceField(item, place)
