"""Which values count as an answer, fit a question, and which of two is greater."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from forms.questionnaire import Item, ItemType
from models.answers import Coding, Declined, Quantity, Unread, Value

_FITTING: Mapping[ItemType, tuple[type[Value], ...]] = {
    ItemType.BOOLEAN: (bool,),
    ItemType.INTEGER: (int,),
    ItemType.DECIMAL: (Decimal,),
    ItemType.DATE: (date,),
    ItemType.STRING: (str,),
    ItemType.TEXT: (str,),
    ItemType.CHOICE: (Coding,),
    ItemType.OPEN_CHOICE: (Coding, str),
    ItemType.QUANTITY: (Quantity,),
}


def given(values: tuple[Value, ...]) -> tuple[Value, ...]:
    """Return the *values* that answer something: not blank, not unread, not a unit alone.

    That the citizen does not wish to answer is no answer: no rule takes it for a fact.
    """
    return tuple(value for value in values if _counts(value))


def is_declined(values: tuple[Value, ...]) -> bool:
    """Return whether the citizen did not wish to answer."""
    return any(isinstance(value, Declined) for value in values)


def is_settled(values: tuple[Value, ...]) -> bool:
    """Return whether nothing more need be asked: it is answered, or the citizen declined to."""
    return bool(given(values)) or is_declined(values)


def is_fitting(item: Item, value: Value) -> bool:
    """Return whether *value* is of a type that *item* can hold.

    Unread text fits any question, and so does the wish not to answer it.
    """
    # Not isinstance: a bool is an int to Python, and 5 is not an answer to yes or no.
    return type(value) in (*_FITTING.get(item.type, ()), Unread, Declined)


def order(value: Value, other: Value) -> int | None:
    """Return 1, 0 or -1 as *value* is greater than, equal to or less than *other*.

    None when they cannot be ordered: only numbers with numbers, days with days and amounts in the
    same unit can.
    """
    if isinstance(value, Quantity) and isinstance(other, Quantity):
        return _order_of_amounts(value, other)
    if isinstance(value, int | Decimal) and isinstance(other, int | Decimal):
        return (value > other) - (value < other)
    if isinstance(value, date) and isinstance(other, date):
        return (value > other) - (value < other)
    return None


def equal(answer: Value, wanted: Value) -> bool:
    """Return whether two answers are the same: options by code, amounts by number and unit."""
    if isinstance(answer, Coding) and isinstance(wanted, Coding):
        return (answer.system, answer.code) == (wanted.system, wanted.code)
    if isinstance(answer, Quantity) and isinstance(wanted, Quantity):
        return answer.has_unit_of(wanted) and answer.value == wanted.value
    if isinstance(answer, str) and isinstance(wanted, str):
        return answer.strip() == wanted.strip()
    return isinstance(answer, bool) is isinstance(wanted, bool) and answer == wanted


def _order_of_amounts(one: Quantity, other: Quantity) -> int | None:
    if one.value is None or other.value is None or not one.has_unit_of(other):
        return None
    return (one.value > other.value) - (one.value < other.value)


def _counts(value: Value) -> bool:
    if isinstance(value, str):
        return bool(value.strip())
    if isinstance(value, Quantity):
        return value.value is not None
    return not isinstance(value, Unread | Declined)
