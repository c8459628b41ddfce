"""What can be wrong with the answer to one question, as the end of a Danish sentence."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from forms.answered import given, order
from forms.questionnaire import Bound, Item, ItemType
from models.answers import Coding, Unread, Value
from models.danish import long_date, number

Values = tuple[Value, ...]

_UNREAD = {
    ItemType.DATE: "kan ikke læses som en dato. Skriv fx 2.11.2026.",
    ItemType.INTEGER: "kan ikke læses som et helt tal. Skriv fx 14.",
    ItemType.DECIMAL: "kan ikke læses som et tal. Skriv fx 2,5.",
}


def value_faults(item: Item, values: Values) -> Iterator[str]:
    """Yield what is wrong with *values* as the answer to *item*; a missing answer is not wrong.

    Each is the end of a sentence that begins »Svaret på …« and ends with a full stop.
    """
    return (fault for check in _CHECKS if (fault := check(item, values)))


def _unread(item: Item, values: Values) -> str:
    if any(isinstance(value, Unread) for value in values):
        return _UNREAD.get(item.type, "kan ikke læses. Vælg et af svarene.")
    return ""


def _below_minimum(item: Item, values: Values) -> str:
    least = item.minimum
    if least is None or all(order(value, least) != -1 for value in values):
        return ""
    if isinstance(least, date):
        return f"skal være {long_date(least)} eller senere."
    return f"skal være mindst {_amount(item, least)}."


def _above_maximum(item: Item, values: Values) -> str:
    most = item.maximum
    if most is None or all(order(value, most) != 1 for value in values):
        return ""
    if isinstance(most, date):
        return f"skal være {long_date(most)} eller tidligere."
    return f"kan højst være {_amount(item, most)}."


def _amount(item: Item, bound: Bound) -> str:
    written = long_date(bound) if isinstance(bound, date) else number(bound)
    return f"{written} {item.unit}".rstrip()


def _too_long(item: Item, values: Values) -> str:
    if item.max_length is None:
        return ""
    longest = max((len(value) for value in values if isinstance(value, str)), default=0)
    if longest <= item.max_length:
        return ""
    over = longest - item.max_length
    return f"er {over} tegn for langt. Der er plads til {item.max_length}."


def _too_fine(item: Item, values: Values) -> str:
    most = item.max_decimal_places
    if most is None or all(_decimal_places(value) <= most for value in values):
        return ""
    if most == 0:
        return "skal være et helt tal."
    return f"kan have højst {most} {'ciffer' if most == 1 else 'cifre'} efter kommaet."


def _decimal_places(value: Value) -> int:
    if not isinstance(value, Decimal):
        return 0
    return max(0, -int(value.normalize().as_tuple().exponent))


def _too_few(item: Item, values: Values) -> str:
    if 0 < len(given(values)) < item.min_occurs:
        return f"skal være mindst {item.min_occurs} valg."
    return ""


def _too_many(item: Item, values: Values) -> str:
    count = len(given(values))
    if not item.repeats and count > 1:
        return "kan kun være ét. Vælg det, der passer bedst."
    if item.max_occurs is not None and count > item.max_occurs:
        return f"kan højst være {item.max_occurs} valg."
    return ""


def _not_alone(item: Item, values: Values) -> str:
    exclusive = {option.coding.code for option in item.options if option.exclusive}
    alone = any(isinstance(value, Coding) and value.code in exclusive for value in values)
    if alone and len(given(values)) > 1:
        return "har et valg, der ikke kan stå sammen med andre."
    return ""


_CHECKS: tuple[Callable[[Item, Values], str], ...] = (
    _unread,
    _below_minimum,
    _above_maximum,
    _too_long,
    _too_fine,
    _too_few,
    _too_many,
    _not_alone,
)
