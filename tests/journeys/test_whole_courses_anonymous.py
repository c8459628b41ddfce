"""A whole course through the window: anonymous counselling that turns into a named request."""

import pytest

from app.facts import Facts
from tests.demo.journey import Journey
from tests.journeys.counsellor import BESIDE, STEPS, Counsellor, found_in_the_register

pytestmark = pytest.mark.journey

ALIAS = "Solsikke"
NAME = "Freja Prøvegren"
CONTACT: Facts = {
    "contact.date": "2.11.2026",
    "contact.way": ["in-person"],
    "contact.words": "Er det normalt at ryge hver aften?",
    "contact.wish": ["counselling"],
    "contact.anonymous": ["true"],
    "citizen.name": ALIAS,
    "contact.told": ["companion", "privacy", "confidentiality"],
}
TALK: Facts = {
    "counselling.date": "4.11.2026",
    "counselling.way": ["in-person"],
    "counselling.anonymous": ["true"],
    "counselling.words": "Hash og søvn.",
    "counselling.explained": ["true"],
    "counselling.choice": ["thinking"],
    "counselling.next": "11.11.2026",
}
SECOND_TALK: Facts = {
    "counselling.date": "11.11.2026",
    "counselling.words": "Jeg vil gerne i gang, med navn og det hele.",
    "counselling.choice": ["treatment"],
}
REQUEST: Facts = {
    "request.received": "11.11.2026",
    "request.way": ["after-counselling"],
    "request.words": "Jeg vil gerne i gang.",
    "request.regional": ["neither"],
    "request.told": ["guarantee", "free-choice"],
}
NAMED: Facts = {
    "contact.anonymous": ["false"],
    "citizen.name": NAME,
    "citizen.cpr": "300204-4014",
    "citizen.street": "Prøvevej 9",
    "citizen.postal_code": "0000",
    "citizen.town": "Prøveby",
    "citizen.digital_post": ["reads"],
    "citizen.reading": ["plain"],
}
NO_CLOCK = "Anonym: ingen frister"
TALK_TASK = "Hold en rådgivningssamtale"


def test_anonymous_counselling_has_no_deadlines_until_the_citizen_gives_a_name_and_asks(
    journey: Journey,
) -> None:
    counsellor = Counsellor(journey, ALIAS)

    comes_without_a_name(counsellor)
    talks(counsellor)
    asks_for_treatment(counsellor)
    gives_a_name(counsellor)
    is_kept_waiting(counsellor)

    assert found_in_the_register(journey) == ()


def comes_without_a_name(counsellor: Counsellor) -> None:
    counsellor.begin(CONTACT)
    counsellor.lock_and_unlock()

    assert counsellor.clock() == NO_CLOCK
    assert counsellor.next_step() == "Anmodning"
    assert counsellor.to_do() == {TALK_TASK: ""}
    assert counsellor.letters() == {}
    counsellor.is_due({})


def talks(counsellor: Counsellor) -> None:
    counsellor.on(2026, 11, 4)
    counsellor.follow(TALK_TASK, TALK)

    assert TALK_TASK not in counsellor.to_do()
    assert any("Rådgivning" in row for row in counsellor.hands.rows(BESIDE))
    assert counsellor.clock() == NO_CLOCK
    counsellor.is_due({"Den næste samtale om rådgivning": "Planlagt onsdag 11.11.2026"})

    counsellor.on(2026, 11, 11)
    counsellor.add("Rådgivning", SECOND_TALK)

    assert "Skriv anmodningen ned" in counsellor.to_do()


def asks_for_treatment(counsellor: Counsellor) -> None:
    counsellor.follow("Skriv anmodningen ned", REQUEST)

    assert counsellor.clock() == NO_CLOCK
    assert "Anonym – eller med navn?" in counsellor.to_do()
    assert counsellor.dated() == {}
    assert counsellor.letters() == {"Kvittering for anmodning": "Mangler noget"}
    counsellor.is_due({})


def gives_a_name(counsellor: Counsellor) -> None:
    counsellor.correct(STEPS, "Henvendelse", NAMED)
    counsellor.name = NAME
    letter = counsellor.approve("Kvittering for anmodning")

    assert counsellor.clock() == "Behandling senest 25.11.2026"
    assert counsellor.next_step() == "Lægesamtale"
    assert "Anonym – eller med navn?" not in counsellor.to_do()
    counsellor.is_due(
        {
            "Behandlingsgaranti": "Dag 0 af 14 · 25.11.2026",
            "Afdækning": "Onsdag 25.11.2026",
            "Afgørelse": "Onsdag 25.11.2026",
            "Lægesamtale": "Onsdag 25.11.2026",
            "Indberetning: anmodning": "Tirsdag 15.12.2026",
        }
    )
    assert f"{NAME} Prøvevej 9" in letter
    assert "senest onsdag den 25. november 2026" in letter
    assert ALIAS not in letter


def is_kept_waiting(counsellor: Counsellor) -> None:
    counsellor.on(2026, 11, 25)
    counsellor.is_due(
        {
            "Behandlingsgaranti": "Dag 14 af 14 · I dag",
            "Afdækning": "I dag",
            "Afgørelse": "I dag",
            "Lægesamtale": "I dag",
            "Indberetning: anmodning": "Tirsdag 15.12.2026",
        }
    )
    counsellor.on(2026, 11, 26)
    counsellor.is_due(
        {
            "Behandlingsgaranti": "Dag 15 af 14",
            "Afdækning": "Overskredet 1 dag",
            "Afgørelse": "Overskredet 1 dag",
            "Lægesamtale": "Overskredet 1 dag",
            "Indberetning: anmodning": "Tirsdag 15.12.2026",
        }
    )

    assert counsellor.clock() == "Fristen overskredet: 1 dag"
    talks_held = [row for row in counsellor.hands.rows(BESIDE) if "Rådgivning" in row]
    assert len(talks_held) == len((TALK, SECOND_TALK))
