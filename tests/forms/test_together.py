"""What counsellor and citizen read together, and what never comes into it."""

from datetime import date
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.shipped_forms import files_of_today
from app.supplies import supplies
from forms.enablement import enabled_places
from forms.fair_copy import has_two_editions
from forms.privacy import private_items
from forms.questionnaire import EnableWhen, Item, ItemType, Operator, Questionnaire, Voice
from forms.together import (
    asked_in,
    can_be_asked_together,
    is_asked,
    may_decline,
    said_together,
    turns,
)
from models.answers import Answers, Declined, Place

TODAY = date(2026, 11, 2)
NAMES = sorted(files_of_today())
SLEEP = Item(
    "sleep",
    ItemType.TEXT,
    "Hvordan sover borgeren?",
    citizen_wording="Hvordan sover du?",
    voice=Voice.CITIZEN,
    required=True,
    help="Spørg til mareridt.",
)
DAY = Item("day", ItemType.DATE, "Dato", citizen_wording="Hvilken dag er det?", required=True)
JUDGED = Item("judged", ItemType.TEXT, "Din vurdering", voice=Voice.AUTHORITY)
WORRY = Item("worry", ItemType.TEXT, "Bekymring", counsellor_only=True, citizen_wording="Uro?")
AFTER = Item(
    "after",
    ItemType.TEXT,
    "Og så?",
    citizen_wording="Hvad så?",
    enable_when=(EnableWhen("sleep", Operator.EXISTS, answer=True),),
)


def form(*items: Item) -> Questionnaire:
    section = Item("section", ItemType.GROUP, "Søvn og uro", items, help="Tag dig tid.")
    return Questionnaire("urn:form", "form", "1", "Søvn", (section,))


def words_in(items: tuple[Item, ...]) -> str:
    """Return all that could ever stand on a screen that is made of *items*."""
    walked = chain.from_iterable(item.walk() for item in items)
    return "\n".join(
        "\n".join((item.text, item.help, item.citizen_wording, *item.support_links))
        for item in walked
    )


def test_nothing_of_the_counsellors_is_left_in_what_is_read_together() -> None:
    asked = turns(form(SLEEP, JUDGED, WORRY), 10)

    told = words_in(tuple(turn.item for turn in asked))
    assert "Hvordan sover du?" in told
    for private in ("borgeren", "mareridt", "Din vurdering", "Bekymring", "Uro?", "Tag dig tid"):
        assert private not in told


@pytest.mark.parametrize("name", NAMES)
def test_no_shipped_form_lets_help_or_a_private_question_through(name: str) -> None:
    asked = supplies().newest(name)
    private = private_items(asked.items)

    shown = [item for turn in turns(asked, 8) for item in turn.item.walk()]

    assert not {item.link_id for item in shown} & private
    assert not any(item.help or item.support_links or item.required for item in shown)
    assert not any(item.calculated or item.read_only for item in shown)
    questions = [item for item in shown if item.is_question]
    wordings = {i.citizen_wording or i.text for i in asked.by_link_id.values() if i.is_question}
    assert {item.text for item in questions} <= wordings


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("room", [1, 8, 40])
def test_each_question_is_asked_in_just_one_turn_in_the_order_of_the_form(
    name: str, room: float
) -> None:
    asked = supplies().newest(name)

    order = [i.link_id for t in turns(asked, room) for i in t.item.walk() if i.is_question]

    assert len(order) == len(set(order))
    kept = set(order)
    assert order == [link_id for link_id in asked.by_link_id if link_id in kept]
    assert bool(order) is can_be_asked_together(asked)


@pytest.mark.parametrize("name", NAMES)
def test_a_form_with_nothing_for_the_citizen_is_not_offered(name: str) -> None:
    asked = supplies().newest(name)

    if not has_two_editions(asked):
        assert not can_be_asked_together(asked)


@given(room=st.floats(1, 60))
def test_more_room_never_makes_more_turns(room: float) -> None:
    asked = supplies().newest("assessment")

    assert len(turns(asked, room + 5)) <= len(turns(asked, room))


def test_what_is_not_asked_yet_makes_no_turn_of_its_own() -> None:
    asked = form(SLEEP, AFTER)
    (first, second) = turns(asked, 1)
    before = enabled_places(asked, Answers(), TODAY)
    told = Answers().with_answer(Place("sleep"), "Dårligt")

    assert is_asked(first, Answers(), before)
    assert not is_asked(second, Answers(), before)
    assert is_asked(second, told, enabled_places(asked, told, TODAY))
    assert asked_in(first, told, enabled_places(asked, told, TODAY)) == (Place("sleep"),)


def test_what_was_said_is_told_in_the_citizens_own_voice() -> None:
    asked = form(SLEEP, DAY)
    told = Answers().with_answer(Place("sleep"), "Dårligt").with_answer(Place("day"), TODAY)

    (said,) = said_together(asked, told, enabled_places(asked, told, TODAY))

    assert (said.place, said.question, said.answer) == (
        Place("sleep"),
        "Hvordan sover du?",
        "Dårligt",
    )


def test_in_a_form_without_the_citizens_voice_all_that_was_said_is_told() -> None:
    asked = form(DAY)
    told = Answers().with_answer(Place("day"), TODAY)

    (said,) = said_together(asked, told, enabled_places(asked, told, TODAY))

    assert said.answer == "2. november 2026"


def test_the_wish_not_to_answer_is_told_as_what_it_is() -> None:
    asked = form(SLEEP)
    told = Answers().with_answer(Place("sleep"), Declined())

    (said,) = said_together(asked, told, enabled_places(asked, told, TODAY))

    assert said.answer == "Det ønsker du ikke at svare på."


def test_only_what_is_the_citizens_to_tell_can_be_declined() -> None:
    asked = form(SLEEP, DAY, JUDGED, WORRY, AFTER)

    can = {link_id for link_id in asked.by_link_id if may_decline(asked, link_id)}

    assert can == {"sleep", "after"}
