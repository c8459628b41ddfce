"""What can be wrong with the answer to one question, as the end of a Danish sentence."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from forms.amounts import amount_text, in_unit
from forms.answered import given, order
from forms.patterns import pattern
from forms.questionnaire import Bound, Item, ItemType
from models.answers import Coding, Quantity, Unread, Value
from models.danish import long_date, number

Values = tuple[Value, ...]

_UNREAD = {
    ItemType.DATE: "kan ikke læses som en dato. Skriv fx 2.11.2026.",
    ItemType.INTEGER: "kan ikke læses som et helt tal. Skriv fx 14.",
    ItemType.DECIMAL: "kan ikke læses som et tal. Skriv fx 2,5.",
    ItemType.QUANTITY: "kan ikke læses som et tal med en enhed. Skriv fx 2,5, og vælg enheden.",
}


def value_faults(item: Item, values: Values) -> Iterator[str]:
    """Yield what is wrong with *values* as the answer to *item*; a missing answer is not wrong.

    Each is the end of a sentence that begins »Svaret på …« and ends with a full stop.
    """
    return (fault for check in _CHECKS if (fault := check(item, values)))


def _unread(item: Item, values: Values) -> str:
    if any(isinstance(value, Unread) and value.typed.strip() for value in values):
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
    if isinstance(bound, Quantity):
        return amount_text(bound)
    written = long_date(bound) if isinstance(bound, date) else number(bound)
    return f"{written} {item.unit}".rstrip()


def _other_unit(item: Item, values: Values) -> str:
    """Say so when an amount has a unit that is not offered, or that no bound is in."""
    bounds = [bound for bound in (item.minimum, item.maximum) if isinstance(bound, Quantity)]
    offered = [in_unit(unit) for unit in item.unit_options]
    for value in values:
        if not isinstance(value, Quantity):
            continue
        if any(not value.has_unit_of(bound) for bound in bounds):
            return f"skal angives i {bounds[0].unit or bounds[0].code}."
        if offered and not any(value.has_unit_of(unit) for unit in offered):
            return f"skal angives i {' eller '.join(unit.unit for unit in offered)}."
    return ""


def _not_offered(item: Item, values: Values) -> str:
    offered = {(option.coding.system, option.coding.code) for option in item.options}
    codings = [value for value in values if isinstance(value, Coding)]
    if all((coding.system, coding.code) in offered for coding in codings):
        return ""
    return "er ikke en af de muligheder, der kan vælges."


def _unlike_pattern(item: Item, values: Values) -> str:
    texts = [value for value in given(values) if isinstance(value, str)]
    if not item.regex or not texts:
        return ""
    ready = pattern(item.regex)
    if all(ready.matches(text) for text in texts):
        return ""
    shape = f" ({item.entry_format})" if item.entry_format else ""
    return f"har ikke den form, der spørges efter{shape}."


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
    if isinstance(value, Quantity) and value.value is not None:
        value = value.value
    if not isinstance(value, Decimal):
        return 0
    return max(0, -int(value.normalize().as_tuple().exponent))


def _too_few(item: Item, values: Values) -> str:
    if 0 < len(given(values)) < item.min_occurs:
        return f"skal være mindst {item.min_occurs} {_thing(item)}."
    return ""


def _too_many(item: Item, values: Values) -> str:
    count = len(given(values))
    if not item.repeats and count > 1:
        return "kan kun være ét. Vælg det, der passer bedst."
    if item.max_occurs is not None and count > item.max_occurs:
        return f"kan højst være {item.max_occurs} {_thing(item)}."
    return ""


def _thing(item: Item) -> str:
    return "valg" if item.options else "svar"


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
    _other_unit,
    _too_long,
    _too_fine,
    _too_few,
    _too_many,
    _not_alone,
    _not_offered,
    _unlike_pattern,
)
