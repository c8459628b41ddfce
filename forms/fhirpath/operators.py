"""Operators between collections: logic in three values, comparison, arithmetic."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from operator import ge, gt, le, lt

from forms.fhirpath.date_sums import moved
from forms.fhirpath.errors import CalculationError
from forms.fhirpath.nodes import Operation
from forms.fhirpath.scope import NO, NOTHING, YES, Collection, Simple
from forms.fhirpath.values import (
    ARITHMETIC,
    EXACT,
    Number,
    alone,
    bounded,
    distinct,
    in_one_unit,
    number_of,
    same,
    told,
    truth,
)
from models.answers import Quantity


def _and(left: Collection, right: Collection) -> Collection:
    known = {truth(left), truth(right)}
    return NO if False in known else told(None if None in known else True)


def _or(left: Collection, right: Collection) -> Collection:
    known = {truth(left), truth(right)}
    return YES if True in known else told(None if None in known else False)


def _xor(left: Collection, right: Collection) -> Collection:
    one, other = truth(left), truth(right)
    return told(None if one is None or other is None else one is not other)


def _implies(left: Collection, right: Collection) -> Collection:
    one, other = truth(left), truth(right)
    return _or(told(None if one is None else not one), told(other))


def _equal(left: Collection, right: Collection) -> Collection:
    if not left or not right:
        return NOTHING
    if len(left) != len(right):
        return NO
    return (all(same(one, other) for one, other in zip(left, right, strict=True)),)


def _not_equal(left: Collection, right: Collection) -> Collection:
    equal = _equal(left, right)
    return told(not equal[0]) if equal else NOTHING


def _in(left: Collection, right: Collection) -> Collection:
    if not left:
        return NOTHING
    if len(left) > 1:
        raise CalculationError("Der er flere svar, hvor der kun kan ledes efter ét.")
    return (any(same(left[0], node) for node in right),)


def _contains(left: Collection, right: Collection) -> Collection:
    return _in(right, left)


def _union(left: Collection, right: Collection) -> Collection:
    return distinct((*left, *right))


def _comparison(compare: Callable[[Decimal | str, Decimal | str], bool]) -> Operation:
    def compared(left: Collection, right: Collection) -> Collection:
        one, other = alone(left), alone(right)
        if one is None or other is None:
            return NOTHING
        pair = _comparable(one, other)
        return NOTHING if pair is None else (compare(*pair),)

    return compared


def _comparable(one: Simple, other: Simple) -> tuple[Decimal | str, Decimal | str] | None:
    """Return both in a form that orders; None when an amount is missing."""
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        in_one_unit(one, other)
        return None if one.value is None or other.value is None else (one.value, other.value)
    left, right = number_of(one), number_of(other)
    if left is not None and right is not None:
        return Decimal(left), Decimal(right)
    if isinstance(one, str) and isinstance(other, str):
        return one, other
    if isinstance(one, date) and isinstance(other, date):
        return one.isoformat(), other.isoformat()
    raise CalculationError("To slags svar kan ikke sammenlignes.")


def _arithmetic(calculate: Callable[[Number, Number], Number | None]) -> Operation:
    def calculated(left: Collection, right: Collection) -> Collection:
        one, other = alone(left), alone(right)
        if one is None or other is None:
            return NOTHING
        first, second = number_of(one), number_of(other)
        if first is None or second is None:
            raise CalculationError("Der kan kun regnes med tal.")
        result = calculate(first, second)
        return NOTHING if result is None else bounded(result)

    return calculated


def _plus(left: Collection, right: Collection) -> Collection:
    one, other = alone(left), alone(right)
    if isinstance(one, str) and isinstance(other, str):
        return (one + other,)
    if isinstance(one, date) and isinstance(other, Quantity):
        return told_day(moved(one, other, 1))
    return _add(left, right)


def _minus(left: Collection, right: Collection) -> Collection:
    one, other = alone(left), alone(right)
    if isinstance(one, date) and isinstance(other, Quantity):
        return told_day(moved(one, other, -1))
    return _subtract(left, right)


def told_day(day: date | None) -> Collection:
    """Return *day* as a collection, nothing when there is none."""
    return NOTHING if day is None else (day,)


def _joined(left: Collection, right: Collection) -> Collection:
    parts = [alone(left), alone(right)]
    if not all(part is None or isinstance(part, str) for part in parts):
        raise CalculationError("»&« sætter kun tekster sammen.")
    return ("".join(part for part in parts if isinstance(part, str)),)


def _sum(one: Number, other: Number) -> Number:
    if isinstance(one, int) and isinstance(other, int):
        return one + other
    return ARITHMETIC.add(Decimal(one), Decimal(other))


def _difference(one: Number, other: Number) -> Number:
    if isinstance(one, int) and isinstance(other, int):
        return one - other
    return ARITHMETIC.subtract(Decimal(one), Decimal(other))


def _product(one: Number, other: Number) -> Number:
    if isinstance(one, int) and isinstance(other, int):
        return one * other
    return ARITHMETIC.multiply(Decimal(one), Decimal(other))


def _quotient(one: Number, other: Number) -> Number | None:
    return ARITHMETIC.divide(Decimal(one), Decimal(other)) if other else None


def _whole_quotient(one: Number, other: Number) -> Number | None:
    if not other:
        return None
    return int(EXACT.divide_int(Decimal(one), Decimal(other)))


def _remainder(one: Number, other: Number) -> Number | None:
    if not other:
        return None
    rest = EXACT.remainder(Decimal(one), Decimal(other))
    return int(rest) if isinstance(one, int) and isinstance(other, int) else rest


def negate(collection: Collection, _: Collection = NOTHING) -> Collection:
    """Return *collection*'s number with the other sign."""
    return _subtract((0,), collection)


_add = _arithmetic(_sum)
_subtract = _arithmetic(_difference)

RANKS: tuple[Mapping[str, Operation], ...] = (
    {"implies": _implies},
    {"or": _or, "xor": _xor},
    {"and": _and},
    {"in": _in, "contains": _contains},
    {"=": _equal, "!=": _not_equal},
    {
        "<": _comparison(lt),
        ">": _comparison(gt),
        "<=": _comparison(le),
        ">=": _comparison(ge),
    },
    {"|": _union},
    {"+": _plus, "-": _minus, "&": _joined},
    {
        "*": _arithmetic(_product),
        "/": _arithmetic(_quotient),
        "div": _arithmetic(_whole_quotient),
        "mod": _arithmetic(_remainder),
    },
)
"""The operators, those that bind least first."""
