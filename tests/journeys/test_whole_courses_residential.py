"""A whole course through the window: a wish for residential treatment, refused and appealed."""

import pytest

from app.facts import Facts
from tests.demo.journey import Journey
from tests.journeys.counsellor import BESIDE, STEPS, Counsellor, found_in_the_register

pytestmark = pytest.mark.journey

NAME = "Bo Prøvemand"
CONTACT: Facts = {
    "contact.date": "2.11.2026",
    "contact.way": ["phone"],
    "citizen.name": NAME,
    "citizen.cpr": "300280-0013",
    "citizen.street": "Prøvevej 12",
    "citizen.postal_code": "0000",
    "citizen.town": "Prøveby",
    "citizen.reading": ["plain"],
    "contact.told": ["companion", "privacy", "confidentiality"],
}
REQUEST: Facts = {
    "request.received": "2.11.2026",
    "request.way": ["phone"],
    "request.words": "Jeg vil i døgnbehandling.",
    "request.wished_kind": ["residential"],
    "request.regional": ["neither"],
    "request.told": ["guarantee", "free-choice"],
}
INTERVIEW: Facts = {"medical.offered": "2.11.2026", "medical.result": ["declined"]}
ASSESSMENT: Facts = {
    "assessment.date": "5.11.2026",
    "assessment.explained": ["true"],
    "children.home": ["no"],
    "pregnancy": ["no"],
    "assessment.conclusion": "Samtaler kan være nok.",
}
HEARING: Facts = {
    "hearing.about": "Du har bedt om døgnbehandling.",
    "hearing.fact.what@0": "Strandhøj skriver, at du rejste efter tre dage.",
    "hearing.way": ["letter"],
    "hearing.date": "5.11.2026",
    "hearing.due": "12.11.2026",
}
REPLY: Facts = {
    "hearing.answered": ["replied"],
    "hearing.reply_date": "11.11.2026",
    "hearing.reply_way": ["oral"],
    "hearing.reply": "Min mor lå for døden.",
}
REFUSAL: Facts = {
    "decision.date": "13.11.2026",
    "decision.result": ["refusal"],
    "decision.not_granted": "Du får ikke døgnbehandling.",
    "decision.facts": "Du rejste fra Strandhøj efter tre dage.",
    "decision.sources": ["assessment"],
    "decision.considerations": "Du rejste efter tre dage, og du har et hjem.",
    "decision.citizen_view": "Jeg må væk hjemmefra.",
    "decision.view_answer": "Du rejste, fordi din mor lå for døden.",
    "decision.hearing": ["done"],
    "decision.hearing_about": "opholdet på Strandhøj",
    "decision.hearing_date": "5.11.2026",
    "decision.hearing_answer": "Min mor lå for døden.",
    "decision.plan_141": ["offered"],
    "decision.other_help": ["support"],
    "decision.delivery": ["letter"],
    "decision.caseworker": "Åse Øvemand",
}
APPEAL: Facts = {
    "appeal.received": "1.12.2026",
    "appeal.way": ["phone"],
    "appeal.words": "Jeg må væk hjemmefra.",
    "appeal.kind": ["decision"],
    "appeal.by": ["citizen"],
    "appeal.decision_date": "13.11.2026",
    "appeal.decision_received": "17.11.2026",
    "appeal.helped": ["wrote"],
    "appeal.told_date": "1.12.2026",
}
REASSESSMENT: Facts = {
    "appeal.by_whom": "Leder Åse Prøvesen",
    "appeal.talked": ["true"],
    "appeal.new_facts": "Du er flyttet.",
    "appeal.points": "Du har ret i, at hjemmet er svært.",
    "appeal.result": ["partly"],
    "appeal.result_date": "15.12.2026",
    "appeal.gained": "Du får dagbehandling.",
    "appeal.rest": "Du får ikke døgnbehandling.",
    "appeal.new_decision": "15.12.2026",
    "appeal.kept": ["waiting"],
}
NEW_DECISION: Facts = {
    "decision.date": "15.12.2026",
    "decision.result": ["partial"],
    "decision.measure": ["day"],
    "decision.provider": "Åløkke Dagbehandling",
    "decision.content": "Samtaler og gruppe.",
    "decision.volume": "Fem dage om ugen",
    "decision.start": "28.12.2026",
    "decision.duration": "Et halvt år",
    "decision.contact": "Bo ringer",
    "decision.purpose": "At du kan holde op.",
}
SENT_ON: Facts = {
    "appeal.forwarded": "28.12.2026",
    "appeal.enclosed": ["appeal", "decision", "reasons"],
    "appeal.informed": "28.12.2026",
}
START: Facts = {
    "start.date": "28.12.2026",
    "start.provider": "Åløkke Dagbehandling",
    "start.delay": ["other"],
    "start.delay_reason": "Borgeren fik først dagbehandling efter en klage.",
}
NO_TREATMENT = "Fristen løber ikke"
HEARING_TASK = "Vent på svaret på høringen"
TO_SEND_ON = "Send resten af klagen videre"
APPEAL_TITLE = "Klage og genvurdering"


def test_a_refusal_is_appealed_partly_changed_upheld_and_sent_on_with_the_right_days(
    journey: Journey,
) -> None:
    counsellor = Counsellor(journey, NAME)

    is_heard(counsellor)
    is_refused(counsellor)
    appeals(counsellor)
    is_partly_right(counsellor)
    is_granted_day_treatment(counsellor)
    upholds_the_rest(counsellor)
    begins(counsellor)

    assert found_in_the_register(journey) == ()


def is_heard(counsellor: Counsellor) -> None:
    counsellor.begin(CONTACT)
    counsellor.take_step("Anmodning", REQUEST)
    counsellor.take_step("Lægesamtale", INTERVIEW)
    counsellor.on(2026, 11, 5)
    counsellor.take_step("Afdækning", ASSESSMENT)
    counsellor.add("Partshøring", HEARING)
    letter = counsellor.approve("Partshøring")

    assert "Svar os senest torsdag den 12. november 2026." in letter
    assert "Strandhøj skriver, at du rejste efter tre dage." in letter
    assert HEARING_TASK in counsellor.to_do()
    assert counsellor.clock() == "Behandling senest 16.11.2026"

    counsellor.on(2026, 11, 11)
    counsellor.correct(STEPS, "Partshøring", REPLY)

    assert HEARING_TASK not in counsellor.to_do()
    assert "Partshøring: Færdig 11.11.2026" in counsellor.course()
    counsellor.is_due(
        {
            "Behandlingsgaranti": "Dag 9 af 14 · 16.11.2026",
            "Afgørelse": "Mandag 16.11.2026",
            "Indberetning: anmodning": "Tirsdag 15.12.2026",
        }
    )


def is_refused(counsellor: Counsellor) -> None:
    counsellor.on(2026, 11, 13)
    counsellor.take_step("Afgørelse", REFUSAL)
    letter = counsellor.approve("Afgørelse")
    counsellor.lock_and_unlock()

    assert "Afgørelse: Du får ikke den behandling, du har søgt om" in letter
    assert "brevet med posten senest mandag den 23. november 2026" in letter
    assert "Vi skal have din klage senest mandag den 21. december 2026." in letter
    assert "Afgørelse: Færdig 13.11.2026 Klagefrist 21.12.2026" in counsellor.course()
    assert counsellor.clock() == NO_TREATMENT
    assert "Gå afgørelsen igennem sammen" in counsellor.to_do()
    assert counsellor.dated() == {"Indberetning: anmodning": "Om 32 dage"}


def appeals(counsellor: Counsellor) -> None:
    counsellor.on(2026, 12, 1)
    counsellor.add(APPEAL_TITLE, APPEAL)
    letter = counsellor.approve("Kvittering for klage")

    assert "Det er vi færdige med senest tirsdag den 29. december 2026." in letter
    # The citizen said when the letter came, and that counts instead of what is presumed.
    assert "Afgørelse: Færdig 13.11.2026 Klagefrist 15.12.2026" in counsellor.course()
    assert counsellor.dated() == {
        "Indberetning: anmodning": "Om 14 dage",
        "Genvurdering": "Om 28 dage",
    }
    counsellor.is_due(
        {"Indberetning: anmodning": "Tirsdag 15.12.2026", "Genvurdering": "Tirsdag 29.12.2026"}
    )


def is_partly_right(counsellor: Counsellor) -> None:
    counsellor.on(2026, 12, 15)
    counsellor.is_due({"Indberetning: anmodning": "I dag", "Genvurdering": "Tirsdag 29.12.2026"})
    counsellor.correct(BESIDE, APPEAL_TITLE, REASSESSMENT)
    letter = counsellor.approve("Genvurdering")

    assert "Svar på din klage: Du får ret i noget af det" in letter
    assert "Det skal du gøre inden 4 uger" in letter
    assert "Genvurdering" not in counsellor.to_do()
    # The no stands no more, so the days count from the request again.
    assert counsellor.clock() == "Fristen overskredet: 29 dage"


def is_granted_day_treatment(counsellor: Counsellor) -> None:
    counsellor.correct(STEPS, "Afgørelse", NEW_DECISION)
    letter = counsellor.approve("Afgørelse")

    assert "Erstatter Brev af 13. november 2026" in letter
    assert "Du får dagbehandling hos Åløkke Dagbehandling." in letter
    assert "Afgørelse: Færdig 15.12.2026 Klagefrist 20.1.2027" in counsellor.course()
    assert counsellor.letters()["Afgørelse (tidligere)"] == "Godkendt 13.11.2026"
    # The days count from the request, also those on which it stood refused.
    assert counsellor.clock() == "Fristen overskredet: 29 dage"
    counsellor.is_due({"Behandlingsgaranti": "Dag 43 af 14", "Indberetning: anmodning": "I dag"})
    counsellor.has_done("Indberetning: anmodning")


def upholds_the_rest(counsellor: Counsellor) -> None:
    counsellor.on(2026, 12, 28)
    counsellor.correct(BESIDE, APPEAL_TITLE, {"appeal.kept": ["yes"]})
    assert TO_SEND_ON in counsellor.to_do()
    counsellor.correct(BESIDE, APPEAL_TITLE, SENT_ON)
    letter = counsellor.approve("Oversendelse til Ankestyrelsen")

    assert TO_SEND_ON not in counsellor.to_do()
    assert "Vi sender resten af en klage." in letter
    assert "Klagen kom til os 1. december 2026" in letter
    assert "Borgeren fik den 17. november 2026" in letter
    assert "Du får ikke døgnbehandling." in letter
    counsellor.is_due({"Behandlingsgaranti": "Dag 56 af 14"})


def begins(counsellor: Counsellor) -> None:
    counsellor.take_step("Iværksættelse", START)

    assert counsellor.clock() == "Behandling i gang 42 dage for sent"
    assert counsellor.next_step() == "Behandlingsplan"
    counsellor.is_due(
        {"Behandlingsplan": "Mandag 11.1.2027", "Indberetning: start": "Fredag 15.1.2027"}
    )
