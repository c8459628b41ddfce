"""Answers: what has been said, by question and row, as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Coding:
    """One chosen option: its code, and the words the person chose by."""

    code: str
    display: str
    system: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A measured amount and its unit; `value` is None while only the unit has been chosen.

    `unit` is what people read, `code` with `system` what a machine compares by.
    """

    value: Decimal | None
    unit: str = ""
    code: str = ""
    system: str = ""

    def has_unit_of(self, other: "Quantity") -> bool:
        """Return whether both are measured in the same unit: by code, or by word without one."""
        if self.code or other.code:
            return (self.system, self.code) == (other.system, other.code)
        return self.unit == other.unit


@dataclass(frozen=True, slots=True)
class Unread:
    """Typed text that could not be read as what the question asks for; kept as it was typed."""

    typed: str


@dataclass(frozen=True, slots=True)
class Declined:
    """The citizen was asked and does not wish to answer; no fact, but not a gap either."""


Value: TypeAlias = bool | int | Decimal | date | str | Coding | Quantity | Unread | Declined


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where an answer stands: a question, and one row number per repeating group around it.

    `rows` counts from 0, outermost group first. The place of a repeating group itself holds the
    rows of the groups around it, not its own.
    """

    link_id: str
    rows: tuple[int, ...] = ()


@dataclass(frozen=True)
class Answers:
    """All answers of one filled form, and how many rows each repeating group has.

    `edited` are the places of calculated questions that a person has answered instead.
    """

    values: Mapping[Place, tuple[Value, ...]] = field(default_factory=lambda: MappingProxyType({}))
    counts: Mapping[Place, int] = field(default_factory=lambda: MappingProxyType({}))
    edited: frozenset[Place] = frozenset()

    def at(self, place: Place) -> tuple[Value, ...]:
        """Return the answers at *place*, none if nothing was answered."""
        return self.values.get(place, ())

    def rows(self, group: Place) -> int:
        """Return how many rows the repeating group at *group* has."""
        return self.counts.get(group, 0)

    def with_answer(self, place: Place, *values: Value) -> "Answers":
        """Return these answers with *values* at *place*; without values the answer is gone."""
        kept = {other: value for other, value in self.values.items() if other != place}
        if values:
            kept[place] = values
        return replace(self, values=MappingProxyType(kept))

    def with_edited(self, place: Place) -> "Answers":
        """Return these answers with the one at *place* marked as a person's own."""
        return replace(self, edited=self.edited | {place})

    def without_edited(self, place: Place) -> "Answers":
        """Return these answers with the one at *place* no longer marked as a person's own."""
        return replace(self, edited=self.edited - {place})

    def with_row(self, group: Place) -> "Answers":
        """Return these answers with one more, empty row at the end of *group*."""
        counts = {**self.counts, group: self.rows(group) + 1}
        return replace(self, counts=MappingProxyType(counts))

    def without_row(self, group: Place, row: int, inside: frozenset[str]) -> "Answers":
        """Return these answers without *row* of *group*; *inside* names every item in the group.

        A row that is not there takes nothing away.
        """
        if not 0 <= row < self.rows(group):
            return self
        kept = {
            moved: value
            for place, value in self.values.items()
            if (moved := _after_removal(place, group, row, inside)) is not None
        }
        counts = {
            moved: count
            for place, count in self.counts.items()
            if (moved := _after_removal(place, group, row, inside)) is not None
        }
        if self.rows(group) > 1:
            counts[group] = self.rows(group) - 1
        else:
            # No rows are the same as none ever added: so does a draft come back.
            del counts[group]
        edited = (_after_removal(place, group, row, inside) for place in self.edited)
        return Answers(
            MappingProxyType(kept),
            MappingProxyType(counts),
            frozenset(place for place in edited if place is not None),
        )

    def only(self, places: frozenset[Place]) -> "Answers":
        """Return these answers without those that stand anywhere else than at *places*."""
        kept = {place: values for place, values in self.values.items() if place in places}
        counts = {place: count for place, count in self.counts.items() if place in places}
        return Answers(MappingProxyType(kept), MappingProxyType(counts), self.edited & places)

    def text(self, link_id: str, *rows: int) -> str:
        """Return the text answered at *link_id*, stripped; empty when there is none."""
        return next((v.strip() for v in self.at(Place(link_id, rows)) if isinstance(v, str)), "")

    def day(self, link_id: str, *rows: int) -> date | None:
        """Return the date answered at *link_id*."""
        return next((v for v in self.at(Place(link_id, rows)) if isinstance(v, date)), None)

    def yes(self, link_id: str, *rows: int) -> bool | None:
        """Return the yes or no answered at *link_id*."""
        return next((v for v in self.at(Place(link_id, rows)) if isinstance(v, bool)), None)

    def number(self, link_id: str, *rows: int) -> int | Decimal | None:
        """Return the number answered at *link_id*."""
        found = (v for v in self.at(Place(link_id, rows)) if isinstance(v, int | Decimal))
        return next((v for v in found if not isinstance(v, bool)), None)

    def quantity(self, link_id: str, *rows: int) -> Quantity | None:
        """Return the amount answered at *link_id*; None while only its unit is chosen."""
        found = (v for v in self.at(Place(link_id, rows)) if isinstance(v, Quantity))
        return next((quantity for quantity in found if quantity.value is not None), None)

    def choices(self, link_id: str, *rows: int) -> tuple[Coding, ...]:
        """Return the options chosen at *link_id*; a free text of an open choice has no code."""
        return tuple(
            value if isinstance(value, Coding) else Coding("", value)
            for value in self.at(Place(link_id, rows))
            if isinstance(value, Coding | str)
        )

    def code(self, link_id: str, *rows: int) -> str:
        """Return the code of the first option chosen at *link_id*; empty when there is none."""
        return next((choice.code for choice in self.choices(link_id, *rows)), "")


def _after_removal(place: Place, group: Place, row: int, inside: frozenset[str]) -> Place | None:
    depth = len(group.rows)
    if place.link_id not in inside or place.rows[:depth] != group.rows or len(place.rows) <= depth:
        return place
    if place.rows[depth] == row:
        return None
    if place.rows[depth] > row:
        moved = (*place.rows[:depth], place.rows[depth] - 1, *place.rows[depth + 1 :])
        return Place(place.link_id, moved)
    return place
