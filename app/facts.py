"""Answers written down beforehand, for the practice register and the demonstration.

A text is what would be typed, a list the codes of the options chosen. A key is a link id, in a
repeating group followed by the row numbers: ``"intervention.what@0.1"``. A text such as ``"@-14"``
is the date that many days from the day at hand.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from app.beginning import with_rows
from forms.calculation import with_calculated, with_typed
from forms.outline import starting_answers
from forms.questionnaire import Questionnaire
from forms.reading import read_reply
from forms.reply import Reply
from models.answers import Answers, Place
from models.danish import short_date

Fact: TypeAlias = "str | list[str] | dict[str, str | list[str]]"
Facts: TypeAlias = Mapping[str, Fact]

_RELATIVE = re.compile(r"@([+-]\d+)")


@dataclass(frozen=True, slots=True)
class PracticeForm:
    """One form of a made-up citizen: how many days ago it was filled, and whether it is signed."""

    form: str
    days_ago: int
    signed: bool
    answers: Facts


@dataclass(frozen=True, slots=True)
class PracticeFacts:
    """The made-up clinic, and the forms of each made-up citizen."""

    clinic: Facts
    citizens: tuple[tuple[PracticeForm, ...], ...]


def read_practice(text: str) -> PracticeFacts:
    """Return the facts of the practice register from the text of practice/citizens.json."""
    table = json.loads(text)
    return PracticeFacts(
        clinic=table["clinic"],
        citizens=tuple(
            tuple(
                PracticeForm(form["form"], form["days_ago"], form["signed"], form["answers"])
                for form in citizen["forms"]
            )
            for citizen in table["citizens"]
        ),
    )


def replies(facts: Facts, today: date) -> Iterator[tuple[Place, Reply]]:
    """Yield each fact as the reply a person would give, at its place."""
    for key, fact in facts.items():
        yield place_of(key), _reply(fact, today)


def place_of(key: str) -> Place:
    """Return the place that *key* names."""
    link_id, _, rows = key.partition("@")
    return Place(link_id, tuple(int(row) for row in rows.split(".") if row))


def answers_from(form: Questionnaire, facts: Facts, today: date) -> Answers:
    """Return *form* filled with *facts*, rows added where a fact needs them.

    What nobody gave is worked out where the form says how.
    """
    answers = starting_answers(form)
    for place, reply in replies(facts, today):
        answers = with_rows(form, answers, place)
        item = form.by_link_id[place.link_id]
        answers = with_typed(form, answers, place, *read_reply(item, reply))
    return with_calculated(form, answers, today)


def _reply(fact: Fact, today: date) -> Reply:
    if isinstance(fact, str):
        return Reply(_RELATIVE.sub(lambda found: _relative(found, today), fact))
    if isinstance(fact, list):
        return Reply(codes=tuple(fact))
    return Reply(str(fact.get("text", "")), tuple(fact.get("codes", ())))


def _relative(found: re.Match[str], today: date) -> str:
    return short_date(today + timedelta(days=int(found[1])))
