"""What is looked at before a form becomes one of the clinic's own."""

import json
from typing import Any

import pytest

from app.form_import import examine
from app.shipped_forms import COURSE, INSTRUMENTS, names_in
from app.supplies import supplies
from forms.findings import Severity
from tests.app.own_forms import shipped_as, sleep_form

HIDDEN: dict[str, Any] = {
    "extension": [
        {
            "url": "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden",
            "valueBoolean": True,
        }
    ]
}
UNASKED: dict[str, Any] = {
    "enableWhen": [{"question": "vores", "operator": "=", "answerBoolean": True}]
}


def expression(kind: str, text: str) -> dict[str, Any]:
    """Return what an item with an expression of this *kind* has."""
    url = f"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-{kind}Expression"
    said = {"language": "text/fhirpath", "expression": text}
    return {"extension": [{"url": url, "valueExpression": said}]}


NEVER = expression("enableWhen", "1 > 2")
CALCULATED = expression("calculated", "today()")


def group_and_question(form: dict[str, Any], link_id: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the question on top of a section of *form*, and the section."""
    return next(
        (group, question)
        for group in form["item"]
        for question in group["item"]
        if question["linkId"] == link_id
    )


def change(item: dict[str, Any], how: dict[str, Any]) -> None:
    """Give *item* what *how* has, beside the extensions it has already."""
    extensions = [*item.get("extension", []), *how.get("extension", [])]
    item.update({**how, **({"extension": extensions} if extensions else {})})


def said(text: str) -> list[tuple[Severity, str]]:
    return [(found.severity, found.item) for found in examine(text, supplies()).findings]


def test_a_good_form_can_be_used() -> None:
    examined = examine(sleep_form(), supplies())

    assert examined.findings == ()
    assert (examined.can_be_kept, examined.can_be_used) == (True, True)


def test_a_form_with_a_fault_is_not_kept() -> None:
    examined = examine(sleep_form(subjectTypes=["Patient"]), supplies())

    assert (examined.can_be_kept, examined.can_be_used) == (False, False)


def test_a_form_that_only_lacks_words_is_kept_but_not_used() -> None:
    examined = examine(sleep_form(title=""), supplies())

    assert (examined.can_be_kept, examined.can_be_used) == (True, False)
    assert [found.severity for found in examined.findings] == [Severity.WARNING]


@pytest.mark.parametrize("lacking", [{"url": ""}, {"version": " "}])
def test_a_form_without_a_name_to_know_it_by_is_not_kept(lacking: dict[str, str]) -> None:
    assert not examine(sleep_form(**{"version": "1", **lacking}), supplies()).can_be_kept


def test_a_form_that_shows_nothing_is_not_kept() -> None:
    hidden = {
        "linkId": "skjult",
        "text": "Skjult",
        "type": "string",
        "extension": [
            {
                "url": "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden",
                "valueBoolean": True,
            }
        ],
    }

    assert said(sleep_form(item=[hidden])) == [(Severity.ERROR, "")]


@pytest.mark.parametrize("kind", ["instruction", "provision"])
def test_a_source_that_nobody_knows_is_named(kind: str) -> None:
    item = {
        "linkId": "a",
        "text": "Spørgsmål",
        "type": "string",
        "extension": [{"url": f"urn:roedtraad:fhir:{kind}", "valueString": "2031/1"}],
    }

    assert said(sleep_form(item=[item])) == [(Severity.ERROR, "a")]


@pytest.mark.parametrize("name", [name for name in names_in(COURSE) if name != "clinic"])
def test_a_shipped_form_under_a_higher_version_can_take_its_own_place(name: str) -> None:
    assert said(shipped_as(name, "99")) == []


def test_a_version_that_is_not_higher_than_the_shipped_one_is_refused() -> None:
    shipped = supplies().newest("contact").version

    assert said(shipped_as("contact", shipped)) == [(Severity.ERROR, "")]
    assert said(shipped_as("contact", "0.1")) == [(Severity.ERROR, "")]


def test_no_question_the_rules_read_can_be_left_out_or_asked_otherwise() -> None:
    form = json.loads(shipped_as("start", "99"))
    questions = form["item"][0]["item"]
    gone, changed = questions[0]["linkId"], questions[1]
    del questions[0]
    changed["type"] = "text" if changed["type"] != "text" else "string"
    for name in ("answerOption", "enableWhen", "extension", "initial"):
        changed.pop(name, None)

    examined = examine(json.dumps(form), supplies())

    assert not examined.can_be_kept
    assert {gone, changed["linkId"]} <= {found.item for found in examined.findings}


def test_an_option_the_rules_may_read_is_missed() -> None:
    form = json.loads(shipped_as("contact", "99"))
    choices = [i for part in form["item"] for i in part.get("item", ()) if "answerOption" in i]
    del choices[0]["answerOption"][0]

    assert choices[0]["linkId"] in {item for _, item in said(json.dumps(form))}


def test_the_form_that_is_read_at_every_unlocking_cannot_be_replaced() -> None:
    examined = examine(shipped_as("clinic", "99"), supplies())

    assert not examined.can_be_kept
    assert [(found.severity, found.item) for found in examined.findings] == [(Severity.ERROR, "")]


@pytest.mark.parametrize("where", ["item", "group"])
@pytest.mark.parametrize("how", [HIDDEN, UNASKED, NEVER])
def test_a_question_the_rules_read_cannot_be_switched_off(where: str, how: dict[str, Any]) -> None:
    form = json.loads(shipped_as("request", "99"))
    group, question = group_and_question(form, "request.received")
    form["item"].append({"linkId": "vores", "text": "Vores eget?", "type": "boolean"})
    changed = question if where == "item" else group
    change(changed, how)

    assert (Severity.ERROR, "request.received") in said(json.dumps(form))


@pytest.mark.parametrize("how", [{"readOnly": True}, CALCULATED])
def test_a_question_the_rules_read_is_still_answered_by_a_person(how: dict[str, Any]) -> None:
    form = json.loads(shipped_as("request", "99"))
    _, question = group_and_question(form, "request.received")
    change(question, how)

    assert (Severity.ERROR, "request.received") in said(json.dumps(form))


def test_a_question_of_the_clinics_own_may_depend_on_others() -> None:
    form = json.loads(shipped_as("request", "99"))
    form["item"][0]["item"] += [
        {"linkId": "vores", "text": "Vores eget?", "type": "boolean"},
        {"linkId": "mere", "text": "Hvad mere?", "type": "string", **UNASKED},
    ]

    assert said(json.dumps(form)) == []


@pytest.mark.parametrize("url", ["audit", "contact", "vores"])
def test_a_bare_name_is_no_url(url: str) -> None:
    assert said(sleep_form(url=url)) == [(Severity.ERROR, "")]


def test_a_score_must_be_a_number() -> None:
    item = {"linkId": "audit.score", "text": "Score", "type": "string"}

    assert said(sleep_form(item=[item])) == [(Severity.ERROR, "audit.score")]


@pytest.mark.parametrize("name", names_in(INSTRUMENTS))
def test_every_shipped_instrument_can_take_its_own_place(name: str) -> None:
    assert said(shipped_as(f"instruments/{name}", "99")) == []


def test_an_instrument_may_be_another_but_its_score_is_missed() -> None:
    url = supplies().newest("who_5").url

    examined = examine(sleep_form("2", url=url), supplies())

    assert examined.can_be_used
    assert [(f.severity, f.item) for f in examined.findings] == [(Severity.WARNING, "who_5.score")]


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"resourceType": "Questionnaire"}'])
def test_what_is_no_form_is_said_and_never_raised(text: str) -> None:
    assert not examine(text, supplies()).can_be_kept


def test_a_score_that_is_not_made_as_the_shipped_one_is_pointed_out() -> None:
    form = json.loads(shipped_as("instruments/who_5", "99"))
    (answers,) = (i for i in form["item"][0]["item"] if i["linkId"] == "who_5.answers")
    (score,) = (i for i in answers["item"] if i["linkId"] == "who_5.score")
    for extension in score["extension"]:
        if "valueExpression" in extension:
            expression = extension["valueExpression"]
            expression["expression"] = expression["expression"].replace("* 4", "* 1")

    examined = examine(json.dumps(form), supplies())

    (found,) = examined.findings
    assert (found.severity, found.item) == (Severity.WARNING, "who_5.score")
    assert "uden at sige, hvad det betyder" in found.message
    assert examined.can_be_used
