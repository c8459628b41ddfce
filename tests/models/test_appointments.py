"""The meetings that were agreed on a day."""

from datetime import date, timedelta

from app.facts import Facts
from models.appointments import APPOINTMENTS, appointments, entry_of, rule_of
from models.case import Case, Entry
from models.course import Form, course_of
from models.days_ahead import MAY_LIE_AHEAD
from tests.builders import CONTACT, REQUEST, TODAY, entry

TOMORROW = (TODAY + timedelta(days=1)).strftime("%d.%m.%Y")
NOTE: Facts = {
    "conversation_note.date": "1.11.2026",
    "conversation_note.next": TOMORROW,
    "conversation_note.next_where": "kl. 10 i huset",
}


def meetings(*entries: Entry, today: date = TODAY) -> list[tuple[str, str, date]]:
    asked = (entry(Form.CONTACT, CONTACT), entry(Form.REQUEST, REQUEST))
    part = Case("sag", (*asked, *entries))
    found = appointments(part, course_of(part), today)
    return [(one.title, one.where, one.day) for one in found]


def test_what_a_talk_ended_with_is_a_meeting_with_its_hour_and_place() -> None:
    note = entry(Form.CONVERSATION_NOTE, NOTE)

    assert meetings(note) == [("Samtale", "kl. 10 i huset", TODAY + timedelta(days=1))]


def test_a_meeting_that_lies_behind_is_none() -> None:
    note = entry(Form.CONVERSATION_NOTE, NOTE)

    assert meetings(note, today=TODAY + timedelta(days=2)) == []


def test_the_day_agreed_last_stands() -> None:
    moved: Facts = {**NOTE, "conversation_note.next": "20.11.2026"}
    notes = (
        entry(Form.CONVERSATION_NOTE, NOTE),
        entry(Form.CONVERSATION_NOTE, moved, number=2),
    )

    assert [day for _, _, day in meetings(*notes)] == [date(2026, 11, 20)]


def test_a_meeting_that_was_held_and_written_about_is_none_any_more() -> None:
    agreed = entry(Form.CONVERSATION_NOTE, NOTE)
    held = entry(Form.CONVERSATION_NOTE, {"conversation_note.date": TOMORROW}, number=2)
    other = entry(Form.COUNSELLING, {"counselling.date": TOMORROW})

    assert meetings(agreed, held, today=TODAY + timedelta(days=1)) == []
    assert len(meetings(agreed, other, today=TODAY + timedelta(days=1))) == 1


def test_a_talk_about_the_plan_is_held_by_a_follow_up() -> None:
    plan = entry(Form.TREATMENT_PLAN, {"plan.date": "1.11.2026", "plan.review": TOMORROW})
    talk = entry(Form.FOLLOW_UP, {"follow_up.date": TOMORROW})

    assert [title for title, _, _ in meetings(plan)] == ["Se på planen sammen"]
    assert meetings(plan, talk) == []


def test_a_plan_revised_after_a_follow_up_says_when_it_is_next_looked_at() -> None:
    before = {"follow_up.date": "20.11.2026", "follow_up.next": "20.12.2026"}
    after = {"plan.date": "5.12.2026", "plan.review": "5.1.2027"}
    entries = (entry(Form.FOLLOW_UP, before), entry(Form.TREATMENT_PLAN, after, number=2))

    for order in (entries, entries[::-1]):
        assert meetings(*order) == [("Se på planen sammen", "", date(2027, 1, 5))]


def test_a_follow_up_after_the_plan_says_when_it_is_next_looked_at() -> None:
    before = {"plan.date": "5.11.2026", "plan.review": "5.1.2027"}
    after = {"follow_up.date": "20.11.2026", "follow_up.next": "20.12.2026"}
    entries = (entry(Form.TREATMENT_PLAN, before), entry(Form.FOLLOW_UP, after))

    for order in (entries, entries[::-1]):
        assert meetings(*order) == [("Opfølgning", "", date(2026, 12, 20))]


def test_a_talk_without_a_day_counts_from_when_it_was_begun() -> None:
    plan = entry(Form.TREATMENT_PLAN, {"plan.date": "1.10.2026", "plan.review": "5.1.2027"})
    talk = entry(Form.FOLLOW_UP, {"follow_up.next": "20.12.2026"})

    assert meetings(talk, plan) == [("Opfølgning", "", date(2026, 12, 20))]


def test_a_medical_interview_that_was_held_is_no_meeting_any_more() -> None:
    offered: Facts = {"medical.offered": "2.11.2026", "medical.result": ["booked"]}
    agreed = entry(Form.MEDICAL_INTERVIEW, {**offered, "medical.date": "2.11.2026"})
    held = entry(Form.MEDICAL_INTERVIEW, {"medical.result": ["held"], "medical.date": "2.11.2026"})

    assert [title for title, _, _ in meetings(agreed)] == ["Lægesamtale"]
    assert meetings(held) == []


def test_a_key_names_the_entry_and_the_deadline_that_says_the_same() -> None:
    told: Facts = {"follow_up.date": "1.11.2026", "follow_up.next": TOMORROW}
    talk = entry(Form.FOLLOW_UP, told)
    part = Case("sag", (talk,))

    (found,) = appointments(part, course_of(part), TODAY)

    assert entry_of(found.key) == talk.id
    assert rule_of(found.key) == "plan_review"
    assert (rule_of("x:conversation_note.next:"), rule_of("x")) == ("", "")


def test_every_meeting_may_lie_ahead() -> None:
    assert set(APPOINTMENTS) <= MAY_LIE_AHEAD
