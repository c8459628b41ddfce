"""Functions that make one value of many: sums, averages, extremes."""

from decimal import Decimal

from forms.fhirpath.errors import CalculationError
from forms.fhirpath.nodes import Part
from forms.fhirpath.operators import RANKS
from forms.fhirpath.scope import NOTHING, Collection, Scope
from forms.fhirpath.values import ARITHMETIC, alone, bounded, number_of

Parts = tuple[Part, ...]
_PLUS = RANKS[7]["+"]
_LESS = RANKS[5]["<"]


def total(_: Scope, source: Collection, __: Parts) -> Collection:
    """Return the sum of the numbers, nothing of none."""
    so_far = source[:1]
    for node in source[1:]:
        so_far = _PLUS(so_far, (node,))
    return _numbers_only(so_far)


def average(scope: Scope, source: Collection, arguments: Parts) -> Collection:
    """Return the average of the numbers, nothing of none."""
    summed = number_of(alone(total(scope, source, arguments)))
    if summed is None:
        return NOTHING
    return bounded(ARITHMETIC.divide(Decimal(summed), Decimal(len(source))))


def _numbers_only(collection: Collection) -> Collection:
    if collection and number_of(alone(collection)) is None:
        raise CalculationError("Der kan kun regnes med tal.")
    return collection


def least(_: Scope, source: Collection, __: Parts) -> Collection:
    """Return the least element."""
    return _extreme(source, smallest=True)


def greatest(_: Scope, source: Collection, __: Parts) -> Collection:
    """Return the greatest element."""
    return _extreme(source, smallest=False)


def _extreme(source: Collection, *, smallest: bool) -> Collection:
    best = source[:1]
    for node in source[1:]:
        if _LESS((node,), best) == (smallest,):
            best = (node,)
    return best
