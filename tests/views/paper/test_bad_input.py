"""Whatever a counsellor types into the reasons: a clean letter comes out, or a sentence says why.

What goes wrong with logos, windows, printers and missing addresses is told beside those.
"""

import unicodedata
from dataclasses import replace
from typing import Literal

import pytest

from models.letters.letter import Letter, LetterKind, Receiver
from tests.builders import draft
from tests.letters_told import case_with, course_told, letter_told
from tests.views.paper.every_kind import WINDOW, told
from tests.views.paper.paper_reading import ink_bounds, page_texts, spoken, text_in
from views.paper.faults import UnprintableLetterError
from views.paper.letter_paper import draw_letter

REASONS = "decision.considerations"
LONG = " ".join(f"grund{number}" for number in range(10_000))
WORD = "behandlings" * 27 + "plan"
FACT = "Du har bolig og arbejde."
CLEAN = {
    "ten thousand words": LONG,
    "a word of three hundred letters": f"{FACT} {WORD} slut",
    "markup": f"{FACT} <b>ikke fed</b> & <img src='/etc/hostname'/> &lt;",
    "tabs": f"{FACT}\tKlokken\t10\t\tog 12",
    "ends of lines of all kinds": f"{FACT}\r\nEn\rto\x85tre\u2028fire\x0bfem",
    "letters in pieces": unicodedata.normalize("NFD", f"{FACT} Åse Ærø på Ørø, Nguyễn"),
    "shapeless characters": f"{FACT}\u200b\u202e\u00ad\ufeff Ja\x00\x07",
    "braces and slots": f"{FACT} {{caseworker}} {{lov:sel-101-4}} %s {{0}}",
    "signs we draw": f"{FACT} → ☑ ☐ ✓ − ≤",
}
STOPPED = {
    "a picture": (f"{FACT} 😀", "billedtegn"),
    "Arabic": (f"{FACT} محمد", "arabiske"),
    "Korean": (f"{FACT} 김민준", "koreanske"),
    "a sign of nobody": (f"{FACT} \U000e1234 \ue000", ""),
}


def with_reasons(text: str) -> Letter:
    course = course_told(case_with(LetterKind.DECISION, {REASONS: text}))
    return draft(letter_told(LetterKind.DECISION), course).letter


@pytest.mark.parametrize("text", CLEAN.values(), ids=CLEAN)
@pytest.mark.parametrize("large_print", [False, True])
def test_odd_reasons_stand_in_the_letter_whole_and_inside_its_margins(
    text: str, *, large_print: bool
) -> None:
    pdf = draw_letter(with_reasons(text), WINDOW, large_print=large_print)

    heard = " ".join(said for _, said in spoken(pdf))
    assert letters_of(text) in letters_of(heard)
    for page in range(len(page_texts(pdf))):
        assert all(left >= 18 and right <= 195 for left, _, right, _ in ink_bounds(pdf, page))


def letters_of(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFC", text)))


@pytest.mark.parametrize(("text", "named"), STOPPED.values(), ids=STOPPED)
def test_reasons_that_no_letter_can_show_are_stopped_with_a_sentence_that_repeats_nothing(
    text: str, named: str
) -> None:
    with pytest.raises(UnprintableLetterError) as stopped:
        draw_letter(with_reasons(text), WINDOW)

    sentence = str(stopped.value)
    assert named in sentence
    assert sentence.endswith(".")
    assert not set(text) - set(FACT) - {" "} <= set(sentence)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_name_in_pieces_shows_in_the_window_as_it_is_written(
    form: Literal["NFC", "NFD"],
) -> None:
    lines = ("Åse Nguyễn Thị Ánh", "Øster Allé 1", "0000 Ærø")
    in_pieces = tuple(unicodedata.normalize(form, line) for line in lines)
    letter = replace(told(LetterKind.DECISION), receiver=Receiver(in_pieces))

    pdf = draw_letter(letter, WINDOW)

    assert text_in(pdf, WINDOW.always_visible) == list(lines)


@pytest.mark.parametrize("lines", [(), ("", " "), ("Øve Prøve",), ("Øve\tPrøve", "Vej 1\n2. tv.")])
def test_an_empty_or_odd_address_leaves_no_trace_of_its_own(lines: tuple[str, ...]) -> None:
    letter = replace(told(LetterKind.REQUEST_RECEIPT), receiver=Receiver(lines))

    shown = text_in(draw_letter(letter, WINDOW), WINDOW.ever_visible)

    assert shown == [" ".join(line.split()) for line in lines if line.strip()]
