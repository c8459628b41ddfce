"""Reminders of what happens again and again: each time counts, and the newest is meant."""

from datetime import date

import pytest

import resources
from app.facts import Fact
from app.supplies import supplies
from models.reminders.called import CalledState, called_for
from models.reminders.registry import RULES
from models.reminders.reminder import read_reminders
from tests.models.reminder_cases import (
    ALONG,
    APPEAL,
    ASKED,
    CARD,
    CONSENT,
    CONTACT,
    ENDED,
    EXPECTING,
    FETCH,
    LAPSE,
    MISSED,
    PLANNED,
    REACHED,
    TALK,
    TODAY,
    WORRY,
    YES,
    Forms,
    course_from,
)

REMINDERS = read_reminders(resources.text("guidelines/reminders.toml"))
LAW = supplies().law
EARLIER = {"lapse.date": "10.11.2026"}
EXAMINED: dict[str, Fact] = {
    "screening.examination.answer@0": ["accepted"],
    "screening.examination.state@0": ["done"],
    "screening.examination.date@0": "10.11.2026",
    "screening.examination.told@0": "11.11.2026",
    "screening.examination.answer@1": ["accepted"],
    "screening.examination.state@1": ["done"],
    "screening.examination.date@1": "12.11.2026",
}


def state_of(task_id: str, forms: Forms) -> CalledState | None:
    called = called_for(course_from(forms), REMINDERS, LAW, TODAY)
    return next((one.state for one in called if one.reminder.id == task_id), None)


OPEN: tuple[tuple[str, Forms], ...] = (
    (
        "consent_to_fetch",
        {
            "request": ASKED,
            "assessment": {"assessment.sources": ["doctor", "network"]},
            "consent": {**CONSENT, **FETCH, "consent.party_kind": ["doctor"]},
        },
    ),
    (
        "consent_to_fetch",
        {
            "request": ASKED,
            "assessment": {"assessment.sources": ["doctor"]},
            "consent": {
                **CONSENT,
                **FETCH,
                "consent.party_kind": ["doctor"],
                "consent.withdrawn": YES,
            },
        },
    ),
    (
        "consent_withdrawn",
        {
            "consent": {**CONSENT, "consent.withdrawn": YES, "consent.withdrawn_told": "Lægen."},
            "consent#2": {**CONSENT, "consent.withdrawn": YES},
        },
    ),
    (
        "suicide_safety",
        {
            "assessment": {
                **EXPECTING,
                "health.suicide": ["now"],
                "health.suicide_help": "Vi ringede til vagtlægen.",
            },
            "lapse": {**LAPSE, "lapse.danger": ["suicide"]},
        },
    ),
    (
        "violence_safety",
        {
            "assessment": {
                **EXPECTING,
                "social.violence": ["now"],
                "social.violence_help": "Et sted at sove er fundet.",
            },
            "lapse": {**LAPSE, "lapse.danger": ["violence"]},
        },
    ),
    (
        "acute_need",
        {
            "contact": {**CONTACT, "contact.acute": YES, "contact.acute_note": "Ringet."},
            "conversation_note": {"conversation_note.acute": YES},
        },
    ),
    ("examination_told", {"screening": EXAMINED}),
    (
        "adapted_treatment",
        {
            "screening": {"screening.signs": ["memory"]},
            "screening#2": {"screening.signs": ["eating"]},
            "treatment_plan": PLANNED,
        },
    ),
    (
        "naloxone_after_lapse",
        {
            "lapse": {**LAPSE, "lapse.opioids": ["yes"], "lapse.naloxone": ["has"]},
            "lapse#2": {**LAPSE, "lapse.opioids": ["yes"]},
        },
    ),
    (
        "notification_sent",
        {
            "notification": {**WORRY, "notification.sent": "4.11.2026"},
            "notification#2?": {**WORRY, "notification.date": "9.11.2026"},
        },
    ),
    (
        "notification_again",
        {
            "notification": {**WORRY, "notification.sent": "4.11.2026"},
            "notification#2": {
                **WORRY,
                "notification.sent": "4.11.2026",
                "notification.still_worried": YES,
            },
        },
    ),
    (
        "children_in_lapse",
        {
            "lapse": {**LAPSE, "lapse.children": ["yes"]},
            "notification": {**WORRY, "notification.sent": "20.11.2026"},
        },
    ),
    (
        "access_before_decision",
        {
            "request": ASKED,
            "record_access": {"record_access.pending": YES, "record_access.sent": "5.11.2026"},
            "record_access#2": {"record_access.pending": YES},
            "record_access#3": {"record_access.received": "9.11.2026"},
        },
    ),
    (
        "appeal_help",
        {"appeal": {**APPEAL, "appeal.helped": ["wrote"]}, "appeal#2": APPEAL},
    ),
    (
        "appeal_told",
        {"appeal": {**APPEAL, "appeal.told_date": "17.11.2026"}, "appeal#2": APPEAL},
    ),
    (
        "consent_expired",
        {
            "consent": {**CONSENT, "consent.valid_until": "30.11.2026"},
            "consent#2": {**CONSENT, "consent.date": ""},
        },
    ),
    (
        "consent_expired",
        {
            "consent": {**CONSENT, "consent.valid_until": "30.11.2026", "consent.date": ""},
            "consent#2": CONSENT,
        },
    ),
    (
        "lapse_change",
        {"lapse": {**LAPSE, "lapse.change": ["continue"]}, "lapse#2": LAPSE},
    ),
    (
        "lapse_danger",
        {
            "lapse": {**LAPSE, "lapse.danger": ["wound"], "lapse.danger_done": "Skadestuen."},
            "lapse#2": {**LAPSE, "lapse.danger": ["mixing"]},
        },
    ),
    (
        "plan_actors_follow_up",
        {
            "treatment_plan": {
                "actor.name@0": "Jobcentret",
                "actor.name@1": "Egen læge",
                "actor.follow_up@1": "Til foråret",
            }
        },
    ),
    (
        "follow_up_treatment",
        {
            "after_care": {
                **REACHED,
                "after_care.need": ["after-treatment"],
                "after_care.offer_answer": ["no"],
            },
            "after_care#2": {**REACHED, "after_care.drugs": ["worse"]},
        },
    ),
    (
        "after_care_other_help",
        {
            "after_care": {
                **REACHED,
                "after_care.need": ["other-help"],
                "after_care.offer_answer": ["no"],
            },
            "after_care#2": {**REACHED, "after_care.need": ["other-help"]},
        },
    ),
    (
        "after_care_attempts",
        {
            "after_care": {
                "after_care.reached": ["not-reached"],
                "after_care.attempt.way@0": ["phone"],
                "after_care.attempt.way@1": ["sms"],
            },
            "after_care#2": {"after_care.reached": ["not-reached"]},
        },
    ),
    (
        "after_care_safety",
        {"after_care": {**REACHED, "after_care.safer": YES}, "after_care#2": REACHED},
    ),
    (
        "network_consent",
        {
            "network": ALONG,
            "consent": {**CONSENT, "consent.party_kind": ["network"], "consent.withdrawn": YES},
        },
    ),
    (
        "overdose_plan",
        {
            "assessment": {"drugs.overdose": ["recent"]},
            "treatment_plan": {**PLANNED, "relapse.call": "Ida Øvesen"},
        },
    ),
    ("discharge_status", {"discharge?": {"discharge.date": "27.11.2026"}}),
    (
        "no_progress",
        {
            "follow_up": {
                **TALK,
                "follow_up.goal.words@0": "Sove",
                "follow_up.goal.status@0": ["unchanged"],
            },
            "follow_up#2": {
                "follow_up.date": "10.11.2026",
                "follow_up.goal.words@0": "Sove",
                "follow_up.goal.status@0": ["reached"],
                "follow_up.change": ["adjust"],
            },
        },
    ),
    (
        "no_show_contact",
        {
            "attendance": MISSED,
            "attendance#2": {
                "attendance.date": "10.11.2026",
                "attendance.outcome": ["no-show"],
                "attendance.attempt.way@0": ["call"],
            },
        },
    ),
)

DONE: tuple[tuple[str, Forms], ...] = (
    (
        "network_consent",
        {
            "network": ALONG,
            "consent": {**CONSENT, "consent.party_kind": ["network"]},
            "consent#2": CONSENT,
        },
    ),
    (
        "lapse_talk",
        {
            "follow_up": {**TALK, "follow_up.lapse": YES},
            "lapse": {**LAPSE, **EARLIER},
            "lapse#2": LAPSE,
        },
    ),
    (
        "vaccination",
        {
            "screening": {"screening.hepatitis": ["done"]},
            "screening#2": {"screening.vaccination": ["done"]},
        },
    ),
    (
        "gift_card_decided",
        {"gift_card": {"gift_card.decided": ["yes"]}, "gift_card#2": CARD},
    ),
    (
        "children_in_lapse",
        {
            "lapse": {**LAPSE, **EARLIER, "lapse.children": ["yes"]},
            "notification": WORRY,
            "notification#2": {**WORRY, "notification.sent": "10.11.2026"},
        },
    ),
)

QUIET: tuple[tuple[str, Forms], ...] = (
    (
        "alcohol",
        {"assessment": {"substance.name@0": ["alcohol"], "drugs.alcohol": ["none"]}},
    ),
    (
        "pregnant_contract",
        {"assessment": EXPECTING, "decision": {"decision.result": ["full"]}},
    ),
    ("contraception", {"assessment": {"pregnancy": ["no"]}}),
    (
        "hearing",
        {
            "conversation_note": {
                "conversation_note.new_facts": "Noget.",
                "conversation_note.adverse": YES,
            }
        },
    ),
    ("discharge_outreach", {"discharge": ENDED}),
    ("no_progress", {"follow_up": TALK}),
    ("no_show_again", {"attendance": MISSED}),
    ("gift_card_agreed", {"gift_card": CARD}),
    ("gift_card_agreed", {"gift_card": {"gift_card.amount": "200", "gift_card.most": "1"}}),
)

EVENTS: tuple[tuple[str, Forms, date], ...] = (
    (
        "violence_safety",
        {
            "screening": {"screening.date": "4.11.2026", "screening.violence": ["now"]},
            "lapse": {**LAPSE, "lapse.danger": ["violence"]},
        },
        date(2026, 11, 21),
    ),
    ("examination_told", {"screening": EXAMINED}, date(2026, 11, 12)),
    (
        "naloxone_after_lapse",
        {
            "lapse": {**LAPSE, **EARLIER, "lapse.opioids": ["yes"]},
            "lapse#2": {**LAPSE, "lapse.opioids": ["yes"]},
        },
        date(2026, 11, 21),
    ),
    (
        "dangerous_withdrawal",
        {
            "lapse": {**LAPSE, **EARLIER, "lapse.danger": ["withdrawal"]},
            "lapse#2": {**LAPSE, "lapse.danger": ["withdrawal"]},
        },
        date(2026, 11, 21),
    ),
    (
        "notification_sent",
        {"notification": WORRY, "notification#2": {"notification.date": "9.11.2026"}},
        date(2026, 11, 9),
    ),
    (
        "children_in_lapse",
        {
            "lapse": {**LAPSE, **EARLIER, "lapse.children": ["yes"]},
            "lapse#2": {**LAPSE, "lapse.children": ["yes"]},
        },
        date(2026, 11, 21),
    ),
    (
        "consent_expired",
        {
            "consent": {**CONSENT, "consent.valid_until": "30.11.2026"},
            "consent#2": {
                **CONSENT,
                "consent.party": "Jobcentret",
                "consent.valid_until": "20.11.2026",
            },
        },
        date(2026, 11, 30),
    ),
    (
        "consent_withdrawn",
        {
            "consent": {
                **CONSENT,
                "consent.withdrawn": YES,
                "consent.withdrawn_date": "8.11.2026",
            },
            "consent#2": {
                **CONSENT,
                "consent.withdrawn": YES,
                "consent.withdrawn_date": "6.11.2026",
            },
        },
        date(2026, 11, 8),
    ),
    (
        "consent_explained",
        {
            "consent": {**CONSENT, "consent.told": ["what"]},
            "consent#2": {**CONSENT, "consent.told": ["what"], "consent.date": "5.11.2026"},
            "consent#3": {**CONSENT, "consent.date": "9.11.2026"},
        },
        date(2026, 11, 5),
    ),
    (
        "access_before_decision",
        {
            "record_access": {
                "record_access.received": "5.11.2026",
                "record_access.pending": YES,
            },
            "record_access#2": {
                "record_access.received": "6.11.2026",
                "record_access.pending": YES,
            },
        },
        date(2026, 11, 6),
    ),
    (
        "appeal_help",
        {"appeal": APPEAL, "appeal#2": {"appeal.received": "18.11.2026"}},
        date(2026, 11, 18),
    ),
    (
        "gift_card_agreed",
        {"gift_card": CARD, "gift_card#2": {"gift_card.given": "24.11.2026"}},
        date(2026, 11, 24),
    ),
    (
        "gift_card_receipt",
        {"gift_card": CARD, "gift_card#2": {"gift_card.given": "24.11.2026"}},
        date(2026, 11, 24),
    ),
    (
        "lapse_talk",
        {
            "follow_up": {**TALK, "follow_up.lapse": YES},
            "follow_up#2": {"follow_up.date": "25.11.2026", "follow_up.lapse": YES},
        },
        date(2026, 11, 25),
    ),
    (
        "lapse_change",
        {"lapse": LAPSE, "lapse#2": {**LAPSE, **EARLIER}},
        date(2026, 11, 21),
    ),
    (
        "lapse_danger",
        {
            "lapse": {**LAPSE, "lapse.danger": ["wound"]},
            "lapse#2": {**LAPSE, **EARLIER, "lapse.danger": ["wound"]},
        },
        date(2026, 11, 21),
    ),
    (
        "asked_again",
        {
            "after_care": {**REACHED, "after_care.need": ["treatment"]},
            "after_care#2": {"after_care.date": "29.11.2026", "after_care.need": ["treatment"]},
        },
        date(2026, 11, 29),
    ),
    (
        "follow_up_treatment",
        {
            "after_care": {**REACHED, "after_care.drugs": ["worse"]},
            "after_care#2": {"after_care.date": "29.11.2026", "after_care.drugs": ["worse"]},
        },
        date(2026, 11, 29),
    ),
    (
        "after_care_other_help",
        {
            "after_care": {**REACHED, "after_care.need": ["other-help"]},
            "after_care#2": {"after_care.date": "29.11.2026", "after_care.need": ["other-help"]},
        },
        date(2026, 11, 29),
    ),
    (
        "after_care_safety",
        {
            "after_care": REACHED,
            "after_care#2": {**REACHED, "after_care.date": "29.11.2026"},
        },
        date(2026, 11, 29),
    ),
)

OUTLIVING = {
    "reading_aloud",
    "suicide_safety",
    "violence_safety",
    "naloxone",
    "naloxone_delivered",
    "naloxone_after_lapse",
    "overdose_plan",
    "notification_considered",
    "children_in_lapse",
    "children_help",
    "notification_sent",
    "notification_told",
    "notification_again",
    "consent_withdrawn",
    "refusal_talked_through",
    "appeal_help",
    "appeal_told",
    "appeal_forwarded",
    "discharge_status",
    "follow_up_told",
    "discharge_outreach",
    "asked_again",
    "follow_up_treatment",
    "after_care_other_help",
    "after_care_attempts",
    "after_care_safety",
}


def numbered(cases: tuple[tuple[str, Forms], ...]) -> list[object]:
    return [pytest.param(*case, id=f"{case[0]}-{n}") for n, case in enumerate(cases, 1)]


@pytest.mark.parametrize(("task_id", "forms"), numbered(OPEN))
def test_it_stays_open_until_each_time_is_seen_to(task_id: str, forms: Forms) -> None:
    assert state_of(task_id, forms) is CalledState.OPEN


@pytest.mark.parametrize(("task_id", "forms"), numbered(DONE))
def test_it_is_done_when_one_entry_shows_it(task_id: str, forms: Forms) -> None:
    assert state_of(task_id, forms) is CalledState.DONE


@pytest.mark.parametrize(("task_id", "forms"), numbered(QUIET))
def test_what_is_only_half_so_does_not_call(task_id: str, forms: Forms) -> None:
    assert state_of(task_id, forms) is None


@pytest.mark.parametrize(
    ("task_id", "forms", "event"), EVENTS, ids=[f"{e[0]}-{n}" for n, e in enumerate(EVENTS, 1)]
)
def test_the_newest_event_is_meant(task_id: str, forms: Forms, event: date) -> None:
    assert RULES[task_id].event(course_from(forms), TODAY) == event


def test_these_reminders_outlive_the_course() -> None:
    assert {task_id for task_id, rule in RULES.items() if rule.outlives} == OUTLIVING
