"""A whole course through the window: treatment with a lapse, its end, and a request anew."""

import pytest

from app.facts import Facts
from tests.demo.journey import Journey
from tests.journeys.counsellor import BESIDE, EARLIER, Counsellor, found_in_the_register

pytestmark = pytest.mark.journey

NAME = "Annika Dvořák Prøvesen"
CONTACT: Facts = {
    "contact.date": "2.11.2026",
    "contact.way": ["phone"],
    "citizen.name": NAME,
    "citizen.cpr": "300291-0012",
    "citizen.street": "Prøvevej 12",
    "citizen.postal_code": "0000",
    "citizen.town": "Prøveby",
    "citizen.digital_post": ["reads"],
    "citizen.reading": ["plain"],
    "contact.told": ["companion", "privacy", "confidentiality"],
}
REQUEST: Facts = {
    "request.received": "2.11.2026",
    "request.way": ["phone"],
    "request.words": "Jeg vil helt af med kokainen.",
    "request.wished_kind": ["outpatient"],
    "request.regional": ["neither"],
    "request.told": ["guarantee", "free-choice"],
}
INTERVIEW: Facts = {
    "medical.offered": "2.11.2026",
    "medical.result": ["held"],
    "medical.date": "5.11.2026",
    "medical.doctor": "Lægerne på Åløkke",
}
CONSENT: Facts = {
    "consent.direction": ["fetch"],
    "consent.party": "Lægehuset Prøvetorvet",
    "consent.purpose": "At kende din søvn.",
    "consent.information": ["health"],
    "consent.told": ["what", "voluntary", "refusal", "withdrawal", "without"],
    "consent.answer": ["given"],
    "consent.date": "5.11.2026",
    "consent.valid_until": "31.12.2026",
}
ASSESSMENT: Facts = {
    "assessment.date": "9.11.2026",
    "assessment.explained": ["true"],
    "social.supporters": "Søsteren Ida.",
    "children.home": ["no"],
    "pregnancy": ["no"],
    "pregnancy.prevention": ["offered"],
    "assessment.conclusion": "Faste samtaler kan hjælpe dig fri af kokain.",
}
FEEDBACK: Facts = {
    "feedback.date": "10.11.2026",
    "feedback.way": ["in-person"],
    "feedback.resources": "Du holdt pause i ni uger.",
    "feedback.needs": "Faste samtaler om trang.",
    "feedback.told": ["decision"],
}
DECISION: Facts = {
    "decision.date": "10.11.2026",
    "decision.result": ["full"],
    "decision.exactly": ["true"],
    "decision.measure": ["outpatient"],
    "decision.provider": "Rusmiddelcenter Åløkke",
    "decision.content": "Samtaler om trang.",
    "decision.volume": "En time om ugen",
    "decision.start": "12.11.2026",
    "decision.duration": "Seks måneder",
    "decision.contact": "Bo Testgaard ringer",
    "decision.purpose": "At du bliver fri af kokain.",
    "decision.hearing": ["not-needed"],
    "decision.plan_141": ["declined"],
    "decision.delivery": ["digital-post"],
    "decision.caseworker": "Bo Testgaard",
}
START: Facts = {
    "start.date": "12.11.2026",
    "start.provider": "Rusmiddelcenter Åløkke",
    "start.delay": ["none"],
}
PLAN: Facts = {
    "plan.date": "19.11.2026",
    "plan.summary": "Kokain hører til i weekenden.",
    "plan.drugs_stance": "Du vil stoppe helt.",
    "plan.family": ["no"],
    "goal.words@0": "Jeg vil være fri af kokain.",
    "intervention.what@0.0": "Samtale om trang",
    "plan.duration": "Seks måneder",
    "plan.intensity": "En time om ugen",
    "relapse.signs": "Jeg svarer ikke.",
    "relapse.i_do": "Går hjem.",
    "relapse.call": "Ida",
    "plan.review": "11.2.2027",
}
FOLLOW_UP: Facts = {
    "follow_up.date": "11.2.2027",
    "follow_up.lapse": ["true"],
    "follow_up.heard": "9",
    "follow_up.involved": "9",
    "follow_up.change": ["continue"],
    "follow_up.next": "15.4.2027",
}
LAPSE: Facts = {
    "lapse.date": "11.2.2027",
    "lapse.kind": ["slip"],
    "lapse.happened": "31.12.2026",
    "lapse.ongoing": ["over"],
    "lapse.danger": ["nothing"],
    "lapse.opioids": ["no"],
    "lapse.children": ["no"],
    "lapse.change": ["continue"],
}
LAST_FOLLOW_UP: Facts = {
    "follow_up.date": "15.4.2027",
    "follow_up.lapse": ["false"],
    "follow_up.heard": "9",
    "follow_up.change": ["end"],
}
DISCHARGE: Facts = {
    "discharge.date": "13.5.2027",
    "discharge.reason": ["completed"],
    "discharge.background": "Kokain fyldte i weekenden.",
    "discharge.status": "Du er fri af kokain.",
    "discharge.drugs": ["stopped"],
    "discharge.goals": "Målet er nået.",
    "discharge.citizen_view": "Hunden hedder Bolle.",
    "discharge.together": ["together"],
    "discharge.where_to_turn": "Bo på Åløkke.",
    "discharge.tolerance": ["true"],
    "discharge.written": "13.5.2027",
    "discharge.follow_up_told": ["true"],
    "discharge.follow_up_declined": ["false"],
}
ONE_MONTH: Facts = {
    "after_care.which": ["one-month"],
    "after_care.reached": ["reached"],
    "after_care.date": "10.6.2027",
    "after_care.words": "Fredagene er stille.",
    "after_care.drugs": ["stopped"],
    "after_care.safer": ["true"],
    "after_care.need": ["nothing"],
}
SIX_MONTHS: Facts = {
    "after_care.which": ["six-months"],
    "after_care.reached": ["reached"],
    "after_care.date": "12.11.2027",
    "after_care.words": "Det er begyndt igen.",
    "after_care.safer": ["true"],
    "after_care.need": ["treatment"],
    "after_care.offered": "En ny anmodning.",
}
ANEW: Facts = {
    **REQUEST,
    "request.received": "1.12.2027",
    "request.words": "Jeg har brug for hjælp igen.",
}
EARLIER_COURSE = "Forløb 2026–2027"


def test_a_treatment_ends_is_followed_up_and_a_new_request_begins_a_course_of_its_own(
    journey: Journey,
) -> None:
    counsellor = Counsellor(journey, NAME)

    is_asked_for(counsellor)
    is_assessed(counsellor)
    is_decided(counsellor)
    is_begun(counsellor)
    is_followed_up(counsellor)
    is_ended(counsellor)
    is_followed_up_afterwards(counsellor)
    is_asked_for_anew(counsellor)
    the_earlier_course_can_be_read(counsellor)

    assert found_in_the_register(journey) == ()


def is_asked_for(counsellor: Counsellor) -> None:
    counsellor.begin(CONTACT)
    counsellor.take_step("Anmodning", REQUEST)

    assert counsellor.next_step() == "Lægesamtale"
    assert counsellor.clock() == "Behandling senest 16.11.2026"
    assert counsellor.dated() == {
        "Behandlingsgaranti": "Dag 0 af 14",
        "Lægesamtale": "Om 14 dage",
        "Afdækning": "Om 14 dage",
        "Afgørelse": "Om 14 dage",
        "Indberetning: anmodning": "Om 43 dage",
    }
    assert "senest mandag den 16. november 2026" in counsellor.approve("Kvittering for anmodning")


def is_assessed(counsellor: Counsellor) -> None:
    counsellor.on(2026, 11, 5)
    counsellor.is_due(
        {
            "Behandlingsgaranti": "Dag 3 af 14 · 16.11.2026",
            "Lægesamtale": "Mandag 16.11.2026",
            "Afdækning": "Mandag 16.11.2026",
            "Afgørelse": "Mandag 16.11.2026",
            "Indberetning: anmodning": "Tirsdag 15.12.2026",
        }
    )
    counsellor.take_step("Lægesamtale", INTERVIEW)
    counsellor.add("Samtykke", CONSENT)
    letter = counsellor.approve("Samtykke: Lægehuset Prøvetorvet")

    assert "henter oplysninger om dig hos Lægehuset Prøvetorvet" in letter

    counsellor.on(2026, 11, 9)
    counsellor.take_step("Afdækning", ASSESSMENT)
    counsellor.lock_and_unlock()

    assert counsellor.dated() == {
        "Behandlingsgaranti": "Dag 7 af 14",
        "Afgørelse": "Om 7 dage",
        "Indberetning: anmodning": "Om 36 dage",
        "Samtykke": "Om 52 dage",
    }
    assert counsellor.next_step() == "Tilbagemelding på afdækningen"
    assert "Giv svaret tilbage" in counsellor.to_do()


def is_decided(counsellor: Counsellor) -> None:
    counsellor.on(2026, 11, 10)
    counsellor.take_step("Tilbagemelding på afdækningen", FEEDBACK)
    assert counsellor.next_step() == "Afgørelse"
    assert counsellor.dated()["Afgørelse"] == "Om 6 dage"
    counsellor.take_step("Afgørelse", DECISION)
    letter = counsellor.approve("Afgørelse")

    assert "Du får den behandling, du har søgt om" in letter
    assert "Vi skal have din klage senest tirsdag den 8. december 2026." in letter
    assert "Afgørelse: Færdig 10.11.2026 Klagefrist 8.12.2026" in counsellor.course()
    assert counsellor.clock() == "Behandling senest 16.11.2026"
    assert {"Afgørelse", "Tilbud om handleplan"}.isdisjoint(counsellor.to_do())
    assert counsellor.next_step() == "Iværksættelse"


def is_begun(counsellor: Counsellor) -> None:
    counsellor.on(2026, 11, 12)
    counsellor.take_step("Iværksættelse", START)

    assert counsellor.clock() == "Behandling i gang til tiden"
    counsellor.is_due(
        {
            "Behandlingsplan": "Torsdag 26.11.2026",
            "Indberetning: anmodning": "Tirsdag 15.12.2026",
            "Indberetning: start": "Tirsdag 15.12.2026",
            "Samtykke": "Torsdag 31.12.2026",
        }
    )

    counsellor.on(2026, 11, 19)
    counsellor.take_step("Behandlingsplan", PLAN)
    letter = counsellor.approve("Behandlingsplan")

    assert "»Jeg vil være fri af kokain.«" in letter
    assert counsellor.dated()["Opfølgning på planen"] == "Om 84 dage"
    assert counsellor.next_step() == "Opfølgning"


def is_followed_up(counsellor: Counsellor) -> None:
    counsellor.on(2026, 12, 15)
    counsellor.has_done("Indberetning: anmodning")
    counsellor.has_done("Indberetning: start")

    counsellor.on(2027, 2, 11)
    counsellor.is_due({"Se på planen sammen": "I dag"})
    counsellor.take_step("Opfølgning", FOLLOW_UP)

    assert "Tal slippet igennem" in counsellor.to_do()
    assert "Et samtykke er udløbet" in counsellor.to_do()

    counsellor.follow("Tal slippet igennem", LAPSE)

    assert "Tal slippet igennem" not in counsellor.to_do()
    assert any("Slip og tilbagefald" in row for row in counsellor.hands.rows(BESIDE))
    assert counsellor.dated() == {"Opfølgning på planen": "Om 63 dage"}

    counsellor.on(2027, 4, 15)
    counsellor.is_due({"Opfølgning": "I dag"})
    counsellor.take_again("Opfølgning", LAST_FOLLOW_UP)

    assert counsellor.next_step() == "Udskrivning"
    assert {"Skriftlig status", "Borgerens syn på forløbet"} <= set(counsellor.to_do())


def is_ended(counsellor: Counsellor) -> None:
    counsellor.on(2027, 5, 13)
    counsellor.take_step("Udskrivning", DISCHARGE)
    letter = counsellor.approve("Status ved udskrivning")

    assert "Hunden hedder Bolle." in letter
    assert counsellor.next_step() == "Opfølgning efter udskrivning"
    assert counsellor.to_do() == {
        "Opfølgning efter en måned": "Om 31 dage",
        "Indberetning: afslutning": "Om 33 dage",
        "Opfølgning efter seks måneder": "Om 184 dage",
    }
    counsellor.is_due(
        {
            "Opfølgning efter en måned": "Søndag 13.6.2027",
            "Indberetning: afslutning": "Tirsdag 15.6.2027",
        }
    )


def is_followed_up_afterwards(counsellor: Counsellor) -> None:
    counsellor.on(2027, 6, 10)
    counsellor.take_step("Opfølgning efter udskrivning", ONE_MONTH)
    letter = counsellor.approve("Opfølgning efter 1 måned")

    assert "Fredagene er stille." in letter
    assert "Opfølgning efter en måned" not in counsellor.to_do()
    counsellor.has_done("Indberetning: afslutning")

    counsellor.on(2027, 11, 12)
    counsellor.is_due({"Opfølgning efter seks måneder": "I morgen"})
    counsellor.follow("Opfølgning efter seks måneder", SIX_MONTHS)
    letter = counsellor.approve("Opfølgning efter 6 måneder")

    assert "Det er begyndt igen." in letter
    assert list(counsellor.to_do()) == ["Borgeren beder om behandling igen"]
    counsellor.is_due({})


def is_asked_for_anew(counsellor: Counsellor) -> None:
    counsellor.on(2027, 12, 1)
    counsellor.take_step("Ny anmodning", ANEW)

    assert counsellor.course() == [
        "Henvendelse: Færdig 2.11.2026",
        "Anmodning: Færdig 1.12.2027",
        "Lægesamtale: Næste skridt",
    ]
    assert counsellor.clock() == "Behandling senest 15.12.2027"
    counsellor.is_due(
        {
            "Behandlingsgaranti": "Dag 0 af 14 · 15.12.2027",
            "Afdækning": "Onsdag 15.12.2027",
            "Afgørelse": "Onsdag 15.12.2027",
            "Lægesamtale": "Onsdag 15.12.2027",
            "Indberetning: anmodning": "Lørdag 15.1.2028",
        }
    )
    assert "senest onsdag den 15. december 2027" in counsellor.approve("Kvittering for anmodning")


def the_earlier_course_can_be_read(counsellor: Counsellor) -> None:
    assert "Afsluttet 13.5.2027" in counsellor.hands.row(EARLIER, EARLIER_COURSE)

    counsellor.hands.choose_row(EARLIER, EARLIER_COURSE)

    assert [step.partition(":")[0] for step in counsellor.course()] == [
        "Anmodning",
        "Lægesamtale",
        "Afdækning",
        "Tilbagemelding på afdækningen",
        "Afgørelse",
        "Iværksættelse",
        "Behandlingsplan",
        "Opfølgning",
        "Opfølgning",
        "Udskrivning",
        "Opfølgning efter udskrivning",
        "Opfølgning efter udskrivning",
    ]
    assert counsellor.letters()["Afgørelse"] == "Godkendt 10.11.2026"
