"""The clinic's own file: its lists are kept like a citizen's forms, and are about no citizen."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.clinic_file import CLINIC_CASE, begun_again, read_clinic_case
from app.facts import Facts, answers_from
from app.form_copies import FormCopies, Print
from app.form_words import another
from app.open_case import OpenCase
from app.supplies import supplies_with
from app.upkeep import Rebuilt, rebuild_lists
from app.work import Work
from models.answers import Place
from models.case import Entry
from storage.register import create_register
from tests.builders import NOON, TODAY, clinic
from tests.demo.journey import PASSPHRASE, PERSON
from tests.journeys.people import CHEAP
from tests.views.paper.paper_reading import page_texts

FACTS: Facts = {
    "methods.date": "2.11.2026",
    "methods.by": "Alle",
    "methods.next": "2.11.2027",
    "methods.evidence.in_place": ["no"],
    "methods.evidence.note": "Vi mangler én til unge.",
    "methods.evidence.next": "2.12.2026",
}


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Work]:
    """Return the work of a person with a new register."""
    register, _ = create_register(tmp_path / "kartotek", PERSON, PASSPHRASE, NOON, CHEAP)
    yield Work(register, supplies_with(register), lambda: NOON, PERSON)
    register.close(even_unsaved=True)


def signed(work: Work) -> tuple[OpenCase, Entry]:
    case = OpenCase(read_clinic_case(work), work)
    answers = answers_from(work.supplies.newest("methods"), FACTS, TODAY)
    entry = case.begin("methods").rewritten(answers, NOON)
    case.keep(entry)
    return case, case.sign(entry)


def test_a_new_register_has_an_empty_file_of_the_clinics(work: Work, qapp: object) -> None:
    case = read_clinic_case(work)

    assert (case.id, case.entries) == (CLINIC_CASE, ())


def test_what_is_signed_is_there_again_and_no_citizen_is(work: Work, qapp: object) -> None:
    _, entry = signed(work)

    assert read_clinic_case(work).entries == (entry,)
    assert work.register.citizens("", 10) == ()


def test_a_list_opens_with_the_day_it_is(work: Work, qapp: object) -> None:
    begun = OpenCase(read_clinic_case(work), work).begin("methods")

    assert begun.answers.day("methods.date") == TODAY


def test_a_review_begins_with_what_was_said_last(work: Work, qapp: object) -> None:
    case, last = signed(work)
    later = replace(work, clock=lambda: NOON + timedelta(days=40))

    again = begun_again(case, last, later)

    assert again.answers.text("methods.evidence.note") == "Vi mangler én til unge."
    assert again.answers.day("methods.date") == TODAY + timedelta(days=40)
    assert again.id != last.id
    assert again.replaces is None


def test_days_that_have_come_are_to_be_set_anew(work: Work, qapp: object) -> None:
    case, last = signed(work)
    later = replace(work, clock=lambda: NOON + timedelta(days=40))

    again = begun_again(case, last, later)

    assert again.answers.at(Place("methods.evidence.next")) == ()
    assert again.answers.day("methods.next") == last.answers.day("methods.next")


def test_a_review_that_is_begun_is_gone_on_with(work: Work, qapp: object) -> None:
    case, last = signed(work)
    begun = begun_again(case, last, work)
    case.keep(begun)

    assert begun_again(case, last, work) == begun


def test_a_signed_list_offers_to_be_gone_through_again(work: Work, qapp: object) -> None:
    case, last = signed(work)

    assert another(last) == "Gå listen igennem igen"
    assert another(begun_again(case, last, work)) == ""


def test_a_list_on_paper_is_about_the_office_and_no_citizen(work: Work, qapp: object) -> None:
    case, entry = signed(work)

    printed = "\n".join(page_texts(FormCopies(case, work, clinic()).paper(entry, Print())))

    assert "Metoder" in printed
    assert "Vi mangler én til unge." in printed
    assert "Borger" not in printed


def test_building_the_lists_again_derives_no_line_for_the_clinic(work: Work, qapp: object) -> None:
    signed(work)

    assert rebuild_lists(work) == Rebuilt(0, 0)
    assert work.register.upkeep.verify() == ()
