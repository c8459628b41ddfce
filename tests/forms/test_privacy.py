"""What the citizen never sees of a form: notes of the counsellor's own, and the names of them."""

from dataclasses import replace

import pytest

from app.supplies import supplies
from forms.privacy import private_items
from forms.questionnaire import Item, ItemType
from models.course import Form

WORDS = Item("words", ItemType.TEXT, "Hvad siger du selv?")
NOTE = Item("note", ItemType.TEXT, "Egen note", counsellor_only=True)
HELP = Item("hint", ItemType.DISPLAY, "Skriv kort.")


def group(link_id: str, *items: Item, counsellor_only: bool = False) -> Item:
    return Item(link_id, ItemType.GROUP, "Afsnit", items=items, counsellor_only=counsellor_only)


def test_a_note_is_private_and_the_questions_beside_it_are_not() -> None:
    assert private_items((group("section", WORDS, NOTE),)) == {"note"}


def test_all_that_stands_in_a_private_group_is_private() -> None:
    inner = group("inner", WORDS, HELP)

    found = private_items((group("section", inner, counsellor_only=True),))

    assert found == {"section", "inner", "words", "hint"}


def test_a_group_that_asks_only_for_notes_is_private_with_what_helps() -> None:
    other = replace(NOTE, link_id="other")

    found = private_items((group("section", HELP, group("inner", other), NOTE), WORDS))

    assert found == {"section", "inner", "hint", "other", "note"}


def test_a_group_that_asks_nothing_is_not_private() -> None:
    assert private_items((group("section", HELP),)) == frozenset()


@pytest.mark.parametrize("form", sorted(Form))
def test_a_shipped_form_is_open_to_the_citizen_but_for_what_it_says(form: Form) -> None:
    shipped = supplies().newest(form)
    private = private_items(shipped.items)

    marked = {item.link_id for item in shipped.by_link_id.values() if item.counsellor_only}
    assert marked <= private
    assert marked or not private
