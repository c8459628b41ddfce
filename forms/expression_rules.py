"""What an expression of a form must not do: ask for items that are not there, score what has none.

An expression that silently finds nothing gives a wrong sum, so it is refused when the form is read.
"""

from collections.abc import Iterable, Iterator, Mapping

from forms.errors import Code
from forms.fhirpath.expression import Expression
from forms.fhirpath.nodes import Items
from forms.questionnaire import Item

Fault = tuple[str, Code, str]


def expression_faults(tops: Iterable[Item], by_link_id: Mapping[str, Item]) -> Iterator[Fault]:
    """Yield the link id, the kind and, in Danish, the reason for each expression that is wrong."""
    around = _around(tops)
    for item in by_link_id.values():
        for expression in (item.calculated, item.enabled_if):
            if expression is not None:
                yield from _faults(item, expression, by_link_id, around)


def _around(tops: Iterable[Item]) -> dict[str, tuple[Item, ...]]:
    """Return the items around each item, outermost first."""
    found: dict[str, tuple[Item, ...]] = {}
    waiting: list[tuple[Item, tuple[Item, ...]]] = [(top, ()) for top in tops]
    while waiting:
        item, outer = waiting.pop()
        found[item.link_id] = outer
        waiting.extend((child, (*outer, item)) for child in item.items)
    return found


def _faults(
    item: Item,
    expression: Expression,
    by_link_id: Mapping[str, Item],
    around: Mapping[str, tuple[Item, ...]],
) -> Iterator[Fault]:
    for step, sources in expression.steps_into_items():
        meant = _named(sources, item, around) if sources else frozenset()
        for link_id in step.link_ids:
            if fault := _misplaced(step, link_id, meant, around):
                reason = f"Udtrykket, tegn {step.position}: »{link_id}« {fault}"
                yield item.link_id, Code.UNKNOWN_ITEM, reason
    for call, link_ids in expression.scored():
        if not _all_scored(link_ids, by_link_id):
            reason = (
                f"Udtrykket, tegn {call.position}: »ordinal()« kan kun bruges på et valg, "
                "hvor alle svarmuligheder har en »ordinalValue«."
            )
            yield item.link_id, Code.CONTRADICTION, reason


def _misplaced(
    step: Items, link_id: str, sources: frozenset[str], around: Mapping[str, tuple[Item, ...]]
) -> str:
    if link_id not in around:
        return "er ikke et punkt i skemaet."
    if sources and not _is_reached(step, link_id, sources, around):
        return "står et andet sted i skemaet."
    return ""


def _named(
    sources: frozenset[str], item: Item, around: Mapping[str, tuple[Item, ...]]
) -> frozenset[str]:
    """Return *sources* with the variables as the link ids they mean, ``""`` for the response."""
    rows = [outer.link_id for outer in around[item.link_id] if outer.is_repeating_group]
    meant = {"%resource": "", "%context": item.link_id, "%row": rows[-1] if rows else ""}
    return frozenset(meant.get(source, source) for source in sources)


def _is_reached(
    step: Items, link_id: str, sources: frozenset[str], around: Mapping[str, tuple[Item, ...]]
) -> bool:
    outer = ["", *(group.link_id for group in around[link_id])]
    return bool(sources & set(outer if step.deep else outer[-1:]))


def _all_scored(link_ids: frozenset[str], by_link_id: Mapping[str, Item]) -> bool:
    questions = [by_link_id[link_id] for link_id in link_ids if link_id in by_link_id]
    return all(
        question.options and all(option.ordinal is not None for option in question.options)
        for question in questions
    )
