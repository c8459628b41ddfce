from collections.abc import Generator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.citizen_search import find_citizens
from storage.citizens import remove_citizen, write_citizen
from storage.connection import Connection, connect
from storage.folding import name_order, search_terms, words_of
from storage.list_records import CitizenSearch
from storage.migrate import migrate, shipped_migrations
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
    assert register.citizens("", 10) == (later,)


WORDS = ("Bo", "Bodil", "Anna", "Anne", "Åse", "Skovgaardsen", "Skovgaardsten", "Prøve")


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> Generator[Connection]:
    path: Path = tmp_path_factory.mktemp("lister") / "fil"
    path.touch()
    connection = connect(path, bytes(32))
    migrate(connection, shipped_migrations())
    yield connection
    connection.close()


def a_citizen_can_be_found(name: str, cpr: str, search: str) -> bool:
    words = words_of(name, cpr)
    return all(any(word.startswith(term) for word in words) for term in search_terms(search))


@given(
    people=st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3), max_size=40),
    search=st.lists(st.sampled_from([*WORDS, "b", "a", "an", "skovgaards", "321"]), max_size=3),
    limit=st.integers(1, 20),
    gone=st.sets(st.integers(0, 39)),
)
def test_the_search_finds_just_those_with_all_words_in_the_order_of_names(
    lists: Connection, people: list[list[str]], search: list[str], limit: int, gone: set[int]
) -> None:
    rows = [a_row(" ".join(words), case) for case, words in enumerate(people)]
    typed = " ".join(search)
    lists.execute("BEGIN")
    for row in rows:
        write_citizen(lists, row)
    for case in gone:
        remove_citizen(lists, an_id(case))

    found = find_citizens(lists, CitizenSearch(typed), limit).rows
    rests = lists.execute(
        "SELECT 1 FROM citizen_prefix WHERE citizen NOT IN (SELECT number FROM citizen)"
    ).fetchall()
    lists.execute("ROLLBACK")

    left = [row for case, row in enumerate(rows) if case not in gone]
    wanted = [row for row in left if a_citizen_can_be_found(row.name, row.cpr, typed)]
    assert [name_order(row.name) for row in found] == sorted(
        name_order(row.name) for row in wanted
    )[:limit]
    assert set(found) <= set(wanted)
    assert len(set(found)) == len(found)
    assert rests == []


def test_words_that_many_share_are_no_matter_where_nobody_has_both(lists: Connection) -> None:
    lists.execute("BEGIN")
    for case in range(3000):
        write_citizen(lists, a_row(f"{'Anna' if case % 2 else 'Bodil'} Prøve {case}", case))

    found = find_citizens(lists, CitizenSearch("anna bodil"), 50).rows
    both = find_citizens(lists, CitizenSearch("prøve an 2999"), 50).rows
    lists.execute("ROLLBACK")

    assert found == ()
    assert [row.name for row in both] == ["Anna Prøve 2999"]
