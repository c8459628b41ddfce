import shutil
from collections.abc import Generator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typing_extensions import override

from app.own_forms import OwnForms
from app.supplies import supplies
from app.upkeep import Rebuilt, rebuild_lists, row_with
from app.work import Work
from forms.errors import UnsupportedFormError
from forms.questionnaire import Questionnaire
from storage.records import DocumentEvent, DocumentStep, FormName
from storage.register import open_register
from tests.storage.samples import PASSPHRASE, PERSON, behind_the_back

RELEASED = Path(__file__).parents[1] / "storage" / "released" / "0.1.0"


def now() -> datetime:
    return datetime(2026, 11, 3, 8, 0, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = Path(shutil.copytree(RELEASED, tmp_path / "kartotek"))
    open_register(made, PERSON, PASSPHRASE, now()).close()
    return made


def tamper(folder: Path, *statements: str) -> None:
    connection = behind_the_back(folder)
    for statement in statements:
        connection.execute(statement)
    connection.close()


@pytest.fixture
def work(folder: Path) -> Generator[Work]:
    tamper(
        folder,
        "UPDATE citizen SET name = 'Forkert', due = NULL, stage = 'Forkert' WHERE name LIKE 'Ł%'",
        "DELETE FROM citizen WHERE name LIKE 'Å%'",
    )
    register = open_register(folder, PERSON, PASSPHRASE, now())
    yield Work(register, supplies(), now, PERSON)
    register.close()


def test_the_lists_are_derived_anew_from_the_forms(work: Work) -> None:
    rebuilt = rebuild_lists(work)

    first, second = work.register.citizens("", 9)
    assert rebuilt == Rebuilt(derived=2, kept=0)
    assert (first.name, first.stage) == ("Łukasz Øvelund", "Anmodning")
    assert first.due is not None
    assert second.name == "Åse Aagaard Prøve"
    assert work.register.citizens("aase", 9) == (second,)
    assert work.register.upkeep.verify() == ()


def test_a_line_says_when_its_case_was_last_written(work: Work) -> None:
    rebuild_lists(work)

    first, _ = work.register.citizens("", 9)
    written = [entry.changed for entry in work.register.case_entries(first.case_id)]
    written += [letter.approved for letter in work.register.documents(first.case_id)]
    assert first.changed == max(written)


def test_a_case_with_a_form_that_cannot_be_read_keeps_its_line(folder: Path, work: Work) -> None:
    work.register.close()
    tamper(
        folder,
        "DROP TRIGGER signed_entry_is_final",
        "UPDATE entry SET version = '9999' WHERE state = 'signed'",
    )
    register = open_register(folder, PERSON, PASSPHRASE, now())

    rebuilt = rebuild_lists(Work(register, supplies(), now, PERSON))

    assert rebuilt == Rebuilt(derived=1, kept=1)
    assert [row.name for row in register.citizens("", 9)] == ["Forkert", "Åse Aagaard Prøve"]
    register.close()


class UnreadableForms(OwnForms):
    """A clinic's own forms, of which this program can read none."""

    @override
    def form(self, name: FormName, called: str) -> Questionnaire | None:
        raise UnsupportedFormError("", "formen kan ikke læses")


def test_a_letter_is_noted_though_a_form_of_its_case_cannot_be_read(work: Work) -> None:
    cases = [citizen.case_id for citizen in work.register.citizens("", 9)]
    case_id, letter = next((one, doc) for one in cases for doc in work.register.documents(one))
    sent = DocumentEvent(letter.id, DocumentStep.SENT, now(), PERSON, "")
    unreadable = replace(work, supplies=replace(supplies(), own=UnreadableForms()))

    row = row_with(sent, case_id, unreadable)

    assert row is None
