"""The letter as a PDF, read back by programs that know nothing of ours."""

import hashlib
import subprocess
import sys
import unicodedata
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from models.letters.letter import Facts, Letter, Paragraph, Receiver, Sender, Table
from tests.views.paper.paper_reading import ink_bounds, page_texts, reader, source, spoken
from tests.views.paper.sample_letters import DECISION, LETTERS, PLAN, RECEIPT, SENDER
from views.paper.envelope import EnvelopeWindow
from views.paper.faults import CharacterOutsideFontError, ReceiverOutsideWindowError
from views.paper.letter_paper import draw_letter, draw_window_test_page, missing_characters

WINDOW = EnvelopeWindow()
NAMES = ("Şükrü", "Łukasz", "Dvořák", "Ærøskøbing", "Nguyễn Thị Ánh", "Őry", "Çağla", "Þóra")


def with_paragraph(text: str) -> Letter:
    return replace(RECEIPT, blocks=(Paragraph(text),))


def heard(text: str) -> str:
    tag, last = spoken(draw_letter(with_paragraph(text), WINDOW))[-1]
    assert tag == "P"
    return last


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.title)
@pytest.mark.parametrize("large_print", [False, True])
def test_a_screen_reader_hears_the_letters_own_text_in_its_own_order(
    letter: Letter, *, large_print: bool
) -> None:
    pdf = draw_letter(letter, WINDOW, large_print=large_print)

    assert [text for _, text in spoken(pdf)] == source(letter)


@pytest.mark.parametrize("name", NAMES)
def test_names_come_back_from_the_paper_as_they_were_written(name: str) -> None:
    letter = replace(
        with_paragraph(f"Kære {name}, velkommen."), receiver=Receiver((name, "Opdigtet Allé 1"))
    )

    (text,) = page_texts(draw_letter(letter, WINDOW))

    assert text.count(name) == 2


def test_every_font_in_the_file_is_embedded_and_none_is_helvetica() -> None:
    pages = reader(draw_letter(DECISION, WINDOW)).pages

    for page in pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]  # pypdf is loose
            described = font.get_object()
            assert "NotoSans-" in described["/BaseFont"]
            assert "/FontFile2" in described["/FontDescriptor"]


def test_the_same_letter_gives_the_same_bytes() -> None:
    assert draw_letter(DECISION, WINDOW) == draw_letter(DECISION, WINDOW)


def test_another_day_of_drawing_and_another_process_give_the_same_bytes() -> None:
    here = hashlib.sha256(draw_letter(PLAN, WINDOW)).hexdigest()
    program = (
        "import hashlib; from tests.views.paper.sample_letters import PLAN;"
        "from views.paper.envelope import EnvelopeWindow;"
        "from views.paper.letter_paper import draw_letter;"
        "print(hashlib.sha256(draw_letter(PLAN, EnvelopeWindow())).hexdigest())"
    )

    there = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[3],
        env={"SOURCE_DATE_EPOCH": "1", "PYTHONHASHSEED": "7"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert there.stdout.strip() == here


def test_two_letters_have_two_identifiers() -> None:
    one, other = (reader(draw_letter(letter, WINDOW)) for letter in (RECEIPT, DECISION))

    assert one.trailer["/ID"] != other.trailer["/ID"]


def test_the_file_is_dated_as_the_letter_is() -> None:
    described = reader(draw_letter(DECISION, WINDOW)).metadata

    assert described is not None
    assert described.creation_date is not None
    assert described.creation_date.date() == DECISION.day
    assert described.title == DECISION.title


@pytest.mark.parametrize("large_print", [False, True])
def test_every_page_says_which_of_how_many_it_is(*, large_print: bool) -> None:
    texts = page_texts(draw_letter(PLAN, WINDOW, large_print=large_print))

    assert len(texts) > 1
    for number, text in enumerate(texts, start=1):
        assert f"Side {number} af {len(texts)}" in text
        assert SENDER.name in text


def test_a_table_repeats_its_header_on_paper_and_says_it_once_aloud() -> None:
    pdf = draw_letter(PLAN, WINDOW)

    assert all("Indsats" in text for text in page_texts(pdf))
    assert [text for tag, text in spoken(pdf) if tag == "TH"].count("Indsats") == 1


@pytest.mark.parametrize(
    "text",
    [
        "<b>ikke fed</b> & <i>ikke",
        '<img src="/etc/hostname"/>',
        "&lt; &amp; &#230;",
        "100 % (og \\ eller) <para/>",
    ],
)
def test_markup_is_printed_and_not_obeyed(text: str) -> None:
    assert heard(text) == text


def test_decomposed_letters_are_composed() -> None:
    assert heard(unicodedata.normalize("NFD", "Åse Dvořák på Ærø")) == "Åse Dvořák på Ærø"


def test_signs_that_the_typeface_lacks_are_drawn_and_heard() -> None:
    assert heard("☑ ja ☐ nej → videre, −3 ≤ x") == "☑ ja ☐ nej → videre, −3 ≤ x"


def test_characters_without_a_shape_are_left_out() -> None:
    assert heard("a\u200bb\u202ec\x07d\u00ade\ufeff") == "abcde"


@pytest.mark.parametrize("text", ["李", "مرحبا", "😀", "\ue000", "\ud800", "\U0010ffff"])
def test_a_character_outside_the_typeface_stops_the_letter_and_is_not_repeated(text: str) -> None:
    letter = with_paragraph(f"hemmeligt {text}")

    assert set(missing_characters(letter)) == set(text)
    with pytest.raises(CharacterOutsideFontError, match="afsnit 1 i brevet") as raised:
        draw_letter(letter, WINDOW)
    assert text not in str(raised.value)
    assert "hemmeligt" not in str(raised.value)


def test_the_sample_letters_lack_no_character() -> None:
    assert [missing_characters(letter) for letter in LETTERS] == [(), (), ()]


@pytest.mark.parametrize("large_print", [False, True])
@pytest.mark.parametrize(
    "text",
    ["x" * 100_000, "ord " * 25_000, "a\n" * 3_000, "1 " * 20_000],
    ids=("one word", "words", "lines", "numbers"),
)
def test_very_long_texts_fill_pages_and_stay_inside_the_margins(
    text: str, *, large_print: bool
) -> None:
    blocks = (
        Paragraph(text[:20_000]),
        Facts((("Mærkat", text), (text[:300], "kort"))),
        Table(("En", "To", "Tre"), ((text[:20_000], "b", "c"),)),
    )

    pdf = draw_letter(replace(RECEIPT, blocks=blocks), WINDOW, large_print=large_print)

    pages = len(reader(pdf).pages)
    assert pages > 10
    for page in (0, 1, pages // 2, pages - 1):
        for left, top, right, bottom in ink_bounds(pdf, page):
            assert left >= 20
            assert right <= 194
            assert top >= 13
            assert bottom <= 290


def test_a_table_with_more_columns_than_the_paper_holds_becomes_pairs() -> None:
    columns = tuple(f"Kolonne {number}" for number in range(40))
    table = Table(columns, (tuple(f"celle {number}" for number in range(40)),))

    pdf = draw_letter(replace(RECEIPT, blocks=(table,)), WINDOW)

    assert ("TH", "Kolonne 39") in spoken(pdf)
    assert ("TD", "celle 39") in spoken(pdf)


def test_a_heading_is_never_last_on_a_page() -> None:
    pdf = draw_letter(DECISION, WINDOW, large_print=True)
    headings = {text for tag, text in spoken(pdf) if tag in {"H2", "H3"}}

    for text in page_texts(pdf):
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        assert lines[-3] not in headings


def test_headings_never_leap_over_a_level() -> None:
    tags = [tag for tag, _ in spoken(draw_letter(DECISION, WINDOW)) if tag.startswith("H")]

    levels = [int(tag[1]) for tag in tags]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_receiver_too_long_for_the_window_stops_the_letter() -> None:
    letter = replace(RECEIPT, receiver=Receiver(("Navn",) * 9))

    with pytest.raises(ReceiverOutsideWindowError):
        draw_letter(letter, WINDOW)


def test_a_letter_may_be_without_a_receiver() -> None:
    letter = replace(RECEIPT, receiver=Receiver(()))

    assert "Kære Mikkel" in page_texts(draw_letter(letter, WINDOW))[0]


def test_an_office_with_much_to_say_still_has_it_all_printed() -> None:
    sender = Sender("En meget lang " * 30, "Enhed", tuple(f"linje {n}" for n in range(99)), ())

    pdf = draw_letter(replace(RECEIPT, sender=sender), WINDOW)

    assert ("P", " ".join(sender.lines)) in spoken(pdf)


def test_the_test_page_shows_the_window_and_says_what_to_do() -> None:
    pdf = draw_window_test_page(SENDER, WINDOW, DECISION.day)

    assert "Prøveside til rudekuverten" in page_texts(pdf)[0]
    assert any(bounds[0] < 1 and bounds[2] > 119 for bounds in ink_bounds(pdf, 0))
