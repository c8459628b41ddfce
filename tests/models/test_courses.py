"""Which course of a case each entry and each letter belongs to."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from app.facts import Facts
from app.supplies import supplies
from models.answers import Answers, Place
from models.case import Case, Document, Entry, EntryState
from models.course import Form, course_of
from models.courses import (
    LETTERS_OF_THE_CITIZEN,
    OF_THE_CITIZEN,
    courses_of,
    present_course,
)
from models.oddities import oddities_of_case
from models.summary import summary_of
from tests.builders import CONTACT, NOON, REQUEST, TODAY, entry

AGAIN: Facts = {**REQUEST, "request.received": "1.6.2026"}
FIRST: Facts = {**REQUEST, "request.received": "2.1.2026"}
ENDED: Facts = {"discharge.date": "1.4.2026", "discharge.reason": ["completed"]}
_DAYS = {Form.REQUEST: "request.received", Form.DISCHARGE: "discharge.date"}
_FORMS = (
    Form.CONTACT,
    Form.REQUEST,
    Form.DECISION,
    Form.FOLLOW_UP,
    Form.DISCHARGE,
    Form.AFTER_CARE,
    Form.CONSENT,
)


def written(form: Form, facts: Facts, number: int, *, signed: bool = True) -> Entry:
    return entry(form, facts, number=number, signed=signed)


def two_courses() -> Case:
    return Case(
        "case",
        (
            written(Form.CONTACT, CONTACT, 1),
            written(Form.REQUEST, FIRST, 2),
            written(Form.FOLLOW_UP, {"follow_up.date": "1.3.2026"}, 3),
            written(Form.DISCHARGE, ENDED, 4),
            written(Form.REQUEST, AGAIN, 5),
            written(Form.FOLLOW_UP, {"follow_up.date": "1.7.2026"}, 6),
        ),
    )


def ids(case: Case) -> list[str]:
    return [held.id for held in case.entries]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Return a case of any entries at any times, corrections of any of them among them."""
    entries: list[Entry] = []
    for number in range(draw(st.integers(0, 12))):
        corrects = bool(entries) and draw(st.booleans())
        corrected = draw(st.sampled_from(entries)) if corrects else None
        form = Form(corrected.form) if corrected else draw(st.sampled_from(_FORMS))
        begun = NOON + timedelta(days=draw(st.integers(0, 300)))
        day = date(2026, 1, 1) + timedelta(days=draw(st.integers(0, 300)))
        answers = Answers().with_answer(Place(_DAYS[form]), day) if form in _DAYS else Answers()
        state = draw(st.sampled_from(EntryState))
        entries.append(
            Entry(
                id=f"entry-{number:02}",
                form=form,
                version="1",
                state=state,
                author="Prøve Behandler",
                started=begun,
                changed=begun,
                answers=answers,
                signed=begun if state is EntryState.SIGNED else None,
                replaces=corrected.id if corrected else None,
            )
        )
    return Case("case", tuple(entries), tuple(letters(draw, entries)))


def letters(draw: st.DrawFn, entries: list[Entry]) -> Iterator[Document]:
    for number in range(draw(st.integers(0, 3))):
        made_from = draw(st.frozensets(st.sampled_from([e.id for e in entries] or ["none"])))
        approved = NOON + timedelta(days=draw(st.integers(0, 300)))
        yield Document(f"letter-{number}", "decision", "Afgørelse", "", approved, made_from)


@given(cases())
def test_every_entry_of_a_course_belongs_to_exactly_one(case: Case) -> None:
    courses = courses_of(case)

    for held in case.entries:
        holding = [part for part in courses if part.entry(held.id)]
        assert len(holding) == (len(courses) if held.form in OF_THE_CITIZEN else 1)


@given(cases(), st.randoms())
def test_the_order_of_the_entries_does_not_matter(case: Case, random: Random) -> None:
    shuffled = list(case.entries)
    random.shuffle(shuffled)

    again = courses_of(replace(case, entries=tuple(shuffled)))

    assert again == courses_of(case)


@given(cases())
def test_a_correction_goes_with_what_it_corrects(case: Case) -> None:
    for part in courses_of(case):
        held = set(ids(part))
        assert all(e.id in held for e in case.entries if e.replaces in held)


@given(cases())
def test_a_letter_belongs_to_one_course_and_to_one_of_its_entries(case: Case) -> None:
    courses = courses_of(case)

    for letter in case.documents:
        (holding,) = [part for part in courses if letter in part.documents]
        own = {e.id for e in case.entries if e.form not in OF_THE_CITIZEN} & letter.entries
        assert not own or own & set(ids(holding))


@given(cases())
def test_there_is_a_course_for_each_request_and_always_one(case: Case) -> None:
    courses = courses_of(case)
    requests = [e for e in case.entries if e.form == Form.REQUEST and not e.replaces]

    assert len(courses) == max(1, len(requests))
    assert present_course(case) == courses[-1]
    for earlier, later in pairwise(courses):
        first, second = earlier.current(Form.REQUEST), later.current(Form.REQUEST)
        assert first
        assert second
        assert later.begun(second) > earlier.begun(first)


@given(cases(), st.dates(date(2025, 1, 1), date(2028, 1, 1)))
def test_whatever_was_entered_the_course_and_its_oddities_can_be_told(
    case: Case, today: date
) -> None:
    told = [course_of(part) for part in courses_of(case)]
    odd = oddities_of_case(case, today)

    assert len(told) >= 1
    assert all(oddity.sentence.endswith(".") for oddity in odd)
    assert len(set(odd)) == len(odd)


def test_a_request_after_a_discharge_begins_a_course_that_holds_nothing_else_of_the_first() -> None:
    first, second = courses_of(two_courses())

    assert ids(first) == ["contact-1", "request-2", "follow_up-3", "discharge-4"]
    assert ids(second) == ["contact-1", "request-5", "follow_up-6"]


def test_the_present_course_is_not_discharged_and_the_guarantee_runs_anew() -> None:
    course = course_of(present_course(two_courses()))

    assert course.request.received == date(2026, 6, 1)
    assert not course.is_signed(Form.DISCHARGE)
    assert course.citizen.name == "Łukasz Øvelund"
    assert [follow_up.day for follow_up in course.follow_ups] == [date(2026, 7, 1)]


def test_the_list_of_citizens_speaks_of_the_present_course() -> None:
    summary = summary_of(two_courses(), supplies().law, date(2026, 6, 5))

    assert summary.stage == "I behandling"
    assert summary.due == date(2026, 6, 15)


def test_a_corrected_request_is_not_a_new_course() -> None:
    case = two_courses()
    again = replace(written(Form.REQUEST, FIRST, 9), replaces="request-2")

    first, second = courses_of(case.with_entry(again))

    assert "request-9" in ids(first)
    assert "request-9" not in ids(second)


def test_the_follow_up_after_discharge_belongs_to_the_course_that_ended() -> None:
    after = written(Form.AFTER_CARE, {"after_care.which": ["six-months"]}, 9)

    first, second = courses_of(two_courses().with_entry(after))

    assert "after_care-9" in ids(first)
    assert course_of(second).after_care == ()


def test_a_discharge_written_late_closes_the_course_that_was_left_open() -> None:
    case = two_courses().without_entry("discharge-4")
    late = written(Form.DISCHARGE, ENDED, 9)

    first, second = courses_of(case.with_entry(late))

    assert "discharge-9" in ids(first)
    assert "discharge-9" not in ids(second)


def test_a_discharge_dated_in_the_present_course_closes_that() -> None:
    case = two_courses().without_entry("discharge-4")
    ended = written(Form.DISCHARGE, {**ENDED, "discharge.date": "1.9.2026"}, 9)

    first, second = courses_of(case.with_entry(ended))

    assert "discharge-9" not in ids(first)
    assert "discharge-9" in ids(second)


def test_a_letter_stays_in_the_course_it_was_made_of() -> None:
    made_from = frozenset({"contact-1", "request-2"})
    when = datetime(2027, 1, 1, tzinfo=UTC)
    letter = Document("letter", "request_receipt", "Kvittering", "", when, made_from)

    first, second = courses_of(replace(two_courses(), documents=(letter,)))

    assert first.documents == (letter,)
    assert second.documents == ()


def test_what_is_told_of_today_says_which_entries_it_stands_in() -> None:
    course = course_of(present_course(two_courses()))

    assert course.entry_ids[Form.REQUEST] == "request-5"
    assert {told.entry_id for told in course.days_told} == {"contact-1", "request-5", "follow_up-6"}
    assert all(told.day <= TODAY for told in course.days_told)


def test_the_letter_about_a_consent_goes_on_into_a_new_course() -> None:
    agreed = written(Form.CONSENT, {"consent.date": "2.3.2026"}, 3)
    before = Case("case", (*two_courses().entries, agreed))
    made_from = frozenset({agreed.id, "contact-1", "request-2"})
    letter = Document("letter", "consent", "Samtykke", "", NOON, made_from)
    receipt = replace(letter, id="receipt", kind="request_receipt")

    earlier, present = courses_of(replace(before, documents=(letter, receipt)))

    assert [document.id for document in present.documents] == ["letter"]
    assert [document.id for document in earlier.documents] == ["receipt"]


def test_every_letter_that_rests_on_a_form_of_the_citizen_is_the_citizens() -> None:
    rows = supplies().book.catalogue.values()

    assert {row.kind for row in rows if row.form in OF_THE_CITIZEN} == LETTERS_OF_THE_CITIZEN
