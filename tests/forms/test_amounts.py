from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.checking import problem_at
from forms.questionnaire import Item
from forms.reading import read_reply, shown_text, typed_text, unit_code
from forms.reply import Reply
from models.answers import Quantity, Unread, Value
from tests.forms.everything import item, read_form
from tests.forms.scored import UCUM, scored, unit

FORM = scored()
WEIGHT, HEIGHT = FORM.by_link_id["weight"], FORM.by_link_id["height"]
FREE = read_form(item("a", "quantity")).by_link_id["a"]
SEVERAL = read_form(
    item("a", "quantity", repeats=True, extension=[unit("mg", "mg"), unit("g", "gram")])
).by_link_id["a"]


def _kilos(value: str | None) -> Quantity:
    return Quantity(None if value is None else Decimal(value), "kg", "kg", UCUM)


def _centimetres(value: str | None) -> Quantity:
    return Quantity(None if value is None else Decimal(value), "cm", "cm", UCUM)


@pytest.mark.parametrize(
    ("asked", "reply", "values"),
    [
        (WEIGHT, Reply("81,5"), (_kilos("81.5"),)),
        (WEIGHT, Reply("81,5 KG"), (_kilos("81.5"),)),
        (WEIGHT, Reply("81,5 pund"), (Unread("81,5 pund"),)),
        (WEIGHT, Reply("meget"), (Unread("meget"),)),
        (WEIGHT, Reply(" "), ()),
        (HEIGHT, Reply("180", ("cm",)), (_centimetres("180"),)),
        (HEIGHT, Reply("180 cm", ("m",)), (_centimetres("180"),)),
        (HEIGHT, Reply("1,8 meter"), (Quantity(Decimal("1.8"), "meter", "m", UCUM),)),
        (HEIGHT, Reply("180"), (Quantity(Decimal(180)),)),
        (HEIGHT, Reply("", ("cm",)), (_centimetres(None),)),
        (FREE, Reply("3 glas vin"), (Quantity(Decimal(3), "glas vin"),)),
        (FREE, Reply("-1.500,25"), (Quantity(Decimal("-1500.25")),)),
    ],
)
def test_an_amount_is_read_with_its_unit(
    asked: Item, reply: Reply, values: tuple[Value, ...]
) -> None:
    assert read_reply(asked, reply) == values


def test_the_field_shows_the_number_and_the_unit_apart_where_a_unit_is_offered() -> None:
    assert typed_text(HEIGHT, (_centimetres("180"),)) == "180"
    assert unit_code((_centimetres("180"),)) == "cm"
    assert typed_text(HEIGHT, (_centimetres(None),)) == ""
    assert unit_code((_centimetres(None),)) == "cm"
    assert typed_text(FREE, (Quantity(Decimal(3), "glas"),)) == "3 glas"
    assert shown_text((_centimetres("180"),)) == "180 cm"


def test_a_unit_that_is_not_offered_and_one_that_is_missing_are_named() -> None:
    assert problem_at(HEIGHT, (_kilos("3"),)) == "Svaret på »height« skal angives i cm eller meter."
    assert problem_at(HEIGHT, (Quantity(Decimal(3)),)) == (
        "Svaret på »height« skal angives i cm eller meter."
    )
    assert problem_at(HEIGHT, (_centimetres("180"),)) == ""


def test_an_amount_keeps_within_its_bounds_and_its_decimals() -> None:
    assert problem_at(WEIGHT, (_kilos("19.9"),)) == "Svaret på »weight« skal være mindst 20 kg."
    assert problem_at(WEIGHT, (_kilos("80.55"),)) == (
        "Svaret på »weight« kan have højst 1 ciffer efter kommaet."
    )
    assert problem_at(WEIGHT, (_kilos("20.0"),)) == ""


def test_several_amounts_are_typed_one_a_line() -> None:
    values = read_reply(SEVERAL, Reply("2 mg\n1,5 gram\nlidt"))

    assert values == (
        Quantity(Decimal(2), "mg", "mg", UCUM),
        Quantity(Decimal("1.5"), "gram", "g", UCUM),
        Unread("lidt"),
    )
    assert typed_text(SEVERAL, values) == "2 mg\n1,5 gram\nlidt"


@pytest.mark.parametrize("kind", ["string", "integer", "decimal", "date", "quantity"])
@given(text=st.text(alphabet="ab 12,.-\n", max_size=12))
def test_several_answers_typed_one_a_line_come_back_and_lose_no_line(kind: str, text: str) -> None:
    asked = read_form(item("a", kind, repeats=True)).by_link_id["a"]

    values = read_reply(asked, Reply(text))
    again = read_reply(asked, Reply(typed_text(asked, values)))

    assert again == values
    assert not text.strip() or len(values) == text.count("\n") + 1


def test_an_empty_line_is_no_answer_and_no_fault() -> None:
    asked = read_form(item("a", "integer", repeats=True)).by_link_id["a"]

    assert problem_at(asked, read_reply(asked, Reply("1\n\n2\n"))) == ""


def test_a_pattern_must_fit_and_the_hint_says_how() -> None:
    code = FORM.by_link_id["code"]

    assert problem_at(code, ("AB123",)) == ""
    assert problem_at(code, ("AB12",)) == "Svaret på »code« har ikke den form, der spørges efter."
