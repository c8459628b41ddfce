"""The record of a case as it is copied for the citizen: every form, every answer, every letter."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from app.facts import Facts, answers_from
from app.letters_drafted import Told, drafted_letter, drawn_letter
from app.open_case import OpenCase, new_case
from app.record_copied import record_of
from app.supplies import supplies_with
from app.work import Work
from models.case import Entry
from models.course import Form
from models.letters.letter import LetterKind, LetterOf
from models.letters.record import RecordedAnswer
from storage.register import create_register
from tests.builders import CONTACT, NOON, REQUEST, TODAY, clinic
from tests.demo.journey import PASSPHRASE, PERSON
from tests.journeys.people import CHEAP
from tests.models.letters.rights_cases import RECORD_ACCESS
from tests.views.paper.paper_reading import page_texts

PRIVATE = "Der er ringet til lægevagten."
NETWORK: Facts = {"network.date": "2.11.2026", "network.words": "Min søster hjælper mig."}


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Work]:
    """Return the work of a person with a new register."""
    register, _ = create_register(tmp_path / "kartotek", PERSON, PASSPHRASE, NOON, CHEAP)
    seconds = count()
    # Time passes, for what is written first stands first.
    clock = partial(_after, seconds)
    yield Work(register, supplies_with(register), clock, PERSON)
    register.close(even_unsaved=True)


def _after(seconds: Iterator[int]) -> datetime:
    return NOON + timedelta(seconds=next(seconds))


@pytest.fixture
def case(work: Work, qapp: object) -> OpenCase:
    """Return an open case with two courses, in which the citizen has asked to see all of it."""
    opened = OpenCase(new_case(work), work)
    contact = {**CONTACT, "contact.acute": ["true"], "contact.acute_note": PRIVATE}
    forms = {Form.CONTACT: contact, Form.REQUEST: REQUEST, Form.NETWORK: NETWORK}
    for form, facts in forms.items():
        signed(opened, work, form, facts)
    signed(opened, work, Form.REQUEST, {**REQUEST, "request.words": "Jeg er her igen."})
    signed(opened, work, Form.RECORD_ACCESS, RECORD_ACCESS)
    return opened


def signed(case: OpenCase, work: Work, form: Form, facts: Facts) -> Entry:
    answers = answers_from(work.supplies.newest(form), facts, TODAY)
    entry = case.begin(form).rewritten(answers, NOON)
    case.keep(entry)
    return case.sign(entry)


def asked(case: OpenCase) -> Entry:
    entry = case.case.current(Form.RECORD_ACCESS)
    assert entry is not None
    return entry


def test_a_record_holds_all_courses_but_not_the_request_itself(case: OpenCase, work: Work) -> None:
    record = record_of(case.case, asked(case).id, work)

    titles = [entry.title for entry in record.entries]
    assert titles == ["Henvendelse", "Anmodning", "Netværk", "Anmodning"]
    assert [entry.number for entry in record.entries] == ["1", "2", "3", "4"]


def test_a_record_holds_what_was_written_for_the_counsellor_alone(
    case: OpenCase, work: Work
) -> None:
    record = record_of(case.case, asked(case).id, work)

    answers = [b for e in record.entries for b in e.blocks if isinstance(b, RecordedAnswer)]
    (note,) = [answer for answer in answers if PRIVATE in answer.lines]
    (words,) = [answer for answer in answers if "Min søster hjælper mig." in answer.lines]
    assert (note.voice, note.needs_a_look) == ("private", True)
    assert (words.voice, words.needs_a_look) == ("citizen", True)


def test_a_number_stays_when_more_is_written(case: OpenCase, work: Work) -> None:
    before = record_of(case.case, asked(case).id, work)
    signed(case, work, Form.NETWORK, {**NETWORK, "network.words": "Min bror er tilbage."})

    after = record_of(case.case, asked(case).id, work)

    assert after.entries[: len(before.entries)] == before.entries
    assert len(after.entries) == len(before.entries) + 1


def test_a_copy_is_drawn_from_the_whole_case(case: OpenCase, work: Work) -> None:
    letter = LetterOf(LetterKind.RECORD_COPY, asked(case).id)
    told = Told(case.present, case.course, case.case)

    draft = drafted_letter(letter, told, clinic(), work)

    said = " ".join(page_texts(drawn_letter(draft, case.course, clinic())))
    assert draft.lacks == ()
    assert PRIVATE in " ".join(said.split())
    assert "Jeg vil gerne have hjælp til at holde op." in " ".join(said.split())
