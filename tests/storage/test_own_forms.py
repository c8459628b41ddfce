from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from storage.errors import RegisterError
from storage.form_errors import FormIsUsedError, NoSuchFormError
from storage.records import ClinicForm, Deed, FormName, FormStatus
from storage.register import Register, open_register
from storage.verifying import Part
from tests.storage.samples import NOW, PASSPHRASE, PERSON, behind_the_back

NAME = FormName("https://prøve.example/skema", "1")
LATER = NOW + timedelta(hours=2)
TAMPERING = (
    "UPDATE clinic_form SET json = '{}'",
    "UPDATE clinic_form SET title = 'Et andet'",
    "UPDATE clinic_form SET url = 'urn:andet'",
    "UPDATE clinic_form SET status = 'draft'",
    "DELETE FROM clinic_form",
)


def a_form(version: str = "1", json: str = '{"title": "Søvn"}') -> ClinicForm:
    name = replace(NAME, version=version)
    return ClinicForm(name, FormStatus.DRAFT, "Søvn", json, NOW, PERSON)


def statuses(register: Register) -> dict[str, FormStatus]:
    return {form.name.version: form.status for form in register.forms.all()}


def test_a_form_comes_out_as_it_was_brought_in(register: Register) -> None:
    register.forms.bring_in(a_form())

    assert register.forms.all() == (a_form(),)


def test_a_draft_gives_way_to_the_same_version_brought_in_again(register: Register) -> None:
    register.forms.bring_in(a_form())
    better = a_form(json='{"title": "Søvn", "language": "da"}')
    register.forms.bring_in(better)

    assert register.forms.all() == (better,)


def test_only_one_version_is_in_use(register: Register) -> None:
    for version in ("1", "2"):
        register.forms.bring_in(a_form(version))
        register.forms.activate(a_form(version).name, PERSON, LATER)

    assert statuses(register) == {"1": FormStatus.RETIRED, "2": FormStatus.ACTIVE}


def test_a_version_put_out_of_use_can_be_used_again(register: Register) -> None:
    register.forms.bring_in(a_form())
    register.forms.activate(NAME, PERSON, LATER)
    register.forms.retire(NAME, PERSON, LATER)
    retired = statuses(register)
    register.forms.activate(NAME, PERSON, LATER)

    assert retired == {"1": FormStatus.RETIRED}
    assert statuses(register) == {"1": FormStatus.ACTIVE}


def test_a_form_never_used_can_be_taken_away(register: Register) -> None:
    register.forms.bring_in(a_form())
    register.forms.retire(NAME, PERSON, LATER)

    assert register.forms.all() == ()


@pytest.mark.parametrize("is_retired", [False, True])
def test_a_used_version_is_not_brought_in_again(register: Register, *, is_retired: bool) -> None:
    register.forms.bring_in(a_form())
    register.forms.activate(NAME, PERSON, LATER)
    if is_retired:
        register.forms.retire(NAME, PERSON, LATER)

    with pytest.raises(FormIsUsedError):
        register.forms.bring_in(a_form(json="{}"))

    assert [form.json for form in register.forms.all()] == [a_form().json]


def test_a_form_that_is_not_there_is_neither_used_nor_put_away(register: Register) -> None:
    for deed in (register.forms.activate, register.forms.retire):
        with pytest.raises(NoSuchFormError):
            deed(NAME, PERSON, LATER)


def test_the_trail_remembers_each_deed(register: Register) -> None:
    register.forms.bring_in(a_form())
    register.forms.activate(NAME, PERSON, LATER)
    register.forms.retire(NAME, PERSON, LATER)
    rows = register.trail(3)

    assert [row.deed for row in rows] == [
        Deed.FORM_RETIRED,
        Deed.FORM_ACTIVATED,
        Deed.FORM_IMPORTED,
    ]
    assert {row.subject for row in rows} == {"https://prøve.example/skema|1"}
    assert register.check_trail() == ()


@pytest.mark.parametrize("tampering", TAMPERING)
def test_a_used_form_can_neither_change_nor_go(register: Register, tampering: str) -> None:
    register.forms.bring_in(a_form())
    register.forms.activate(NAME, PERSON, LATER)

    with register._core.read() as connection:
        connection.execute("PRAGMA query_only = OFF")
        with pytest.raises(dbapi2.Error, match="a used form"):
            connection.execute(tampering)


def test_it_is_there_when_the_register_is_opened_again(register: Register, folder: Path) -> None:
    register.forms.bring_in(a_form())
    register.forms.activate(NAME, PERSON, LATER)
    register.close()

    opened = open_register(folder, PERSON, PASSPHRASE, LATER)

    assert statuses(opened) == {"1": FormStatus.ACTIVE}
    opened.close()


def test_a_form_changed_behind_the_back_is_found(register: Register, folder: Path) -> None:
    register.forms.bring_in(a_form())
    whole = register.upkeep.verify()
    register.close()
    connection = behind_the_back(folder)
    connection.execute("UPDATE clinic_form SET json = '{}'")
    connection.close()

    opened = open_register(folder, PERSON, PASSPHRASE, LATER)
    found = opened.upkeep.verify()

    assert whole == ()
    assert [finding.part for finding in found] == [Part.FORMS]
    opened.close()


def test_a_closed_register_says_so(register: Register) -> None:
    register.close()

    with pytest.raises(RegisterError):
        register.forms.all()
