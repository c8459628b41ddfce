import json

import pytest

from forms.errors import Code, UnsupportedFormError
from forms.reader import read_questionnaire
from tests.forms.everything import Members, extension, form, item, option, when
from tests.forms.scored import SDC, answers_of, calculated, enabled_if, how_often

NUMBER = item("n", "integer")
ABOVE_ONE = when("n", ">", "Integer", 1)
CQL = extension(
    f"{SDC}calculatedExpression", {"language": "text/cql", "expression": "1"}, "Expression"
)
Z_IN_G = "%resource.item.where(linkId = 'g').item.where(linkId = 'z').answer.value"
ROWS = item("g", "group", item("g.n", "integer"), repeats=True)


def _with(expression: str, *others: Members) -> list[Members]:
    return [NUMBER, *others, item("x", "decimal", extension=[calculated(expression)])]


REFUSED: dict[str, tuple[Code, list[Members]]] = {
    "a member that is not there": (Code.OUTSIDE_SUBSET, _with("%resource.subject")),
    "a function that is not there": (Code.OUTSIDE_SUBSET, _with(f"{answers_of('n')}.sqrt()")),
    "no expression": (Code.EXPRESSION, _with("1 +")),
    "an item that is not there": (Code.UNKNOWN_ITEM, _with(answers_of("m"))),
    "an item that stands elsewhere": (
        Code.UNKNOWN_ITEM,
        _with("%resource.item.where(linkId = 'g.n').answer.value", ROWS),
    ),
    "a question inside a question": (
        Code.UNKNOWN_ITEM,
        _with("%resource.item.where(linkId = 'n').item.where(linkId = 'g.n').exists()", ROWS),
    ),
    "an item beside the row": (
        Code.UNKNOWN_ITEM,
        [NUMBER, item("g", "group", item("x", "decimal", extension=[
            calculated("%row.item.where(linkId = 'n').answer.value")]), repeats=True)],
    ),
    "a score of what has none": (
        Code.CONTRADICTION,
        _with(f"{answers_of('c')}.ordinal()", item("c", "choice", answerOption=[option("a")])),
    ),
    "itself": (Code.CYCLE, _with(answers_of("x"))),
    "its own answer": (Code.CYCLE, _with("%context.answer.value + 1")),
    "the whole row it stands in": (
        Code.CYCLE,
        [
            item(
                "g",
                "group",
                item("y", "decimal", extension=[calculated(Z_IN_G)]),
                item("z", "decimal", enableWhen=[when("y", ">", "Decimal", 1)]),
                repeats=True,
            )
        ],
    ),
    "one that waits for it": (
        Code.CYCLE,
        [
            item("x", "decimal", extension=[calculated(answers_of("y"))]),
            item("y", "decimal", enableWhen=[when("x", ">", "Decimal", 1)]),
        ],
    ),
    "another language": (
        Code.OUTSIDE_SUBSET,
        [item("x", "decimal", extension=[CQL])],
    ),
    "a group": (Code.OUTSIDE_SUBSET, [item("x", "group", NUMBER, extension=[calculated("1")])]),
    "several answers": (
        Code.CONTRADICTION,
        [item("x", "string", repeats=True, extension=[calculated("'a'")])],
    ),
    "an answer at the start too": (
        Code.CONTRADICTION,
        [item("x", "string", initial=[{"valueString": "a"}], extension=[calculated("'a'")])],
    ),
    "two kinds of condition": (
        Code.CONTRADICTION,
        [
            NUMBER,
            item("x", "string", enableWhen=[ABOVE_ONE], extension=[enabled_if("true")]),
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("code", "items"), REFUSED.values(), ids=REFUSED.keys())
def test_an_expression_that_would_be_wrong_in_silence_is_refused(
    code: Code, items: list[Members]
) -> None:
    with pytest.raises(UnsupportedFormError) as caught:
        read_questionnaire(json.dumps(form(*items)))

    assert caught.value.code is code
    assert caught.value.item in {"x", "y", "z", "n"}


@pytest.mark.parametrize(
    "expression",
    [
        f"{answers_of('n')} + 1",
        "%resource.repeat(item).where(linkId = 'g.n' and answer.exists()).count()",
        "%resource.item.where(linkId = 'g').select(item.where(linkId = 'g.n')).answer.value.sum()",
        "%resource.descendants().where(linkId = 'n' or linkId = 'g.n').answer.value.max()",
        "%resource.descendants().where(linkId in ('s' | 't')).answer.value.ordinal().sum()",
        "%resource.item.where(linkId = 'g').first().item.where(linkId = 'g.n').answer.value",
        "iif(%resource.item.where(linkId = 'g')[1].exists(), 2, 1)",
    ],
)
def test_the_ways_to_ask_for_items_are_understood(expression: str) -> None:
    read = read_questionnaire(
        json.dumps(form(*_with(expression, ROWS, how_often("s"), how_often("t"))))
    )

    assert read.by_link_id["x"].calculated is not None
