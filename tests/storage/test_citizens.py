from dataclasses import replace
from datetime import date

import pytest

from storage.register import Register
from tests.storage.samples import a_draft, a_row, an_id


def save(register: Register, name: str, case: int) -> None:
    draft = replace(a_draft(case), case_id=an_id(case))
    register.save_draft(draft, a_row(name, case))
    register.flush()


@pytest.fixture
def peopled(register: Register) -> Register:
    for case, name in enumerate(["Åse Prøve", "Søren Prøve", "Anna Prøve", "Zenia Test"], start=1):
        save(register, name, case)
    return register


def names(register: Register, search: str, limit: int = 10) -> list[str]:
    return [row.name for row in register.citizens(search, limit)]


def test_without_a_search_all_come_in_danish_order(peopled: Register) -> None:
    assert names(peopled, "") == ["Anna Prøve", "Søren Prøve", "Zenia Test", "Åse Prøve"]


def test_the_limit_holds(peopled: Register) -> None:
    assert names(peopled, "prøve", 2) == ["Anna Prøve", "Søren Prøve"]


@pytest.mark.parametrize("search", ["soren", "søren", "soeren", "prove sør", "SØR PRØVE"])
def test_every_spelling_finds_soren(peopled: Register, search: str) -> None:
    assert names(peopled, search) == ["Søren Prøve"]


@pytest.mark.parametrize("search", ["xyz", "søren zenia", "oren", "'%_\""])
def test_what_fits_nobody_finds_nobody(peopled: Register, search: str) -> None:
    found = names(peopled, search)

    assert found == ([] if search != "'%_\"" else names(peopled, ""))


def test_a_citizen_is_found_by_cpr(peopled: Register) -> None:
    (row,) = peopled.citizens("321300-0002", 10)

    assert row.name == "Søren Prøve"


def test_a_citizen_renamed_is_found_by_the_new_name_only(peopled: Register) -> None:
    save(peopled, "Sofie Prøve", 2)

    assert names(peopled, "søren") == []
    assert names(peopled, "sofie") == ["Sofie Prøve"]
    assert len(names(peopled, "")) == 4


def test_many_hits_are_found_as_few_are(register: Register) -> None:
    for case in range(1, 451):
        draft = replace(a_draft(case), case_id=an_id(case))
        register.save_draft(draft, a_row(f"Prøve {case:03} {'Sjælden' * (case == 444)}", case))
    register.flush()

    assert names(register, "prøve", 3) == ["Prøve 001 ", "Prøve 002 ", "Prøve 003 "]
    assert names(register, "prøve sjæl", 3) == ["Prøve 444 Sjælden"]


def test_the_days_from_which_it_hurries_come_back_and_change(register: Register) -> None:
    soon, urgent = date(2026, 3, 9), date(2026, 3, 12)
    row = replace(a_row(due=date(2026, 3, 16)), soon=soon, urgent=urgent)
    register.save_draft(a_draft(), row)
    register.flush()
    begun = register.citizens("", 10)

    later = replace(row, soon=None, urgent=date(2026, 3, 13))
    register.save_draft(a_draft(text="mere"), later)
    register.flush()

    assert begun == (row,)
    assert register.citizens("", 10) == register.due(date(2026, 4, 1), 10) == (later,)
