from datetime import date

import pytest

from app.citizen_shown import citizen_shown
from app.facts import Facts
from app.supplies import supplies
from models.case import Case
from models.course import Form, course_of
from tests.builders import CONTACT, REQUEST, TODAY, entry

START: Facts = {"start.date": "2.11.2026"}
ENDED: Facts = {"discharge.date": "2.11.2026", "discharge.reason": ["completed"]}


def clock(discharge: Facts, *, signed: bool = True, today: date = TODAY) -> str:
    entries = (
        entry(Form.CONTACT, CONTACT),
        entry(Form.REQUEST, REQUEST, number=2),
        entry(Form.START, START, number=3),
        entry(Form.DISCHARGE, discharge, signed=signed, number=4),
    )
    return citizen_shown(course_of(Case("case", entries)), supplies(), today).clock_text


def test_a_course_that_has_ended_says_when_in_place_of_the_guarantee() -> None:
    assert clock(ENDED) == "Afsluttet 2.11.2026"
    assert clock(ENDED, signed=False) == "Behandling i gang til tiden"


@pytest.mark.parametrize("day", ["1.11.2026", "3.11.2026", ""])
def test_a_discharge_on_a_day_that_cannot_be_ends_nothing_yet(day: str) -> None:
    assert clock({**ENDED, "discharge.date": day}) == "Behandling i gang til tiden"
