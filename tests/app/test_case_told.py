"""What an open case means: worked out once, and always what it would be worked out to anew."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.course_at import course_at
from app.facts import Facts, answers_from
from app.open_case import OpenCase, new_case
from app.supplies import supplies, supplies_with
from app.work import Work
from models.answers import Place
from models.case import Entry
from models.course import Form
from storage.register import create_register
from tests.builders import CONTACT, NOON, REQUEST, TODAY
from tests.demo.journey import PASSPHRASE, PERSON
from tests.journeys.people import CHEAP


@dataclass
class Clock:
    """A clock that is put forward by hand."""

    now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Work]:
    register, _ = create_register(tmp_path / "kartotek", PERSON, PASSPHRASE, NOON, CHEAP)
    yield Work(register, supplies_with(register), Clock(), PERSON)
    register.close(even_unsaved=True)


@pytest.fixture
def case(work: Work, qapp: object) -> OpenCase:
    """Return an open case in which treatment was asked for."""
    opened = OpenCase(new_case(work), work)
    opened.sign(drafted(opened, Form.CONTACT, CONTACT))
    opened.keep(drafted(opened, Form.REQUEST, REQUEST))
    return opened


def drafted(case: OpenCase, form: Form, facts: Facts) -> Entry:
    begun = case.begin(form)
    return begun.rewritten(answers_from(supplies().newest(form), facts, TODAY), begun.changed)


def with_day(entry: Entry, link_id: str, day: datetime) -> Entry:
    answers = entry.answers.with_answer(Place(link_id), day.date())
    return entry.rewritten(answers, entry.changed)


def test_a_case_that_stands_as_it_stood_is_not_worked_out_again(case: OpenCase) -> None:
    asked = case.present.current(Form.REQUEST)

    assert case.tasks() is case.tasks()
    assert case.oddities() is case.oddities()
    assert case.oddities(asked) is case.oddities(asked)
    assert case.told_by(case.present) is case.course
    assert course_at(case, asked).course is case.course


def test_after_a_save_all_is_what_a_case_just_opened_tells(case: OpenCase, work: Work) -> None:
    before = case.tasks(), case.oddities(), case.course
    asked = case.present.current(Form.REQUEST)
    assert asked is not None

    case.keep(with_day(asked, "request.received", NOON + timedelta(days=900)))

    anew = OpenCase(case.case, work)
    assert (case.tasks(), case.oddities(), case.course) != before
    assert (case.tasks(), case.oddities()) == (anew.tasks(), anew.oddities())
    assert case.course == anew.course


def test_the_next_day_all_is_told_of_that_day(case: OpenCase, work: Work) -> None:
    today = case.tasks(), case.oddities()
    assert isinstance(work.clock, Clock)

    work.clock.now += timedelta(days=40)

    anew = OpenCase(case.case, work)
    assert case.tasks() != today[0]
    assert (case.tasks(), case.oddities()) == (anew.tasks(), anew.oddities())


def test_the_draft_on_the_screen_looks_wrong_though_what_is_kept_does_not(case: OpenCase) -> None:
    asked = case.present.current(Form.REQUEST)
    assert asked is not None
    late = with_day(asked, "request.received", NOON + timedelta(days=2))

    wrong = case.oddities(late)

    assert {odd.link_id for odd in wrong} - {odd.link_id for odd in case.oddities()} == {
        "request.received"
    }
    assert case.oddities(asked) == case.oddities()


def test_each_course_of_a_case_tells_its_own(case: OpenCase, work: Work) -> None:
    case.sign(next(case.present.all(Form.REQUEST)))
    assert isinstance(work.clock, Clock)
    work.clock.now += timedelta(days=400)
    case.keep(drafted(case, Form.REQUEST, REQUEST))

    first, second = (case.told_by(part) for part in case.courses)

    assert first.entry_ids[Form.REQUEST] != second.entry_ids[Form.REQUEST]
    assert second is case.course
    assert case.told_by(case.courses[0]) is first
