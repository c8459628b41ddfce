"""Goes through a form in the order its items depend on each other: what is asked, what follows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from forms.answered import equal, given, order
from forms.calculated_values import fitted
from forms.fhirpath.errors import CalculationError
from forms.fhirpath.scope import RESPONSE, Chosen, Collection, Found, Given, Scope
from forms.fhirpath.values import alone
from forms.plan import Step, plan_of
from forms.questionnaire import EnableWhen, Item, Operator, Questionnaire
from models.answers import Answers, Coding, Declined, Place, Unread, Value

Rows = tuple[int, ...]

MOST_STEPS = 50_000
"""What the expressions of a form may take together; a score over twenty questions takes 60."""

_ORDERS: Mapping[Operator, frozenset[int]] = {
    Operator.GREATER: frozenset({1}),
    Operator.LESS: frozenset({-1}),
    Operator.GREATER_OR_EQUAL: frozenset({0, 1}),
    Operator.LESS_OR_EQUAL: frozenset({-1, 0}),
}


def rows_of(groups: tuple[str, ...], counts: Mapping[Place, int], start: Rows = ()) -> list[Rows]:
    """Return the row numbers an item inside *groups* can have, *start* being given."""
    found = [start]
    for group in groups[len(start) :]:
        found = [(*rows, row) for rows in found for row in range(counts.get(Place(group, rows), 0))]
    return found


@dataclass
class Decision:
    """What has been decided so far; an item is decided after all it depends on.

    `faults` are the places whose expression could not be worked out, with the reason in Danish.
    """

    questionnaire: Questionnaire
    values: dict[Place, tuple[Value, ...]]
    counts: Mapping[Place, int]
    today: date | None
    applicable: set[Place] = field(default_factory=set)
    calculated: dict[Place, tuple[Value, ...]] = field(default_factory=dict)
    faults: dict[Place, str] = field(default_factory=dict)
    spent: int = 0
    held: dict[tuple[EnableWhen, Rows], bool] = field(default_factory=dict)

    def items(self, link_id: str, around: Found, *, deep: bool) -> Collection:
        """Return each applicable `Found` *link_id* inside *around*; questions only if answered."""
        item = self.questionnaire.by_link_id[link_id]
        if not self._is_inside(link_id, around, deep=deep):
            return ()
        groups = self.questionnaire.groups_around[link_id]
        inner = (*groups, link_id) if item.is_repeating_group else groups
        rows_there = rows_of(inner, self.counts, around.rows)
        self.spend(1 + len(rows_there))
        return tuple(
            Found(link_id, rows)
            for rows in rows_there
            if self._is_there(item, Place(link_id, rows[: len(groups)]))
        )

    def spend(self, steps: int) -> None:
        """Note that *steps* were taken; raises `CalculationError` beyond `MOST_STEPS` in all."""
        self.spent += steps
        if self.spent > MOST_STEPS:
            raise CalculationError("Udregningen er for omfattende.")

    def answers(self, found: Found) -> Collection:
        """Return each `Given` answer of *found*."""
        ordinals = plan_of(self.questionnaire).ordinals.get(found.link_id, {})
        values = given(self.values.get(Place(found.link_id, found.rows), ()))
        return tuple(
            Given(Chosen(value, ordinals.get((value.system, value.code))))
            if isinstance(value, Coding)
            else Given(value)
            for value in values
            if not isinstance(value, Unread | Declined)
        )

    def _is_inside(self, link_id: str, around: Found, *, deep: bool) -> bool:
        if deep:
            return around.link_id in plan_of(self.questionnaire).ancestors[link_id]
        return self.questionnaire.parents.get(link_id, RESPONSE.link_id) == around.link_id

    def _is_there(self, item: Item, place: Place) -> bool:
        if place not in self.applicable:
            return False
        return not item.is_question or bool(given(self.values.get(place, ())))

    def applies(self, step: Step, place: Place) -> bool:
        """Return whether the conditions of the item at *place* hold, all around it decided."""
        if step.around is not None:
            depth = len(self.questionnaire.groups_around[step.around.link_id])
            around = Place(step.around.link_id, place.rows[:depth]) if depth else step.around
            if around not in self.applicable:
                return False
        if step.item.enabled_if is not None:
            return self._is_enabled(step, place)
        if not step.conditions:
            return True
        holds = (
            self._holds(condition, groups, place.rows[:shared])
            for condition, groups, shared in step.conditions
        )
        return any(holds) if step.item.enable_any else all(holds)

    def _holds(self, condition: EnableWhen, groups: tuple[str, ...], rows: Rows) -> bool:
        if len(groups) == len(rows):
            return _holds(condition, self._given(condition.question, groups, rows))
        # Rows elsewhere say the same to every row here: asked once, not once for each.
        key = (condition, rows)
        if key not in self.held:
            self.held[key] = _holds(condition, self._given(condition.question, groups, rows))
        return self.held[key]

    def _given(self, question: str, groups: tuple[str, ...], rows: Rows) -> list[Value]:
        """Return the answers to the question in the same row, or in all rows of a group elsewhere.

        The answer of a question that is not asked itself does not count: it will not be signed.
        """
        places = (Place(question, found) for found in rows_of(groups, self.counts, rows))
        return [
            value
            for place in places
            if place in self.applicable
            for value in given(self.values.get(place, ()))
        ]

    def _is_enabled(self, step: Step, place: Place) -> bool:
        expression = step.item.enabled_if
        if expression is None:
            return True
        try:
            result = alone(expression.parts.values(self._scope(step, place)))
        except CalculationError as error:
            # A question too many can be left open; one too few would be missed by nobody.
            self.faults[place] = str(error)
            return True
        return result is True

    def follow(self, step: Step, place: Place, edited: frozenset[Place]) -> None:
        """Work the calculated item at *place* out, and let its answer follow unless *edited*."""
        expression = step.item.calculated
        if expression is None:
            return
        try:
            result = fitted(step.item, expression.parts.values(self._scope(step, place)))
        except CalculationError as error:
            self.faults[place] = str(error)
            result = ()
        self.calculated[place] = result
        if place not in edited:
            self.values[place] = result

    def _scope(self, step: Step, place: Place) -> Scope:
        row = Found(step.groups[-1], place.rows) if step.groups else RESPONSE
        return Scope(self, Found(step.item.link_id, place.rows), row, self.today)


def decide(
    questionnaire: Questionnaire, answers: Answers, today: date | None, *, calculating: bool = False
) -> Decision:
    """Return what applies of *answers* and, if *calculating*, with which calculated values."""
    decision = Decision(questionnaire, dict(answers.values), answers.counts, today)
    for step in plan_of(questionnaire).steps:
        for rows in rows_of(step.groups, answers.counts) if step.groups else ((),):
            place = Place(step.item.link_id, rows) if rows else step.place
            if decision.applies(step, place):
                decision.applicable.add(place)
                if calculating and step.item.calculated is not None:
                    decision.follow(step, place, answers.edited)
    return decision


def _holds(condition: EnableWhen, answers: list[Value]) -> bool:
    if condition.operator is Operator.EXISTS:
        return bool(answers) is condition.answer
    is_equal = any(equal(answer, condition.answer) for answer in answers)
    if condition.operator is Operator.EQUAL:
        return is_equal
    if condition.operator is Operator.NOT_EQUAL:
        # FHIR R4: true when no answer equals it; a question nobody answered decides nothing.
        return bool(answers) and not is_equal
    wanted = _ORDERS[condition.operator]
    return any(order(answer, condition.answer) in wanted for answer in answers)
