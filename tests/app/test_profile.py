"""What the register says of the clinic is brought to the form of today."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import resources
from app.conductors.profile import FORM, clinic_in, keep_profile, opening_answers
from app.supplies import supplies
from app.work import Work
from forms.outline import starting_answers
from models.answers import Answers, Coding, Place
from storage.register import create_register
from tests.app.own_forms import kept, supplies_of
from tests.builders import NOON
from tests.demo.journey import PASSPHRASE, PERSON
from tests.journeys.people import CHEAP

SAID = (
    Answers()
    .with_answer(Place("clinic.name"), "Prøvekøbing Kommune")
    .with_answer(Place("clinic.role"), Coding("both", "Begge dele"))
    .with_answer(Place("clinic.opening"), "mandag kl. 9–15")
)


def later_form() -> str:
    """Return a later version of the form: no opening hours, and one role less."""
    form = json.loads(resources.text("questionnaires/clinic.json"))
    for section in form["item"]:
        section["item"] = [i for i in section["item"] if i["linkId"] != "clinic.opening"]
        for item in section["item"]:
            if item["linkId"] == "clinic.role":
                item["answerOption"] = item["answerOption"][:2]
    return json.dumps({**form, "version": "99"})


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Work]:
    """Return the work of a person with a new register, in which the clinic has said who it is."""
    register, _ = create_register(tmp_path / "kartotek", PERSON, PASSPHRASE, NOON, CHEAP)
    made = Work(register, supplies(), lambda: NOON, PERSON)
    keep_profile(SAID, made)
    yield made
    register.close(even_unsaved=True)


def test_without_a_profile_the_form_opens_as_it_does() -> None:
    assert opening_answers(None, supplies()) == starting_answers(supplies().newest(FORM))


def test_what_the_clinic_said_comes_back(work: Work) -> None:
    assert opening_answers(work.register, work.supplies) == SAID
    assert clinic_in(work.register, work.supplies).name == "Prøvekøbing Kommune"


def test_what_a_later_form_cannot_hold_is_left_out(work: Work) -> None:
    later = supplies_of(kept(later_form()))

    opened = opening_answers(work.register, later)

    assert opened == Answers({Place("clinic.name"): ("Prøvekøbing Kommune",)})


def test_what_was_brought_along_can_be_kept_in_the_later_form(work: Work) -> None:
    later = replace(work, supplies=supplies_of(kept(later_form())))

    keep_profile(opening_answers(later.register, later.supplies), later)

    profile = work.register.clinic_profile()
    assert profile
    assert profile.version == "99"
    assert clinic_in(later.register, later.supplies).name == "Prøvekøbing Kommune"
