"""The `value[x]`, `answer[x]` of FHIR: one answer as JSON, both ways."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from forms.element import Element
from forms.json_text import Json
from models.answers import Coding, Unread, Value

FhirType = Callable[[Element, str], Value]

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER_NAMES: Mapping[type[int | Decimal], str] = {
    bool: "valueBoolean",
    int: "valueInteger",
    Decimal: "valueDecimal",
}
_CODING_MEMBERS = frozenset({"system", "code", "display", "version", "userSelected", "id"})


def read_value(element: Element, prefix: str) -> Value:
    """Return the one value of *element* whose name starts with *prefix*, e.g. ``valueDate``."""
    names = [name for name in element.members if name.startswith(prefix)]
    if len(names) != 1:
        raise element.refusal(f"Der skal stå præcis én »{prefix}…«.")
    read = _READERS.get(names[0].removeprefix(prefix))
    if read is None:
        raise element.refusal(f"»{names[0]}« hører ikke til det, programmet forstår.")
    return read(element, names[0])


def write_value(value: Value) -> dict[str, Json]:
    """Return *value* as the ``value[x]`` of an answer; unread text as the text it is."""
    if isinstance(value, bool | int | Decimal):
        return {_NUMBER_NAMES[type(value)]: value}
    if isinstance(value, Coding):
        return {"valueCoding": _written_coding(value)}
    if isinstance(value, date):
        return {"valueDate": value.isoformat()}
    return {"valueString": value.typed if isinstance(value, Unread) else value}


def _written_coding(coding: Coding) -> dict[str, Json]:
    members = {"system": coding.system, "code": coding.code, "display": coding.display}
    return {name: text for name, text in members.items() if text}


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


def read_coding(element: Element, name: str) -> Coding:
    """Return the coding in member *name* of *element*."""
    coding = element.element(name)
    coding.only(_CODING_MEMBERS)
    return Coding(coding.text("code"), coding.text("display"), coding.text("system"))


_READERS: Mapping[str, FhirType] = {
    "Boolean": _boolean,
    "Integer": _integer,
    "Decimal": _decimal,
    "Date": _date,
    "String": _string,
    "Coding": read_coding,
}
