import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.checking import problem_at, problems
from forms.enablement import enabled_places
from forms.json_text import Json
from forms.questionnaire import Questionnaire
from forms.reader import read_questionnaire
from models.answers import Answers, Coding, Place, Unread, Value
from tests.forms.everything import (
    HL7,
    everything,
    extension,
    fillings,
    form,
    item,
    option,
    read_form,
    when,
)

FORM = everything()
READY = Answers({Place("asks"): (False,), Place("visits"): (2,)})
CHILDREN = Place("children")


def _sentences(questionnaire: Questionnaire, answers: Answers) -> list[str]:
    return [problem.sentence for problem in problems(questionnaire, answers)]


def _at(link_id: str, *values: Value) -> str:
    return problem_at(FORM.by_link_id[link_id], values)


def test_a_required_question_without_an_answer_is_named() -> None:
    sentences = _sentences(FORM, Answers())

    assert sentences == [
        "Der mangler et svar på »asks«.",
        "Der mangler et svar på »visits«.",
    ]


def test_a_complete_form_has_no_problems() -> None:
    assert problems(FORM, READY) == ()


def test_a_blank_answer_is_missing() -> None:
    form = read_form(item("g", "group", item("a", "string", required=True, text="Navn:")))

    answers = Answers().with_answer(Place("a"), "  ")

    assert _sentences(form, answers) == ["Der mangler et svar på »Navn«."]


def test_unread_text_is_one_problem_not_also_a_missing_answer() -> None:
    answers = READY.with_answer(Place("visits"), Unread("et par"))

    assert _sentences(FORM, answers) == [
        "Svaret på »visits« kan ikke læses som et helt tal. Skriv fx 14."
    ]


def test_problems_come_in_the_order_the_questions_are_asked() -> None:
    answers = Answers().with_answer(Place("asks"), True)
    answers = answers.with_row(CHILDREN).with_row(CHILDREN)
    answers = answers.with_answer(Place("child.name", (0,)), "Prøve")

    found = problems(FORM, answers)

    assert [problem.place for problem in found] == [Place("visits"), Place("child.name", (1,))]
    assert found[1].sentence == "Der mangler et svar på »child.name« i »children« nr. 2."


def test_a_required_group_needs_a_row_and_an_answer_in_it() -> None:
    answers = READY.with_answer(Place("asks"), True)

    assert _sentences(FORM, answers) == ["Der skal stå mindst 1 under »children«."]
    assert "Der mangler svar under »children«." in _sentences(FORM, answers.with_row(CHILDREN))


def test_a_required_group_where_nothing_is_asked_is_no_problem() -> None:
    inner = item("a", "string", enableWhen=[when("q", "=", "Boolean", answer=True)])
    form = read_form(item("q", "boolean"), item("g", "group", inner, required=True))

    assert problems(form, Answers()) == ()
    assert len(problems(form, Answers().with_answer(Place("q"), True))) == 1


def test_there_can_be_too_many_rows() -> None:
    limit: list[Json] = [extension(f"{HL7}questionnaire-maxOccurs", 1, "Integer")]
    form = read_form(item("g", "group", item("a", "string"), repeats=True, extension=limit))

    answers = Answers().with_row(Place("g")).with_row(Place("g"))

    assert _sentences(form, answers) == ["Der kan højst stå 1 under »g«."]


def test_nobody_is_asked_for_what_only_the_program_fills() -> None:
    form = read_form(item("g", "group", item("a", "string", required=True, readOnly=True)))

    assert problems(form, Answers()) == ()


@given(answers=fillings(FORM))
def test_only_what_is_shown_has_problems(answers: Answers) -> None:
    assert {problem.place for problem in problems(FORM, answers)} <= enabled_places(FORM, answers)


@given(typed=st.text(alphabet="æøåßλ", min_size=4))
def test_a_problem_never_repeats_the_answer(typed: str) -> None:
    answers = READY.with_answer(Place("day"), Unread(typed))

    assert all(typed not in sentence for sentence in _sentences(FORM, answers))


@pytest.mark.parametrize(
    ("link_id", "value", "sentence"),
    [
        ("day", Unread("x"), "Svaret på »day« kan ikke læses som en dato. Skriv fx 2.11.2026."),
        ("grams", Unread("x"), "Svaret på »grams« kan ikke læses som et tal. Skriv fx 2,5."),
        ("asks", Unread("x"), "Svaret på »asks« kan ikke læses. Vælg et af svarene."),
        ("visits", -1, "Svaret på »visits« skal være mindst 0 dage."),
        ("visits", 32, "Svaret på »visits« kan højst være 31 dage."),
        ("day", date(2019, 12, 31), "Svaret på »day« skal være 1. januar 2020 eller senere."),
        ("day", date(2031, 1, 1), "Svaret på »day« skal være 31. december 2030 eller tidligere."),
        (
            "grams",
            Decimal("2.55"),
            "Svaret på »grams« kan have højst 1 ciffer efter kommaet.",
        ),
        ("why", "x" * 203, "Svaret på »why« er 3 tegn for langt. Der er plads til 200."),
    ],
)
def test_what_is_wrong_with_an_answer_is_said(link_id: str, value: Value, sentence: str) -> None:
    assert _at(link_id, value) == sentence


@pytest.mark.parametrize(
    ("link_id", "value"),
    [
        ("visits", 0),
        ("visits", 31),
        ("day", date(2020, 1, 1)),
        ("day", date(2030, 12, 31)),
        ("grams", Decimal("2.50")),
        ("why", "x" * 200),
    ],
)
def test_an_answer_just_inside_its_bounds_is_right(link_id: str, value: Value) -> None:
    assert _at(link_id, value) == ""


def test_an_unanswered_question_has_no_problem_while_one_types() -> None:
    assert _at("asks") == ""


def test_an_option_that_stands_alone_stands_alone() -> None:
    hash_, none = Coding("hash", "HASH", "urn:x"), Coding("none", "NONE", "urn:x")

    assert _at("drugs", none) == ""
    assert _at("drugs", hash_, none) == (
        "Svaret på »drugs« har et valg, der ikke kan stå sammen med andre."
    )


def test_a_number_without_decimals_is_whole() -> None:
    whole: list[Json] = [extension(f"{HL7}maxDecimalPlaces", 0, "Integer")]
    asked = read_form(item("a", "decimal", extension=whole)).by_link_id["a"]

    assert problem_at(asked, (Decimal("2.5"),)) == "Svaret på »a« skal være et helt tal."
    assert problem_at(asked, (Decimal("2.0"),)) == ""


def test_only_one_can_be_chosen_where_one_is_asked_for() -> None:
    post, phone = Coding("post", "POST", "urn:x"), Coding("phone", "PHONE", "urn:x")

    assert _at("way", post, phone) == (
        "Svaret på »way« kan kun være ét. Vælg det, der passer bedst."
    )


def test_the_number_of_choices_can_be_bounded() -> None:
    bounds: list[Json] = [
        extension(f"{HL7}questionnaire-minOccurs", 2, "Integer"),
        extension(f"{HL7}questionnaire-maxOccurs", 2, "Integer"),
    ]
    question = item(
        "a",
        "choice",
        repeats=True,
        answerOption=[option(code) for code in "xyz"],
        extension=bounds,
    )
    asked = read_questionnaire(json.dumps(form(question))).by_link_id["a"]
    x, y, z = (one.coding for one in asked.options)

    assert problem_at(asked, (x,)) == "Svaret på »a« skal være mindst 2 valg."
    assert problem_at(asked, (x, y)) == ""
    assert problem_at(asked, (x, y, z)) == "Svaret på »a« kan højst være 2 valg."
