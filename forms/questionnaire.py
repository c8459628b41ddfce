"""A questionnaire as frozen values: the written subset of FHIR R4 that this program asks with."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from forms.fhirpath.expression import Expression
from models.answers import Coding, Quantity, Value


class ItemType(StrEnum):
    """The kinds of item in the subset; the values are FHIR's."""

    GROUP = "group"
    DISPLAY = "display"
    BOOLEAN = "boolean"
    DECIMAL = "decimal"
    INTEGER = "integer"
    DATE = "date"
    STRING = "string"
    TEXT = "text"
    CHOICE = "choice"
    OPEN_CHOICE = "open-choice"
    QUANTITY = "quantity"


class Operator(StrEnum):
    """How an enabling condition compares; the values are FHIR's."""

    EXISTS = "exists"
    EQUAL = "="
    NOT_EQUAL = "!="
    GREATER = ">"
    LESS = "<"
    GREATER_OR_EQUAL = ">="
    LESS_OR_EQUAL = "<="


class Control(StrEnum):
    """How a question wishes to be shown; the values are FHIR's, `cards` is ours."""

    RADIO_BUTTON = "radio-button"
    CHECK_BOX = "check-box"
    DROP_DOWN = "drop-down"
    AUTOCOMPLETE = "autocomplete"
    SLIDER = "slider"
    TEXT_AREA = "text-area"
    HELP = "help"
    PAGE = "page"
    HEADER = "header"
    CARDS = "cards"


class Voice(StrEnum):
    """Whose words or judgement an answer is."""

    CITIZEN = "citizen"
    COUNSELLOR = "counsellor"
    AUTHORITY = "authority"


Bound: TypeAlias = int | Decimal | date | Quantity


@dataclass(frozen=True, slots=True)
class Option:
    """One answer a choice offers; an exclusive one stands alone, `ordinal` is its score."""

    coding: Coding
    selected_at_start: bool = False
    exclusive: bool = False
    ordinal: Decimal | None = None


@dataclass(frozen=True, slots=True)
class EnableWhen:
    """A condition on the answer to another question."""

    question: str
    operator: Operator
    answer: Value


@dataclass(frozen=True, slots=True)
class Item:
    """One question, group or piece of text of a questionnaire.

    `help` is shown beside the question, `citizen_wording` when the citizen reads along.
    `min_occurs` and `max_occurs` count the rows of a repeating group or the answers of a choice.
    `instructions` are guideline numbers such as ``"2020/3.5.1"``, `provisions` are ids of the
    law table; both are what the guidance panel shows for this very question. `unit_options` are
    what an amount can be measured in. A `calculated` question answers itself until a person does;
    an item with `enabled_if` is asked only when that comes out true.
    """

    link_id: str
    type: ItemType
    text: str = ""
    items: tuple["Item", ...] = ()
    required: bool = False
    repeats: bool = False
    read_only: bool = False
    hidden: bool = False
    max_length: int | None = None
    minimum: Bound | None = None
    maximum: Bound | None = None
    options: tuple[Option, ...] = ()
    initial: tuple[Value, ...] = ()
    enable_when: tuple[EnableWhen, ...] = ()
    enable_any: bool = False
    control: Control | None = None
    unit: str = ""
    entry_format: str = ""
    help: str = ""
    voice: Voice = Voice.COUNSELLOR
    citizen_wording: str = ""
    counsellor_only: bool = False
    instructions: tuple[str, ...] = ()
    provisions: tuple[str, ...] = ()
    min_occurs: int = 0
    max_occurs: int | None = None
    max_decimal_places: int | None = None
    unit_options: tuple[Coding, ...] = ()
    regex: str = ""
    slider_step: int | None = None
    support_links: tuple[str, ...] = ()
    calculated: Expression | None = None
    enabled_if: Expression | None = None

    @property
    def is_repeating_group(self) -> bool:
        """Whether this is a group that can have several rows."""
        return self.type is ItemType.GROUP and self.repeats

    @property
    def is_question(self) -> bool:
        """Whether this is something one answers, not a group and not a piece of text."""
        return self.type not in {ItemType.GROUP, ItemType.DISPLAY}

    def walk(self) -> Iterator["Item"]:
        """Yield this item and all items inside it, in the order they are asked."""
        yield self
        for item in self.items:
            yield from item.walk()


@dataclass(frozen=True, eq=False)
class Questionnaire:
    """One version of one form; its top-level groups are the sections shown one at a time.

    Two questionnaires are the same only when they are one and the same value in memory: each form
    is read once, and what depends on the form alone can be kept by it.
    """

    url: str
    name: str
    version: str
    title: str
    items: tuple[Item, ...]
    description: str = ""
    by_link_id: Mapping[str, Item] = field(init=False)
    groups_around: Mapping[str, tuple[str, ...]] = field(init=False)
    """The link ids of the repeating groups around each item, outermost first."""
    parents: Mapping[str, str] = field(init=False)
    """The link id of the item each item stands in; items on top are not in it."""

    def __post_init__(self) -> None:
        """Index the items by link id."""
        object.__setattr__(
            self, "by_link_id", {item.link_id: item for top in self.items for item in top.walk()}
        )
        around: dict[str, tuple[str, ...]] = {}
        for top in self.items:
            _note_groups(top, (), around)
        object.__setattr__(self, "groups_around", around)
        parents = {
            child.link_id: item.link_id for item in self.by_link_id.values() for child in item.items
        }
        object.__setattr__(self, "parents", parents)


def _note_groups(item: Item, outer: tuple[str, ...], around: dict[str, tuple[str, ...]]) -> None:
    around[item.link_id] = outer
    inner = (*outer, item.link_id) if item.is_repeating_group else outer
    for child in item.items:
        _note_groups(child, inner, around)
