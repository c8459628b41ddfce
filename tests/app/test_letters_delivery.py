"""Noting how a letter was delivered: whether it says the last day for an appeal that then holds."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.facts import Facts, answers_from
from app.letters_at import letter_at
from app.letters_delivery import delivery_shown
from app.letters_drafted import Told, drafted_letter
from app.open_case import Approval, OpenCase, new_case
from app.supplies import supplies, supplies_with
from app.work import Work
from models.case import Entry
from models.course import Form
from models.decision import Delivered, Delivery
from models.delivery import way_noted
from models.letters.letter import Letter, LetterKind, LetterOf
from storage.records import DocumentStep
from storage.register import create_register
from tests.builders import CONTACT, NOON, PARTIAL_REFUSAL, REQUEST, TODAY, clinic, text_of
from tests.demo.journey import PASSPHRASE, PERSON
from tests.journeys.people import CHEAP
from tests.letters_told import CATALOGUE
from tests.models.letters.decision_facts import LIMITED, REFUSED

ANSWERED: Facts = {"free_choice.answer_date": "2.11.2026", "free_choice.delivery": ["digital-post"]}
CHOICES = [
    (LetterKind.FREE_CHOICE_REPLY, {**REFUSED, **ANSWERED}),
    (LetterKind.FREE_CHOICE_LIMITED, {**LIMITED, **ANSWERED}),
]


@dataclass
class Clock:
    """A clock that goes a second each time it is read, and on to another day when it is told to."""

    now: datetime = field(default=NOON)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def turn_to(self, day: int) -> None:
        """Go on to this *day* of the month."""
        self.now = self.now.replace(day=day)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def work(tmp_path: Path, clock: Clock) -> Iterator[Work]:
    """Return the work of a person with a new register."""
    register, _ = create_register(tmp_path / "kartotek", PERSON, PASSPHRASE, NOON, CHEAP)
    yield Work(register, supplies_with(register), clock, PERSON)
    register.close(even_unsaved=True)


@pytest.fixture
def case(work: Work, qapp: object) -> OpenCase:
    """Return an open case in which treatment was asked for."""
    opened = OpenCase(new_case(work), work)
    for form, facts in ((Form.CONTACT, CONTACT), (Form.REQUEST, REQUEST)):
        signed(opened, form, facts)
    return opened


def signed(case: OpenCase, form: Form, facts: Facts) -> Entry:
    begun = case.begin(form)
    draft = begun.rewritten(answers_from(supplies().newest(form), facts, TODAY), begun.changed)
    case.keep(draft)
    return case.sign(draft)


def sent(case: OpenCase, letter: LetterOf, work: Work) -> Letter:
    """Return the letter, which is approved and noted as sent with Digital Post now."""
    draft = drafted_letter(letter, Told(case.present, case.course, case.case), clinic(), work)
    document = case.approve(Approval(draft, b"%PDF", case.present))
    went = Delivered(work.today, Delivery.DIGITAL_POST)
    case.note(document, DocumentStep.SENT, way_noted(went))
    return draft.letter


def differs(case: OpenCase, letter: LetterOf, work: Work) -> str:
    at = letter_at(case, letter.key, CATALOGUE)
    return delivery_shown(at, CATALOGUE[letter.kind], work).differs


@pytest.mark.parametrize(("kind", "told"), CHOICES)
def test_a_letter_about_the_free_choice_says_the_day_counted_from_its_approval(
    case: OpenCase, work: Work, clock: Clock, kind: LetterKind, told: Facts
) -> None:
    letter = LetterOf(kind, signed(case, Form.FREE_CHOICE, told).id)
    clock.turn_to(5)

    written = sent(case, letter, work)

    assert "3. december 2026" in text_of(written)
    assert differs(case, letter, work) == ""


def test_a_letter_about_the_free_choice_that_went_days_after_its_approval_says_another_day(
    case: OpenCase, work: Work, clock: Clock
) -> None:
    kind, told = CHOICES[0]
    letter = LetterOf(kind, signed(case, Form.FREE_CHOICE, told).id)
    clock.turn_to(5)
    sent(case, letter, work)

    later = way_noted(Delivered(work.today + timedelta(days=1), Delivery.DIGITAL_POST))
    case.note(case.case.documents[0], DocumentStep.SENT, later)

    said = differs(case, letter, work)
    assert said.startswith("Brevet siger 3. december 2026, men klagefristen er nu 4. december")


def test_a_letter_with_a_decision_says_the_day_counted_from_the_decision(
    case: OpenCase, work: Work, clock: Clock
) -> None:
    told: Facts = {**PARTIAL_REFUSAL, "decision.delivery": ["digital-post"]}
    letter = LetterOf(LetterKind.DECISION, signed(case, Form.DECISION, told).id)
    clock.turn_to(10)

    sent(case, letter, work)

    said = differs(case, letter, work)
    assert said.startswith("Brevet siger 7. december 2026, men klagefristen er nu 8. december")
