"""What can be added to a case, and how it is found."""

import pytest

from app.beside_shown import additions, matching
from app.supplies import supplies
from models.beside import SHELVES, Shelf

OFFERED = additions(supplies())


def test_every_form_beside_the_course_and_every_instrument_can_be_added() -> None:
    instruments = {name for name, _ in supplies().instrument_titles}

    assert {addition.key for addition in OFFERED} == {*SHELVES, *instruments}
    assert len({addition.key for addition in OFFERED}) == len(OFFERED)


def test_the_groups_stand_in_their_order_and_each_form_says_what_it_is_for() -> None:
    groups = list(dict.fromkeys(addition.group for addition in OFFERED))

    assert groups == list(Shelf)
    assert [a.key for a in OFFERED if not a.title or not a.detail.endswith((".", "?"))] == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("SAMTYKKE", ["consent"]),
        ("who", ["who_5"]),
        ("gave  kort", ["gift_card"]),
        ("tilbagefald slip", ["lapse"]),
        ("flyvemaskine", []),
    ],
)
def test_a_form_is_found_by_every_word_typed(typed: str, found: list[str]) -> None:
    assert [addition.key for addition in matching(OFFERED, typed)][: len(found) or 1] == found


def test_a_group_is_found_by_its_name() -> None:
    found = {addition.group for addition in matching(OFFERED, "målinger")}

    assert Shelf.MEASURES in found


def test_nothing_typed_finds_everything() -> None:
    assert matching(OFFERED, "  ") == OFFERED


def test_a_new_request_can_be_added_once_the_citizen_has_asked() -> None:
    with_request = additions(supplies(), may_ask_anew=True)

    (anew,) = set(with_request) - set(OFFERED)
    assert (anew.key, anew.title, anew.group) == ("request", "Ny anmodning", Shelf.PAPERS)
    assert matching(with_request, "ny anmodning") == (anew,)
