"""Registers that are there already, so that a journey need not begin at the first start."""

from pathlib import Path

from app.conductors.profile import keep_profile
from app.facts import Facts, answers_from
from app.supplies import supplies
from app.work import Work
from storage.key_file import KeyCost
from storage.register import create_register
from tests.builders import CLINIC, NOON, TODAY
from tests.demo.journey import PASSPHRASE, PERSON

CHEAP = KeyCost(8, 1, 1, only_for_tests=True)


def make_register(folder: Path, clinic: Facts = CLINIC) -> None:
    """Make a register with a clinic's profile and nobody in it, and close it."""
    register, _ = create_register(folder, PERSON, PASSPHRASE, NOON, CHEAP)
    work = Work(register, supplies(), lambda: NOON, PERSON)
    keep_profile(answers_from(supplies().newest("clinic"), clinic, TODAY), work)
    register.close()
