"""Amounts with a unit: as they are typed, as they are shown, in which units they may be given."""

import re
from decimal import Decimal

from forms.danish_typing import read_decimal
from models.answers import Coding, Quantity
from models.danish import number

_TYPED = re.compile(r"(?P<number>[-+−0-9., ]*[0-9])\s*(?P<unit>\S.*)?", re.DOTALL)
_LONGEST = 100


def in_unit(unit: Coding, value: Decimal | None = None) -> Quantity:
    """Return *value* measured in the offered *unit*."""
    return Quantity(value, unit.display or unit.code, unit.code, unit.system)


def unit_key(quantity: Quantity) -> str:
    """Return what a field calls the unit of *quantity*: its code, or its word without one."""
    return quantity.code or quantity.unit


def read_amount(typed: str, chosen: str, units: tuple[Quantity, ...]) -> Quantity | None:
    """Return the amount *typed*, e.g. ``2,5`` or ``2,5 kg``, in the unit with the key *chosen*.

    *units* are those offered. A unit typed goes before one chosen, and a single one offered is
    taken for granted. None when it cannot be read.
    """
    match = _TYPED.fullmatch(typed.strip()) if len(typed) <= _LONGEST else None
    value = read_decimal(match["number"]) if match else None
    if match is None or value is None:
        return None
    if match["unit"]:
        return _named(value, match["unit"].strip(), units)
    keyed = [unit for unit in units if unit_key(unit) == chosen or len(units) == 1]
    return _measured(value, keyed[0]) if keyed else Quantity(value)


def unit_alone(chosen: str, units: tuple[Quantity, ...]) -> Quantity | None:
    """Return the unit with the key *chosen*, to be kept until its number is typed."""
    return next((unit for unit in units if unit_key(unit) == chosen), None)


def amount_text(quantity: Quantity) -> str:
    """Return *quantity* for reading, ``"2,5 kg"``."""
    amount = "" if quantity.value is None else number(quantity.value)
    return f"{amount} {quantity.unit or quantity.code}".strip()


def _named(value: Decimal, word: str, units: tuple[Quantity, ...]) -> Quantity | None:
    names = {name.casefold(): unit for unit in units for name in (unit.code, unit.unit) if name}
    found = names.get(word.casefold())
    if found is not None:
        return _measured(value, found)
    return None if units else Quantity(value, word)


def _measured(value: Decimal, unit: Quantity) -> Quantity:
    return Quantity(value, unit.unit, unit.code, unit.system)
