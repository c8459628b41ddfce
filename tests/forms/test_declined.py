"""The wish not to answer: no gap, no fact, and the same after every way out and back."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse as IndependentResponse
from hypothesis import given
from hypothesis import strategies as st

from forms.carrying import carried_over
from forms.checking import problems
from forms.enablement import enabled_places
from forms.errors import FormError, UnreadableResponseError
from forms.exchange import Origin, response_for_others
from forms.fair_copy import Filling, fair_copy
from forms.outline import progress, sections, walk_places
from forms.questionnaire import Item, ItemType, Questionnaire
from forms.reading import read_reply, shown_text, typed_text
from forms.reply import Reply
from forms.response import read_response, write_response
from forms.response_reading import examine_response
from forms.unfinished import read_unfinished
from models.answers import Answers, Coding, Declined, Place, Quantity, Value
from models.filled_form import Answered
from tests.forms.everything import everything, item, read_form, when

NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
TODAY = date(2026, 11, 2)
ALL = everything()
HOPE = Place("hope")
DECLINED = (Declined(),)
FORM = read_form(
    item("hope", "text", text="Hvad håber du?", required=True),
    item(
        "why", "text", text="Hvorfor?", enableWhen=[when("hope", "exists", "Boolean", answer=True)]
    ),
)


def asked(questionnaire: Questionnaire) -> list[Place]:
    walked = walk_places(questionnaire.items, Answers())
    return [place for item, place in walked if item.is_question]


def declined(*places: Place) -> Answers:
    answers = Answers()
    for place in places:
        answers = answers.with_answer(place, Declined())
    return answers


@given(places=st.sets(st.sampled_from(asked(ALL))), is_signed=st.booleans())
def test_it_is_read_back_from_a_response_whatever_is_asked(
    places: set[Place], *, is_signed: bool
) -> None:
    answers = declined(*places)
    written = write_response(ALL, answers, NOW, signed=is_signed)

    back = read_response(ALL, written)

    kept = enabled_places(ALL, answers, TODAY) if is_signed else places
    assert set(back.values) >= places & set(kept)
    assert all(values == DECLINED for values in back.values.values())
    IndependentResponse.model_validate_json(written)


def test_a_response_says_it_in_the_words_of_fhir() -> None:
    tree = json.loads(write_response(FORM, declined(HOPE), NOW, signed=True))

    (answer,) = tree["item"][0]["answer"]
    url = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
    assert answer == {"extension": [{"url": url, "valueCode": "asked-declined"}]}


def test_another_program_is_told_and_can_tell_us() -> None:
    origin = Origin("0193-ab", "Ida Øvesen", "", NOW, is_signed=True)
    written = response_for_others(FORM, declined(HOPE), origin)

    reading = examine_response(FORM, written)

    assert reading.faults == ()
    assert reading.answers.at(HOPE) == DECLINED


@pytest.mark.parametrize(
    "answer",
    [
        {"valueString": "Ro", "extension": [{"valueCode": "asked-declined"}]},
        {"extension": [{"valueCode": "unknown"}]},
        {"extension": [{"valueString": "asked-declined"}]},
    ],
    ids=["with an answer", "another reason", "another type"],
)
def test_any_other_reason_for_no_answer_is_refused(answer: dict[str, object]) -> None:
    tree = json.loads(write_response(FORM, declined(HOPE), NOW, signed=True))
    url = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
    extensions = answer["extension"]
    assert isinstance(extensions, list)
    extensions[0]["url"] = url
    tree["item"][0]["answer"] = [answer]

    with pytest.raises(FormError) as refused:
        read_response(FORM, json.dumps(tree))

    assert isinstance(refused.value, UnreadableResponseError)
    assert refused.value.item == "hope"


def test_what_is_required_is_not_missing_when_the_citizen_does_not_wish_to_say_it() -> None:
    assert problems(FORM, Answers(), TODAY)
    assert not problems(FORM, declined(HOPE), TODAY)
    assert progress(FORM, declined(HOPE), sections(FORM)[0]) == (1, 1)


def test_no_rule_takes_it_for_an_answer() -> None:
    answers = declined(HOPE)

    assert Place("why") not in enabled_places(FORM, answers, TODAY)
    assert answers.text("hope") == ""
    assert answers.yes("hope") is None
    assert answers.day("hope") is None
    assert answers.number("hope") is None
    assert answers.choices("hope") == ()
    assert answers.quantity("hope") is None


@pytest.mark.parametrize(
    ("for_citizen", "said"),
    [(False, "Borgeren ønsker ikke at svare"), (True, "Du ønskede ikke at svare")],
)
def test_the_fair_copy_says_it_to_each_of_the_two(*, for_citizen: bool, said: str) -> None:
    blocks = fair_copy(Filling(FORM, declined(HOPE), TODAY), for_citizen=for_citizen)

    assert [b.lines for b in blocks if isinstance(b, Answered)] == [(said,)]


def test_it_follows_into_a_newer_edition_of_the_form() -> None:
    newer = read_form(item("hope", "boolean", text="Håber du?"))

    carried = carried_over(FORM, newer, declined(HOPE))

    assert carried.answers.at(HOPE) == DECLINED
    assert carried.left_behind == ()


@pytest.mark.parametrize("asking", list(ItemType))
def test_a_field_shows_nothing_where_it_stands_and_reads_it_as_nothing(asking: ItemType) -> None:
    if asking in {ItemType.GROUP, ItemType.DISPLAY}:
        return
    question = Item("q", asking, "Hvad?")

    assert typed_text(question, DECLINED) == ""
    assert shown_text(DECLINED) == "Borgeren ønsker ikke at svare"
    assert read_unfinished(question, Reply("noget", is_declined=True)) == DECLINED
    assert read_reply(question, Reply()) == ()


@given(
    value=st.sampled_from(
        [True, 3, Decimal("2.5"), TODAY, "Ro", Coding("a", "A"), Quantity(Decimal(1), "g")]
    )
)
def test_an_answer_given_after_all_takes_its_place(value: Value) -> None:
    answers = declined(HOPE).with_answer(HOPE, value)

    assert answers.at(HOPE) == (value,)
