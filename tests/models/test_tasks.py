"""Which tasks a case has, each once, and what takes them away."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

import resources
from app.facts import Facts
from app.supplies import supplies
from models.case import Case, Document, Entry
from models.course import Form
from models.reminders.reminder import Before, read_reminders
from models.task import GUARANTEE, Task, TaskState
from models.tasks import course_of_task, next_look, tasks_before, tasks_of
from tests.builders import CONTACT, NOON, REQUEST, TODAY, entry
from tests.models.reminder_cases import CASES, entries_of, note

LAW = supplies().law
REMINDERS = read_reminders(resources.text("guidelines/reminders.toml"))
ASKED = (entry(Form.CONTACT, CONTACT), entry(Form.REQUEST, REQUEST, number=2))
ENDED: Facts = {"discharge.date": "27.11.2026", "discharge.reason": ["completed"]}
OPIOIDS: Facts = {"assessment.date": "3.11.2026", "drugs.opioids": ["true"]}
TELLING = [forms for case in CASES for forms in (case.calls, case.quiet, case.shows or {})]
ENTRIES = [one for forms in TELLING for one in entries_of({k: v for k, v in forms.items() if v})]
DAYS = st.dates(date(2020, 1, 1), date(2034, 12, 31))


def tasks(*entries: Entry, today: date = TODAY) -> dict[str, Task]:
    case = Case("case", entries)
    return {task.id: task for task in tasks_of(case, REMINDERS, LAW, today)}


@st.composite
def cases(draw: st.DrawFn) -> Case:
    chosen = draw(st.lists(st.sampled_from(ENTRIES), max_size=12))
    entries = (
        replace(one, id=f"entry-{number}", started=NOON + timedelta(minutes=number))
        for number, one in enumerate(chosen)
    )
    return Case("case", tuple(entries))


def test_a_deadline_and_a_gate_about_the_same_thing_are_one_task() -> None:
    found = tasks(*ASKED)

    interview = found["medical_interview"]
    assert "medical_interview_offered" not in found
    assert "Fortæl om den gratis lægesamtale" in interview.sentence
    assert interview.before is Before.DECISION
    assert interview.term is not None


def test_what_says_the_same_as_a_deadline_set_aside_is_set_aside_with_it() -> None:
    aside = note("medical_interview", "set-aside", "3.11.2026", "Borgeren vil ikke.")

    found = tasks(*ASKED, aside)

    assert {"medical_interview", "medical_interview_offered"}.isdisjoint(found)


def test_opioids_in_the_assessment_call_for_naloxone_until_it_is_offered() -> None:
    draft = entry(Form.ASSESSMENT, OPIOIDS, signed=False, number=3)
    offered = entry(Form.SCREENING, {"screening.naloxone": ["accepted"]}, number=4)

    before, after = tasks(*ASKED, draft), tasks(*ASKED, draft, offered)

    assert before["naloxone"].form is Form.SCREENING
    assert "2020/2.3.5" in before["naloxone"].instructions
    assert "naloxone" not in after


def test_a_planned_reminder_is_due_on_its_day_and_overdue_after_it() -> None:
    planned = note("naloxone", "planned", "10.11.2026")
    told = (*ASKED, entry(Form.ASSESSMENT, OPIOIDS, number=3), planned)

    found = tasks(*told)["naloxone"]

    assert (found.state, found.day) == (TaskState.PLANNED, date(2026, 11, 10))
    assert tasks(*told, today=date(2026, 11, 11))["naloxone"].state is TaskState.OVERDUE


def test_a_planned_deadline_is_seen_to_on_its_day_and_the_guarantee_by_its_last() -> None:
    plans = (
        note("assessment", "planned", "5.11.2026"),
        note(GUARANTEE, "planned", "5.11.2026", number=51),
    )

    found = tasks(*ASKED, *plans)

    assert found["assessment"].day == date(2026, 11, 5)
    assert found[GUARANTEE].day == date(2026, 11, 16)


def test_a_guarantee_overdue_comes_before_all_else() -> None:
    found = list(tasks(*ASKED, today=date(2027, 1, 5)).values())

    assert found[0].id == GUARANTEE
    assert sum(task.state is TaskState.OVERDUE for task in found) > 1


def test_what_the_citizen_may_do_is_no_task() -> None:
    decided = entry(
        Form.DECISION,
        {
            "decision.date": "2.11.2026",
            "decision.result": ["refusal"],
            "decision.delivery": ["letter"],
        },
        number=3,
    )

    assert "appeal" not in tasks(*ASKED, decided)


def test_the_follow_ups_of_an_earlier_course_stay_tasks_after_a_new_request() -> None:
    ended = entry(Form.DISCHARGE, ENDED, number=3)
    again = entry(Form.REQUEST, {**REQUEST, "request.received": "1.12.2026"}, number=4)
    case = Case("case", (*ASKED, ended, again))

    found = tasks(*case.entries, today=date(2026, 12, 2))

    (earlier,) = [task for task in found.values() if task.id.startswith("follow_up_one_month")]
    assert earlier.id == "follow_up_one_month@request-2"
    assert course_of_task(case, earlier).current(Form.DISCHARGE) == ended
    assert course_of_task(case, found[GUARANTEE]).current(Form.REQUEST) == again


def test_a_note_written_in_a_new_course_is_about_the_task_of_the_earlier_one() -> None:
    ended = entry(Form.DISCHARGE, ENDED, number=3)
    again = entry(Form.REQUEST, {**REQUEST, "request.received": "1.12.2026"}, number=4)
    aside = note("follow_up_one_month@request-2", "set-aside", "2.12.2026", "Er her jo igen.")

    found = tasks(*ASKED, ended, again, aside, today=date(2026, 12, 2))

    assert not any(task_id.startswith("follow_up_one_month") for task_id in found)
    assert any(task_id.startswith("follow_up_six_months") for task_id in found)


def test_a_safety_task_stays_after_the_discharge_until_the_new_course_speaks_of_it() -> None:
    ended = entry(Form.DISCHARGE, ENDED, number=4)
    told = (*ASKED, entry(Form.ASSESSMENT, OPIOIDS, number=3), ended)
    again = entry(Form.REQUEST, {**REQUEST, "request.received": "1.12.2026"}, number=5)
    anew = entry(Form.ASSESSMENT, {**OPIOIDS, "assessment.date": "2.12.2026"}, number=6)

    assert "naloxone" in tasks(*told)
    assert "naloxone@request-2" in tasks(*told, again)
    assert "naloxone" not in tasks(*told, again)
    assert "naloxone" in tasks(*told, again, anew)
    assert "naloxone@request-2" not in tasks(*told, again, anew)


def test_the_help_of_the_child_stays_after_a_new_request_though_the_network_is_the_citizens() -> (
    None
):
    parent: Facts = {"assessment.date": "3.11.2026", "children.home": ["yes"]}
    told = (
        *ASKED,
        entry(Form.ASSESSMENT, parent, number=3),
        entry(Form.DISCHARGE, ENDED, number=4),
    )
    again = entry(Form.REQUEST, {**REQUEST, "request.received": "1.12.2026"}, number=5)
    helped = entry(Form.NETWORK, {"network.children_help": ["own"]}, number=6)

    assert "children_help@request-2" in tasks(*told, again)
    assert not any(one.startswith("children_help") for one in tasks(*told, again, helped))


def test_a_deadline_planned_for_after_the_discharge_stays_until_it_is_done() -> None:
    ended = entry(Form.DISCHARGE, ENDED, number=4)
    planned = note("medical_interview", "planned", "4.12.2026")
    done = note("medical_interview", "done", "4.12.2026", number=51)
    day = date(2026, 12, 1)

    found = tasks(*ASKED, ended, planned, today=day)["medical_interview"]

    assert (found.state, found.day) == (TaskState.PLANNED, date(2026, 12, 4))
    assert found.sentence.endswith("Planlagt til fredag den 4. december 2026.")
    assert "medical_interview" not in tasks(*ASKED, ended, today=day)
    assert "medical_interview" not in tasks(*ASKED, ended, planned, done, today=day)


def test_who_uses_both_is_led_to_where_the_offer_of_alcohol_treatment_is_written() -> None:
    both: Facts = {"assessment.date": "3.11.2026", "substance.name@0": ["alcohol"]}
    offer: Facts = {
        "screening.examination.kind@0": ["alcohol"],
        "screening.examination.answer@0": ["accepted"],
    }
    told = (*ASKED, entry(Form.ASSESSMENT, both, number=3))

    assert tasks(*told)["alcohol"].form is Form.SCREENING
    assert "alcohol" not in tasks(*told, entry(Form.SCREENING, offer, number=4))


def test_each_report_says_what_it_is_about() -> None:
    started = entry(Form.START, {"start.date": "2.11.2026"}, number=3)
    ended = entry(Form.DISCHARGE, {**ENDED, "discharge.date": "2.11.2026"}, number=4)

    titles = {task.title for task in tasks(*ASKED, started, ended).values()}

    about = {"anmodning", "start", "afslutning"}
    assert {f"Indberetning: {event}" for event in about} <= titles


def test_who_has_asked_again_need_not_be_reminded_of_it() -> None:
    ended = entry(Form.DISCHARGE, ENDED, number=3)
    talk: Facts = {
        "after_care.reached": ["reached"],
        "after_care.date": "1.12.2026",
        "after_care.need": ["treatment"],
    }
    wished = entry(Form.AFTER_CARE, talk, number=4)
    again = entry(Form.REQUEST, {**REQUEST, "request.received": "2.12.2026"}, number=5)

    before = tasks(*ASKED, ended, wished, today=date(2026, 12, 3))
    after = tasks(*ASKED, ended, wished, again, today=date(2026, 12, 3))

    assert "asked_again" in before
    assert not any(task_id.startswith("asked_again") for task_id in after)


def test_the_day_to_look_again_is_the_first_on_which_time_changes_something() -> None:
    case = Case("case", ASKED)
    found = tasks_of(case, REMINDERS, LAW, TODAY)

    assert next_look(case, found, TODAY) == date(2026, 11, 3)
    assert next_look(case, found, date(2026, 11, 3)) == date(2026, 11, 17)
    assert next_look(case, (), date(2026, 11, 20)) is None


@given(cases(), DAYS)
def test_whatever_is_entered_tasks_are_told_once_and_each_has_words(
    case: Case, today: date
) -> None:
    found = tasks_of(case, REMINDERS, LAW, today)

    assert len({task.id for task in found}) == len(found)
    assert all(task.title and task.sentence for task in found)
    assert all(task.day or task.state is TaskState.OPEN for task in found)
    states = [tuple(TaskState).index(task.state) for task in found]
    assert states == sorted(states)


@given(cases(), DAYS, st.data())
def test_tasks_depend_on_the_case_and_the_day_alone(
    case: Case, today: date, data: st.DataObject
) -> None:
    shuffled = replace(case, entries=tuple(data.draw(st.permutations(case.entries))))

    found = tasks_of(case, REMINDERS, LAW, today)

    assert tasks_of(shuffled, REMINDERS, LAW, today) == found
    assert set(tasks_before(Before.DECISION, found)) <= set(found)


@given(cases(), DAYS)
def test_before_a_signed_discharge_no_follow_up_after_it_is_due(case: Case, today: date) -> None:
    kept = tuple(one for one in case.entries if one.form != Form.DISCHARGE)

    found = tasks_of(Case("case", kept), REMINDERS, LAW, today)

    assert not any(task.rule.startswith("follow_up_") and task.term for task in found)


@given(cases(), DAYS)
def test_a_word_that_all_is_set_aside_leaves_no_task(case: Case, today: date) -> None:
    found = tasks_of(case, REMINDERS, LAW, today)
    day = f"{today.day}.{today.month}.{today.year}"
    notes = tuple(
        replace(
            note(task.id, "set-aside", day, "Vi lader den ligge."),
            id=f"note-{number}",
            started=NOON + timedelta(hours=1, minutes=number),
        )
        for number, task in enumerate(found)
    )

    left = tasks_of(replace(case, entries=(*case.entries, *notes)), REMINDERS, LAW, today)

    # An event still to come calls again, whatever was said before it.
    assert {task.id for task in left} <= {task.id for task in found if not task.term}


@given(DAYS, st.integers(0, 400))
def test_the_signed_start_takes_the_guarantee_away(received: date, later: int) -> None:
    asked = f"{received.day}.{received.month}.{received.year}"
    began = received + timedelta(days=later)
    start = f"{began.day}.{began.month}.{began.year}"
    request = entry(Form.REQUEST, {**REQUEST, "request.received": asked}, number=2)
    started = entry(Form.START, {"start.date": start, "start.provider": "Åløkke"}, number=3)

    before, after = tasks(request, today=began), tasks(request, started, today=began)

    assert GUARANTEE in before
    assert GUARANTEE not in after


def issued(kind: str, *made_from: Entry) -> Document:
    held = frozenset(one.id for one in made_from)
    return Document(f"{kind} of {made_from[-1].id}", kind, "", "", NOON, held)


def lettered(documents: tuple[Document, ...], *entries: Entry) -> set[str]:
    case = Case("case", entries, documents)
    return {task.id for task in tasks_of(case, REMINDERS, LAW, date(2026, 12, 1))}


APPEAL: Facts = {"appeal.received": "16.11.2026", "appeal.kind": ["decision"]}


def test_an_approved_receipt_is_telling_that_the_appeal_came() -> None:
    appeal = entry(Form.APPEAL, APPEAL, number=3)
    receipt = issued("appeal_receipt", *ASKED, appeal)

    assert "appeal_told" in lettered((), *ASKED, appeal)
    assert "appeal_told" not in lettered((receipt,), *ASKED, appeal)


def test_each_appeal_is_told_of_in_its_own_letter_or_otherwise() -> None:
    first = entry(Form.APPEAL, APPEAL, number=3)
    second = entry(Form.APPEAL, {**APPEAL, "appeal.received": "20.11.2026"}, number=4)
    told = entry(Form.APPEAL, {**APPEAL, "appeal.told_date": "20.11.2026"}, number=4)
    receipt = issued("appeal_receipt", first)

    assert "appeal_told" in lettered((receipt,), *ASKED, first, second)
    assert "appeal_told" not in lettered((receipt,), *ASKED, first, told)


def test_the_letter_about_what_was_corrected_since_still_went() -> None:
    appeal = entry(Form.APPEAL, APPEAL, number=3)
    corrected = replace(entry(Form.APPEAL, APPEAL, number=4), replaces=appeal.id)
    receipt = issued("appeal_receipt", appeal)

    assert "appeal_told" not in lettered((receipt,), *ASKED, appeal, corrected)


def test_an_approved_status_is_the_status_in_writing_and_no_other_letter_is() -> None:
    ended = entry(Form.DISCHARGE, ENDED, number=3)

    assert "discharge_status" in lettered((issued("record_copy", ended),), *ASKED, ended)
    assert "discharge_status" not in lettered((issued("discharge_status", ended),), *ASKED, ended)


COUNSELLED: Facts = {"counselling.date": "2.11.2026", "counselling.next": "10.11.2026"}


def test_the_next_talk_that_was_agreed_is_a_task_on_its_day_until_one_has_met() -> None:
    talked = entry(Form.COUNSELLING, COUNSELLED, number=3)
    met = entry(Form.CONVERSATION_NOTE, {"conversation_note.date": "10.11.2026"}, number=4)

    agreed = tasks(talked)["counselling_next"]

    assert (agreed.state, agreed.day) == (TaskState.PLANNED, date(2026, 11, 10))
    assert "Planlagt til tirsdag den 10. november 2026." in agreed.sentence
    late = tasks(talked, today=date(2026, 11, 11))["counselling_next"]
    assert late.state is TaskState.OVERDUE
    assert "counselling_next" not in tasks(talked, met, today=date(2026, 11, 11))


def test_the_next_talk_is_moved_or_set_aside_by_a_note() -> None:
    talked = entry(Form.COUNSELLING, COUNSELLED, number=3)
    moved = note("counselling_next", "planned", "17.11.2026")
    aside = note("counselling_next", "set-aside", "3.11.2026", "Borgeren ringer selv.")

    assert tasks(talked, moved)["counselling_next"].day == date(2026, 11, 17)
    assert "counselling_next" not in tasks(talked, aside)


def test_a_report_that_was_not_made_stays_until_it_is_noted() -> None:
    late, done = date(2027, 3, 1), note("statistics_report:request", "done", "1.3.2027")
    aside = note("statistics_report:request", "set-aside", "1.3.2027", "Kommunen gør det samlet.")

    waiting = tasks(*ASKED, today=late)["statistics_report:request"]

    assert waiting.state is TaskState.OVERDUE
    assert "statistics_report:request" not in tasks(*ASKED, done, today=late)
    assert "statistics_report:request" not in tasks(*ASKED, aside, today=late)


def test_a_task_leads_to_the_question_it_is_about() -> None:
    asked = tasks(*ASKED)

    assert asked["privacy_told"].question == "contact.told"
    assert asked["medical_interview"].question == "medical.offered"
    assert asked[GUARANTEE].question == ""
