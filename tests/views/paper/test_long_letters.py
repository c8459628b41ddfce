"""Long letters and long words: bookmarks, and everything that was written."""

from dataclasses import replace
from typing import Any

import pytest

from models.letters.letter import BulletList, Heading, Letter, Paragraph, RedThread, Thread
from tests.views.paper.paper_reading import ink_bounds, reader, spoken
from tests.views.paper.sample_blocks import CARD_WITH_LETTER, THREADED
from tests.views.paper.sample_forms import SIGNED
from tests.views.paper.sample_letters import DECISION, RECEIPT
from views.paper.envelope import EnvelopeWindow
from views.paper.form_paper import draw_form
from views.paper.letter_paper import draw_letter

WINDOW = EnvelopeWindow()
LONG = replace(DECISION, blocks=DECISION.blocks * 3)
REASONS = " ".join(f"Ord{number}" for number in range(10_000))


def bookmarks(pdf: bytes) -> list[tuple[int, str, int]]:
    """Return depth, title and page of every bookmark."""
    document = reader(pdf)
    found: list[tuple[int, str, int]] = []

    def walk(entries: list[Any], depth: int) -> None:
        for entry in entries:
            if isinstance(entry, list):
                walk(entry, depth + 1)
            else:
                page = document.get_destination_page_number(entry)
                found.append((depth, str(entry.title), -1 if page is None else page))

    walk(document.outline, 0)
    return found


def test_a_long_letter_has_its_headings_as_bookmarks_in_their_order() -> None:
    pdf = draw_letter(LONG, WINDOW)

    headings = [(int(tag[1]) - 1, text) for tag, text in spoken(pdf) if tag in {"H1", "H2", "H3"}]
    marks = bookmarks(pdf)
    assert [(depth, title) for depth, title, _ in marks] == headings
    pages = [page for *_, page in marks]
    assert pages == sorted(pages)
    assert pages[-1] == len(reader(pdf).pages) - 1 or pages[-1] > 2


def test_a_bookmark_leads_to_the_page_with_its_heading() -> None:
    pdf = draw_letter(replace(LONG, blocks=(*LONG.blocks, Heading("Allersidst"))), WINDOW)

    _, title, page = bookmarks(pdf)[-1]

    assert title == "Allersidst"
    assert title in reader(pdf).pages[page].extract_text()


@pytest.mark.parametrize("letter", [RECEIPT, DECISION, THREADED, CARD_WITH_LETTER])
def test_a_short_letter_has_no_bookmarks(letter: Letter) -> None:
    assert bookmarks(draw_letter(letter, WINDOW)) == []


def test_a_letter_without_a_title_still_begins_at_the_first_level() -> None:
    pdf = draw_letter(replace(LONG, title=""), WINDOW)

    first, *_ = (tag for tag, _ in spoken(pdf) if tag.startswith("H"))
    assert first == "H1"
    assert bookmarks(pdf)[0][0] == 0


def test_a_long_form_has_bookmarks_too() -> None:
    pdf = draw_form(replace(SIGNED, blocks=SIGNED.blocks * 12))

    assert (0, "Afdækning", 0) in bookmarks(pdf)


@pytest.mark.parametrize("large_print", [False, True])
def test_reasons_of_ten_thousand_words_are_all_there(*, large_print: bool) -> None:
    letter = replace(RECEIPT, blocks=(Heading("Begrundelse"), Paragraph(REASONS)))

    pdf = draw_letter(letter, WINDOW, large_print=large_print)

    assert spoken(pdf)[-1] == ("P", REASONS)


@pytest.mark.parametrize("large_print", [False, True])
def test_a_word_of_three_hundred_letters_stays_on_the_paper(*, large_print: bool) -> None:
    word = "Ærinde" * 50
    thread = Thread(word, word, (word, word), word)
    blocks = (
        Paragraph(word),
        BulletList((word,)),
        RedThread(("Fund", "Mål", "Indsats", "Tegn"), (thread,)),
    )

    pdf = draw_letter(replace(RECEIPT, title=word, blocks=blocks), WINDOW, large_print=large_print)

    assert [text for _, text in spoken(pdf)].count(word) >= 4
    for page in range(len(reader(pdf).pages)):
        for left, _, right, _ in ink_bounds(pdf, page):
            assert left >= 20
            assert right <= 194
