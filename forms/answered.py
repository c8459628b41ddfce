"""Which values count as an answer, fit a question, and which of two is greater."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from forms.questionnaire import Item, ItemType
from models.answers import Coding, Unread, Value

_FITTING: Mapping[ItemType, tuple[type[Value], ...]] = {
    ItemType.BOOLEAN: (bool,),
    ItemType.INTEGER: (int,),
    ItemType.DECIMAL: (Decimal,),
    ItemType.DATE: (date,),
    ItemType.STRING: (str,),
    ItemType.TEXT: (str,),
    ItemType.CHOICE: (Coding,),
    ItemType.OPEN_CHOICE: (Coding, str),
}


def given(values: tuple[Value, ...]) -> tuple[Value, ...]:
    """Return the *values* that answer something: not blank, and not still unread."""
    return tuple(value for value in values if _counts(value))


def is_fitting(item: Item, value: Value) -> bool:
    """Return whether *value* is of a type that *item* can hold; unread text fits any question."""
    # Not isinstance: a bool is an int to Python, and 5 is not an answer to yes or no.
    return type(value) in (*_FITTING.get(item.type, ()), Unread)


def order(value: Value, other: Value) -> int | None:
    """Return 1, 0 or -1 as *value* is greater than, equal to or less than *other*.

    None when they cannot be ordered: only numbers with numbers and days with days can.
    """
    if isinstance(value, int | Decimal) and isinstance(other, int | Decimal):
        return (value > other) - (value < other)
    if isinstance(value, date) and isinstance(other, date):
        return (value > other) - (value < other)
    return None


def _counts(value: Value) -> bool:
    if isinstance(value, str):
        return bool(value.strip())
    return not isinstance(value, Unread)
