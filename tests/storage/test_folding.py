from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.folding import (
    LONGEST_BEGINNING,
    beginnings_of,
    fold,
    name_order,
    search_terms,
    words_of,
)


@pytest.mark.parametrize(
    ("name", "searches"),
    [
        ("Søren", ["søren", "soren", "soeren", "SØR", "soe"]),
        ("Soeren", ["søren", "soren", "soeren"]),
        ("Ærø", ["ærø", "aero", "aeroe", "äro"]),
        ("Åse Aagaard", ["åse", "aase", "ase", "ågård", "aagaard", "agard", "åse ag"]),
        ("Łukasz", ["lukasz", "łukasz", "LUK"]),
        ("Yılmaz İnce", ["yilmaz", "yılmaz", "ince"]),
        ("Müller", ["muller", "mueller", "müller"]),
        ("Dvořák", ["dvorak", "dvořák"]),
        ("Anne-Marie O'Connor", ["marie", "anne-marie", "oconnor", "o'con"]),
        ("Nguyễn Đức", ["nguyen", "duc"]),
    ],
)
def test_a_name_is_found_however_it_is_spelt(name: str, searches: list[str]) -> None:
    words = words_of(name, "")

    for search in searches:
        assert all(any(word.startswith(term) for word in words) for term in search_terms(search))


@pytest.mark.parametrize("search", ["3213", "321300-", "321300-1234", "3213001234", "1234"])
def test_a_cpr_number_is_found_by_its_beginning_and_its_last_four(search: str) -> None:
    words = words_of("", "321300-1234")

    assert all(any(word.startswith(term) for word in words) for term in search_terms(search))


@given(st.text(), st.integers(0, 20))
def test_the_folded_beginning_of_a_text_begins_the_folded_text(text: str, length: int) -> None:
    assert fold(text).startswith(fold(text[:length]))


@given(st.text(alphabet="aeouæøåÆØÅüx "), st.integers(0, 20))
def test_so_it_is_with_letters_that_spell_each_other(text: str, length: int) -> None:
    assert fold(text).startswith(fold(text[:length]))


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_names_sort_as_in_a_danish_list() -> None:
    names = ["Anna", "Bo", "Yrsa", "Zenia", "Ægir", "Ørn", "Aage", "Åse"]

    assert all(name_order(one) < name_order(other) for one, other in pairwise(names))


def test_a_word_has_each_of_its_beginnings_once_up_to_the_longest() -> None:
    assert beginnings_of(("bo", "bodil")) == ("b", "bo", "bod", "bodi", "bodil")
    assert max(map(len, beginnings_of(("skovgaardsen",)))) == LONGEST_BEGINNING
