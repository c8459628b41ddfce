from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from forms.calculation import (
    calculation_faults,
    following_again,
    is_following,
    offers,
    with_calculated,
    with_typed,
)
from forms.enablement import applicable_places, enabled_places
from forms.outline import starting_answers
from forms.questionnaire import Questionnaire
from forms.response import read_response, write_response
from models.answers import Answers, Coding, Place, Quantity, Value
from tests.forms.everything import HL7, extension, item, read_form, when
from tests.forms.scored import UCUM, answers_of, calculated, enabled_if, scored

FORM = scored()
TODAY = date(2026, 11, 2)
NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
A, B, C = (Coding(code, code.upper(), "urn:x") for code in "abc")
SUM, USES = Place("sum"), Place("uses")


def _answered(form: Questionnaire = FORM, **answers: Value) -> Answers:
    filled = Answers()
    for link_id, value in answers.items():
        filled = filled.with_answer(Place(link_id.replace("_", ".")), value)
    return with_calculated(form, filled, TODAY)


def test_a_score_is_summed_when_everything_is_answered() -> None:
    half = _answered(s1=C)
    whole = _answered(s1=C, s2=B)

    assert half.number("sum") is None
    assert half.number("mean") == 2
    assert whole.number("sum") == 3
    assert whole.number("mean") == Decimal("1.5")


def test_a_calculation_can_build_on_another_and_decide_what_is_asked() -> None:
    low, high = _answered(s1=A, s2=A), _answered(s1=C, s2=C)

    assert (low.code("level"), high.code("level")) == ("low", "high")
    assert Place("alarm") not in enabled_places(FORM, low)
    assert {Place("alarm"), Place("after")} <= enabled_places(FORM, high)


def test_an_option_is_chosen_by_its_code_and_gets_its_words() -> None:
    assert _answered(s1=C, s2=C).choices("level") == (Coding("high", "HIGH", "urn:x"),)


def test_a_value_that_is_typed_over_stops_following_and_offers_to_follow_again() -> None:
    typed = with_typed(FORM, _answered(s1=C, s2=C), SUM, 1)
    later = with_calculated(FORM, typed.with_answer(Place("s2"), A), TODAY)

    assert not is_following(FORM, later, SUM)
    assert later.number("sum") == 1
    assert later.code("level") == "low"
    assert offers(FORM, later, TODAY) == {SUM: (2,)}

    again = following_again(FORM, later, SUM, TODAY)

    assert is_following(FORM, again, SUM)
    assert again.number("sum") == 2
    assert offers(FORM, again, TODAY) == {}


def test_a_value_that_is_deleted_stays_deleted_until_it_follows_again() -> None:
    deleted = with_calculated(FORM, with_typed(FORM, _answered(s1=C, s2=C), SUM), TODAY)

    assert deleted.number("sum") is None
    assert offers(FORM, deleted, TODAY) == {SUM: (4,)}


def test_that_a_person_answered_instead_is_kept_in_the_draft_and_in_what_is_signed() -> None:
    typed = with_typed(FORM, _answered(s1=C, s2=C), SUM, 1)
    deleted = with_typed(FORM, typed, Place("mean"))

    for signed in (False, True):
        back = read_response(FORM, write_response(FORM, deleted, NOW, signed=signed))
        assert back.edited == {SUM, Place("mean")}
        assert back.number("sum") == 1


def test_a_question_that_is_only_shown_never_stops_following() -> None:
    answers = Answers().with_answer(Place("doses"), Decimal(2), Decimal(5))

    shown = with_calculated(FORM, with_typed(FORM, answers, Place("most"), Decimal(9)), TODAY)

    assert shown.number("most") == 5


def test_amounts_are_calculated_with_in_their_own_unit() -> None:
    weight = Quantity(Decimal("81.5"), "kg", "kg", UCUM)
    height = Quantity(Decimal(180), "cm", "cm", UCUM)
    other = Quantity(Decimal("1.8"), "meter", "m", UCUM)

    assert _answered(weight=weight, height=height).number("bmi") == Decimal("25.2")
    assert _answered(weight=weight, height=other).number("bmi") is None


def test_an_age_follows_the_day() -> None:
    born = Answers().with_answer(Place("born"), date(1990, 11, 3))

    assert with_calculated(FORM, born, TODAY).number("age") == 35
    assert with_calculated(FORM, born, date(2026, 11, 3)).number("age") == 36
    assert with_calculated(FORM, born).number("age") is None


def _used(*rows: tuple[int, int]) -> Answers:
    answers = Answers()
    for number, (grams, price) in enumerate(rows):
        answers = answers.with_row(USES)
        answers = answers.with_answer(Place("use.grams", (number,)), Decimal(grams))
        answers = answers.with_answer(Place("use.price", (number,)), Decimal(price))
    return with_calculated(FORM, answers, TODAY)


def test_a_row_is_calculated_from_itself_and_a_sum_from_all_rows() -> None:
    answers = _used((2, 300), (5, 400))

    assert [answers.number("use.cost", row) for row in (0, 1)] == [600, 2000]
    assert answers.number("cost") == 2600
    assert answers.number("rows") == 2


def test_an_expression_in_a_row_asks_only_in_its_own_row() -> None:
    enabled = enabled_places(FORM, _used((2, 300), (5, 400)))

    assert Place("use.dear", (1,)) in enabled
    assert Place("use.dear", (0,)) not in enabled


def test_a_row_taken_away_takes_its_part_of_the_sum_and_its_mark_along() -> None:
    inside = frozenset({"uses", "use.grams", "use.price", "use.cost", "use.dear"})
    answers = _used((2, 300), (5, 400))
    answers = with_typed(FORM, answers, Place("use.cost", (1,)), Decimal(7))

    left = with_calculated(FORM, answers.without_row(USES, 0, inside), TODAY)

    assert left.number("cost") == 7
    assert left.edited == {Place("use.cost", (0,))}


def test_the_answer_of_a_question_that_is_not_asked_does_not_count() -> None:
    form = read_form(
        item("a", "boolean"),
        item("b", "integer", enableWhen=[when("a", "=", "Boolean", answer=True)]),
        item("c", "integer", extension=[calculated(f"{answers_of('b')} + 1")]),
    )

    assert _answered(form, a=True, b=4).number("c") == 5
    assert _answered(form, a=False, b=4).number("c") is None


def test_what_does_not_apply_keeps_what_it_came_to() -> None:
    form = read_form(
        item("a", "integer"),
        item(
            "b",
            "integer",
            extension=[calculated(f"{answers_of('a')} * 2")],
            enableWhen=[when("a", "<", "Integer", 5)],
        ),
    )
    answers = _answered(form, a=4)

    disabled = with_calculated(form, answers.with_answer(Place("a"), 9), TODAY)

    assert disabled.number("b") == 8
    assert Place("b") not in applicable_places(form, disabled)


@pytest.mark.parametrize(
    ("kind", "expression", "value"),
    [
        ("integer", "7 / 2", None),
        ("integer", "8 / 2", 4),
        ("integer", "99999 * 99999", None),
        ("integer", "'a'", None),
        ("decimal", "1 / 3", Decimal("0.333333")),
        ("decimal", "5 / 2", Decimal("2.5")),
        ("decimal", "10 * 10", Decimal(100)),
        ("string", "'a' & 'b'", "ab"),
        ("text", "1", None),
        ("boolean", "1 < 2", True),
        ("boolean", "1", None),
        ("date", "today() + 14 days", date(2026, 11, 16)),
        ("quantity", "3", None),
        ("quantity", "3 'kg'", Quantity(Decimal(3), "kg", "kg", UCUM)),
    ],
)
def test_what_comes_out_is_an_answer_to_the_question_or_nothing(
    kind: str, expression: str, value: Value | None
) -> None:
    form = read_form(item("a", kind, extension=[calculated(expression)]))

    answers = with_calculated(form, Answers(), TODAY)

    assert answers.at(Place("a")) == (() if value is None else (value,))
    assert (Place("a") in calculation_faults(form, Answers(), TODAY)) is (value is None)


def test_the_form_says_how_many_decimals_a_calculation_keeps() -> None:
    one: list[object] = [extension(f"{HL7}maxDecimalPlaces", 1, "Integer"), calculated("8 / 3")]

    form = read_form(item("a", "decimal", extension=one))  # type: ignore[arg-type]  # a list of JSON

    assert with_calculated(form, Answers()).number("a") == Decimal("2.7")


def test_a_condition_that_cannot_be_worked_out_asks_rather_than_hides() -> None:
    form = read_form(
        item("a", "string", repeats=True),
        item("b", "string", extension=[enabled_if(f"{answers_of('a')} > 'x'")]),
    )
    two = Answers().with_answer(Place("a"), "x", "y")

    assert Place("b") in enabled_places(form, two)
    assert Place("b") in calculation_faults(form, two)
    assert Place("b") not in enabled_places(form, Answers())


def test_a_form_without_calculations_is_left_as_it_is() -> None:
    form = read_form(item("a", "string"))
    answers = Answers().with_answer(Place("a"), "x")

    assert with_calculated(form, answers, TODAY) is answers


def test_a_form_starts_with_what_can_be_calculated_from_nothing() -> None:
    answers = with_calculated(FORM, starting_answers(FORM), TODAY)

    assert answers.number("rows") == 0
    assert answers.yes("any") is False
    assert answers.code("level") == "low"
