"""What holds of reminders whatever was entered, and in whatever order."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

import resources
from app.supplies import supplies
from models.case import Case, Entry
from models.course import course_of
from models.law_tables import holds
from models.reminders.called import Called, CalledState, called_for, gates_before
from models.reminders.reminder import Before, ReminderKind, read_reminders
from tests.builders import NOON
from tests.models.reminder_cases import CASES, TODAY, course_from, entries_of, note

REMINDERS = read_reminders(resources.text("guidelines/reminders.toml"))
LAW = supplies().law
FORMS = [forms for case in CASES for forms in (case.calls, case.quiet, case.shows or {})]
ENTRIES = [entry for forms in FORMS for entry in entries_of({k: v for k, v in forms.items() if v})]
DAYS = st.dates(date(2018, 1, 1), date(2040, 12, 31))


@st.composite
def some_entries(draw: st.DrawFn) -> list[Entry]:
    chosen = draw(st.lists(st.sampled_from(ENTRIES), max_size=12))
    return [
        replace(one, id=f"entry-{number}", started=NOON + timedelta(minutes=number))
        for number, one in enumerate(chosen)
    ]


def called_in(entries: list[Entry], today: date = TODAY) -> tuple[Called, ...]:
    case = Case("case")
    for one in entries:
        case = case.with_entry(one)
    return called_for(course_of(case), REMINDERS, LAW, today)


@given(some_entries(), DAYS)
def test_whatever_is_entered_each_reminder_is_called_for_once_at_most(
    entries: list[Entry], today: date
) -> None:
    called = called_in(entries, today)

    ids = [one.reminder.id for one in called]
    assert len(ids) == len(set(ids))
    assert all(holds(one.reminder, today) for one in called)
    assert all(one.sentence for one in called)
    assert all((one.planned is not None) == (one.state is CalledState.PLANNED) for one in called)


@given(some_entries(), st.data())
def test_the_order_in_which_a_case_is_put_together_does_not_matter(
    entries: list[Entry], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(entries))

    assert called_in(shuffled) == called_in(entries)


@given(some_entries(), st.sampled_from(Before))
def test_a_gate_before_a_step_is_called_for_and_open(entries: list[Entry], step: Before) -> None:
    called = called_in(entries)

    for gate in gates_before(step, called):
        assert gate in called
        assert gate.is_open
        assert (gate.reminder.kind, gate.reminder.before) == (ReminderKind.GATE, step)


@given(some_entries())
def test_a_note_that_everything_is_done_leaves_nothing_open(entries: list[Entry]) -> None:
    open_ids = [one.reminder.id for one in called_in(entries) if one.is_open]
    notes = [
        note(task_id, "done", "1.12.2026", number=number % 60)
        for number, task_id in enumerate(open_ids)
    ]
    distinct = [replace(one, id=f"note-{number}") for number, one in enumerate(notes)]

    assert not any(one.is_open for one in called_in([*entries, *distinct]))


@given(st.sampled_from([case for case in CASES if case.shows]), DAYS)
def test_the_sentence_never_holds_what_the_citizen_said(case: object, today: date) -> None:
    assert isinstance(case, type(CASES[0]))
    course = course_from(case.calls)

    for one in called_for(course, REMINDERS, LAW, today):
        assert one.sentence.startswith((one.reminder.text, "Det er gjort og står i sagen."))
