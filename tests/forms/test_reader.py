import json
from datetime import date
from decimal import Decimal

import pytest
from fhir.resources.R4B.questionnaire import Questionnaire as IndependentQuestionnaire

from forms.errors import Code
from forms.json_text import Json
from forms.questionnaire import Control, ItemType, Option, Voice
from forms.reader import read_form as read_form_as_it_is
from forms.reader import read_questionnaire
from models.answers import Coding, Quantity
from resources import names, text
from tests.forms.everything import (
    EVERYTHING,
    HL7,
    control,
    everything,
    extension,
    form,
    item,
    option,
    read_form,
)
from tests.forms.scored import SCORED, UCUM, scored

FORM = everything()
CALCULATING = scored()
SHIPPED = [name for name in names("questionnaires") if name.endswith(".json")]


def test_another_reader_of_fhir_accepts_the_form_of_these_tests() -> None:
    assert IndependentQuestionnaire.model_validate_json(json.dumps(EVERYTHING)).version == "1"


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_form_is_inside_the_subset(name: str) -> None:
    read = read_questionnaire(text(name))

    assert read.url.startswith("urn:roedtraad:")


def test_a_question_keeps_what_is_said_about_it() -> None:
    asks = FORM.by_link_id["asks"]

    assert asks.type is ItemType.BOOLEAN
    assert asks.required
    assert asks.instructions == ("2020/3.5.1", "2020/3.5.2")
    assert asks.provisions == ("sel-101-1",)
    assert asks.voice is Voice.CITIZEN
    assert asks.citizen_wording == "Vil du gerne have hjælp?"


def test_a_help_text_belongs_to_its_question_and_is_no_item_of_its_own() -> None:
    assert FORM.by_link_id["asks"].help == "Spørg roligt."
    assert FORM.by_link_id["asks"].items == ()
    assert "asks.help" not in FORM.by_link_id


def test_bounds_and_units_are_read() -> None:
    visits, day = FORM.by_link_id["visits"], FORM.by_link_id["day"]

    assert (visits.minimum, visits.maximum, visits.unit) == (0, 31, "dage")
    assert (day.minimum, day.maximum) == (date(2020, 1, 1), date(2030, 12, 31))
    assert FORM.by_link_id["grams"].max_decimal_places == 1


def test_options_are_read_with_what_makes_them_special() -> None:
    way, drugs = FORM.by_link_id["way"], FORM.by_link_id["drugs"]

    assert way.options[0] == Option(Coding("post", "POST", "urn:x"), selected_at_start=True)
    assert [one.exclusive for one in drugs.options] == [False, False, True]
    assert (way.control, drugs.control) == (Control.RADIO_BUTTON, Control.CHECK_BOX)


def test_all_inside_what_only_the_counsellor_sees_is_only_for_the_counsellor() -> None:
    assert FORM.by_link_id["own"].counsellor_only
    assert FORM.by_link_id["judgement"].counsellor_only
    assert not FORM.by_link_id["asks"].counsellor_only


def test_a_prefix_stands_before_the_text() -> None:
    read = read_form(item("g", "group", item("a", "string", prefix="1.", text="Navn")))

    assert read.by_link_id["a"].text == "1. Navn"


def test_the_form_knows_the_rows_and_the_groups_around_each_item() -> None:
    assert FORM.groups_around["contact.day"] == ("children", "child.contacts")
    assert FORM.parents["contact.day"] == "child.contacts"
    assert "about" not in FORM.parents


def test_cards_may_be_ours_by_name() -> None:
    cards = control("cards", "urn:roedtraad:fhir:item-control")
    read = read_form(item("g", "group", item("a", "string"), repeats=True, extension=[cards]))

    assert read.by_link_id["g"].control is Control.CARDS


def test_rows_can_be_limited() -> None:
    limits: list[Json] = [
        extension(f"{HL7}questionnaire-minOccurs", 2, "Integer"),
        extension(f"{HL7}questionnaire-maxOccurs", 4, "Integer"),
    ]
    read = read_form(item("g", "group", item("a", "string"), repeats=True, extension=limits))

    group = read.by_link_id["g"]
    assert (group.min_occurs, group.max_occurs) == (2, 4)


def test_what_only_tells_about_the_form_may_stand_there() -> None:
    told = form(item("a", "string"), publisher="Klinikken", date="2026-11-02", copyright="Egen")

    assert read_questionnaire(json.dumps(told)).title == "Prøveskema"


def test_an_open_choice_may_be_long() -> None:
    read = read_form(item("a", "open-choice", answerOption=[option("x")], maxLength=80))

    assert read.by_link_id["a"].max_length == 80


def test_another_reader_of_fhir_accepts_the_form_that_calculates() -> None:
    assert IndependentQuestionnaire.model_validate_json(json.dumps(SCORED)).version == "1"


def test_amounts_are_read_with_their_units_and_bounds() -> None:
    weight, height = CALCULATING.by_link_id["weight"], CALCULATING.by_link_id["height"]

    assert weight.minimum == Quantity(Decimal(20), "kg", "kg", UCUM)
    assert height.unit_options == (Coding("cm", "cm", UCUM), Coding("m", "meter", UCUM))


def test_a_single_unit_of_an_amount_may_be_given_as_such() -> None:
    unit: Json = {"system": UCUM, "code": "kg", "display": "kg"}
    fixed: list[Json] = [extension(f"{HL7}questionnaire-unit", unit, "Coding")]

    asked = read_form(item("a", "quantity", extension=fixed)).by_link_id["a"]

    assert asked.unit_options == (Coding("kg", "kg", UCUM),)


def test_a_slider_a_pattern_and_a_link_are_read() -> None:
    craving, code = CALCULATING.by_link_id["craving"], CALCULATING.by_link_id["code"]

    assert (craving.control, craving.slider_step) == (Control.SLIDER, 5)
    assert craving.support_links == ("https://example.org/hjaelp",)
    assert code.regex == "[A-Z]{2}[0-9]{3}"
    assert CALCULATING.by_link_id["drug"].control is Control.AUTOCOMPLETE


def test_a_score_may_stand_on_the_option_or_on_its_coding() -> None:
    score = extension(f"{HL7}ordinalValue", 3, "Decimal")
    inside: Json = {"code": "b", "display": "B", "extension": [score]}
    outside: Json = {"valueCoding": {"code": "a", "display": "A"}, "extension": [score]}

    read = read_form(item("a", "choice", answerOption=[outside, {"valueCoding": inside}]))

    assert [one.ordinal for one in read.by_link_id["a"].options] == [3, 3]


def test_an_expression_is_read_with_the_items_it_asks() -> None:
    total = CALCULATING.by_link_id["sum"].calculated

    assert total is not None
    assert total.link_ids == {"s1", "s2"}


def test_a_form_that_only_wants_words_is_read_with_what_is_missing() -> None:
    told = form(item("a", "string", text=""), title="", version="")

    reading = read_form_as_it_is(json.dumps(told))

    assert reading.questionnaire is not None
    assert {refusal.code for refusal in reading.refusals} == {Code.INCOMPLETE}
