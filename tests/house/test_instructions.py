"""Every instruction of the guideline is served by a place in the program, and the place exists."""

from collections import Counter

import pytest

from app.guidelines_shown import RulesAtHand
from app.rule_keys import instruction_key, length_key, provision_key, read_key
from app.supplies import supplies
from app.supports import Support, SupportKind, shipped_supports
from models.letters.letter import LetterKind
from tests.builders import TODAY

AT_HAND = supplies()
SUPPORTS = shipped_supports()
NUMBERS = tuple(AT_HAND.instructions)
PROVISIONS = tuple(dict.fromkeys(row.id for row in AT_HAND.law.provisions))
LENGTHS = tuple(dict.fromkeys(row.id for row in AT_HAND.law.lengths))
ORGANISATION = 69
"""The instructions about the organisation or the service: chapter 2 of 2020, chapter 3 of 2016."""


def exists(support: Support) -> bool:
    match support.kind:
        case SupportKind.FORM | SupportKind.CHECKLIST:
            asked = AT_HAND.newest(support.name).by_link_id
            return bool(support.questions) and set(support.questions) <= asked.keys()
        case SupportKind.GATE | SupportKind.REMINDER:
            return (support.name, support.kind) in {
                (row.id, SupportKind(row.kind)) for row in AT_HAND.reminders
            }
        case SupportKind.DEADLINE:
            return support.name in LENGTHS
        case SupportKind.LETTER:
            return support.name in set(LetterKind)


def is_about_the_organisation(number: str) -> bool:
    edition, _, place = number.partition("/")
    return place.partition(".")[0] == {"2020": "2", "2016": "3"}[edition]


def test_there_are_155_instructions() -> None:
    assert len(NUMBERS) == 155


@pytest.mark.parametrize("number", NUMBERS)
def test_an_instruction_is_served_by_a_place_that_exists(number: str) -> None:
    supports = SUPPORTS.of(instruction_key(number))

    assert supports
    assert [support for support in supports if not exists(support)] == []


@pytest.mark.parametrize("provision", PROVISIONS)
def test_what_a_provision_says_is_served_by_exists(provision: str) -> None:
    assert all(exists(support) for support in SUPPORTS.of(provision_key(provision)))


def test_what_a_question_a_task_or_a_list_names_itself_is_not_said_again() -> None:
    named = {place for row in AT_HAND.instructions.values() for place in row.supported_by}

    assert {place.partition(":")[0] for place in named} == {
        SupportKind.DEADLINE,
        SupportKind.LETTER,
    }


def test_every_instruction_about_the_organisation_is_on_a_checklist() -> None:
    of_organisation = [number for number in NUMBERS if is_about_the_organisation(number)]

    kinds = {
        number: {support.kind for support in SUPPORTS.of(instruction_key(number))}
        for number in of_organisation
    }
    assert len(of_organisation) == ORGANISATION
    assert [number for number in kinds if SupportKind.CHECKLIST not in kinds[number]] == []


def test_every_instruction_about_a_course_is_asked_about_in_it() -> None:
    of_course = [number for number in NUMBERS if not is_about_the_organisation(number)]

    assert [
        number
        for number in of_course
        if SupportKind.FORM not in {s.kind for s in SUPPORTS.of(instruction_key(number))}
    ] == []


def test_every_rule_can_be_shown_whole() -> None:
    keys = [
        *map(instruction_key, NUMBERS),
        *map(provision_key, PROVISIONS),
        *map(length_key, LENGTHS),
    ]

    for key in keys:
        shown = RulesAtHand(AT_HAND, SUPPORTS, TODAY).shown(read_key(key))
        assert shown, key
        assert shown.title, key
        assert shown.text, key


def test_how_many_instructions_each_kind_of_place_serves_is_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    kinds = Counter(
        kind
        for number in NUMBERS
        for kind in {support.kind for support in SUPPORTS.of(instruction_key(number))}
    )

    with capsys.disabled():
        told = ", ".join(f"{kind} {kinds[kind]}" for kind in SupportKind)
        print(f"\n155 instructions are served by: {told}")
    assert all(kinds[kind] for kind in SupportKind)
