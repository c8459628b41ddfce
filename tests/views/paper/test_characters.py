"""What the typeface lacks is named with its place and what to do, and never repeated."""

from dataclasses import replace

import pytest

from models.letters.letter import Heading, Paragraph, Receiver
from tests.views.paper.sample_blocks import CARD, THREADED
from tests.views.paper.sample_letters import RECEIPT
from views.paper.characters import character_problems, legible


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("김민준", "koreanske bogstaver"),
        ("李小龙", "kinesiske eller japanske tegn"),
        ("محمد", "arabiske bogstaver"),
        ("ქეთი", "georgiske bogstaver"),
        ("ᠮᠣᠩ", "bogstaver fra et andet alfabet"),
    ],
)
def test_a_name_of_another_alphabet_is_asked_for_as_in_the_passport(name: str, kind: str) -> None:
    letter = replace(RECEIPT, receiver=Receiver((name, "Opdigtet Allé 1")))

    (problem,) = character_problems(letter)

    assert "modtagerens navn eller adresse" in problem
    assert kind in problem
    assert "som det står i passet" in problem
    assert name not in problem


@pytest.mark.parametrize("sign", ["😀", "🇩🇰", "👨‍👩‍👧"])
def test_a_picture_is_asked_for_in_words(sign: str) -> None:
    (problem,) = character_problems(replace(RECEIPT, blocks=(Paragraph(f"Godt gået {sign}"),)))

    assert "et billedtegn (emoji)" in problem
    assert "Skriv det med ord" in problem


def test_every_place_is_named_once_in_the_letters_order() -> None:
    letter = replace(
        RECEIPT, title="李", blocks=(Heading("Fint"), Paragraph("\ue000 李"), Paragraph("😀"))
    )

    first, second, third = character_problems(letter)

    assert "brevets overskrift" in first
    assert "afsnit 2 i brevet" in second
    assert "et tegn" in second
    assert "afsnit 3 i brevet" in third


def test_the_sample_letters_have_no_problem() -> None:
    assert character_problems(THREADED) == character_problems(CARD) == ()


def test_greek_russian_and_vietnamese_are_in_the_typeface() -> None:
    names = "Ελένη Наталья Nguyễn Ṭāhā Ñandú Őry"

    assert character_problems(replace(RECEIPT, blocks=(Paragraph(names),))) == ()
    assert legible(names) == names
