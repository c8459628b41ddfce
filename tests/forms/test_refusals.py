"""Every form the program cannot ask with is refused, soon, with the item and the reason."""

import json
from time import process_time

import pytest

from forms.errors import Code, UnsupportedFormError
from forms.json_text import Json
from forms.outline import starting_answers
from forms.reader import read_questionnaire
from models.answers import Place
from tests.forms.everything import (
    HL7,
    OURS,
    Members,
    control,
    extension,
    form,
    item,
    option,
    when,
)

ONE = item("a", "string")


def _refusal(text: str) -> UnsupportedFormError:
    start = process_time()
    with pytest.raises(UnsupportedFormError) as caught:
        read_questionnaire(text)
    assert process_time() - start < 1
    return caught.value


TEXTS = {
    "nothing": "",
    "no JSON": "{'a': 1}",
    "only a list": "[]",
    "another resource": json.dumps({"resourceType": "Patient"}),
    "a bottomless list": "[" * 200_000,
    "bottomless objects": '{"item":' * 100_000,
    "an endless number": f'{{"a": {"9" * 100_000}}}',
    "a number beyond all bounds": '{"a": 1e400}',
    "a number beyond even those": '{"a": 1e99999999999999999999}',
    "a number of nothing": '{"a": 1e-400}',
    "no number": '{"a": NaN}',
    "infinity": '{"a": -Infinity}',
    "a key twice": '{"resourceType": "Questionnaire", "resourceType": "Questionnaire"}',
    "too much": json.dumps(form(*[item(f"a{n}", "string") for n in range(40_000)])),
    "much that is the same": json.dumps(form(*[ONE] * 10_000)),
    "half a character": json.dumps(form(item("a", "string", text="\ud83d"))),
    "an unprintable character": json.dumps(form(item("a", "string", text="\x07"))),
    "no items": json.dumps({"resourceType": "Questionnaire"}),
    "items that are none": json.dumps(form(*["a"])),
    "something modifying": json.dumps(form(ONE, implicitRules="urn:x")),
    "something contained": json.dumps(form(ONE, contained=[{}])),
    "an extension on top": json.dumps(form(ONE, extension=[{"url": "urn:x"}])),
    "an unknown status": json.dumps(form(ONE, status="aktiv")),
    "another language": json.dumps(form(ONE, language="en")),
    "no version": json.dumps(form(ONE, version="")),
    "a bar in the version": json.dumps(form(ONE, version="1|2")),
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_a_text_that_is_no_form_is_refused_within_a_second(text: str) -> None:
    refusal = _refusal(text)

    assert str(refusal).startswith("Skemaet kan ikke bruges.")
    assert refusal.reason.endswith(".")


def _nested(depth: int) -> Members:
    inside = item("deepest", "string")
    for level in range(depth):
        inside = item(f"g{level}", "group", inside)
    return inside


def _choice(**members: Json) -> Members:
    return item("a", "choice", **{"answerOption": [option("x"), option("y")], **members})


ITEMS: dict[str, tuple[str, list[Members]]] = {
    "an unknown member": ("a", [item("a", "string", answerValueSet="urn:x")]),
    "a translated text": ("a", [item("a", "string", _text={"extension": []})]),
    "an unknown type": ("a", [item("a", "attachment")]),
    "no type": ("a", [{"linkId": "a", "text": "a"}]),
    "no link id": ("", [{"type": "string", "text": "a"}]),
    "no text": ("a", [item("a", "string", text=" ")]),
    "the same link id twice": ("a", [ONE, item("g", "group", ONE)]),
    "a help text with the link id of its question": (
        "a",
        [item("a", "string", item("a", "display", extension=[control("help")]))],
    ),
    "a help text on its own": ("a", [item("a", "display", extension=[control("help")])]),
    "a help text with conditions": (
        "h",
        [
            item(
                "a",
                "string",
                item(
                    "h",
                    "display",
                    extension=[control("help")],
                    enableWhen=[when("a", "exists", "Boolean", answer=True)],
                ),
            )
        ],
    ),
    "a question in a question": ("a", [item("a", "string", item("b", "string"))]),
    "an empty group": ("g", [item("g", "group")]),
    "nested too deep": ("deepest", [_nested(8)]),
    "a required piece of text": ("a", [item("a", "display", required=True)]),
    "a long text that repeats": ("a", [item("a", "text", repeats=True)]),
    "a yes that is text": ("a", [item("a", "string", required="true")]),
    "a length below nothing": ("a", [item("a", "string", maxLength=-1)]),
    "no length": ("a", [item("a", "string", maxLength=0)]),
    "a length that is no number": ("a", [item("a", "string", maxLength=True)]),
    "an unknown extension": ("a", [item("a", "string", extension=[{"url": "urn:x"}])]),
    "an extension without value": (
        "a",
        [item("a", "string", extension=[{"url": f"{HL7}entryFormat"}])],
    ),
    "an extension twice": (
        "a",
        [item("a", "string", extension=[extension(f"{HL7}entryFormat", "x", "String")] * 2)],
    ),
    "an extension of the wrong kind": (
        "a",
        [item("a", "string", extension=[extension(f"{OURS}voice", "citizen", "String")])],
    ),
    "an unknown voice": (
        "a",
        [item("a", "string", extension=[extension(f"{OURS}voice", "nurse", "Code")])],
    ),
    "an unknown control": ("a", [item("a", "string", extension=[control("flyover")])]),
    "a control that does not fit": ("a", [item("a", "string", extension=[control("page")])]),
    "a control of another system": (
        "a",
        [item("a", "text", extension=[control("text-area", "urn:x")])],
    ),
    "radio buttons for several": (
        "a",
        [_choice(repeats=True, extension=[control("radio-button")])],
    ),
    "cards for one": ("g", [item("g", "group", ONE, extension=[control("cards")])]),
    "a choice of nothing": ("a", [item("a", "choice")]),
    "an option without code": ("a", [_choice(answerOption=[{"valueCoding": {"display": "X"}}])]),
    "an option without words": ("a", [_choice(answerOption=[{"valueCoding": {"code": "x"}}])]),
    "an option that is text": ("a", [_choice(answerOption=[{"valueString": "x"}])]),
    "an option with an empty score": (
        "a",
        [_choice(answerOption=[option("x", extension=[{"url": f"{HL7}ordinalValue"}])])],
    ),
    "two options alike": ("a", [_choice(answerOption=[option("x"), option("x")])]),
    "two chosen at the start": (
        "a",
        [_choice(answerOption=[option(code, initialSelected=True) for code in "xy"])],
    ),
    "a choice with another start": (
        "a",
        [_choice(initial=[{"valueCoding": {"code": "x"}}])],
    ),
    "a start of the wrong kind": ("a", [item("a", "integer", initial=[{"valueString": "1"}])]),
    "a start of two kinds": (
        "a",
        [item("a", "date", initial=[{"valueDate": "2026-11-02", "valueString": "x"}])],
    ),
    "half a day": ("a", [item("a", "date", initial=[{"valueDate": "2026-11"}])]),
    "a day that never was": ("a", [item("a", "date", initial=[{"valueDate": "2026-02-30"}])]),
    "a least that is text": (
        "a",
        [item("a", "date", extension=[extension(f"{HL7}minValue", 3, "Integer")])],
    ),
    "a least above the most": (
        "a",
        [
            item(
                "a",
                "integer",
                extension=[
                    extension(f"{HL7}minValue", 3, "Integer"),
                    extension(f"{HL7}maxValue", 2, "Integer"),
                ],
            )
        ],
    ),
    "no rows at all": (
        "g",
        [
            item(
                "g",
                "group",
                ONE,
                repeats=True,
                extension=[extension(f"{HL7}questionnaire-maxOccurs", 0, "Integer")],
            )
        ],
    ),
    "several of what comes once": (
        "a",
        [_choice(extension=[extension(f"{HL7}questionnaire-maxOccurs", 2, "Integer")])],
    ),
}


@pytest.mark.parametrize(("named", "items"), ITEMS.values(), ids=ITEMS.keys())
def test_an_item_outside_the_subset_is_refused_by_name(named: str, items: list[Members]) -> None:
    refusal = _refusal(json.dumps(form(*items)))

    assert refusal.item == named
    assert refusal.reason.endswith(".")


def _asked(condition: Json, question: Members) -> list[Members]:
    return [question, item("b", "string", enableWhen=[condition])]


CONDITIONS: dict[str, list[Members]] = {
    "nobody": _asked(when("x", "=", "String", "a"), ONE),
    "a group": _asked(when("g", "exists", "Boolean", True), item("g", "group", ONE)),
    "itself": _asked(when("b", "=", "String", "a"), ONE),
    "with an unknown operator": _asked(when("a", "~", "String", "x"), ONE),
    "in the wrong kind": _asked(when("a", "=", "Integer", 1), ONE),
    "for existence with text": _asked(when("a", "exists", "String", "x"), ONE),
    "which text is greater": _asked(when("a", ">", "String", "x"), ONE),
    "for an option that is not offered": _asked(
        when("a", "=", "Coding", {"system": "urn:x", "code": "z"}), _choice()
    ),
    "for an option of another system": _asked(when("a", "=", "Coding", {"code": "x"}), _choice()),
    "with an unknown member": _asked(
        {"question": "a", "operator": "=", "answerString": "x", "x": 1}, ONE
    ),
    "without an answer": _asked({"question": "a", "operator": "="}, ONE),
    "twice without any or all": [
        ONE,
        item("b", "string", enableWhen=[when("a", "=", "String", "x")] * 2),
    ],
    "by an unknown behaviour": [
        ONE,
        item("b", "string", enableWhen=[when("a", "=", "String", "x")], enableBehavior="some"),
    ],
}


@pytest.mark.parametrize("items", CONDITIONS.values(), ids=CONDITIONS.keys())
def test_a_condition_that_asks_what_cannot_be_decided_is_refused(items: list[Members]) -> None:
    assert _refusal(json.dumps(form(*items))).item == "b"


def test_conditions_that_wait_for_each_other_are_refused_and_all_are_named() -> None:
    circle = [
        item(f"q{n}", "boolean", enableWhen=[when(f"q{(n + 1) % 3}", "=", "Boolean", True)])
        for n in range(3)
    ]

    refusal = _refusal(json.dumps(form(*circle)))

    assert all(f"»q{n}«" in refusal.reason for n in range(3))


def test_a_group_that_waits_for_a_question_inside_itself_is_refused() -> None:
    group = item("g", "group", item("a", "boolean"), enableWhen=[when("a", "=", "Boolean", True)])

    assert "ring" in _refusal(json.dumps(form(group))).reason


def test_the_longest_chain_of_conditions_a_form_can_hold_is_read_in_a_second() -> None:
    chain = [item("q0", "boolean")] + [
        item(f"q{n}", "boolean", enableWhen=[when(f"q{n - 1}", "=", "Boolean", True)])
        for n in range(1, 3_000)
    ]
    start = process_time()

    read = read_questionnaire(json.dumps(form(*chain)))

    assert process_time() - start < 1
    assert len(read.by_link_id) == 3_000


def _rows(link_id: str, least: int, *inside: Members) -> Members:
    needed = extension(f"{HL7}questionnaire-minOccurs", least, "Integer")
    return item(link_id, "group", *inside, repeats=True, extension=[needed])


CROWDED: dict[str, list[Members]] = {
    "in one group": [_rows("g", 1_000_000_000, ONE)],
    "one row too many": [_rows("g", 1_001, ONE)],
    "in groups inside each other": [_rows("h", 40, _rows("g", 40, ONE))],
    "in a group that can be opened": [_rows("h", 0, _rows("g", 1_000_000_000, ONE))],
    "in several groups": [_rows("h", 600, item("b", "string")), _rows("g", 600, ONE)],
    "with much to ask in each": [
        _rows("g", 100, *[item(f"a{n}", "string") for n in range(400)]),
    ],
}


@pytest.mark.parametrize("items", CROWDED.values(), ids=CROWDED.keys())
def test_a_form_that_opens_with_more_rows_than_can_be_answered_is_refused(
    items: list[Members],
) -> None:
    refusal = _refusal(json.dumps(form(*items)))

    assert (refusal.item, refusal.code) == ("g", Code.TOO_LARGE)


def test_the_form_that_opens_with_the_most_rows_does_so_in_a_second() -> None:
    first = item("a", "string", initial=[{"valueString": "x"}])
    more = (item(f"a{n}", "string", initial=[{"valueString": "x"}]) for n in range(18))
    read = read_questionnaire(json.dumps(form(_rows("g", 1_000, first, *more))))
    start = process_time()

    answers = starting_answers(read)

    assert process_time() - start < 1
    assert answers.rows(Place("g")) == 1_000
    assert len(answers.values) == 19_000
