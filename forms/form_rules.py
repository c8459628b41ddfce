"""What the items of a form must not do to each other: share ids, ask for what is not there."""

from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError

from forms.answered import is_fitting
from forms.errors import Code, UnsupportedFormError
from forms.expression_rules import expression_faults
from forms.outline import least_rows
from forms.plan import deciding_order
from forms.questionnaire import EnableWhen, Item, ItemType, Operator
from forms.response_reading import MOST_PLACES, MOST_ROWS
from models.answers import Coding, Value
from models.danish import listed

_ORDERED = frozenset({ItemType.INTEGER, ItemType.DECIMAL, ItemType.DATE, ItemType.QUANTITY})
Offered = frozenset[tuple[str, str]]

_EQUALITIES = frozenset({Operator.EQUAL, Operator.NOT_EQUAL})


def form_faults(items: Iterable[Item]) -> Iterator[UnsupportedFormError]:
    """Yield what makes a condition or an expression of *items* one that could never be decided."""
    tops = tuple(items)
    found = list(_faults_between(tops))
    yield from found
    if not found:
        yield from _cycles(tops)


def _faults_between(tops: tuple[Item, ...]) -> Iterator[UnsupportedFormError]:
    by_link_id = {item.link_id: item for top in tops for item in top.walk()}
    offered = {link_id: _offered_by(item) for link_id, item in by_link_id.items()}
    for item in by_link_id.values():
        for condition in item.enable_when:
            if fault := _undecidable(condition, by_link_id, offered):
                code, reason = fault
                yield UnsupportedFormError(item.link_id, reason, code)
    for link_id, code, reason in expression_faults(tops, by_link_id):
        yield UnsupportedFormError(link_id, reason, code)
    yield from _crowded(tops)


def _crowded(tops: tuple[Item, ...]) -> Iterator[UnsupportedFormError]:
    """Yield the group with which the form would open with more rows than it can be answered in."""
    rows = places = 0
    for group, needed in _rows_needed(tops, 1):
        rows += needed
        places += needed * sum(1 for _ in group.walk())
        if rows > MOST_ROWS or places > MOST_PLACES:
            reason = "Skemaet skal have for mange rækker fra begyndelsen."
            yield UnsupportedFormError(group.link_id, reason, Code.TOO_LARGE)
            return


def _rows_needed(items: Iterable[Item], around: int) -> Iterator[tuple[Item, int]]:
    for item in items:
        inside = around
        if item.is_repeating_group:
            yield item, around * least_rows(item)
            # A group that starts without rows can get one, and that opens with its own.
            inside = around * max(1, least_rows(item))
        yield from _rows_needed(item.items, inside)


def _undecidable(
    condition: EnableWhen, by_link_id: Mapping[str, Item], offered: Mapping[str, Offered]
) -> tuple[Code, str] | None:
    question = by_link_id.get(condition.question)
    if question is None or not question.is_question:
        reason = f"Betingelsen spørger til »{condition.question}«, som ikke er et spørgsmål her."
        return Code.UNKNOWN_ITEM, reason
    fits = _unfit_answer(condition, question, offered[condition.question])
    reason = fits or _unordered(condition, question)
    return (Code.CONTRADICTION, reason) if reason else None


def _unfit_answer(condition: EnableWhen, question: Item, offered: Offered) -> str:
    if condition.operator is Operator.EXISTS:
        return "" if isinstance(condition.answer, bool) else "»exists« skal have »answerBoolean«."
    if not is_fitting(question, condition.answer) or not _is_offered(condition.answer, offered):
        return f"Betingelsens svar er ikke et af svarene på »{condition.question}«."
    return ""


def _is_offered(answer: Value, offered: Offered) -> bool:
    return not isinstance(answer, Coding) or (answer.system, answer.code) in offered


def _offered_by(question: Item) -> Offered:
    return frozenset((option.coding.system, option.coding.code) for option in question.options)


def _unordered(condition: EnableWhen, question: Item) -> str:
    if condition.operator in {*_EQUALITIES, Operator.EXISTS} or question.type in _ORDERED:
        return ""
    return f"»{condition.operator}« kan kun bruges på tal, mål og datoer."


def _cycles(items: Iterable[Item]) -> Iterator[UnsupportedFormError]:
    try:
        deciding_order(items)
    except CycleError as error:
        circle: list[str] = error.args[1]
        names = listed([f"»{link_id}«" for link_id in dict.fromkeys(circle)])
        reason = f"Betingelser eller udregninger går i ring mellem {names}."
        yield UnsupportedFormError(circle[0], reason, Code.CYCLE)
