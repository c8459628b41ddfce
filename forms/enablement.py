"""Which questions are asked, given what has been answered so far."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from graphlib import TopologicalSorter
from itertools import takewhile

from forms.answered import given, order
from forms.questionnaire import EnableWhen, Item, Operator, Questionnaire
from models.answers import Answers, Coding, Place, Value

_ORDERS: Mapping[Operator, frozenset[int]] = {
    Operator.GREATER: frozenset({1}),
    Operator.LESS: frozenset({-1}),
    Operator.GREATER_OR_EQUAL: frozenset({0, 1}),
    Operator.LESS_OR_EQUAL: frozenset({-1, 0}),
}


def enabled_places(questionnaire: Questionnaire, answers: Answers) -> frozenset[Place]:
    """Return every place, group or question, that is shown: its conditions hold, it is not hidden.

    An item in a disabled or hidden group is not shown, whatever its own conditions say.
    """
    shown: set[Place] = set()
    for place in _decided_places(questionnaire, answers):
        around = _around(questionnaire, place)
        if not questionnaire.by_link_id[place.link_id].hidden and (
            around is None or around in shown
        ):
            shown.add(place)
    return frozenset(shown)


def applicable_places(questionnaire: Questionnaire, answers: Answers) -> frozenset[Place]:
    """Return every place whose conditions hold, the hidden ones too: what a signed form keeps."""
    return frozenset(_decided_places(questionnaire, answers))


def deciding_order(items: Iterable[Item]) -> tuple[str, ...]:
    """Return the link ids in *items*, each after the group it stands in and all it depends on.

    Raises `graphlib.CycleError`, with the link ids in its second argument, when there is no such
    order.
    """
    depends: dict[str, list[str]] = {}
    for top in items:
        for item in top.walk():
            depends.setdefault(item.link_id, []).extend(c.question for c in item.enable_when)
            for child in item.items:
                depends.setdefault(child.link_id, []).append(item.link_id)
    return tuple(TopologicalSorter(depends).static_order())


@lru_cache(maxsize=64)
def _order_in(questionnaire: Questionnaire) -> tuple[str, ...]:
    # It depends on the form alone and is asked for at every keystroke.
    return deciding_order(questionnaire.items)


def _decided_places(questionnaire: Questionnaire, answers: Answers) -> Iterator[Place]:
    decision = _Decision(questionnaire, answers)
    for link_id in _order_in(questionnaire):
        item = questionnaire.by_link_id[link_id]
        for rows in _rows_inside(questionnaire.groups_around[link_id], answers):
            place = Place(link_id, rows)
            if decision.applies(item, place):
                decision.applicable.add(place)
                yield place


def _rows_inside(
    groups: tuple[str, ...], answers: Answers, start: tuple[int, ...] = ()
) -> list[tuple[int, ...]]:
    """Return the row numbers an item inside *groups* can have, *start* being given."""
    found = [start]
    for group in groups[len(start) :]:
        found = [(*rows, row) for rows in found for row in range(answers.rows(Place(group, rows)))]
    return found


def _around(questionnaire: Questionnaire, place: Place) -> Place | None:
    parent = questionnaire.parents.get(place.link_id)
    if parent is None:
        return None
    return Place(parent, place.rows[: len(questionnaire.groups_around[parent])])


@dataclass(frozen=True)
class _Decision:
    """The places found applicable so far; an item is decided after all it depends on."""

    questionnaire: Questionnaire
    answers: Answers
    applicable: set[Place] = field(default_factory=set)

    def applies(self, item: Item, place: Place) -> bool:
        around = _around(self.questionnaire, place)
        if around is not None and around not in self.applicable:
            return False
        if not item.enable_when:
            return True
        holds = (_holds(condition, self._given(condition, place)) for condition in item.enable_when)
        return any(holds) if item.enable_any else all(holds)

    def _given(self, condition: EnableWhen, place: Place) -> list[Value]:
        """Return the answers to the question in the same row, or in all rows of a group elsewhere.

        The answer of a question that is not asked itself does not count: it will not be signed.
        """
        question = condition.question
        groups = self.questionnaire.groups_around[question]
        own = self.questionnaire.groups_around[place.link_id]
        shared = sum(1 for _ in takewhile(_is_same, zip(groups, own, strict=False)))
        return [
            value
            for rows in _rows_inside(groups, self.answers, place.rows[:shared])
            if Place(question, rows) in self.applicable
            for value in given(self.answers.at(Place(question, rows)))
        ]


def _is_same(pair: tuple[str, str]) -> bool:
    return pair[0] == pair[1]


def _holds(condition: EnableWhen, answers: list[Value]) -> bool:
    if condition.operator is Operator.EXISTS:
        return bool(answers) is condition.answer
    equal = any(_is_equal(answer, condition.answer) for answer in answers)
    if condition.operator is Operator.EQUAL:
        return equal
    if condition.operator is Operator.NOT_EQUAL:
        # FHIR R4: true when no answer equals it; a question nobody answered decides nothing.
        return bool(answers) and not equal
    wanted = _ORDERS[condition.operator]
    return any(order(answer, condition.answer) in wanted for answer in answers)


def _is_equal(answer: Value, wanted: Value) -> bool:
    if isinstance(answer, Coding) and isinstance(wanted, Coding):
        return (answer.system, answer.code) == (wanted.system, wanted.code)
    if isinstance(answer, str) and isinstance(wanted, str):
        return answer.strip() == wanted.strip()
    return isinstance(answer, bool) is isinstance(wanted, bool) and answer == wanted
