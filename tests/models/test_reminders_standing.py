"""How a reminder stands: open, done, planned, set aside, after the discharge, under another law."""

from dataclasses import replace
from datetime import date

import pytest

import resources
from app.facts import Fact
from app.supplies import supplies
from models.case import Entry, EntryState
from models.course import Course
from models.law_tables import Confidence
from models.reminders.called import Called, CalledState, called_for, gates_before
from models.reminders.registry import RULES
from models.reminders.reminder import Before, Reminder, ReminderKind, read_reminders
from models.reminders.rule import is_since, newest
from tests.models.reminder_cases import (
    ASKED,
    CASES,
    CONTACT,
    DECIDED,
    ENDED,
    LAPSE,
    MISSED,
    PARENT,
    REACHED,
    TALK,
    TODAY,
    YES,
    changed,
    course_from,
    note,
)

REMINDERS = read_reminders(resources.text("guidelines/reminders.toml"))
LAW = supplies().law
MUTE: dict[str, Fact] = {"citizen.interpreter": YES}


def one(task_id: str, course: Course, today: date = TODAY) -> Called:
    return next(c for c in called_for(course, REMINDERS, LAW, today) if c.reminder.id == task_id)


def noted(outcome: str, day: str = "30.11.2026", reason: str = "") -> Called:
    return one(
        "interpreter", course_from({"contact": MUTE}, note("interpreter", outcome, day, reason))
    )


def test_a_note_says_that_it_is_done() -> None:
    called = noted("done")

    assert (called.state, called.planned, called.is_open) == (CalledState.DONE, None, False)
    assert called.sentence == "Det er noteret som gjort mandag den 30. november 2026."


def test_a_note_without_a_day_says_so_too() -> None:
    assert noted("done", day="").sentence == "Det er noteret som gjort."


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("1.12.2026", "Planlagt til tirsdag den 1. december 2026."),
        ("2.12.2026", "Planlagt til onsdag den 2. december 2026."),
        ("30.11.2026", "Det var planlagt til mandag den 30. november 2026. Er det gjort?"),
    ],
)
def test_what_is_planned_stays_open_with_its_day(day: str, said: str) -> None:
    called = noted("planned", day)

    assert (called.state, called.is_open) == (CalledState.PLANNED, True)
    assert called.planned is not None
    assert called.sentence == f"{called.reminder.text} {said}"


def test_a_plan_without_a_day_plans_nothing() -> None:
    called = noted("planned", day="")

    assert (called.state, called.planned) == (CalledState.OPEN, None)
    assert called.sentence == called.reminder.text


def test_it_is_set_aside_for_a_reason() -> None:
    called = noted("set-aside", reason="Borgeren taler nu dansk.")

    assert (called.state, called.planned, called.is_open) == (CalledState.SET_ASIDE, None, False)
    assert called.sentence == "Lagt til side: Borgeren taler nu dansk."


def test_nothing_is_set_aside_without_a_reason() -> None:
    assert noted("set-aside").state is CalledState.OPEN


def test_a_later_note_replaces_an_earlier_one() -> None:
    earlier = note("interpreter", "set-aside", "2.11.2026", "Ikke nødvendigt.", number=50)
    later = note("interpreter", "planned", "5.12.2026", number=51)

    called = one("interpreter", course_from({"contact": MUTE}, earlier, later))

    assert called.planned == date(2026, 12, 5)


def test_a_draft_of_a_note_changes_nothing() -> None:
    written = note("interpreter", "done", "30.11.2026")
    draft: Entry = replace(written, state=EntryState.DRAFT, signed=None)

    assert one("interpreter", course_from({"contact": MUTE}, draft)).state is CalledState.OPEN


def test_a_note_about_another_task_changes_nothing() -> None:
    other = note("guardian", "done", "30.11.2026")

    assert one("interpreter", course_from({"contact": MUTE}, other)).state is CalledState.OPEN


def test_what_an_entry_shows_needs_no_note() -> None:
    told = {"contact": {**CONTACT, "contact.told": ["privacy"]}}

    called = one("privacy_told", course_from(told, note("privacy_told", "planned", "5.12.2026")))

    assert (called.state, called.planned) == (CalledState.DONE, None)


def test_an_older_note_is_not_about_what_happened_since() -> None:
    aside = note("no_show_contact", "set-aside", "19.11.2026", "Borgeren er på ferie.")

    assert one("no_show_contact", course_from({"attendance": MISSED}, aside)).is_open


def test_a_note_of_the_same_day_is_about_what_happened() -> None:
    aside = note("no_show_contact", "set-aside", "20.11.2026", "Borgeren er på ferie.")

    assert not one("no_show_contact", course_from({"attendance": MISSED}, aside)).is_open


EVENTS = {
    "acute_need": date(2026, 11, 1),
    "counselling_next": date(2026, 11, 3),
    "suicide_safety": date(2026, 11, 3),
    "violence_safety": date(2026, 11, 3),
    "examination_told": date(2026, 11, 10),
    "naloxone_after_lapse": date(2026, 11, 21),
    "notification_sent": date(2026, 11, 4),
    "notification_again": date(2026, 11, 4),
    "children_in_lapse": date(2026, 11, 21),
    "consent_expired": date(2026, 11, 30),
    "consent_explained": date(2026, 11, 3),
    "hearing": date(2026, 11, 5),
    "hearing_reply_awaited": date(2026, 11, 6),
    "access_before_decision": date(2026, 11, 5),
    "refusal_talked_through": date(2026, 11, 9),
    "appeal_help": date(2026, 11, 16),
    "appeal_told": date(2026, 11, 16),
    "appeal_forwarded": date(2026, 11, 16),
    "plan_handed_over": date(2026, 11, 13),
    "gift_card_agreed": date(2026, 11, 20),
    "gift_card_receipt": date(2026, 11, 20),
    "no_show_contact": date(2026, 11, 20),
    "no_show_again": date(2026, 11, 20),
    "no_show_worry": date(2026, 11, 20),
    "lapse_talk": date(2026, 11, 20),
    "lapse_change": date(2026, 11, 21),
    "lapse_danger": date(2026, 11, 21),
    "new_decision": date(2026, 11, 20),
    "plan_adjusted": date(2026, 11, 20),
    "no_progress": date(2026, 11, 20),
    "asked_again": date(2026, 11, 28),
    "follow_up_treatment": date(2026, 11, 28),
    "after_care_other_help": date(2026, 11, 28),
    "after_care_safety": date(2026, 11, 28),
}


@pytest.mark.parametrize(("task_id", "event"), EVENTS.items(), ids=list(EVENTS))
def test_a_rule_knows_the_day_of_what_calls(task_id: str, event: date) -> None:
    case = next(case for case in CASES if case.id == task_id)

    assert RULES[task_id].event(course_from(case.calls), TODAY) == event


def test_all_other_rules_are_about_the_whole_course() -> None:
    about_it = {case.id: RULES[case.id].event(course_from(case.calls), TODAY) for case in CASES}
    with_event = {task_id for task_id, event in about_it.items() if event}

    assert with_event - EVENTS.keys() <= {"consent_withdrawn", "dangerous_withdrawal"}


@pytest.mark.parametrize(
    ("task_id", "forms", "event"),
    [
        (
            "acute_need",
            {
                "counselling": {"counselling.date": "4.11.2026", "counselling.acute": YES},
                "contact": {**CONTACT, "contact.acute": YES},
                "conversation_note": {
                    "conversation_note.date": "6.11.2026",
                    "conversation_note.acute": YES,
                },
            },
            date(2026, 11, 6),
        ),
        (
            "acute_need",
            {
                "counselling": {"counselling.date": "4.11.2026", "counselling.acute": YES},
                "contact": {**CONTACT, "contact.date": "7.11.2026"},
                "conversation_note": {"conversation_note.date": "6.11.2026"},
            },
            date(2026, 11, 4),
        ),
        (
            "suicide_safety",
            {
                "assessment": {"assessment.date": "3.11.2026", "health.suicide": ["earlier"]},
                "screening": {"screening.date": "2.11.2026", "screening.suicide": ["thoughts"]},
                "lapse": {**LAPSE, "lapse.danger": ["suicide"]},
            },
            date(2026, 11, 21),
        ),
        (
            "violence_safety",
            {
                "assessment": {"assessment.date": "9.11.2026", "social.violence": ["earlier"]},
                "screening": {"screening.date": "4.11.2026", "screening.violence": ["now"]},
            },
            date(2026, 11, 4),
        ),
        (
            "dangerous_withdrawal",
            {"lapse": {**LAPSE, "lapse.danger": ["withdrawal"]}},
            date(2026, 11, 21),
        ),
        (
            "consent_withdrawn",
            {
                "consent": {
                    "consent.answer": ["given"],
                    "consent.withdrawn": YES,
                    "consent.withdrawn_date": "8.11.2026",
                }
            },
            date(2026, 11, 8),
        ),
        (
            "hearing",
            {
                "feedback": {"feedback.date": "6.11.2026", "feedback.against": YES},
                "recommendation": {
                    "recommendation.date": "7.11.2026",
                    "recommendation.against": YES,
                },
            },
            date(2026, 11, 7),
        ),
        (
            "hearing",
            {
                "feedback": {"feedback.date": "6.11.2026"},
                "recommendation": {"recommendation.date": "7.11.2026"},
            },
            None,
        ),
        (
            "plan_adjusted",
            {
                "follow_up": {**TALK, "follow_up.change": ["adjust"]},
                "lapse": {**LAPSE, "lapse.change": ["medical"]},
            },
            date(2026, 11, 21),
        ),
        (
            "new_decision",
            {
                "attendance": {**MISSED, "attendance.next": ["new-decision"]},
                "lapse": {**LAPSE, "lapse.change": ["new-decision"]},
            },
            date(2026, 11, 21),
        ),
        (
            "notification_again",
            {
                "notification": {
                    "notification.date": "4.11.2026",
                    "notification.still_worried": YES,
                },
                "notification#2": {"notification.date": "9.11.2026"},
            },
            date(2026, 11, 4),
        ),
        ("notification_again", {}, None),
        ("no_show_contact", {}, None),
        ("no_progress", {}, None),
    ],
)
def test_the_newest_of_several_events_calls(
    task_id: str, forms: dict[str, dict[str, Fact]], event: date | None
) -> None:
    assert RULES[task_id].event(course_from(forms), TODAY) == event


def test_after_a_signed_discharge_only_what_outlives_the_course_is_called_for() -> None:
    ends = [{"discharge": {**ENDED, **case.calls.get("discharge", {})}} for case in CASES]
    ended = [course_from(changed(one.calls, end)) for one, end in zip(CASES, ends, strict=True)]

    called = {c.reminder.id for course in ended for c in called_for(course, REMINDERS, LAW, TODAY)}

    assert called == {task_id for task_id, rule in RULES.items() if rule.outlives}


def test_the_time_after_the_discharge_has_its_own_reminders() -> None:
    course = course_from(
        {
            "assessment": PARENT,
            "decision": DECIDED,
            "notification": {"notification.date": "4.11.2026", "notification.told": ["later"]},
            "discharge": ENDED,
            "after_care": REACHED,
        }
    )

    called = {c.reminder.id for c in called_for(course, REMINDERS, LAW, TODAY)}

    assert called == {
        "notification_considered",
        "children_help",
        "notification_sent",
        "notification_told",
        "refusal_talked_through",
        "discharge_status",
        "follow_up_told",
        "after_care_safety",
    }


def test_what_is_planned_stays_after_the_discharge_until_it_is_done_or_set_aside() -> None:
    planned = note("interpreter", "planned", "5.12.2026", number=50)
    aside = note("interpreter", "set-aside", "6.12.2026", "Borgeren taler dansk.", number=51)
    forms = {"contact": MUTE, "discharge": ENDED}

    called = one("interpreter", course_from(forms, planned))
    after = called_for(course_from(forms, planned, aside), REMINDERS, LAW, TODAY)

    assert (called.state, called.planned) == (CalledState.PLANNED, date(2026, 12, 5))
    assert "interpreter" not in {c.reminder.id for c in after}


def test_nothing_of_what_keeps_a_citizen_safe_is_called_for_after_a_death() -> None:
    dead = {"discharge": {**ENDED, "discharge.reason": ["dead"]}}
    courses = [course_from(changed(case.calls, dead)) for case in CASES]

    called = {c.reminder.id for told in courses for c in called_for(told, REMINDERS, LAW, TODAY)}

    children = {"notification_considered", "children_in_lapse", "children_help"}
    assert {one for one in called if RULES[one].passes_on} == children


def test_the_way_of_the_letter_is_thought_of_when_the_decision_is_begun() -> None:
    exempt: dict[str, dict[str, Fact]] = {"contact": {"citizen.digital_post": ["exempt"]}}
    begun = course_from({**exempt, "decision?": {"decision.result": ["full"]}})

    receipt = called_for(course_from(exempt), REMINDERS, LAW, TODAY)

    assert "digital_post_exempt" not in {c.reminder.id for c in receipt}
    assert one("digital_post_exempt", begun).reminder.kind is ReminderKind.REMINDER


def test_a_draft_of_the_discharge_ends_nothing_yet() -> None:
    course = course_from({"contact": MUTE, "discharge?": ENDED})

    assert one("interpreter", course).is_open


def test_the_gates_before_a_step_are_those_that_are_still_open() -> None:
    aside = note("plan_141_offered", "set-aside", "9.11.2026", "Borgeren er på folkepension.")
    planned = note("medical_interview_offered", "planned", "3.12.2026")
    request = {**ASKED, "request.regional": ["neither"]}
    course = course_from({"contact": MUTE, "request": request}, aside, planned)
    called = called_for(course, REMINDERS, LAW, TODAY)

    gates = gates_before(Before.DECISION, called)

    assert [gate.reminder.id for gate in gates] == [
        "medical_interview_offered",
        "assessment_signed",
    ]
    assert gates_before(Before.DISCHARGE, called) == ()


def test_a_reminder_before_a_step_is_no_gate_to_it() -> None:
    called = called_for(
        course_from({"contact": {"citizen.reading": ["aloud"]}}), REMINDERS, LAW, TODAY
    )

    assert [one.reminder.before for one in called] == [Before.APPROVAL]
    assert gates_before(Before.APPROVAL, called) == ()


def test_the_citations_are_those_of_the_day() -> None:
    course = course_from({"assessment": PARENT})

    assert one("children_told", course, date(2023, 12, 31)).citations == ("serviceloven § 153",)
    assert one("children_told", course, date(2024, 1, 1)).citations == ("barnets lov § 133",)


def test_what_is_to_be_reported_at_discharge_changes_with_the_law() -> None:
    course = course_from({"discharge?": ENDED})

    texts = {
        one("discharge_items", course, day).reminder.text
        for day in (date(2023, 12, 31), date(2024, 12, 31), date(2025, 1, 1))
    }

    assert len(texts) == 3


def test_a_reminder_is_not_called_for_before_its_rule_began() -> None:
    course = course_from({"coordinated_plan": {"coordinated_plan.mental": ["yes"]}})

    before = {c.reminder.id for c in called_for(course, REMINDERS, LAW, date(2024, 8, 31))}
    after = {c.reminder.id for c in called_for(course, REMINDERS, LAW, date(2024, 9, 1))}

    assert after - before == {"integration_considered"}
    assert called_for(course, REMINDERS, LAW, date(2019, 12, 31)) == ()


@pytest.mark.parametrize(
    ("confidence", "said"),
    [
        (Confidence.SURE, ""),
        (Confidence.LIKELY, " Reglen er sandsynlig, men ikke helt bekræftet."),
        (Confidence.UNVERIFIED, " Reglen er ikke bekræftet."),
    ],
)
def test_how_sure_the_rule_is_is_said(confidence: Confidence, said: str) -> None:
    row = next(row for row in REMINDERS if row.id == "interpreter")
    doubted: Reminder = replace(row, confidence=confidence)

    (called,) = called_for(course_from({"contact": MUTE}), [doubted], LAW, TODAY)

    assert called.sentence == f"{row.text}{said}"


def test_a_provision_that_has_ended_without_an_heir_is_not_cited() -> None:
    row = next(row for row in REMINDERS if row.id == "interpreter")
    ended = replace(
        LAW.provision("fvl-7", TODAY), id="ended", valid_until=date(2025, 1, 1), replaced_by=()
    )
    law = replace(LAW, provisions=(*LAW.provisions, ended))

    (called,) = called_for(
        course_from({"contact": MUTE}), [replace(row, provisions=("ended", "rsl-4"))], law, TODAY
    )

    assert called.citations == ("retssikkerhedsloven § 4",)


def test_the_newest_day_is_known_if_any_is() -> None:
    assert newest([None, date(2026, 11, 2), date(2026, 11, 3), None]) == date(2026, 11, 3)
    assert newest([None]) is None


def test_a_day_is_since_an_event_nobody_knows_the_day_of() -> None:
    assert is_since(date(2026, 11, 2), None)
    assert is_since(date(2026, 11, 2), date(2026, 11, 2))
    assert not is_since(date(2026, 11, 1), date(2026, 11, 2))
    assert not is_since(None, None)


def test_gates_are_shown_as_gates() -> None:
    kinds = {row.before: row.kind for row in REMINDERS if row.kind is ReminderKind.GATE}

    assert kinds.keys() == set(Before) - {Before.NOTHING}
