"""Collections seen as one value, as a truth, as a number; when two values are the same."""

from decimal import Context, Decimal

from forms.fhirpath.errors import CalculationError
from forms.fhirpath.scope import NOTHING, Chosen, Collection, Found, Given, Node, Simple
from models.answers import Quantity

Number = int | Decimal
# Twenty-eight digits as FHIRPath asks, whatever another part of the program sets its own to.
ARITHMETIC = Context(prec=28)
# Wide enough for every digit of any two numbers that can be read, where none may be rounded off.
EXACT = Context(prec=120)
_MOST_DIGITS = 28


def alone(collection: Collection) -> Simple | None:
    """Return the one value of *collection*, None when empty; raises `CalculationError` if more."""
    if not collection:
        return None
    if len(collection) > 1:
        raise CalculationError("Der er flere svar, hvor der kun kan regnes med ét.")
    node = collection[0]
    if isinstance(node, Given):
        return node.value
    if isinstance(node, Found):
        raise CalculationError("Et helt punkt kan ikke bruges som en værdi.")
    return node


def truth(collection: Collection) -> bool | None:
    """Return *collection* as yes, no or unknown; any one thing that is no boolean counts as yes."""
    if len(collection) > 1:
        raise CalculationError("Der er flere svar, hvor der kun kan stå ja eller nej.")
    if not collection:
        return None
    node = collection[0].value if isinstance(collection[0], Given) else collection[0]
    return node if isinstance(node, bool) else True


def told(known: bool | None) -> Collection:  # noqa: FBT001 - yes, no or unknown is what it is about
    """Return yes, no or, when unknown, nothing as a collection."""
    return NOTHING if known is None else (known,)


def same(left: Node, right: Node) -> bool:
    """Return whether two elements are equal; 1 and 1.0 are, 1 and true are not."""
    left, right = _plain(left), _plain(right)
    if isinstance(left, Chosen) and isinstance(right, Chosen):
        one, other = left.coding, right.coding
        return (one.system, one.code) == (other.system, other.code)
    if isinstance(left, Quantity) and isinstance(right, Quantity):
        return in_one_unit(left, right) and left.value == right.value
    return isinstance(left, bool) is isinstance(right, bool) and left == right


def number_of(value: Simple | None) -> Number | None:
    """Return *value* if it is a number; a boolean is none."""
    is_number = isinstance(value, int | Decimal) and not isinstance(value, bool)
    return value if is_number and isinstance(value, int | Decimal) else None


def bounded(number: Number) -> Collection:
    """Return *number* as a collection, refusing one with more digits than anything measured."""
    if isinstance(number, int):
        return (_small(number),)
    if not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
        raise CalculationError("Tallet bliver for stort.")
    return (number,)


def _small(number: int) -> int:
    if abs(number) >= 10**_MOST_DIGITS:
        raise CalculationError("Tallet bliver for stort.")
    return number


def _plain(node: Node) -> Node:
    return node.value if isinstance(node, Given) else node


def distinct(collection: Collection) -> Collection:
    """Return *collection* with each element once."""
    return tuple({_key(node): node for node in reversed(collection)}.values())[::-1]


def _key(node: Node) -> tuple[str, object, object]:
    """Return what two equal elements have in common."""
    plain = _plain(node)
    if isinstance(plain, Chosen):
        return "option", plain.coding.system, plain.coding.code
    if isinstance(plain, Quantity):
        return "amount", (plain.system, plain.code or plain.unit), plain.value
    # 1 and 1.0 are one and the same, 1 and true are not.
    is_number = isinstance(plain, int | Decimal) and not isinstance(plain, bool)
    return "number" if is_number else type(plain).__name__, plain, None


def in_one_unit(one: Quantity, other: Quantity) -> bool:
    """Return that both have one unit; raises `CalculationError` when they have not."""
    # Converting units is not in the subset, and 4 g = 4000 mg must not be said to be wrong.
    if not one.has_unit_of(other):
        raise CalculationError("To mål i hver sin enhed kan ikke sammenlignes.")
    return True
