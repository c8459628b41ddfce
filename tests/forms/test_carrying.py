from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings

from forms.calculation import with_calculated, with_typed
from forms.carrying import carried_over
from forms.json_text import Json
from forms.outline import starting_answers
from forms.reading import shown_text
from models.answers import Answers, Coding, Place, Quantity, Unread, Value
from tests.forms.everything import Members, everything, fillings, item, option, read_form
from tests.forms.scored import UCUM, calculated, scored, unit

A, B = Coding("a", "A", "urn:x"), Coding("b", "B", "urn:x")


def _carried(old: Members, new: Members, *values: Value) -> tuple[tuple[Value, ...], list[str]]:
    answers = Answers().with_answer(Place("q"), *values)
    carried = carried_over(read_form(old), read_form(new), answers)
    return carried.answers.at(Place("q")), [left.shown for left in carried.left_behind]


def _choice(*codes: str, kind: str = "choice") -> Members:
    return item("q", kind, answerOption=[option(code) for code in codes])


def _amount(*codes: str) -> Members:
    return item("q", "quantity", extension=[unit(code, code) for code in codes])


def _calculated(**members: Json) -> Members:
    return item("q", "integer", extension=[calculated("1")], **members)


KILOS = Quantity(Decimal(3), "kg", "kg", UCUM)

ROWS = item("g", "group", item("q", "string"), repeats=True)

KEPT: dict[str, tuple[Members, Members, Value, Value]] = {
    "the same": (item("q", "string"), item("q", "string"), "x", "x"),
    "a line to a page": (item("q", "string"), item("q", "text"), "x", "x"),
    "whole to parts": (item("q", "integer"), item("q", "decimal"), 3, Decimal(3)),
    "an option": (_choice("a", "b"), _choice("a"), A, A),
    "an option to words": (_choice("a"), item("q", "string"), A, "A"),
    "an option beside free text": (_choice("a"), _choice("a", kind="open-choice"), A, A),
    "unread text": (item("q", "date"), item("q", "date"), Unread("snart"), Unread("snart")),
    "unread text to text": (item("q", "date"), item("q", "text"), Unread("snart"), "snart"),
    "an amount": (_amount("kg"), _amount("kg", "g"), KILOS, KILOS),
}
LOST: dict[str, tuple[Members, Members, Value, str]] = {
    "no question": (item("q", "string"), item("z", "string"), "x", "x"),
    "a group now": (item("q", "string"), item("q", "group", item("z", "string")), "x", "x"),
    "rows now": (item("q", "string"), ROWS, "x", "x"),
    "another type": (item("q", "string"), item("q", "date"), "x", "x"),
    "no such option": (_choice("a", "b"), _choice("a"), B, "B"),
    "parts to whole": (item("q", "decimal"), item("q", "integer"), Decimal("2.5"), "2,5"),
    "another unit": (_amount("kg"), _amount("g"), KILOS, "3 kg"),
}


@pytest.mark.parametrize(("old", "new", "value", "carried"), KEPT.values(), ids=KEPT.keys())
def test_an_answer_the_new_version_can_hold_comes_along(
    old: Members, new: Members, value: Value, carried: Value
) -> None:
    assert _carried(old, new, value) == ((carried,), [])


@pytest.mark.parametrize(("old", "new", "value", "shown"), LOST.values(), ids=LOST.keys())
def test_an_answer_the_new_version_has_no_place_for_is_shown(
    old: Members, new: Members, value: Value, shown: str
) -> None:
    assert _carried(old, new, value) == ((), [shown])


def test_an_option_is_shown_with_the_words_of_the_new_version() -> None:
    new = item("q", "choice", answerOption=[{"valueCoding": {**_coded(A), "display": "Alfa"}}])

    assert _carried(_choice("a"), new, A) == ((Coding("a", "Alfa", "urn:x"),), [])


def _coded(coding: Coding) -> Members:
    return {"system": coding.system, "code": coding.code}


def test_what_could_not_be_carried_says_which_question_and_why() -> None:
    answers = Answers().with_answer(Place("q"), "en tekst")
    old, new = item("q", "string", text="Hvorfor?"), item("z", "string")

    (left,) = carried_over(read_form(old), read_form(new), answers).left_behind

    assert (left.question, left.shown) == ("Hvorfor?", "en tekst")
    assert left.reason == "Spørgsmålet findes ikke i den nye udgave."


def test_rows_come_along_and_a_new_group_opens_with_the_rows_it_needs() -> None:
    old = ROWS
    day = item("r", "date", initial=[{"valueDate": "2026-11-02"}])
    new = item("h", "group", day, repeats=True, required=True)
    answers = Answers().with_row(Place("g")).with_row(Place("g"))
    answers = answers.with_answer(Place("q", (1,)), "x")

    carried = carried_over(read_form(old), read_form(old, new), answers).answers

    assert carried.rows(Place("g")) == 2
    assert carried.text("q", 1) == "x"
    assert carried.rows(Place("h")) == 1
    assert carried.day("r", 0) == date(2026, 11, 2)


def test_a_question_that_was_emptied_is_not_filled_again() -> None:
    asked = item("q", "string", initial=[{"valueString": "Æble"}])

    assert _carried(asked, asked) == ((), [])


def test_a_person_s_own_answer_stays_theirs() -> None:
    asked = read_form(item("q", "integer", extension=[calculated("1")]))
    plain = read_form(item("q", "integer"))
    typed = Answers().with_answer(Place("q"), 2).with_edited(Place("q"))

    assert carried_over(asked, asked, typed).answers == typed
    assert carried_over(asked, plain, typed).answers == typed.without_edited(Place("q"))


EVERYTHING, SCORED = everything(), scored()


@settings(max_examples=40)
@given(answers=fillings(EVERYTHING), calculated_answers=fillings(SCORED))
def test_all_is_carried_to_the_same_version_and_nothing_to_a_stranger(
    answers: Answers, calculated_answers: Answers
) -> None:
    same = carried_over(EVERYTHING, EVERYTHING, answers)
    same_too = carried_over(SCORED, SCORED, calculated_answers)
    stranger = carried_over(EVERYTHING, SCORED, answers)

    assert (same.answers, same.left_behind) == (answers, ())
    assert (same_too.answers, same_too.left_behind) == (calculated_answers, ())
    assert stranger.answers == starting_answers(SCORED)
    assert len(stranger.left_behind) == sum(
        bool(shown_text(values)) for values in answers.values.values()
    )


def test_an_answer_to_what_is_calculated_from_now_on_stays_the_person_s_own() -> None:
    plain = read_form(item("q", "integer"))
    asked = read_form(item("q", "integer", extension=[calculated("1")]))
    typed = Answers().with_answer(Place("q"), 12)

    carried = carried_over(plain, asked, typed)

    assert carried.left_behind == ()
    assert with_calculated(asked, carried.answers).number("q") == 12
    unanswered = carried_over(plain, asked, Answers()).answers
    assert with_calculated(asked, unanswered).number("q") == 1


@pytest.mark.parametrize("was", [item("q", "integer"), _calculated()], ids=["plain", "calculated"])
def test_a_person_s_own_answer_to_what_nobody_may_answer_now_is_shown(was: Members) -> None:
    old, new = read_form(was), read_form(_calculated(readOnly=True))
    typed = with_typed(old, Answers(), Place("q"), 12)

    carried = carried_over(old, new, typed)

    assert carried.answers == Answers()
    assert [(left.shown, left.reason) for left in carried.left_behind] == [
        ("12", "Svaret regnes ud i den nye udgave.")
    ]


def test_an_answer_that_was_calculated_is_not_shown_when_nobody_may_answer_it_now() -> None:
    old, new = read_form(_calculated()), read_form(_calculated(readOnly=True))

    carried = carried_over(old, new, with_calculated(old, Answers()))

    assert carried.left_behind == ()
    assert carried.answers.number("q") == 1
