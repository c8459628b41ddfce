"""What an expression sees: the answers around it, one element at a time."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol, TypeAlias

from models.answers import Coding, Quantity


@dataclass(frozen=True, slots=True)
class Found:
    """An item of the response that applies; the whole response has the link id ``""``.

    `rows` are the row numbers that what stands inside it has.
    """

    link_id: str
    rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Chosen:
    """An option that was chosen, and its ordinal value where the form gives one."""

    coding: Coding
    ordinal: Decimal | None = None


Simple: TypeAlias = bool | int | Decimal | str | date | Quantity | Chosen


@dataclass(frozen=True, slots=True)
class Given:
    """One answer of an item."""

    value: Simple


Node: TypeAlias = Simple | Given | Found
Collection: TypeAlias = tuple[Node, ...]

RESPONSE = Found("")
NOTHING: Collection = ()
YES: Collection = (True,)
NO: Collection = (False,)


class Source(Protocol):
    """The answers an expression is worked out from."""

    def items(self, link_id: str, around: Found, *, deep: bool) -> Collection:
        """Return each `Found` *link_id* just inside *around*, or anywhere in it, row by row."""

    def answers(self, found: Found) -> Collection:
        """Return each `Given` answer of *found*."""

    def spend(self, steps: int) -> None:
        """Note that *steps* were taken; raises `CalculationError` when there were too many."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Where an expression is worked out: `context` is its item, `row` the row that stands in.

    `this` is the element a criterion looks at; `today` is None when the day must not matter.
    """

    source: Source
    context: Found
    row: Found
    today: date | None
    this: Node = RESPONSE

    def looking_at(self, node: Node) -> "Scope":
        """Return the same scope with *node* as `$this`."""
        self.source.spend(1)
        return Scope(self.source, self.context, self.row, self.today, node)
