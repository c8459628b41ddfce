"""What the items of a form must not do to each other: share ids, ask for what is not there."""

from collections.abc import Iterable, Mapping
from graphlib import CycleError

from forms.answered import is_fitting
from forms.enablement import deciding_order
from forms.errors import UnsupportedFormError
from forms.questionnaire import EnableWhen, Item, ItemType, Operator
from models.answers import Coding, Value
from models.danish import listed

_ORDERED = frozenset({ItemType.INTEGER, ItemType.DECIMAL, ItemType.DATE})
_EQUALITIES = frozenset({Operator.EQUAL, Operator.NOT_EQUAL})


def check_form(items: Iterable[Item]) -> None:
    """Raise `UnsupportedFormError` for a condition of *items* that could never be decided."""
    tops = tuple(items)
    by_link_id = {item.link_id: item for top in tops for item in top.walk()}
    for item in by_link_id.values():
        for condition in item.enable_when:
            if reason := _undecidable(condition, by_link_id):
                raise UnsupportedFormError(item.link_id, reason)
    _check_cycles(tops)


def _undecidable(condition: EnableWhen, by_link_id: Mapping[str, Item]) -> str:
    question = by_link_id.get(condition.question)
    if question is None or not question.is_question:
        return f"Betingelsen spørger til »{condition.question}«, som ikke er et spørgsmål her."
    if condition.operator is Operator.EXISTS:
        return "" if isinstance(condition.answer, bool) else "»exists« skal have »answerBoolean«."
    if not is_fitting(question, condition.answer) or not _is_offered(condition.answer, question):
        return f"Betingelsens svar er ikke et af svarene på »{condition.question}«."
    return _unordered(condition, question)


def _is_offered(answer: Value, question: Item) -> bool:
    if not isinstance(answer, Coding):
        return True
    offered = (option.coding for option in question.options)
    return any((one.system, one.code) == (answer.system, answer.code) for one in offered)


def _unordered(condition: EnableWhen, question: Item) -> str:
    if condition.operator in _EQUALITIES or question.type in _ORDERED:
        return ""
    return f"»{condition.operator}« kan kun bruges på tal og datoer."


def _check_cycles(items: Iterable[Item]) -> None:
    try:
        deciding_order(items)
    except CycleError as error:
        circle: list[str] = error.args[1]
        names = listed([f"»{link_id}«" for link_id in dict.fromkeys(circle)])
        raise UnsupportedFormError(circle[0], f"Betingelserne går i ring mellem {names}.") from None
