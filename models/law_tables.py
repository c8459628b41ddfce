"""The law as dated data: provisions, lengths of deadlines, closed days, contents of letters."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Protocol, TypeVar

from models.danish import long_date
from models.toml_rows import Row, day_of, number_of, rows, text_of, texts_of
from models.working_calendar import ClosedDay, ClosedKind, WorkingCalendar


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
class Authorship:
    """Who wrote a row of a clinic's own, and when it was signed."""

    by: str
    on: date


@dataclass(frozen=True, slots=True)
class Provision:
    """One provision: how it is cited, what it says in our words, when it is in force.

    `note` says what to check, `replaced_by` which rows came in its place when it ended; `own` is
    there when the clinic wrote the row.
    """

    id: str
    law: str
    citation: str
    title: str
    content: str
    valid_from: date
    valid_until: date | None
    source: str
    confidence: Confidence
    note: str = ""
    replaced_by: tuple[str, ...] = ()
    own: Authorship | None = None


@dataclass(frozen=True, slots=True)
class Length:
    """The length of one deadline; `unit` is days, weeks, working_days or months.

    `soon_from` and `urgent_from` are the days of the period from which it is nearly over; `own` is
    there when the clinic set the length.
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
    title: str = ""
    source: str = ""
    note: str = ""
    own: Authorship | None = None


@dataclass(frozen=True)
class LawTables:
    """All tables of the law; every look-up names the day it is for.

    Where several rows of a rule hold on a day, the first of them stands.
    """

    provisions: tuple[Provision, ...]
    lengths: tuple[Length, ...]
    calendar: WorkingCalendar

    def provision(self, provision_id: str, on: date) -> Provision:
        """Return the provision in force on a day, or what it came in the place of or gave way to.

        Raises `NoRuleInForceError` when there is neither.
        """
        versions = _versions(self.provisions, provision_id)
        found = next(_holding(versions, on), None) or next(self._relatives(versions, on), None)
        if found is None:
            raise NoRuleInForceError(on)
        return found

    def length(self, length_id: str, on: date) -> Length:
        """Return the length in force on a day; raises `NoRuleInForceError`."""
        found = next(_holding(_versions(self.lengths, length_id), on), None)
        if found is None:
            raise NoRuleInForceError(on)
        return found

    def citation(self, provision_id: str, on: date) -> str:
        """Return how the provision is cited in a letter of that day."""
        return self.provision(provision_id, on).citation

    def with_own(
        self, provisions: tuple[Provision, ...], lengths: tuple[Length, ...]
    ) -> "LawTables":
        """Return these tables with a clinic's own rows, which stand before the shipped ones."""
        return replace(
            self, provisions=(*provisions, *self.provisions), lengths=(*lengths, *self.lengths)
        )

    def _relatives(self, versions: tuple[Provision, ...], on: date) -> Iterator[Provision]:
        """Yield what gave way to the rule, or came in its place, and holds *on* the day."""
        successors = {new for version in versions for new in version.replaced_by}
        ids = {version.id for version in versions}
        return (
            rule
            for rule in _holding(self.provisions, on)
            if rule.id in successors or ids & set(rule.replaced_by)
        )


class _Dated(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def valid_from(self) -> date: ...
    @property
    def valid_until(self) -> date | None: ...


_Rule = TypeVar("_Rule", bound=_Dated)


def _versions(rules: Iterable[_Rule], rule_id: str) -> tuple[_Rule, ...]:
    versions = tuple(rule for rule in rules if rule.id == rule_id)
    if not versions:
        raise UnknownRuleError(rule_id)
    return versions


def _holding(rules: Iterable[_Rule], on: date) -> Iterator[_Rule]:
    return (rule for rule in rules if holds(rule, on))


def holds(rule: _Dated, on: date) -> bool:
    """Return whether a row holds on a day; the last day of its validity is one of them."""
    return rule.valid_from <= on and (rule.valid_until is None or on <= rule.valid_until)


def read_law_tables(provisions: str, deadlines: str, closed_days: str) -> LawTables:
    """Return the tables read from the TOML texts of resources/law."""
    return LawTables(
        provisions=tuple(_provision(row) for row in rows(provisions, "provision")),
        lengths=tuple(_length(row) for row in rows(deadlines, "deadline")),
        calendar=WorkingCalendar(
            tuple(_closed_day(row) for row in rows(closed_days, "closed_day"))
        ),
    )


def _valid_from(row: Row) -> date:
    return day_of(row, "gyldig_fra") or date.min


def _provision(row: Row) -> Provision:
    return Provision(
        id=text_of(row, "id"),
        law=text_of(row, "law"),
        citation=text_of(row, "citation"),
        title=text_of(row, "title"),
        content=text_of(row, "content"),
        valid_from=_valid_from(row),
        valid_until=day_of(row, "gyldig_til"),
        source=text_of(row, "kilde"),
        confidence=Confidence(text_of(row, "confidence")),
        note=text_of(row, "note"),
        replaced_by=texts_of(row, "afloest_af"),
    )


def _length(row: Row) -> Length:
    return Length(
        id=text_of(row, "id"),
        amount=number_of(row, "length") or 0,
        unit=text_of(row, "unit"),
        provision=text_of(row, "provision"),
        valid_from=_valid_from(row),
        valid_until=day_of(row, "gyldig_til"),
        confidence=Confidence(text_of(row, "confidence")),
        soon_from=number_of(row, "soon_from"),
        urgent_from=number_of(row, "urgent_from"),
        title=text_of(row, "title"),
        source=text_of(row, "kilde"),
        note=text_of(row, "note"),
    )


def _closed_day(row: Row) -> ClosedDay:
    month_day = text_of(row, "dag")
    month, _, day = month_day.partition("-")
    return ClosedDay(
        name=text_of(row, "navn"),
        kind=ClosedKind(text_of(row, "slags")),
        after_easter=number_of(row, "efter_paaske"),
        month_day=(int(month), int(day)) if month_day else None,
        valid_from=_valid_from(row),
        valid_until=day_of(row, "gyldig_til"),
    )
