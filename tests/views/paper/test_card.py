"""The card for the pocket: four sides on one sheet, folded twice."""

from dataclasses import replace

import pypdfium2
import pytest

from models.letters.letter import Paragraph, PocketCard
from tests.views.paper.paper_reading import MM, page_texts, reader, source, spoken
from tests.views.paper.sample_blocks import CARD, CARD_WITH_LETTER, POCKET_CARD
from views.paper.envelope import EnvelopeWindow
from views.paper.faults import CardTooFullError
from views.paper.letter_paper import draw_letter

WINDOW = EnvelopeWindow()


def quarter(pdf: bytes, left: float, top: float) -> str:
    """Return the text of a quarter of the first sheet, *left* and *top* in millimetres."""
    page = pypdfium2.PdfDocument(pdf)[0]
    high = page.get_height() - top * MM
    text: str = page.get_textpage().get_text_bounded(
        left=left * MM, top=high, right=(left + 105) * MM, bottom=high - 148.5 * MM
    )
    return text


def test_a_card_alone_is_one_sheet_without_sender_receiver_or_page_number() -> None:
    (text,) = page_texts(draw_letter(CARD, WINDOW))

    assert CARD.sender.name not in text
    assert "Side 1" not in text


def test_each_side_of_the_card_has_its_own_quarter() -> None:
    full = replace(POCKET_CARD, inside=tuple(Paragraph(f"Linje {n}") for n in range(24)))

    pdf = draw_letter(replace(CARD, blocks=(full,)), WINDOW)

    assert "Mit kort" in quarter(pdf, 105, 148.5)
    assert "Finder du kortet" in quarter(pdf, 0, 148.5)
    assert "Linje 0" in quarter(pdf, 105, 0)
    assert "Linje 23" in quarter(pdf, 0, 0)


def test_a_screen_reader_hears_the_card_from_front_to_back() -> None:
    heard = [text for _, text in spoken(draw_letter(CARD, WINDOW))]

    expected = [CARD.title, *source(replace(CARD, title=""))[6:]]
    assert [text for text in heard if not text.startswith("Sådan folder")] == [
        text for text in expected if text
    ]


def test_the_front_says_the_title_once_as_the_first_heading() -> None:
    tags = [tag for tag, text in spoken(draw_letter(CARD, WINDOW)) if text == CARD.title]

    assert tags == ["H1"]


def test_with_a_letter_the_card_is_the_last_sheet() -> None:
    letter, card = page_texts(draw_letter(CARD_WITH_LETTER, WINDOW))

    assert "Side 1 af 1" in letter
    assert "Ringer til Åse" not in letter
    assert "Ringer til Åse" in card


def test_in_large_print_the_card_becomes_pages() -> None:
    texts = page_texts(draw_letter(CARD, WINDOW, large_print=True))

    assert "Ringer til Åse" in "".join(texts)
    assert f"Side 1 af {len(texts)}" in texts[0]


def test_a_full_card_is_set_smaller_and_a_card_too_full_stops_the_letter() -> None:
    fitting, too_full = (
        replace(CARD, blocks=(PocketCard((), (Paragraph("ord " * count),), ()),))
        for count in (500, 5_000)
    )

    pdf = draw_letter(fitting, WINDOW)

    assert len(reader(pdf).pages) == 1
    assert page_texts(pdf)[0].count("ord") == 500
    with pytest.raises(CardTooFullError, match="Skriv det kortere"):
        draw_letter(too_full, WINDOW)
