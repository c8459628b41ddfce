"""What shows in the envelope's window: the receiver, all of it, and nothing else."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.letters.letter import Letter, Receiver, Sender
from tests.views.paper.paper_reading import shows_nothing_else, text_in
from tests.views.paper.sample_blocks import CARD_WITH_LETTER, THREADED, picture_file
from tests.views.paper.sample_letters import DECISION, LETTERS, SENDER
from views.paper.copies import copy_of
from views.paper.envelope import Box, EnvelopeWindow
from views.paper.faults import ReceiverOutsideWindowError, WindowOutsidePaperError
from views.paper.letter_paper import draw_letter
from views.paper.logo import read_logo

NORDIC_C5 = EnvelopeWindow()
WINDOWS = (NORDIC_C5, EnvelopeWindow(15, 39, 100, 35), EnvelopeWindow(22, 48, 98, 40))
ABROAD = (
    "Ágota Šarūnė Prøvesen-Öztürk",
    "c/o Family Example-Sample",
    "Example Residence, Building C",
    "Flat 12, 3rd floor",
    "1234 Imaginary Street",
    "Nowhere Upon Example XX0 0XX",
    "UNITED KINGDOM",
)
WORDY = replace(
    DECISION,
    sender=Sender(
        "Den Ganske Særlige Eksempelkommune med et meget langt navn til brevhovedet",
        "Center for Voksne og for alle dem, der også gerne vil nævnes i enhedens navn",
        SENDER.lines * 6,
        SENDER.contact * 3,
    ),
    reference=(("En ret lang oplysning om sagen", "Og et svar, der er lige så langt"),) * 9,
)

SENT_ABROAD = replace(DECISION, receiver=Receiver(ABROAD))
LOGO = read_logo(picture_file())


def test_the_nordic_window_always_shows_and_may_show_what_was_measured() -> None:
    assert NORDIC_C5.always_visible == Box(15, 44, 101, 65.5)
    assert NORDIC_C5.ever_visible == Box(0, 30.5, 120, 79)


@pytest.mark.parametrize("letter", [*LETTERS, WORDY, THREADED, CARD_WITH_LETTER, SENT_ABROAD])
@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("large_print", [False, True])
def test_nothing_but_the_receiver_can_show_in_the_window(
    letter: Letter, window: EnvelopeWindow, *, large_print: bool
) -> None:
    pdf = draw_letter(letter, window, large_print=large_print, logo=LOGO)

    assert text_in(pdf, window.ever_visible) == list(letter.receiver.lines)
    assert text_in(pdf, window.always_visible) == list(letter.receiver.lines)
    assert shows_nothing_else(pdf, window)
    assert shows_nothing_else(copy_of(pdf), window)


LINES = st.lists(st.text(st.sampled_from("abc ABCæøåÆŁ0123.,-/"), max_size=60), max_size=8)


@given(lines=LINES, window=st.sampled_from(WINDOWS), large_print=st.booleans())
@settings(deadline=None, max_examples=60)
def test_any_receiver_is_all_in_the_window_or_the_letter_is_stopped(
    lines: list[str], window: EnvelopeWindow, *, large_print: bool
) -> None:
    letter = replace(WORDY, receiver=Receiver(tuple(lines)))

    with suppress(ReceiverOutsideWindowError):
        pdf = draw_letter(letter, window, large_print=large_print, logo=LOGO)

        shown = "".join(text_in(pdf, window.always_visible))
        assert list(filter(str.isalnum, shown)) == list(filter(str.isalnum, "".join(lines)))
        assert shows_nothing_else(pdf, window)


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize(
    "lines",
    [
        ("Anne-Margrethe Christoffersen-Vestergaard", "c/o Opdigtet Bofællesskab", "0000 By"),
        ("Q",),
        ("Ågot Ærlig", "c/o Jens Opdigt", "Stednavn", "Prøvevej 1, 2. th.", "0000 Prøveby"),
        ABROAD,
    ],
)
def test_long_names_and_addresses_of_up_to_seven_lines_fit(
    window: EnvelopeWindow, lines: tuple[str, ...]
) -> None:
    letter = replace(DECISION, receiver=Receiver(lines))

    pdf = draw_letter(letter, window, large_print=True)

    # PDFium takes a hyphen at a line's end for one that the printer added.
    shown = "".join(text_in(pdf, window.always_visible))
    assert list(filter(str.isalnum, shown)) == list(filter(str.isalnum, "".join(lines)))


@pytest.mark.parametrize(
    "numbers", [(15, 20, 105, 35), (15, 44, 130, 35), (15, 44, 50, 35), (-5, 44, 105, 35)]
)
def test_a_window_where_no_letter_could_have_its_receiver_is_refused(
    numbers: tuple[float, float, float, float],
) -> None:
    with pytest.raises(WindowOutsidePaperError):
        EnvelopeWindow(*numbers)
