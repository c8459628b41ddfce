import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse as IndependentResponse
from hypothesis import given, settings
from hypothesis import strategies as st

from forms.enablement import applicable_places
from forms.errors import Code, MisplacedAnswerError, UnreadableResponseError, UnreadAnswerError
from forms.findings import response_findings
from forms.outline import walk_places
from forms.response import read_response, write_response
from forms.response_reading import LONGEST, MOST_ROWS
from models.answers import Answers, Coding, Place, Unread, Value
from tests.forms.everything import everything, fillings, form, item, read_form, when
from tests.forms.scored import enabled_if

FORM = everything()
NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
ASKS = Place("asks")
CHILDREN = Place("children")


def _draft(answers: Answers) -> str:
    return write_response(FORM, answers, NOW, signed=False)


def _signed(answers: Answers) -> str:
    return write_response(FORM, answers, NOW, signed=True)


def _readable(answers: Answers) -> Answers:
    """Return *answers* without what cannot be signed: unread and blank text."""
    kept = {
        place: tuple(
            value
            for value in values
            if not isinstance(value, Unread) and (not isinstance(value, str) or value.strip())
        )
        for place, values in answers.values.items()
    }
    return Answers({place: values for place, values in kept.items() if values}, answers.counts)


def _told(
    answers: Answers, places: frozenset[Place]
) -> list[tuple[str, list[tuple[type[Value], Value]]]]:
    """Return what *answers* says at *places*, in the order asked, each value with its type."""
    return [
        (place.link_id, [(type(value), value) for value in answers.at(place)])
        for _, place in walk_places(FORM.items, answers)
        if place in places and answers.at(place)
    ]


@given(answers=fillings(FORM))
def test_a_draft_comes_back_as_it_was(answers: Answers) -> None:
    back = read_response(FORM, _draft(answers))

    everywhere = frozenset(answers.values)
    assert back == answers
    assert _told(back, everywhere) == _told(answers, everywhere)


@given(answers=fillings(FORM))
def test_a_signed_response_holds_all_that_applies_and_nothing_else(answers: Answers) -> None:
    answers = _readable(answers)

    signed = read_response(FORM, _signed(answers))

    applicable = applicable_places(FORM, answers)
    assert _told(signed, frozenset(signed.values)) == _told(answers, applicable)


@settings(max_examples=30, deadline=None)
@given(answers=fillings(FORM), signed=st.booleans())
def test_another_reader_of_fhir_accepts_every_response(answers: Answers, *, signed: bool) -> None:
    answers = _readable(answers)

    text = write_response(FORM, answers, NOW, signed=signed)

    assert IndependentResponse.model_validate_json(text).questionnaire == "urn:test:form|1"


def test_the_answer_of_a_question_no_longer_asked_waits_in_the_draft() -> None:
    answers = Answers().with_answer(ASKS, True).with_row(CHILDREN)
    answers = answers.with_answer(Place("child.name", (0,)), "Prøve Testesen")

    said_no = answers.with_answer(ASKS, False)

    assert "Prøve Testesen" in _draft(said_no)
    assert "Prøve Testesen" not in _signed(said_no)
    assert "Prøve Testesen" in _signed(said_no.with_answer(ASKS, True))


def test_the_answer_of_a_hidden_question_is_signed() -> None:
    answers = Answers().with_answer(Place("secret"), 7)

    signed = read_response(FORM, _signed(answers))

    assert signed.number("secret") == 7


def test_unread_text_cannot_be_signed_and_the_error_names_the_question_only() -> None:
    answers = Answers().with_answer(Place("day"), Unread("i forgårs"))

    with pytest.raises(UnreadAnswerError, match="day") as caught:
        _signed(answers)

    assert "forgårs" not in str(caught.value)


def test_an_answer_without_a_place_is_never_dropped_in_silence() -> None:
    for place in (Place("nowhere"), Place("child.name", (0,)), Place("about")):
        with pytest.raises(MisplacedAnswerError, match=place.link_id):
            _draft(Answers().with_answer(place, "text"))


def test_rows_of_what_cannot_have_rows_are_never_dropped_in_silence() -> None:
    with pytest.raises(MisplacedAnswerError, match="about"):
        _draft(Answers().with_row(Place("about")))


def test_an_answer_of_the_wrong_kind_is_refused_when_it_is_written() -> None:
    for value in (1, "nej", date(2026, 11, 2), Coding("a", "A"), Decimal(1)):
        with pytest.raises(MisplacedAnswerError, match="asks"):
            _draft(Answers().with_answer(ASKS, value))


def test_the_time_of_a_response_knows_its_zone() -> None:
    naive = NOW.replace(tzinfo=None)

    with pytest.raises(ValueError, match="zone"):
        write_response(FORM, Answers(), naive, signed=False)


def test_a_response_says_which_version_of_which_form_it_answers() -> None:
    written = json.loads(_draft(Answers().with_answer(ASKS, True)))

    assert written["questionnaire"] == "urn:test:form|1"
    assert written["status"] == "in-progress"
    assert written["authored"] == "2026-11-02T09:30:00+00:00"
    assert written["item"][0]["item"] == [
        {"linkId": "asks", "text": "asks", "answer": [{"valueBoolean": True}]}
    ]


def test_a_chain_of_a_hundred_conditions_is_written() -> None:
    chain = [item("q0", "boolean")] + [
        item(f"q{n}", "boolean", enableWhen=[when(f"q{n - 1}", "=", "Boolean", answer=True)])
        for n in range(1, 100)
    ]
    long = read_form(item("g", "group", *chain))
    answers = Answers({Place(f"q{n}"): (True,) for n in range(100)})

    assert read_response(long, write_response(long, answers, NOW, signed=True)) == answers


def _response(*items: object, **members: object) -> str:
    head = {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": "urn:test:form|1",
        "status": "in-progress",
    }
    return json.dumps({**head, "item": list(items), **members})


ABOUT = {"linkId": "about", "item": [{"linkId": "asks", "answer": [{"valueString": "ja"}]}]}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("", ""),
        ("[]", ""),
        ("{", ""),
        (json.dumps(form(item("a", "string"))), ""),
        (_response(ABOUT, questionnaire="urn:test:form|2"), ""),
        (_response(ABOUT, resourceType="Patient"), ""),
        (_response(ABOUT, status="amended"), ""),
        (_response(ABOUT, contained=[]), ""),
        (_response({"linkId": "nowhere"}), "nowhere"),
        (_response({"linkId": "asks"}), "asks"),
        (_response({"linkId": "about"}, {"linkId": "about"}), "about"),
        (_response({"linkId": "about", "answer": [{"valueBoolean": True}]}), "about"),
        (_response(ABOUT), "asks"),
        (_response({"linkId": "about", "item": [{"linkId": "asks", "item": [ABOUT]}]}), "asks"),
        (_response({"linkId": "about", "item": [{"linkId": "asks", "answer": [{}]}]}), "asks"),
        (_response({"linkId": "about", "item": "x"}), "about"),
        (_response({"linkId": 3}), ""),
    ],
)
def test_what_does_not_fit_the_form_is_refused_by_name(text: str, named: str) -> None:
    with pytest.raises(UnreadableResponseError) as caught:
        read_response(FORM, text)

    assert caught.value.item == named
    assert str(caught.value).startswith("Besvarelsen kan ikke læses.")


ROWS = read_form(
    item("g", "group", item("n", "string", maxLength=9_000_000), repeats=True),
    item(
        "q",
        "string",
        extension=[enabled_if("%resource.item.where(linkId = 'g').count() >= 2")],
    ),
)


@pytest.mark.parametrize("signed", [True, False])
def test_empty_rows_come_back_so_the_others_keep_their_numbers(*, signed: bool) -> None:
    answers = Answers().with_row(Place("g")).with_row(Place("g")).with_row(Place("g"))
    answers = answers.with_answer(Place("n", (1,)), "x").with_answer(Place("q"), "vigtigt")

    text = write_response(ROWS, answers, NOW, signed=signed)

    assert read_response(ROWS, text) == answers
    assert IndependentResponse.model_validate_json(text).status
    assert response_findings(ROWS, text, NOW.date()) == ()


def test_a_draft_longer_than_any_foreign_response_may_be_is_read_back() -> None:
    long = Answers(counts={Place("g"): 1}).with_answer(Place("n", (0,)), "x" * (LONGEST + 1))
    many = Answers(counts={Place("g"): MOST_ROWS + 1})

    for answers in (long, many):
        text = write_response(ROWS, answers, NOW, signed=False)

        assert read_response(ROWS, text) == answers
        assert [one.code for one in response_findings(ROWS, text, NOW.date())][:1] == [
            Code.TOO_LARGE
        ]
