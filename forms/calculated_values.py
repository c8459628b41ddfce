"""What an expression comes to, as an answer its question can hold."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from forms.amounts import in_unit
from forms.fhirpath.errors import CalculationError
from forms.fhirpath.scope import Chosen, Collection, Simple
from forms.fhirpath.values import EXACT, alone, number_of
from forms.questionnaire import Item, ItemType
from models.answers import Coding, Quantity, Value

MOST_DECIMALS = 6
"""Digits kept after the comma where the form does not say how many."""

_GREATEST_INTEGER = 2**31 - 1
_WRONG = "Udtrykket giver noget, der ikke kan være svaret på spørgsmålet."


def fitted(item: Item, collection: Collection) -> tuple[Value, ...]:
    """Return *collection* as the answer to *item*, numbers rounded as the form wants them.

    Nothing comes to nothing. Raises `CalculationError` when it cannot be an answer to *item*.
    """
    value = alone(collection)
    if value is None:
        return ()
    answer = _FITTING[item.type](item, value)
    if answer is None:
        raise CalculationError(_WRONG)
    return (answer,)


def _boolean(_: Item, value: Simple) -> Value | None:
    return value if isinstance(value, bool) else None


def _day(_: Item, value: Simple) -> Value | None:
    return value if isinstance(value, date) else None


def _text(_: Item, value: Simple) -> Value | None:
    if isinstance(value, Chosen):
        return value.coding.display or value.coding.code
    return value if isinstance(value, str) else None


def _integer(_: Item, value: Simple) -> Value | None:
    number = number_of(value)
    if number is None or number != int(number):
        return None
    whole = int(number)
    return whole if abs(whole) <= _GREATEST_INTEGER else None


def _decimal(item: Item, value: Simple) -> Decimal | None:
    number = number_of(value)
    if number is None:
        return None
    places = MOST_DECIMALS if item.max_decimal_places is None else item.max_decimal_places
    number = Decimal(number)
    if -int(number.as_tuple().exponent) <= places:
        return number
    rounded = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, EXACT)
    # 2.500000 is 2.5: the form did not ask for more.
    return rounded if item.max_decimal_places is not None else _trimmed(rounded)


def _trimmed(number: Decimal) -> Decimal:
    text = format(number, "f").rstrip("0").rstrip(".")
    return Decimal(text or "0")


def _quantity(item: Item, value: Simple) -> Value | None:
    if isinstance(value, Quantity):
        return value
    number = _decimal(item, value)
    if number is None or len(item.unit_options) != 1:
        return None
    return in_unit(item.unit_options[0], number)


def _option(item: Item, value: Simple) -> Value | None:
    offered = (option.coding for option in item.options)
    if isinstance(value, Chosen):
        wanted = value.coding
        return next(
            (one for one in offered if (one.system, one.code) == (wanted.system, wanted.code)), None
        )
    return next((one for one in offered if one.code == value), None)


def _open_option(item: Item, value: Simple) -> Value | None:
    found = _option(item, value)
    return found if isinstance(found, Coding) else _text(item, value)


def _nothing(_: Item, __: Simple) -> Value | None:
    return None


_FITTING: Mapping[ItemType, Callable[[Item, Simple], Value | None]] = {
    ItemType.GROUP: _nothing,
    ItemType.DISPLAY: _nothing,
    ItemType.BOOLEAN: _boolean,
    ItemType.INTEGER: _integer,
    ItemType.DECIMAL: _decimal,
    ItemType.DATE: _day,
    ItemType.STRING: _text,
    ItemType.TEXT: _text,
    ItemType.CHOICE: _option,
    ItemType.OPEN_CHOICE: _open_option,
    ItemType.QUANTITY: _quantity,
}
