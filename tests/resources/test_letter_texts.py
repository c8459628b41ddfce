"""The texts of all letters: easy to read, and each shown to the clinic with a place and a name."""

import pytest

from app.own_wordings import reading
from app.supplies import supplies
from models.letters.letter import LetterKind
from models.letters.own_wording import (
    filled_with_examples,
    for_people,
    from_people,
    owners_of,
    slots_in,
)
from models.readability import HARD_FROM, readability_of

SUPPLIES = supplies()
TEXTS = [
    (kind, key) for kind, wording in SUPPLIES.own_wordings.shipped.items() for key in wording.texts
]
KINDS = list(SUPPLIES.own_wordings.shipped)


def text_of(kind: LetterKind, key: str) -> str:
    return SUPPLIES.own_wordings.shipped[kind].texts[key]


def test_there_are_texts_of_every_letter() -> None:
    assert set(KINDS) == set(LetterKind)


@pytest.mark.parametrize("kind", KINDS)
def test_no_text_is_hard_to_read(kind: LetterKind) -> None:
    counted = {
        key: readability_of(text) for key, text in SUPPLIES.own_wordings.shipped[kind].texts.items()
    }

    hard = {key: found.lix for key, found in counted.items() if found.is_hard}
    whole = readability_of("\n".join(SUPPLIES.own_wordings.shipped[kind].texts.values()))
    assert hard == {}
    assert whole.lix < HARD_FROM


@pytest.mark.parametrize("kind", KINDS)
def test_every_text_stands_in_a_place_that_has_a_danish_name(kind: LetterKind) -> None:
    groups = {key.partition(".")[0] for name, key in TEXTS if name == kind}

    assert groups <= reading().places.keys()


@pytest.mark.parametrize("kind", KINDS)
def test_every_slot_has_a_danish_name_of_its_own(kind: LetterKind) -> None:
    for key in SUPPLIES.own_wordings.shipped[kind].texts:
        slots = [slot for slot in slots_in(text_of(kind, key)) if not slot.startswith("lov:")]
        names = [reading().slots[slot].name for slot in slots]

        assert len(set(names)) == len(slots)


@pytest.mark.parametrize("kind", KINDS)
def test_a_text_as_people_see_it_is_read_back_as_it_was(kind: LetterKind) -> None:
    for key in SUPPLIES.own_wordings.shipped[kind].texts:
        text = text_of(kind, key)
        if not text:
            continue

        said = for_people(text, reading())

        assert from_people(said, text, reading()) == text
        assert "{" not in filled_with_examples(text, reading())


def test_what_is_locked_names_rules_and_texts_that_exist() -> None:
    rules = {row.id for row in SUPPLIES.law.provisions}

    for kind, owned in reading().owners.items():
        keys = {key for name, key in TEXTS if name == kind}
        groups = {key.partition(".")[0] for key in keys}
        assert owned.keys() <= keys | groups
        assert {rule for owners in owned.values() for rule in owners} <= rules


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_cites_the_law_is_the_laws(kind: LetterKind) -> None:
    wording = SUPPLIES.own_wordings.shipped[kind]

    for key, text in wording.texts.items():
        assert bool(owners_of(kind, key, wording, reading())) >= ("{lov:" in text)
