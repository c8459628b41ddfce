"""What holds on paper for every kind of letter, the card for the pocket and the record included."""

from dataclasses import replace

import pytest

from models.letters.letter import Block, Facts, Letter, LetterKind, Receiver, RedThread, Thread
from tests.views.paper.every_kind import LOGO, WINDOW, both_editions, drawn, every_kind, told
from tests.views.paper.paper_reading import (
    page_texts,
    reader,
    shows_nothing_else,
    source,
    spoken,
    text_in,
)
from views.paper.copies import copy_of
from views.paper.letter_paper import draw_letter

SHORTEST = ("Bo Ø",)
LONGEST = (
    "Ágota Šarūnė Prøvesen-Öztürk",
    "c/o Family Example-Sample",
    "Example Residence, Building C",
    "Flat 12, 3rd floor",
    "1234 Imaginary Street",
    "Nowhere Upon Example XX0 0XX",
    "UNITED KINGDOM",
)
SENT = [kind for kind in LetterKind if kind is not LetterKind.LAPSE_CARD]
"""What goes into an envelope; a card for the pocket is folded and handed over."""
ABOUT_DRUGS = ("rusmid", "stof", "misbrug", "behandl", "kokain", "afgørelse")


def test_the_record_is_long_and_the_card_is_one_sheet() -> None:
    assert len(page_texts(drawn(LetterKind.RECORD_COPY))) > 2
    assert len(page_texts(drawn(LetterKind.LAPSE_CARD))) == 1


@every_kind
@both_editions
def test_a_screen_reader_hears_every_letter_in_its_own_order(
    kind: LetterKind, *, large_print: bool
) -> None:
    heard = spoken(drawn(kind, large_print=large_print))

    expected = aloud(kind, large_print=large_print)
    texts = [text for _, text in heard if not text.startswith("Sådan folder")]
    assert list(map(plain, texts)) == [plain(text) for text in expected if text.strip()]


def is_card(kind: LetterKind) -> bool:
    return kind is LetterKind.LAPSE_CARD


def aloud(kind: LetterKind, *, large_print: bool) -> list[str]:
    if large_print:
        return source(replace(told(kind), blocks=tuple(map(enlarged, told(kind).blocks))))
    return card_aloud(kind) if is_card(kind) else source(told(kind))


def enlarged(block: Block) -> Block:
    """Return *block* as large print arranges it: a thread is a list of what each part is called."""
    if not isinstance(block, RedThread):
        return block
    rows = [
        zip(block.columns, (one.finding, f"»{one.goal}«", deeds_of(one), one.sign), strict=True)
        for one in block.threads
    ]
    return Facts(tuple(pair for row in rows for pair in row))


def deeds_of(thread: Thread) -> str:
    return " ".join(f"• {deed}" for deed in thread.deeds)


def card_aloud(kind: LetterKind) -> list[str]:
    """Return what is on the card: neither sender, receiver nor day."""
    letter = told(kind)
    inner = source(replace(letter, title="", reference=()))[6:]
    return [letter.title, *(text for text in inner if not text.startswith("Sådan folder"))]


def plain(text: str) -> str:
    return " ".join(text.split())


@every_kind
@both_editions
def test_drawn_twice_every_letter_has_the_same_bytes(
    kind: LetterKind, *, large_print: bool
) -> None:
    again = draw_letter(told(kind), WINDOW, large_print=large_print, logo=LOGO)

    assert again == drawn(kind, large_print=large_print)


@pytest.mark.parametrize("kind", SENT)
@pytest.mark.parametrize("lines", [SHORTEST, LONGEST], ids=["shortest", "longest"])
@both_editions
def test_nothing_but_the_receiver_of_any_letter_can_show_in_the_window(
    kind: LetterKind, lines: tuple[str, ...], *, large_print: bool
) -> None:
    letter = replace(told(kind), receiver=Receiver(lines))

    pdf = draw_letter(letter, WINDOW, large_print=large_print, logo=LOGO)

    assert text_in(pdf, WINDOW.ever_visible) == list(lines)
    assert text_in(pdf, WINDOW.always_visible) == list(lines)
    assert shows_nothing_else(pdf, WINDOW)


@pytest.mark.parametrize("kind", SENT)
def test_the_window_tells_nothing_of_why_one_is_written_to(kind: LetterKind) -> None:
    pdf = drawn(kind)

    shown = "\n".join(text_in(pdf, WINDOW.ever_visible)).lower()

    assert shown == "\n".join(told(kind).receiver.lines).lower()
    assert [word for word in ABOUT_DRUGS if word in shown] == []


@every_kind
def test_a_copy_of_every_letter_says_so_first_and_else_the_same(kind: LetterKind) -> None:
    pdf = drawn(kind)

    copy = copy_of(pdf)

    assert copy.startswith(pdf)
    assert spoken(copy) == [("P", "Kopi"), *spoken(pdf)]


@every_kind
@both_editions
def test_every_page_but_a_card_says_which_of_how_many_it_is(
    kind: LetterKind, *, large_print: bool
) -> None:
    texts = page_texts(drawn(kind, large_print=large_print))

    if is_card(kind) and not large_print:
        assert "Side 1" not in texts[0]
        return
    for number, text in enumerate(texts, start=1):
        assert f"Side {number} af {len(texts)}" in text


@every_kind
def test_the_file_of_every_letter_has_its_title_and_its_language(kind: LetterKind) -> None:
    document = reader(drawn(kind))

    assert document.metadata is not None
    assert document.metadata.title == one_line(told(kind))
    assert document.trailer["/Root"]["/Lang"] == "da-DK"  # type: ignore[index]  # pypdf is loose


def one_line(letter: Letter) -> str:
    return plain(letter.title)
