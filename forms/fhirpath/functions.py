"""The functions an expression may use on what it has found."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from forms.fhirpath.aggregates import average, greatest, least, total
from forms.fhirpath.date_sums import boundaries, unit_named, whole_units
from forms.fhirpath.errors import CalculationError
from forms.fhirpath.nodes import Function, Part
from forms.fhirpath.operators import negate
from forms.fhirpath.scope import NOTHING, Chosen, Collection, Scope
from forms.fhirpath.values import (
    ARITHMETIC,
    EXACT,
    Number,
    alone,
    bounded,
    distinct,
    number_of,
    truth,
)

_MOST_PLACES = 20
Parts = tuple[Part, ...]


def _exists(scope: Scope, source: Collection, arguments: Parts) -> Collection:
    return (bool(_where(scope, source, arguments) if arguments else source),)


def _empty(_: Scope, source: Collection, __: Parts) -> Collection:
    return (not source,)


def _not(_: Scope, source: Collection, __: Parts) -> Collection:
    known = truth(source)
    return NOTHING if known is None else (not known,)


def _count(_: Scope, source: Collection, __: Parts) -> Collection:
    return (len(source),)


def _where(scope: Scope, source: Collection, arguments: Parts) -> Collection:
    (criterion,) = arguments
    return tuple(node for node in source if _holds(criterion, scope.looking_at(node)))


def _holds(criterion: Part, scope: Scope) -> bool:
    known = criterion.values(scope)
    if known and not isinstance(alone(known), bool):
        raise CalculationError("En betingelse skal give ja eller nej.")
    return truth(known) is True


def _select(scope: Scope, source: Collection, arguments: Parts) -> Collection:
    (projection,) = arguments
    return tuple(part for node in source for part in projection.values(scope.looking_at(node)))


def _all(scope: Scope, source: Collection, arguments: Parts) -> Collection:
    return (len(_where(scope, source, arguments)) == len(source),)


def _first(_: Scope, source: Collection, __: Parts) -> Collection:
    return source[:1]


def _last(_: Scope, source: Collection, __: Parts) -> Collection:
    return source[-1:]


def _distinct(_: Scope, source: Collection, __: Parts) -> Collection:
    return distinct(source)


def _iif(scope: Scope, source: Collection, arguments: Parts) -> Collection:
    if len(source) > 1:
        raise CalculationError("»iif« kan kun bruges på ét svar.")
    inner = scope.looking_at(source[0]) if source else scope
    criterion, yes, *no = arguments
    if _holds(criterion, inner):
        return yes.values(inner)
    return no[0].values(inner) if no else NOTHING


def _today(scope: Scope, _: Collection, __: Parts) -> Collection:
    return NOTHING if scope.today is None else (scope.today,)


def _ordinal(_: Scope, source: Collection, __: Parts) -> Collection:
    chosen = (alone((node,)) for node in source)
    return tuple(
        one.ordinal for one in chosen if isinstance(one, Chosen) and one.ordinal is not None
    )


def _rounded(way: str) -> Function:
    def rounded(_: Scope, source: Collection, __: Parts) -> Collection:
        number = _number(source)
        return NOTHING if number is None else (int(Decimal(number).to_integral_value(way)),)

    return rounded


def _round(scope: Scope, source: Collection, arguments: Parts) -> Collection:
    number = _number(source)
    places = number_of(alone(arguments[0].values(scope))) if arguments else 0
    if number is None:
        return NOTHING
    if not isinstance(places, int) or not 0 <= places <= _MOST_PLACES:
        raise CalculationError("Antallet af decimaler skal være et helt tal fra 0 til 20.")
    step = Decimal(1).scaleb(-places)
    return (Decimal(number).quantize(step, ROUND_HALF_UP, EXACT),)


def _absolute(_: Scope, source: Collection, __: Parts) -> Collection:
    number = _number(source)
    if number is None:
        return NOTHING
    return negate((number,)) if number < 0 else (number,)


def _logarithm(_: Scope, source: Collection, __: Parts) -> Collection:
    number = _number(source)
    if number is None or number <= 0:
        return NOTHING
    return bounded(Decimal(number).ln(ARITHMETIC))


def _number(source: Collection) -> Number | None:
    value = alone(source)
    number = number_of(value)
    if value is not None and number is None:
        raise CalculationError("Der kan kun regnes med tal.")
    return number


def _text(source: Collection) -> str | None:
    value = alone(source)
    if value is not None and not isinstance(value, str):
        raise CalculationError("Her kan kun bruges tekst.")
    return value


def _length(_: Scope, source: Collection, __: Parts) -> Collection:
    text = _text(source)
    return NOTHING if text is None else (len(text),)


def _changed(change: Callable[[str], str]) -> Function:
    def changed(_: Scope, source: Collection, __: Parts) -> Collection:
        text = _text(source)
        return NOTHING if text is None else (change(text),)

    return changed


def _tested(test: Callable[[str, str], bool]) -> Function:
    def tested(scope: Scope, source: Collection, arguments: Parts) -> Collection:
        text, part = _text(source), _text(arguments[0].values(scope))
        return NOTHING if text is None or part is None else (test(text, part),)

    return tested


def _between(counted: Callable[[date, date, str], int]) -> Function:
    """Return a function that counts calendar units from its source to its first argument."""

    def between(scope: Scope, source: Collection, arguments: Parts) -> Collection:
        start, end = alone(source), alone(arguments[0].values(scope))
        unit = unit_named(_text(arguments[1].values(scope)) or "")
        if start is None or end is None:
            return NOTHING
        if not isinstance(start, date) or not isinstance(end, date) or not unit:
            raise CalculationError("Der skal stå to datoer og 'day', 'week', 'month' eller 'year'.")
        return (counted(start, end, unit),)

    return between


def _has(text: str, part: str) -> bool:
    return part in text


@dataclass(frozen=True, slots=True)
class Definition:
    """A function, how many arguments it may have, and whether they look at one element each."""

    function: Function
    least: int = 0
    most: int = 0
    is_criterion: bool = False


FUNCTIONS: Mapping[str, Definition] = {
    "exists": Definition(_exists, most=1, is_criterion=True),
    "empty": Definition(_empty),
    "not": Definition(_not),
    "count": Definition(_count),
    "where": Definition(_where, 1, 1, is_criterion=True),
    "select": Definition(_select, 1, 1, is_criterion=True),
    "all": Definition(_all, 1, 1, is_criterion=True),
    "first": Definition(_first),
    "last": Definition(_last),
    "distinct": Definition(_distinct),
    "sum": Definition(total),
    "avg": Definition(average),
    "min": Definition(least),
    "max": Definition(greatest),
    "iif": Definition(_iif, 2, 3, is_criterion=True),
    "ordinal": Definition(_ordinal),
    "round": Definition(_round, most=1),
    "floor": Definition(_rounded(ROUND_FLOOR)),
    "ceiling": Definition(_rounded(ROUND_CEILING)),
    "truncate": Definition(_rounded(ROUND_DOWN)),
    "abs": Definition(_absolute),
    "ln": Definition(_logarithm),
    "length": Definition(_length),
    "lower": Definition(_changed(str.lower)),
    "upper": Definition(_changed(str.upper)),
    "startsWith": Definition(_tested(str.startswith), 1, 1),
    "endsWith": Definition(_tested(str.endswith), 1, 1),
    "contains": Definition(_tested(_has), 1, 1),
    "duration": Definition(_between(whole_units), 2, 2),
    "difference": Definition(_between(boundaries), 2, 2),
}
"""Functions after a dot."""

FREE_FUNCTIONS: Mapping[str, Definition] = {
    "today": Definition(_today),
    "iif": Definition(_iif, 2, 3),
}
"""Functions that stand alone."""
