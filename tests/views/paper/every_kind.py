"""A letter of every kind with everything told, as a value and on paper."""

from functools import cache

import pytest

from app.supplies import supplies
from models.letters.basis import Occasion
from models.letters.letter import Letter, LetterKind
from models.letters.record import Record, RecordedAnswer, RecordedEntry, RecordedLetter
from models.letters.writing import write_letter
from tests.builders import TODAY, clinic
from tests.letters_told import case_told, course_told, letter_told
from tests.views.paper.sample_blocks import picture_file
from views.paper.envelope import EnvelopeWindow
from views.paper.letter_paper import draw_letter
from views.paper.logo import read_logo

every_kind = pytest.mark.parametrize("kind", list(LetterKind))
both_editions = pytest.mark.parametrize("large_print", [False, True])
WINDOW = EnvelopeWindow()
LOGO = read_logo(picture_file())
_ANSWERS = tuple(
    RecordedAnswer(f"2.{number}", f"Spørgsmål {number}?", ("Et ærligt svar. " * number,), "citizen")
    for number in range(1, 30)
)
RECORD = Record(
    (RecordedEntry("2", "Henvendelse", TODAY, "Ida Øvesen", "signed", _ANSWERS),),
    (RecordedLetter("B1", "Afgørelse", TODAY),),
)


@cache
def told(kind: LetterKind) -> Letter:
    """Return the letter of this *kind* in which all is said that it can say."""
    course = course_told(case_told(kind))
    occasion = Occasion(TODAY, "Prøve Behandler", record=RECORD)
    return write_letter(letter_told(kind), course, clinic(), supplies().book, occasion).letter


@cache
def drawn(kind: LetterKind, *, large_print: bool = False) -> bytes:
    """Return that letter on paper."""
    return draw_letter(told(kind), WINDOW, large_print=large_print, logo=LOGO)
