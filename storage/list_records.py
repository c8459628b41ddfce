"""What lists show beside citizens and tasks: notices, drafts left, quiet courses, words told."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple


class NoticeKind(StrEnum):
    """What a notice is about: a meeting on its day, or what is urgent and has no day."""

    MEETING = "meeting"
    URGENT = "urgent"


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """One thing the day shows of a case; `id` tells it from others of its kind there.

    `detail` says where and how, and may be empty; `day` is None for what has no day.
    """

    kind: NoticeKind
    id: str
    title: str
    detail: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class ToldText:
    """All that was told in one entry, as text to be searched in."""

    entry_id: str
    text: str


@dataclass(frozen=True, slots=True)
class DayNotice:
    """A notice, and whose it is."""

    case_id: str
    name: str
    notice: NoticeRow


@dataclass(frozen=True, slots=True)
class LeftDraft:
    """A form that was begun and is not signed; `form` is the name of the form."""

    case_id: str
    name: str
    entry_id: str
    form: str
    started: datetime


@dataclass(frozen=True, slots=True)
class QuietCourse:
    """An open course, and when anything was last written in its case."""

    case_id: str
    name: str
    stage: str
    changed: datetime


class Derived(NamedTuple):
    """By what a row must be derived to hold on the day `today`: the mark of the rules."""

    rules: str
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DueSpan:
    """Which tasks are asked for: due from the day `since`, and before the day `before`.

    With `near_on` only those that are near on that day, or with `is_near` false only the others.
    With `only` those of cases whose row holds.
    """

    before: date
    since: date = date.min
    near_on: date | None = None
    is_near: bool = True
    only: Derived | None = None


class Standing(StrEnum):
    """Whether a case has an open course."""

    OPEN = "open"
    CLOSED = "closed"


class DueWhen(NamedTuple):
    """The days between which the next thing is due: from `since`, and before `before`."""

    since: date
    before: date


@dataclass(frozen=True, slots=True)
class Sieve:
    """What the list of citizens is sifted by; what is empty or None lets everybody through."""

    stage: str = ""
    counsellor: str = ""
    standing: Standing | None = None
    due: DueWhen | None = None


class ListPlace(NamedTuple):
    """Where a citizen stands in the list: the name as it sorts, and the citizen's number."""

    name_order: str
    number: int


FIRST_PLACE = ListPlace("", 0)


@dataclass(frozen=True, slots=True)
class CitizenSearch:
    """What is searched for, in notes and answers too when `in_told`, and what is sifted out."""

    words: str = ""
    in_told: bool = False
    sieve: Sieve = Sieve()
