"""The forms at hand: those of today, and the earlier ones that older entries were made with."""

import pytest

import resources
from app.supplies import UnknownFormError, supplies
from models.course import Form

EARLIER = [
    name.removeprefix("questionnaires/earlier/").removesuffix(".json").rsplit("-", 1)
    for name in resources.names("questionnaires/earlier")
]


@pytest.mark.parametrize("form", list(Form))
def test_a_new_entry_is_made_with_the_form_of_today(form: Form) -> None:
    newest = supplies().newest(form)

    assert supplies().form(form, newest.version) is newest


@pytest.mark.parametrize(("name", "version"), EARLIER)
def test_an_entry_made_with_an_earlier_form_finds_it_again(name: str, version: str) -> None:
    found = supplies().form(name, version)

    assert (found.name, found.version) == (name, version)
    assert found is supplies().form(name, version)
    assert found is not supplies().newest(name)


@pytest.mark.parametrize(
    ("name", "version"),
    [("contact", "0"), ("contact", "999"), ("nobody", "1"), ("../contact", "1"), ("", "")],
)
def test_a_form_the_program_does_not_have_is_named_in_the_error(name: str, version: str) -> None:
    with pytest.raises(UnknownFormError, match="Hent den nyeste udgave"):
        supplies().form(name, version)
