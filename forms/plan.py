"""The order in which the items of a form are decided, and what of it depends on the form alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from graphlib import TopologicalSorter
from itertools import takewhile

from forms.fhirpath.scope import RESPONSE
from forms.questionnaire import EnableWhen, Item, Questionnaire
from models.answers import Place


def deciding_order(items: Iterable[Item]) -> tuple[str, ...]:
    """Return the link ids in *items*, each after the group it stands in and all it depends on.

    Raises `graphlib.CycleError`, with the link ids in its second argument, when there is no such
    order.
    """
    depends: dict[str, list[str]] = {}
    for top in items:
        for item in top.walk():
            depends.setdefault(item.link_id, []).extend(_needed(item))
            for child in item.items:
                depends.setdefault(child.link_id, []).append(item.link_id)
    return tuple(TopologicalSorter(depends).static_order())


def _needed(item: Item) -> list[str]:
    found = [condition.question for condition in item.enable_when]
    for expression in (item.calculated, item.enabled_if):
        if expression is not None:
            found.extend(sorted(expression.link_ids))
            found.extend([item.link_id] if expression.asks_itself else [])
    return found


@dataclass(frozen=True, slots=True)
class Step:
    """One item of the plan, and what of it depends on the form alone."""

    item: Item
    place: Place
    around: Place | None
    groups: tuple[str, ...]
    conditions: tuple[tuple[EnableWhen, tuple[str, ...], int], ...]
    """Each condition with the groups around its question, and how many of them are shared."""


@dataclass(frozen=True)
class Plan:
    """The items of a form in deciding order, and where each of them stands."""

    steps: tuple[Step, ...]
    ancestors: Mapping[str, frozenset[str]]
    ordinals: Mapping[str, Mapping[tuple[str, str], Decimal]]
    hidden: frozenset[str]
    """The link ids of what is hidden, and of all that stands in it."""
    has_calculations: bool


@lru_cache(maxsize=64)
def plan_of(questionnaire: Questionnaire) -> Plan:
    """Return the plan of *questionnaire*; it is made once, for it is asked for at every key."""
    return Plan(
        tuple(_step(questionnaire, link_id) for link_id in deciding_order(questionnaire.items)),
        {link_id: _ancestors(questionnaire, link_id) for link_id in questionnaire.by_link_id},
        {link_id: _ordinals(item) for link_id, item in questionnaire.by_link_id.items()},
        frozenset(
            inside.link_id
            for item in questionnaire.by_link_id.values()
            if item.hidden
            for inside in item.walk()
        ),
        any(item.calculated for item in questionnaire.by_link_id.values()),
    )


def _step(questionnaire: Questionnaire, link_id: str) -> Step:
    item, around = questionnaire.by_link_id[link_id], questionnaire.groups_around
    own, parent = around[link_id], questionnaire.parents.get(link_id)
    conditions = []
    for condition in item.enable_when:
        groups = around[condition.question]
        shared = sum(1 for _ in takewhile(_is_same, zip(groups, own, strict=False)))
        conditions.append((condition, groups, shared))
    above = Place(parent) if parent is not None else None
    return Step(item, Place(link_id), above, own, tuple(conditions))


def _is_same(pair: tuple[str, str]) -> bool:
    return pair[0] == pair[1]


def _ancestors(questionnaire: Questionnaire, link_id: str) -> frozenset[str]:
    found = {RESPONSE.link_id}
    parent = questionnaire.parents.get(link_id)
    while parent is not None:
        found.add(parent)
        parent = questionnaire.parents.get(parent)
    return frozenset(found)


def _ordinals(item: Item) -> Mapping[tuple[str, str], Decimal]:
    return {
        (option.coding.system, option.coding.code): option.ordinal
        for option in item.options
        if option.ordinal is not None
    }
