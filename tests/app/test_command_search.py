from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.command_search_program import SETTINGS, program_commands
from app.command_search_ranking import Command, Kind, best, searchable
from app.help_guide import help_commands
from views.screen.navigation import Room

DRUGS = Command("question:drugs", "Alkohol og andre rusmidler", Kind.QUESTION, "Stoffer")
RULE = Command("rule:1", "Alkoholbehandling", Kind.RULE, "sundhedsloven")
NOTE = Command("add:note", "Note om samtalen", Kind.ADDITION, also="det, der blev sagt")
SOREN = Command("citizen:1", "Søren Ærøskøbing-Demo", Kind.CITIZEN, "010100")
ALL = searchable((*program_commands(), DRUGS, RULE, NOTE))
MOST_MILLISECONDS = 30


def titles(typed: str, *known: Command) -> list[str]:
    return [command.title for command in best(typed, ALL, known)]


def test_the_whole_title_comes_before_one_that_only_begins_so() -> None:
    among = searchable((Command("a", "Breve og mere", Kind.ROOM), Command("b", "Breve", Kind.HELP)))

    assert [command.key for command in best("breve", among)] == ["b", "a"]


def test_a_beginning_of_any_word_finds_and_what_is_done_here_comes_first() -> None:
    assert titles("alk")[:2] == ["Alkohol og andre rusmidler", "Alkoholbehandling"]


@pytest.mark.parametrize("typed", ["lås", "las", "LÅS", "laas", "lås kart"])
def test_danish_letters_are_found_however_they_are_written(typed: str) -> None:
    assert titles(typed)[0] == "Lås kartoteket"


def test_words_beside_the_title_find_too_but_come_last() -> None:
    assert titles("sagt") == ["Note om samtalen"]
    assert titles("mørk") == ["Indstillinger"]


@pytest.mark.parametrize("typed", ["soeren", "010100-", "4321"])
def test_a_citizen_the_register_found_is_shown_whatever_was_typed(typed: str) -> None:
    assert SOREN.title in titles(typed, SOREN)


def test_nothing_typed_offers_the_rooms_and_what_can_be_done() -> None:
    offered = best("  ", ALL)

    assert [command.title for command in offered][: len(Room)] == [room.value for room in Room]
    assert {command.kind for command in offered} == {Kind.ROOM, Kind.DEED}


def test_what_answers_to_nothing_is_not_found() -> None:
    assert titles("xylofon") == []


def test_no_kind_crowds_out_the_others() -> None:
    rules = [Command(f"rule:{n}", f"Alkohol {n}", Kind.RULE) for n in range(40)]

    found = best("alkohol", searchable((*rules, DRUGS)))

    assert found[0] == DRUGS
    assert len(found) < 10


def test_a_command_shows_the_keys_that_do_the_same() -> None:
    shortcuts = {command.title: command.shortcut for command in program_commands(in_a_case=True)}

    assert shortcuts["I dag"] == "Ctrl+1"
    assert shortcuts["Lås kartoteket"] == "Ctrl+L"
    assert shortcuts["Vis eller skjul opgaver"] == "Ctrl+T"


def test_every_page_of_the_settings_and_of_the_guide_is_found_by_its_title() -> None:
    among = searchable((*program_commands(), *help_commands()))

    for title, _ in SETTINGS.values():
        assert title in {command.title for command in best(title, among)}
    for command in help_commands():
        assert command.title in {found.title for found in best(command.title, among)}


@given(st.text(max_size=40))
def test_anything_can_be_typed(typed: str) -> None:
    assert all(command.title for command in best(typed, ALL, (SOREN,)))


def test_a_key_among_a_thousand_commands_takes_no_time(tmp_path: Path) -> None:
    many = searchable(
        Command(f"rule:{n}", f"Anvisning {n} om samarbejde", Kind.RULE, "bør", also="ord " * 20)
        for n in range(1_000)
    )
    best("a", many)

    begun = process_time()
    for typed in ("s", "sa", "sam", "sama", "samar", "9", "99", "om 5", "ord", "xyz"):
        best(typed, many)
    each = (process_time() - begun) * 1_000 / 10

    assert each < MOST_MILLISECONDS
