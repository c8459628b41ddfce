"""Registers that are there already, so that a journey need not begin at the first start."""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

from app.conductors.profile import keep_profile
from app.facts import Facts, answers_from
from app.open_case import OpenCase, new_case, read_case
from app.supplies import supplies
from app.work import Work
from models.course import Form
from storage.credentials import ByPassphrase
from storage.key_file import file_salt_in, read_key_file
from storage.key_slots import KeyCost
from storage.keys import key_of
from storage.register import create_register, open_register
from tests.builders import CLINIC, NOON, TODAY
from tests.demo.journey import PASSPHRASE, PERSON

CHEAP = KeyCost(8, 1, 1, only_for_tests=True)


def make_register(folder: Path, clinic: Facts = CLINIC) -> str:
    """Make a register with a clinic's profile and nobody in it; return its recovery key."""
    register, recovery_key = create_register(folder, PERSON, PASSPHRASE, NOON, CHEAP)
    work = Work(register, supplies(), lambda: NOON, PERSON)
    keep_profile(answers_from(supplies().newest("clinic"), clinic, TODAY), work)
    register.access.confirm_sheet(recovery_key, PERSON, NOON)
    register.close()
    return recovery_key


def words_kept_in(folder: Path) -> str:
    """Return what the only citizen said at the first contact, as the disk has it."""
    register = open_register(folder, PERSON, PASSPHRASE, NOON)
    work = Work(register, supplies(), lambda: NOON, PERSON)
    (citizen,) = register.citizens("", 10)
    answers = read_case(citizen.case_id, work).answers(Form.CONTACT)
    faults = register.check_trail()
    register.close()
    assert faults == ()
    return answers.text("contact.words")


def add_citizen(folder: Path, signed: Mapping[Form, Facts], drafts: Mapping[Form, Facts]) -> None:
    """Add a citizen whose forms were filled the day before, some of them not finished."""
    yesterday = NOON - timedelta(days=1)
    register = open_register(folder, PERSON, PASSPHRASE, yesterday)
    work = Work(register, supplies(), lambda: yesterday, PERSON)
    case = OpenCase(new_case(work), work)
    for form, facts in {**signed, **drafts}.items():
        filled = answers_from(supplies().newest(form), facts, TODAY)
        entry = case.begin(form).rewritten(filled, yesterday)
        case.keep(entry)
        if form in signed:
            case.sign(entry)
    register.close()


def key_in(folder: Path) -> bytes:
    """Return the key of the register in *folder*."""
    key_file = read_key_file(folder)
    return key_of(key_file, file_salt_in(folder, key_file), ByPassphrase(PERSON, PASSPHRASE))
