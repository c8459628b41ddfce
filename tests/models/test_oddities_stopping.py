"""Which days cannot be at all, and what an anonymous citizen leaves out."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.answers import Answers, Place
from models.oddities_left_out import left_out_lines
from models.oddities_stopping import impossible_days
from tests.builders import TODAY, answers

DAY = Place("decision.date")
NUMBER = Place("citizen.cpr")


def found(said: Answers, today: date = TODAY) -> list[tuple[Place, str]]:
    return [(one.place, one.sentence) for one in impossible_days(said, today)]


def test_a_decision_of_1826_cannot_be() -> None:
    ((place, sentence),) = found(answers({"decision.date": date(1826, 11, 9)}))

    assert place == DAY
    assert sentence.startswith("Datoen ligger før år 1900")
    assert "1826" not in sentence


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_no_day_since_1900_stops_anything(day: date) -> None:
    assert found(answers({"decision.date": day})) == []


@given(st.dates(max_value=date(1899, 12, 31)), st.integers(0, 9))
def test_every_day_before_1900_stops_in_whatever_row(day: date, row: int) -> None:
    place = Place("goal.date", (row,))

    assert [one for one, _ in found(Answers().with_answer(place, day))] == [place]


@pytest.mark.parametrize(
    ("number", "said"),
    [("010199-5000", "født før år 1900"), ("010136-4000", "ikke født endnu")],
)
def test_a_birth_that_cannot_be_stops(number: str, said: str) -> None:
    ((place, sentence),) = found(answers({"citizen.cpr": number}))

    assert place == NUMBER
    assert said in sentence
    assert number not in sentence


@pytest.mark.parametrize("number", ["300279-0012", "", "0101", "ved ikke"])
def test_a_number_that_tells_no_birth_stops_nothing(number: str) -> None:
    assert found(answers({"citizen.cpr": number})) == []


def test_a_number_is_looked_at_only_where_one_is_asked_for() -> None:
    assert found(answers({"conversation_note.words": "010199-5000"})) == []


def test_who_chose_to_be_anonymous_is_told_that_the_number_typed_is_not_kept() -> None:
    typed = answers({"citizen.cpr": "300279-0012", "contact.anonymous": True})

    ((place, (sentence,)),) = left_out_lines(typed).items()
    assert place == Place("contact.anonymous")
    assert "bliver ikke gemt, når du underskriver" in sentence


@pytest.mark.parametrize(
    "said",
    [
        {"citizen.cpr": "300279-0012"},
        {"citizen.cpr": "300279-0012", "contact.anonymous": False},
        {"contact.anonymous": True, "citizen.name": "Ø"},
    ],
)
def test_nothing_is_said_while_nothing_is_left_out(said: dict[str, str | bool]) -> None:
    assert left_out_lines(answers({**said})) == {}
