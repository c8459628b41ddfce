from datetime import date

import pytest

from app.citizen_shown import citizen_shown
from app.facts import Facts
from app.supplies import supplies
from models.case import Case, Entry
from models.course import Form, course_of
from tests.builders import CONTACT, PARTIAL_REFUSAL, REQUEST, TODAY, entry

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


HEARING: Facts = {"hearing.date": "3.11.2026", "hearing.due": "10.11.2026"}
APPEAL: Facts = {"appeal.received": "12.11.2026", "appeal.kind": ["decision"]}
PARTLY: Facts = {
    **APPEAL,
    "appeal.result": ["partly"],
    "appeal.result_date": "20.11.2026",
    "appeal.new_decision": "20.11.2026",
}
ANSWERED: Facts = {
    **APPEAL,
    "appeal.result": ["upheld"],
    "appeal.forwarded": "20.11.2026",
    "appeal.outcome": ["upheld"],
    "appeal.outcome_date": "20.1.2027",
}
DECIDED = entry(Form.DECISION, PARTIAL_REFUSAL, number=3)


def minded(today: date, *entries: Entry) -> list[str]:
    asked = (entry(Form.CONTACT, CONTACT), entry(Form.REQUEST, REQUEST, number=2))
    told = course_of(Case("case", (*asked, *entries)))
    return [need.sentence for need in citizen_shown(told, supplies(), today).needs]


def test_the_time_to_answer_a_hearing_is_shown_with_its_day_and_source_until_it_is_over() -> None:
    heard = entry(Form.HEARING, HEARING, number=3)

    assert minded(date(2026, 11, 5), heard) == [
        "Borgerens frist – Svar på partshøring: til og med 10.11.2026 (forvaltningsloven § 19)."
    ]
    assert minded(date(2026, 11, 11), heard) == []


def test_the_times_for_an_appeal_and_for_upholding_it_are_shown_the_first_to_end_first() -> None:
    found = minded(date(2026, 11, 21), DECIDED, entry(Form.APPEAL, PARTLY, number=4))

    assert found == [
        "Borgerens frist – Fastholdt klage: til og med 18.12.2026 (retssikkerhedsloven § 66)."
    ]


def test_the_time_for_the_ombudsman_is_shown_for_the_year_it_runs() -> None:
    answered = entry(Form.APPEAL, ANSWERED, number=4)

    (found,) = minded(date(2027, 2, 1), DECIDED, answered)

    assert found.startswith("Borgerens frist – Klage til ombudsmanden: til og med 20.1.2028 (")


def test_the_time_for_an_appeal_is_said_in_a_few_words_where_there_is_little_room() -> None:
    told = course_of(Case("case", (DECIDED,)))

    (appeal,) = citizen_shown(told, supplies(), date(2026, 11, 10)).needs

    assert appeal.brief == "Klagefrist til 15.12.2026"
