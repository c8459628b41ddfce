import json
from dataclasses import replace
from datetime import UTC, datetime

from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse
from hypothesis import given

from forms.answered import given as is_said
from forms.enablement import applicable_places
from forms.exchange import Origin, response_for_others
from forms.findings import Severity, response_findings
from forms.response_reading import examine_response
from models.answers import Answers, Place, Unread
from tests.filling import filled
from tests.forms.everything import everything, fillings

FORM = everything()
NOON = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
ORIGIN = Origin("0193-ab", "Ida Øvesen", "Łukasz Øvelund", NOON, is_signed=False)


def exported(answers: Answers, origin: Origin = ORIGIN) -> str:
    return response_for_others(FORM, answers, origin)


def test_a_response_says_whose_it_is_and_by_whom() -> None:
    tree = json.loads(exported(Answers()))

    assert tree["id"] == "0193-ab"
    assert tree["subject"] == {"type": "Patient", "display": "Łukasz Øvelund"}
    assert tree["author"] == {"type": "Practitioner", "display": "Ida Øvesen"}
    assert tree["questionnaire"] == "urn:test:form|1"


def test_what_is_not_known_is_not_made_up() -> None:
    tree = json.loads(exported(Answers(), replace(ORIGIN, author="", citizen="")))

    assert tree.keys() == {"resourceType", "id", "questionnaire", "status", "authored"}


def test_a_full_form_is_valid_fhir() -> None:
    answers = filled(FORM, NOON.date())

    signed = exported(answers, replace(ORIGIN, is_signed=True))

    assert QuestionnaireResponse.model_validate_json(signed).status == "completed"
    assert read_back(signed) == answers.only(applicable_places(FORM, answers))


def test_blanks_are_no_answers() -> None:
    answers = Answers().with_answer(Place("name"), "").with_answer(Place("why"), " ", "Å")

    text = exported(answers)

    assert QuestionnaireResponse.model_validate_json(text).status == "in-progress"
    assert read_back(text) == Answers().with_answer(Place("why"), "Å")


def read_back(text: str) -> Answers:
    reading = examine_response(FORM, text)
    assert reading.faults == ()
    return reading.answers


@given(answers=fillings(FORM))
def test_any_draft_comes_back_with_all_that_was_said(answers: Answers) -> None:
    said = read_back(exported(answers))

    assert said.counts == {place: n for place, n in answers.counts.items() if n}
    assert said.edited == answers.edited
    for place, values in answers.values.items():
        assert [v for v in said.at(place) if not isinstance(v, Unread)] == list(is_said(values))


def test_our_own_check_finds_no_fault_in_it() -> None:
    answers = Answers().with_answer(Place("visits"), 3).with_answer(Place("asks"), False)

    findings = response_findings(FORM, exported(answers), NOON.date())

    assert [finding for finding in findings if finding.severity is Severity.ERROR] == []


def test_unread_text_comes_along_marked() -> None:
    text = exported(Answers().with_answer(Place("day"), Unread("31.2.2026")))

    assert "urn:roedtraad:fhir:unread" in text
    assert "31.2.2026" in text
