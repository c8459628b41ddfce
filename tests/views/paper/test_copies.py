"""A copy is the letter itself, every byte of it, with a mark on each page."""

import pytest

from models.letters.letter import Letter
from tests.views.paper.paper_reading import ink_bounds, page_texts, reader, spoken
from tests.views.paper.sample_blocks import CARD, THREADED
from tests.views.paper.sample_letters import DECISION, PLAN, RECEIPT
from views.paper.copies import copy_of
from views.paper.envelope import EnvelopeWindow
from views.paper.faults import NotOurPaperError
from views.paper.letter_paper import draw_letter

WINDOW = EnvelopeWindow()


@pytest.mark.parametrize("letter", [RECEIPT, DECISION, PLAN, THREADED, CARD])
@pytest.mark.parametrize("large_print", [False, True])
def test_a_copy_begins_with_every_byte_of_the_letter_and_says_the_same(
    letter: Letter, *, large_print: bool
) -> None:
    pdf = draw_letter(letter, WINDOW, large_print=large_print)

    copy = copy_of(pdf)

    assert copy.startswith(pdf)
    assert page_texts(copy) == page_texts(pdf)
    assert spoken(copy) == [("P", "Kopi"), *spoken(pdf)]


def test_every_page_of_a_copy_is_marked_above_its_text() -> None:
    pdf = draw_letter(PLAN, WINDOW, large_print=True)

    copy = copy_of(pdf)

    assert len(reader(copy).pages) == 5
    for page in range(5):
        before, after = ink_bounds(pdf, page), ink_bounds(copy, page)
        mark = after[: len(after) - len(before)]
        assert after[len(mark) :] == before
        assert mark
        for left, top, right, bottom in mark:
            assert 165 < left < right < 194
            assert 7 < top < bottom < 13


def test_a_screen_reader_hears_the_mark_once_and_knows_the_others_for_headers() -> None:
    copy = copy_of(draw_letter(DECISION, WINDOW))

    first, *others = (page.get_contents() for page in reader(copy).pages)

    assert first is not None
    assert first.get_data().startswith(b"q /P <</MCID ")
    assert others
    for contents in others:
        assert contents is not None
        header = b"q /Artifact <</Type /Pagination /Subtype /Header>> BDC"
        assert contents.get_data().startswith(header)
    assert [text for _, text in spoken(copy)].count("Kopi") == 1


def test_a_copy_of_a_copy_is_that_copy() -> None:
    copy = copy_of(draw_letter(DECISION, WINDOW))

    assert copy_of(copy) == copy


def test_a_copy_has_an_identifier_of_its_own_beside_the_letters() -> None:
    pdf = draw_letter(DECISION, WINDOW)

    of_letter, of_copy = (reader(one).trailer["/ID"] for one in (pdf, copy_of(pdf)))

    assert of_copy[0] == of_letter[0]  # type: ignore[index]  # pypdf is loose
    assert of_copy[1] != of_letter[1]  # type: ignore[index]  # pypdf is loose


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4\n%%EOF\n", b"\n1 0 obj\n" * 9])
def test_of_another_file_no_copy_is_made(content: bytes) -> None:
    with pytest.raises(NotOurPaperError, match="Kopien kan ikke laves"):
        copy_of(content)


def test_of_a_letter_cut_short_no_copy_is_made() -> None:
    pdf = draw_letter(DECISION, WINDOW)

    for length in range(0, len(pdf), 997):
        with pytest.raises(NotOurPaperError):
            copy_of(pdf[:length])
