"""Carries a draft over to a newer version of its form, and says what could not come along."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

from forms.amounts import in_unit
from forms.answered import is_fitting
from forms.outline import initial_values, least_rows, rows_inside, walk_places
from forms.questionnaire import Item, ItemType, Questionnaire
from forms.reading import shown_text
from models.answers import Answers, Coding, Place, Quantity, Unread, Value

_TEXTS = frozenset({ItemType.STRING, ItemType.TEXT})


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """An answer that has no place in the newer version.

    `question` are the words it was asked with, `shown` the answer as it reads, `reason` a Danish
    sentence for the person who decides.
    """

    place: Place
    question: str
    shown: str
    reason: str


@dataclass(frozen=True)
class CarriedOver:
    """The answers to the newer version, and what could not be carried, in the old form's order."""

    answers: Answers
    left_behind: tuple[LeftBehind, ...]


def carried_over(old: Questionnaire, new: Questionnaire, answers: Answers) -> CarriedOver:
    """Return *answers* to *old* as answers to *new*; nothing is lost without being named.

    Questions go by link id. A question that only *new* has starts as the form itself would; bring
    calculated ones up to date with `with_calculated`. Nothing is decided: show `left_behind`, and
    keep the old draft until the person agrees.
    """
    carrying = _Carrying(old, new, answers)
    for item, place in walk_places(old.items, answers):
        carrying.take(item, place)
    carrying.start(new.items, ())
    carried = Answers(
        MappingProxyType(carrying.values),
        MappingProxyType(carrying.counts),
        frozenset(carrying.edited()),
    )
    return CarriedOver(carried, tuple(carrying.left_behind))


@dataclass(frozen=True)
class _Carrying:
    old: Questionnaire
    new: Questionnaire
    answers: Answers
    values: dict[Place, tuple[Value, ...]] = field(default_factory=dict)
    counts: dict[Place, int] = field(default_factory=dict)
    left_behind: list[LeftBehind] = field(default_factory=list)

    def take(self, item: Item, place: Place) -> None:
        """Carry what stands at *place* of the old form."""
        if item.is_repeating_group:
            if self._homeless(item) == "" and self.answers.rows(place):
                self.counts[place] = self.answers.rows(place)
            return
        if values := self.answers.at(place):
            self._carry(item, place, values)

    def _carry(self, item: Item, place: Place, values: tuple[Value, ...]) -> None:
        if reason := self._homeless(item):
            self._leave(item, place, values, reason)
            return
        home = self.new.by_link_id[item.link_id]
        if _is_taken_over(item, home) and self._is_own(item, place):
            self._leave(item, place, values, "Svaret regnes ud i den nye udgave.")
            return
        fitting = [(value, _as_answer_to(home, item, value)) for value in values]
        kept = tuple(answer for _, answer in fitting if answer is not None)
        if kept:
            self.values[place] = kept
        lost = tuple(value for value, answer in fitting if answer is None)
        if lost:
            self._leave(item, place, lost, _unfit_reason(home))

    def _homeless(self, item: Item) -> str:
        """Return why nothing at *item* can be carried; empty when it can."""
        home = self.new.by_link_id.get(item.link_id)
        if home is None:
            return "Spørgsmålet findes ikke i den nye udgave."
        if home.is_question is not item.is_question:
            return "Spørgsmålet er blevet til noget andet i den nye udgave."
        same_rows = self.old.groups_around[item.link_id] == self.new.groups_around[item.link_id]
        if not same_rows or home.is_repeating_group is not item.is_repeating_group:
            return "Spørgsmålet er flyttet til eller fra en gruppe, der gentages."
        return ""

    def _leave(self, item: Item, place: Place, values: tuple[Value, ...], reason: str) -> None:
        shown = shown_text(values)
        if shown:
            self.left_behind.append(LeftBehind(place, item.text or item.link_id, shown, reason))

    def start(self, items: tuple[Item, ...], rows: tuple[int, ...]) -> None:
        """Give what only the new form has the answers and rows it opens with."""
        for item in items:
            place = Place(item.link_id, rows)
            if item.is_repeating_group:
                least = least_rows(item) if item.link_id not in self.old.by_link_id else 0
                if most := max(least, self.counts.get(place, 0)):
                    self.counts[place] = most
            elif item.link_id not in self.old.by_link_id and initial_values(item):
                self.values[place] = initial_values(item)
            for inside in rows_inside(item, place, Answers(counts=self.counts)):
                self.start(item.items, inside)

    def edited(self) -> Iterator[Place]:
        """Yield the places of calculated questions that a person had answered."""
        # A person can also have emptied a question that was calculated.
        for place in self.answers.edited | self.values.keys():
            was, home = (form.by_link_id.get(place.link_id) for form in (self.old, self.new))
            if was is None or home is None or self._homeless(was):
                continue
            if _is_taken_over(was, home) or not self._is_own(was, place):
                continue
            if home.calculated:
                yield place

    def _is_own(self, was: Item, place: Place) -> bool:
        """Return whether what stands at *place* of the old form is a person's own."""
        return was.calculated is None or place in self.answers.edited


def _is_taken_over(was: Item, home: Item) -> bool:
    """Return whether only *home*, and not *was*, is calculated with nobody allowed to answer."""
    return _is_locked(home) and not _is_locked(was)


def _is_locked(item: Item) -> bool:
    return item.calculated is not None and item.read_only


def _as_answer_to(home: Item, was: Item, value: Value) -> Value | None:
    """Return *value* as *home* can hold it; None when it cannot."""
    if isinstance(value, Coding):
        return _offered_again(home, value)
    if isinstance(value, Quantity):
        return _measured_again(home, value)
    if isinstance(value, Unread):
        # What could not be read as a day or a number is a text like any other.
        return value.typed if home.type in _TEXTS and was.type not in _TEXTS else value
    answer = Decimal(value) if home.type is ItemType.DECIMAL and type(value) is int else value
    return answer if is_fitting(home, answer) else None


def _offered_again(home: Item, value: Coding) -> Value | None:
    if home.type in _TEXTS:
        return value.display or value.code
    offered = (option.coding for option in home.options)
    key = (value.system, value.code)
    return next((one for one in offered if (one.system, one.code) == key), None)


def _measured_again(home: Item, value: Quantity) -> Value | None:
    if home.type is not ItemType.QUANTITY:
        return None
    if not home.unit_options:
        return value
    units = (in_unit(unit) for unit in home.unit_options)
    same = next((unit for unit in units if unit.has_unit_of(value)), None)
    return None if same is None else value


def _unfit_reason(home: Item) -> str:
    if home.options:
        return "Svarmuligheden findes ikke i den nye udgave."
    return "Svaret passer ikke til den måde, der nu spørges på."
