import json
from datetime import date
from time import process_time

import pytest

from forms.errors import Code
from forms.findings import Finding, Severity, findings_text, form_findings, response_findings
from forms.json_text import Json
from tests.forms.everything import (
    Members,
    control,
    extension,
    form,
    item,
    read_form,
    when,
)
from tests.forms.scored import answers_of, calculated, enabled_if

TODAY = date(2026, 11, 2)
ONE = item("a", "string")


def _nested(depth: int) -> Members:
    inside = item("deepest", "string")
    for level in range(depth):
        inside = item(f"g{level}", "group", inside)
    return inside


BAD_FORMS: dict[str, tuple[Code, str, str]] = {
    "broken": (Code.MALFORMED, "", '{"resourceType": "Questionnaire", '),
    "ten megabytes": (Code.TOO_LARGE, "", json.dumps(form(item("a", "string", text="x" * 10**7)))),
    "ten megabytes of nothing": (Code.TOO_LARGE, "", " " * 10**7),
    "too many items": (
        Code.TOO_LARGE,
        "",
        json.dumps(form(*[item(f"{n}", "text", text="") for n in range(20_000)])),
    ),
    "fifty levels": (Code.TOO_DEEP, "g41", json.dumps(form(_nested(50)))),
    "a link id twice": (Code.DUPLICATE, "a", json.dumps(form(ONE, ONE))),
    "an unknown type": (Code.OUTSIDE_SUBSET, "a", json.dumps(form(item("a", "url")))),
    "nobody": (
        Code.UNKNOWN_ITEM,
        "a",
        json.dumps(form(item("a", "string", enableWhen=[when("b", "exists", "Boolean", True)]))),
    ),
    "a circle": (
        Code.CYCLE,
        "a",
        json.dumps(form(item("a", "string", extension=[calculated("%context.answer.value")]))),
    ),
    "no such day": (
        Code.INVALID,
        "a",
        json.dumps(form(item("a", "date", initial=[{"valueDate": "2026-02-30"}]))),
    ),
    "no such number": (Code.MALFORMED, "", '{"resourceType": "Questionnaire", "x": 1e400}'),
    "a text that turns round": (
        Code.INVISIBLE,
        "a",
        json.dumps(form(item("a", "string", text="abc\u202edef"))),
    ),
    "a zero-width letter": (
        Code.INVISIBLE,
        "a",
        json.dumps(form(item("a", "string", text="a\u200bb")), ensure_ascii=False),
    ),
    "no title": (Code.INCOMPLETE, "", json.dumps(form(ONE, title=""))),
    "a pattern without end": (
        Code.OUTSIDE_SUBSET,
        "a",
        json.dumps(
            form(
                item(
                    "a",
                    "string",
                    extension=[
                        extension("http://hl7.org/fhir/StructureDefinition/regex", "(a+", "String")
                    ],
                )
            )
        ),
    ),
}


@pytest.mark.parametrize(("code", "named", "text"), BAD_FORMS.values(), ids=BAD_FORMS.keys())
def test_a_bad_form_is_a_finding_within_a_second(code: Code, named: str, text: str) -> None:
    start = process_time()

    found = form_findings(text)

    assert process_time() - start < 1
    assert (code, named) in [(finding.code, finding.item) for finding in found]
    assert all(finding.message.endswith(".") for finding in found)


def test_five_thousand_items_are_read_within_a_second() -> None:
    text = json.dumps(form(*[item(f"q{n}", "string") for n in range(5_000)]))
    start = process_time()

    assert form_findings(text) == ()
    assert process_time() - start < 1


def test_every_item_outside_the_subset_is_named_and_not_only_the_first() -> None:
    found = form_findings(
        json.dumps(
            form(
                item("g", "group", item("a", "url"), item("b", "string", extension=[control("x")])),
                item("c", "attachment"),
                ONE | {"linkId": "d"},
            )
        )
    )

    assert [(one.item, one.code) for one in found] == [
        (link_id, Code.OUTSIDE_SUBSET) for link_id in ("a", "b", "c")
    ]


def test_what_only_wants_words_is_a_warning() -> None:
    (found,) = form_findings(json.dumps(form(item("a", "string", text=""))))

    assert (found.severity, found.code, found.item) == (Severity.WARNING, Code.INCOMPLETE, "a")


def test_a_good_form_has_no_findings() -> None:
    assert form_findings(json.dumps(form(ONE))) == ()


def test_findings_are_written_as_json() -> None:
    finding = Finding(Severity.ERROR, Code.OUTSIDE_SUBSET, "a", "Typen »url« kan ikke bruges.")

    assert json.loads(findings_text((finding,))) == {
        "findings": [
            {
                "severity": "error",
                "code": "outside-subset",
                "item": "a",
                "message": "Typen »url« kan ikke bruges.",
            }
        ]
    }


def _response(*items: Json, **members: Json) -> str:
    head: Members = {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": "urn:test:form|1",
        "status": "completed",
    }
    return json.dumps({**head, "item": list(items), **members})


def _answered(link_id: str, *values: Members) -> Members:
    return {"linkId": link_id, "answer": list(values)}


SMALL = read_form(
    item("a", "boolean"),
    item("b", "string", required=True, enableWhen=[when("a", "=", "Boolean", True)]),
    item("n", "integer"),
    item("d", "date"),
)
BAD_RESPONSES: dict[str, tuple[Code, str, str]] = {
    "broken": (Code.MALFORMED, "", "{"),
    "a list": (Code.MALFORMED, "", "[]"),
    "ten megabytes": (Code.TOO_LARGE, "", " " * 10**7),
    "bottomless": (Code.MALFORMED, "", '{"item":' * 100_000),
    "another form": (Code.OTHER_FORM, "", _response(questionnaire="urn:test:other|1")),
    "another version": (Code.OTHER_FORM, "", _response(questionnaire="urn:test:form|2")),
    "no form": (Code.OTHER_FORM, "", _response(questionnaire="")),
    "an unknown item": (Code.UNKNOWN_ITEM, "x", _response(_answered("x", {"valueInteger": 1}))),
    "an item twice": (Code.UNKNOWN_ITEM, "n", _response({"linkId": "n"}, {"linkId": "n"})),
    "a wrong type": (Code.WRONG_TYPE, "n", _response(_answered("n", {"valueString": "x"}))),
    "a type nobody has": (Code.WRONG_TYPE, "n", _response(_answered("n", {"valueUri": "x"}))),
    "no such day": (Code.WRONG_TYPE, "d", _response(_answered("d", {"valueDate": "2026-02-30"}))),
    "too big": (Code.MALFORMED, "", _response(_answered("n")).replace("[]", "[1e400]")),
    "something missing": (Code.REQUIRED, "b", _response(_answered("a", {"valueBoolean": True}))),
    "something not asked": (Code.NOT_ASKED, "b", _response(_answered("b", {"valueString": "x"}))),
    "two of one": (
        Code.VALUE,
        "n",
        _response(_answered("n", {"valueInteger": 1}, {"valueInteger": 2})),
    ),
    "hidden signs": (
        Code.INVISIBLE,
        "b",
        _response(_answered("b", {"valueString": "\u202ex"})),
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "named", "text"), BAD_RESPONSES.values(), ids=BAD_RESPONSES.keys()
)
def test_a_bad_response_is_a_finding_within_a_second(code: Code, named: str, text: str) -> None:
    start = process_time()

    found = response_findings(SMALL, text, TODAY)

    assert process_time() - start < 1
    assert (code, named) in [(finding.code, finding.item) for finding in found]
    assert all("x" not in finding.message for finding in found if finding.item == "b")


def test_what_is_missing_in_a_response_in_progress_is_only_worth_knowing() -> None:
    text = _response(_answered("a", {"valueBoolean": True}), status="in-progress")

    (found,) = response_findings(SMALL, text, TODAY)

    assert (found.severity, found.code, found.item) == (Severity.INFO, Code.REQUIRED, "b")


def test_a_response_from_elsewhere_may_say_who_was_asked_and_leave_the_version_out() -> None:
    text = _response(
        _answered("a", {"valueBoolean": False}),
        questionnaire="urn:test:form",
        id="1",
        subject={"reference": "Patient/1"},
        authored="2026-11-02T10:00:00+01:00",
    )

    assert response_findings(SMALL, text, TODAY) == ()


def test_a_condition_that_cannot_be_worked_out_is_a_warning() -> None:
    several = read_form(
        item("a", "string", repeats=True),
        item("b", "string", extension=[enabled_if(f"{answers_of('a')} > 'x'")]),
    )
    text = _response(_answered("a", {"valueString": "x"}, {"valueString": "y"}))

    (found,) = response_findings(several, text, TODAY)

    assert (found.severity, found.code, found.item) == (Severity.WARNING, Code.CALCULATION, "b")


def test_work_without_end_is_named_and_not_done() -> None:
    nested = "1"
    for _ in range(9):
        nested = f"%resource.descendants().where(linkId = 'a').select({nested})"
    several = read_form(
        item("g", "group", item("a", "integer"), repeats=True),
        item("x", "integer", extension=[calculated(f"{nested}.count()")]),
    )
    row: Members = {"linkId": "g", "item": [_answered("a", {"valueInteger": 1})]}
    start = process_time()

    found = response_findings(several, _response(*[row] * 60), TODAY)
    too_many = response_findings(several, _response(*[row] * 20_000), TODAY)

    assert process_time() - start < 1
    assert [(one.code, one.item) for one in found] == [(Code.CALCULATION, "x")]
    assert [one.code for one in too_many] == [Code.TOO_LARGE]


def test_a_form_of_endless_expressions_is_refused_within_a_second() -> None:
    sums: Json = calculated("1" + " + 1" * 400)
    text = json.dumps(form(*[item(f"q{n}", "integer", extension=[sums]) for n in range(1_500)]))
    start = process_time()

    found = form_findings(text)

    assert process_time() - start < 1
    assert {one.code for one in found} == {Code.TOO_LARGE}


def test_the_same_thing_about_many_rows_is_said_once() -> None:
    division = item("d", "decimal", extension=[calculated("1 / 'x'")])
    rows = read_form(item("g", "group", item("n", "string"), division, repeats=True))
    wrong: Members = {"linkId": "g", "item": [{"linkId": "n", "answer": [{"valueInteger": 1}]}]}
    response: Members = {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": "urn:test:form|1",
        "status": "completed",
        "item": [wrong] * 5,
    }

    found = response_findings(rows, json.dumps(response), TODAY)

    assert [(one.code, one.item) for one in found] == [
        (Code.WRONG_TYPE, "n"),
        (Code.CALCULATION, "d"),
    ]
