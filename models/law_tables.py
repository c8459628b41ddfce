"""The law as dated data: provisions, lengths of deadlines, closed days, contents of letters."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol, TypeAlias, TypeVar

from models.danish import long_date
from models.working_calendar import ClosedDay, ClosedKind, WorkingCalendar

Cell: TypeAlias = "str | int | date | list[str]"
Row: TypeAlias = Mapping[str, Cell]


class Confidence(StrEnum):
    """How far a row of the law is confirmed."""

    SURE = "sure"
    LIKELY = "likely"
    UNVERIFIED = "unverified"


class NoRuleInForceError(Exception):
    """The law tables know no rule for this day; its text is the Danish sentence to show."""

    def __init__(self, day: date) -> None:
        super().__init__(
            f"Programmet kender ikke reglerne for den {long_date(day)}. "
            "Se efter, om datoen er rigtig."
        )


class UnknownRuleError(LookupError):
    """The law tables hold no row with this id at all: a fault of ours."""


@dataclass(frozen=True, slots=True)
class Provision:
    """One provision: how it is cited, what it says in our words, when it is in force."""

    id: str
    law: str
    citation: str
    title: str
    content: str
    valid_from: date
    valid_until: date | None
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Length:
    """The length of one deadline; `unit` is days, weeks, working_days or months.

    `soon_from` and `urgent_from` are the days of the period from which it is nearly over.
    """

    id: str
    amount: int
    unit: str
    provision: str
    valid_from: date
    valid_until: date | None
    confidence: Confidence
    soon_from: int | None = None
    urgent_from: int | None = None


@dataclass(frozen=True)
class LawTables:
    """All tables of the law; every look-up names the day it is for."""

    provisions: tuple[Provision, ...]
    lengths: tuple[Length, ...]
    calendar: WorkingCalendar

    def provision(self, provision_id: str, on: date) -> Provision:
        """Return the provision in force on a day; raises `NoRuleInForceError`."""
        return _in_force(self.provisions, provision_id, on)

    def length(self, length_id: str, on: date) -> Length:
        """Return the length in force on a day; raises `NoRuleInForceError`."""
        return _in_force(self.lengths, length_id, on)

    def citation(self, provision_id: str, on: date) -> str:
        """Return how the provision is cited in a letter of that day."""
        return self.provision(provision_id, on).citation


class _Dated(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def valid_from(self) -> date: ...
    @property
    def valid_until(self) -> date | None: ...


_Rule = TypeVar("_Rule", bound=_Dated)


def _in_force(rules: Iterable[_Rule], rule_id: str, on: date) -> _Rule:
    versions = [rule for rule in rules if rule.id == rule_id]
    if not versions:
        raise UnknownRuleError(rule_id)
    for rule in versions:
        if rule.valid_from <= on and (rule.valid_until is None or on <= rule.valid_until):
            return rule
    raise NoRuleInForceError(on)


def read_law_tables(provisions: str, deadlines: str, closed_days: str) -> LawTables:
    """Return the tables read from the TOML texts of resources/law."""
    return LawTables(
        provisions=tuple(_provision(row) for row in rows(provisions, "provision")),
        lengths=tuple(_length(row) for row in rows(deadlines, "deadline")),
        calendar=WorkingCalendar(
            tuple(_closed_day(row) for row in rows(closed_days, "closed_day"))
        ),
    )


def rows(toml: str, name: str) -> tuple[Row, ...]:
    """Return the tables called *name* of a TOML text."""
    return tuple(tomllib.loads(toml)[name])


def text_of(row: Row, name: str) -> str:
    """Return a text of a row; empty when the row has none."""
    value = row.get(name, "")
    return value.strip() if isinstance(value, str) else ""


def _day(row: Row, name: str) -> date | None:
    value = row.get(name)
    return value if isinstance(value, date) else None


def _number(row: Row, name: str) -> int | None:
    value = row.get(name)
    return value if isinstance(value, int) else None


def _valid_from(row: Row) -> date:
    return _day(row, "gyldig_fra") or date.min


def _provision(row: Row) -> Provision:
    return Provision(
        id=text_of(row, "id"),
        law=text_of(row, "law"),
        citation=text_of(row, "citation"),
        title=text_of(row, "title"),
        content=text_of(row, "content"),
        valid_from=_valid_from(row),
        valid_until=_day(row, "gyldig_til"),
        source=text_of(row, "kilde"),
        confidence=Confidence(text_of(row, "confidence")),
    )


def _length(row: Row) -> Length:
    return Length(
        id=text_of(row, "id"),
        amount=_number(row, "length") or 0,
        unit=text_of(row, "unit"),
        provision=text_of(row, "provision"),
        valid_from=_valid_from(row),
        valid_until=_day(row, "gyldig_til"),
        confidence=Confidence(text_of(row, "confidence")),
        soon_from=_number(row, "soon_from"),
        urgent_from=_number(row, "urgent_from"),
    )


def _closed_day(row: Row) -> ClosedDay:
    month_day = text_of(row, "dag")
    month, _, day = month_day.partition("-")
    return ClosedDay(
        name=text_of(row, "navn"),
        kind=ClosedKind(text_of(row, "slags")),
        after_easter=_number(row, "efter_paaske"),
        month_day=(int(month), int(day)) if month_day else None,
        valid_from=_valid_from(row),
        valid_until=_day(row, "gyldig_til"),
    )
