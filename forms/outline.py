"""What the screen needs to know of a form: its sections, its places in order, how far one is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from types import MappingProxyType

from forms.answered import is_settled
from forms.enablement import enabled_places
from forms.questionnaire import Item, ItemType, Questionnaire
from models.answers import Answers, Place, Value


def sections(questionnaire: Questionnaire) -> tuple[Item, ...]:
    """Return the groups shown one at a time; questions outside any group share one of their own."""
    found: list[Item] = []
    visible = (item for item in questionnaire.items if not item.hidden)
    for is_group, run in groupby(visible, key=_is_group):
        items = tuple(run)
        found.extend(items if is_group else (_made_section(questionnaire, items),))
    return tuple(found)


def walk_places(
    items: Iterable[Item], answers: Answers, rows: tuple[int, ...] = ()
) -> Iterator[tuple[Item, Place]]:
    """Yield *items* and all inside them with their places, row by row, in the order asked."""
    for item in items:
        place = Place(item.link_id, rows)
        yield item, place
        for inside in rows_inside(item, place, answers):
            yield from walk_places(item.items, answers, inside)


def rows_inside(item: Item, place: Place, answers: Answers) -> tuple[tuple[int, ...], ...]:
    """Return the row numbers that places just inside *item* have: one per row of a group."""
    if item.is_repeating_group:
        return tuple((*place.rows, row) for row in range(answers.rows(place)))
    return (place.rows,)


def places_of(section: Item, answers: Answers) -> tuple[tuple[Item, Place], ...]:
    """Return everything inside *section*, groups too, with its place, in the order asked.

    Nothing is left out: show a place only when it is among the enabled places.
    """
    return tuple(
        found
        for rows in rows_inside(section, Place(section.link_id), answers)
        for found in walk_places(section.items, answers, rows)
    )


def link_ids_inside(item: Item) -> frozenset[str]:
    """Return the link ids of *item* and of everything in it."""
    return frozenset(inner.link_id for inner in item.walk())


def starting_answers(questionnaire: Questionnaire) -> Answers:
    """Return the answers a form opens with: initial values, preselected options, needed rows."""
    return _started(questionnaire.items, (), Answers())


def with_started_row(group: Item, place: Place, answers: Answers) -> Answers:
    """Return *answers* with one more row of *group* at *place*, opened like the form itself."""
    row = answers.rows(place)
    return _started(group.items, (*place.rows, row), answers.with_row(place))


def progress(
    questionnaire: Questionnaire, answers: Answers, section: Item, today: date | None = None
) -> tuple[int, int]:
    """Return how many of the questions asked in *section* are answered, and how many are asked."""
    shown = enabled_places(questionnaire, answers, today)
    asked = [
        place for item, place in places_of(section, answers) if item.is_question and place in shown
    ]
    return sum(1 for place in asked if is_settled(answers.at(place))), len(asked)


def _is_group(item: Item) -> bool:
    return item.type is ItemType.GROUP


def _made_section(questionnaire: Questionnaire, items: tuple[Item, ...]) -> Item:
    return Item(f"#{items[0].link_id}", ItemType.GROUP, questionnaire.title, items)


def _started(items: Iterable[Item], rows: tuple[int, ...], answers: Answers) -> Answers:
    starting = _Starting(dict(answers.values), dict(answers.counts))
    starting.open(items, rows)
    values, counts = MappingProxyType(starting.values), MappingProxyType(starting.counts)
    return replace(answers, values=values, counts=counts)


@dataclass(frozen=True)
class _Starting:
    """Fills in one go: an `Answers` for every question would be a copy of all for each."""

    values: dict[Place, tuple[Value, ...]]
    counts: dict[Place, int]

    def open(self, items: Iterable[Item], rows: tuple[int, ...]) -> None:
        for item in items:
            place = Place(item.link_id, rows)
            if not item.is_repeating_group:
                self._answer(place, initial_values(item))
                self.open(item.items, rows)
            elif least := least_rows(item):
                first = self.counts.get(place, 0)
                self.counts[place] = first + least
                for row in range(first, first + least):
                    self.open(item.items, (*rows, row))

    def _answer(self, place: Place, values: tuple[Value, ...]) -> None:
        self.values.pop(place, None)
        if values:
            self.values[place] = values


def least_rows(group: Item) -> int:
    """Return how many rows the repeating *group* needs."""
    return max(group.min_occurs, int(group.required))


def initial_values(item: Item) -> tuple[Value, ...]:
    """Return the answers that *item* opens with."""
    return item.initial or tuple(o.coding for o in item.options if o.selected_at_start)
