"""The `value[x]`, `answer[x]` of FHIR: one answer as JSON, both ways."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from forms.element import Element
from forms.json_text import Json
from models.answers import Coding, Declined, Quantity, Unread, Value

FhirType = Callable[[Element, str], Value]

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER_NAMES: Mapping[type[int | Decimal], str] = {
    bool: "valueBoolean",
    int: "valueInteger",
    Decimal: "valueDecimal",
}
_CODING_MEMBERS = frozenset({"system", "code", "display", "version", "userSelected", "id"})
_QUANTITY_MEMBERS = frozenset({"value", "unit", "system", "code", "id"})


def read_value(element: Element, prefix: str) -> Value:
    """Return the one value of *element* whose name starts with *prefix*, e.g. ``valueDate``."""
    names = [name for name in element.members if name.startswith(prefix)]
    if len(names) != 1:
        raise element.refusal(f"Der skal stå præcis én »{prefix}…«.")
    read = _READERS.get(names[0].removeprefix(prefix))
    if read is None:
        raise element.foreign(f"»{names[0]}«")
    return read(element, names[0])


def write_value(value: Value) -> dict[str, Json]:
    """Return *value* as the ``value[x]`` of an answer; unread text as the text it is.

    The wish not to answer has no value: an extension beside it says so.
    """
    if isinstance(value, bool | int | Decimal):
        return {_NUMBER_NAMES[type(value)]: value}
    if isinstance(value, Coding | Quantity):
        return _written_coded(value)
    if isinstance(value, date):
        return {"valueDate": value.isoformat()}
    if isinstance(value, Unread):
        value = value.typed
    return {} if isinstance(value, Declined) else {"valueString": value}


def _written_coded(value: Coding | Quantity) -> dict[str, Json]:
    if isinstance(value, Coding):
        texts = {"system": value.system, "code": value.code, "display": value.display}
        return {"valueCoding": _without_blanks(texts)}
    texts = {"unit": value.unit, "system": value.system, "code": value.code}
    amount: dict[str, Json] = {} if value.value is None else {"value": value.value}
    return {"valueQuantity": {**amount, **_without_blanks(texts)}}


def _without_blanks(texts: Mapping[str, str]) -> dict[str, Json]:
    return {name: text for name, text in texts.items() if text}


def _boolean(element: Element, name: str) -> Value:
    return element.flag(name)


def _integer(element: Element, name: str) -> Value:
    value = element.members[name]
    if isinstance(value, bool) or not isinstance(value, int):
        raise element.refusal(f"»{name}« skal være et helt tal.")
    return value


def _decimal(element: Element, name: str) -> Value:
    value = element.members[name]
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise element.refusal(f"»{name}« skal være et tal.")
    return Decimal(value)


def _date(element: Element, name: str) -> Value:
    written = element.text(name)
    if not _DAY.fullmatch(written):
        raise element.refusal(f"»{name}« skal være en hel dato som 2026-11-02.")
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise element.refusal(f"»{name}« er ikke en dag, der findes.") from None


def _string(element: Element, name: str) -> Value:
    return element.text(name)


def read_coding(element: Element, name: str, allowed: frozenset[str] = frozenset()) -> Coding:
    """Return the coding in member *name* of *element*; *allowed* members may stand there too."""
    coding = element.element(name)
    coding.only(_CODING_MEMBERS | allowed)
    return Coding(coding.text("code"), coding.text("display"), coding.text("system"))


def _coding(element: Element, name: str) -> Value:
    return read_coding(element, name)


def _quantity(element: Element, name: str) -> Value:
    quantity = element.element(name)
    quantity.only(_QUANTITY_MEMBERS)
    value = _decimal(quantity, "value") if "value" in quantity.members else None
    number = value if isinstance(value, Decimal) else None
    unit, code, system = (quantity.text(part) for part in ("unit", "code", "system"))
    if code and not system:
        raise quantity.refusal("En enhed med »code« skal også have »system«.")
    return Quantity(number, unit, code, system)


_READERS: Mapping[str, FhirType] = {
    "Boolean": _boolean,
    "Integer": _integer,
    "Decimal": _decimal,
    "Date": _date,
    "String": _string,
    "Coding": _coding,
    "Quantity": _quantity,
}
