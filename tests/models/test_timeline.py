"""The timeline of a case: what happened, once each, the newest first."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from app.supplies import supplies
from models.case import Case, Document, DocumentEvent, EntryState
from models.course import Form, course_of
from models.deadlines.all import deadlines_of
from models.timeline import CourseTold, Happening, Kind, timeline
from tests.builders import CONTACT, NOON, PARTIAL_REFUSAL, REQUEST, entry

NOTE = {"conversation_note.date": "1.11.2026", "conversation_note.words": "Det går."}
LATER = date(2027, 2, 1)


def told(case: Case, today: date = LATER, *parts: Case) -> tuple[Happening, ...]:
    courses = []
    for part in parts or (case,):
        course = course_of(part)
        courses.append(CourseTold(part, course, deadlines_of(course, supplies().law, today)))
    return timeline(case, courses, {}, today)


def kinds(happened: tuple[Happening, ...]) -> list[Kind]:
    return [one.kind for one in happened if one.kind is not Kind.DEADLINE]


def a_letter(*events: DocumentEvent) -> Document:
    return Document("letter-1", "request_receipt", "Kvittering", "", NOON, events=events)


def happened_at(what: str, at: datetime, way: str = "") -> DocumentEvent:
    return DocumentEvent(what, at, "Prøve Behandler", way)


def test_nothing_has_happened_in_an_empty_case() -> None:
    assert told(Case("case")) == ()


def test_signed_forms_notes_corrections_and_drafts_are_told_apart() -> None:
    signed = entry(Form.CONTACT, CONTACT)
    note = entry(Form.CONVERSATION_NOTE, NOTE, number=2)
    corrected = replace(entry(Form.CONTACT, CONTACT, number=3), replaces=signed.id)
    draft = entry(Form.CONVERSATION_NOTE, NOTE, signed=False, number=4)

    happened = told(Case("case", (signed, note, corrected, draft)))

    assert {one.entry.id: one.kind for one in happened if one.entry} == {
        signed.id: Kind.SIGNED,
        note.id: Kind.NOTE,
        corrected.id: Kind.CORRECTED,
        draft.id: Kind.BEGUN,
    }


def test_the_newest_comes_first() -> None:
    early = entry(Form.CONVERSATION_NOTE, NOTE)
    late = replace(
        entry(Form.CONVERSATION_NOTE, NOTE, number=2), signed=NOON + timedelta(minutes=1)
    )

    happened = told(Case("case", (early, late)))

    assert [one.entry for one in happened] == [late, early]


def test_each_step_of_a_letter_is_a_line_of_its_own() -> None:
    events = [
        happened_at(what, NOON + timedelta(hours=hour), "letter" if what == "sent" else "")
        for hour, what in enumerate(("approved", "printed", "sent"))
    ]

    happened = told(Case("case", documents=(a_letter(*events),)))

    assert [one.event.what for one in happened if one.event] == ["sent", "printed", "approved"]


def test_a_letter_in_whose_place_another_came_was_withdrawn_then() -> None:
    old = a_letter(happened_at("approved", NOON))
    approved = NOON + timedelta(days=3)
    new = replace(
        old, id="letter-2", approved=approved, events=(happened_at("approved", approved),)
    )

    happened = timeline(Case("case", documents=(old, new)), (), {old.id: new}, LATER)

    (withdrawn,) = [one for one in happened if one.event is None]
    assert (withdrawn.document, withdrawn.day, withdrawn.by) == (
        old,
        approved.date(),
        "Prøve Behandler",
    )


def test_a_course_begins_with_a_signed_request_only() -> None:
    signed, draft = entry(Form.REQUEST, REQUEST), entry(Form.REQUEST, REQUEST, signed=False)

    begun = [one for one in told(Case("case", (signed,))) if one.kind is Kind.COURSE]

    assert [(one.day, one.is_end) for one in begun] == [(date(2026, 11, 2), False)]
    assert Kind.COURSE not in kinds(told(Case("case", (draft,))))


def test_a_deadline_is_told_when_its_last_day_has_passed_and_not_before() -> None:
    case = Case("case", (entry(Form.CONTACT, CONTACT), entry(Form.REQUEST, REQUEST, number=2)))

    def guarantees(today: date) -> list[date]:
        happened = told(case, today)
        return [one.day for one in happened if one.deadline and "guarantee" in one.deadline.id]

    assert guarantees(date(2026, 11, 16)) == []
    assert guarantees(date(2026, 11, 17)) == [date(2026, 11, 16)]


def test_a_deadline_met_early_is_told_on_the_day_that_was_signed() -> None:
    start = {"start.date": "3.11.2026"}
    case = Case("case", (entry(Form.REQUEST, REQUEST), entry(Form.START, start, number=2)))

    happened = told(case, date(2026, 11, 4))

    met = [one for one in happened if one.deadline and "guarantee" in one.deadline.id]
    assert [one.day for one in met] == [NOON.date()]
    assert met[0].entry is not None
    assert met[0].entry.form == Form.START


def test_what_two_courses_tell_of_the_same_deadline_is_told_once() -> None:
    case = Case("case", (entry(Form.REQUEST, REQUEST), entry(Form.DECISION, PARTIAL_REFUSAL)))

    once, twice = told(case, LATER, case), told(case, LATER, case, case)

    deadlines = [one for one in twice if one.deadline]
    assert len(deadlines) == len([one for one in once if one.deadline]) > 0


def test_a_draft_never_counts_as_signed() -> None:
    draft = entry(Form.REQUEST, REQUEST, signed=False)

    assert draft.state is EntryState.DRAFT
    assert kinds(told(Case("case", (draft,)))) == [Kind.BEGUN]
