"""What shows in the envelope's window: the receiver, all of it, and nothing else."""

from dataclasses import replace

import pypdfium2
import pytest

from models.letters.letter import Letter, Receiver, Sender
from tests.views.paper.paper_reading import MM, ink_bounds
from tests.views.paper.sample_letters import DECISION, LETTERS, SENDER
from views.paper.envelope import Box, EnvelopeWindow
from views.paper.faults import WindowOutsidePaperError
from views.paper.letter_paper import draw_letter

NORDIC_C5 = EnvelopeWindow()
WINDOWS = (NORDIC_C5, EnvelopeWindow(15, 39, 100, 35), EnvelopeWindow(22, 48, 98, 40))
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


def text_in(pdf: bytes, box: Box) -> list[str]:
    page = pypdfium2.PdfDocument(pdf)[0]
    height = page.get_height()
    text = page.get_textpage().get_text_bounded(
        left=box.left * MM,
        top=height - box.top * MM,
        right=box.right * MM,
        bottom=height - box.bottom * MM,
    )
    return [line.strip() for line in text.splitlines() if line.strip()]


def test_the_nordic_window_always_shows_and_may_show_what_was_measured() -> None:
    assert NORDIC_C5.always_visible == Box(15, 44, 101, 65.5)
    assert NORDIC_C5.ever_visible == Box(0, 30.5, 120, 79)


@pytest.mark.parametrize("letter", [*LETTERS, WORDY])
@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("large_print", [False, True])
def test_nothing_but_the_receiver_can_show_in_the_window(
    letter: Letter, window: EnvelopeWindow, *, large_print: bool
) -> None:
    pdf = draw_letter(letter, window, large_print=large_print)

    assert text_in(pdf, window.ever_visible) == list(letter.receiver.lines)
    assert text_in(pdf, window.always_visible) == list(letter.receiver.lines)
    steady, ever = window.always_visible, window.ever_visible
    for left, top, right, bottom in ink_bounds(pdf, 0):
        apart = left >= ever.right or right <= ever.left or top >= ever.bottom or bottom <= ever.top
        inside = (
            left >= steady.left
            and right <= steady.right
            and top >= steady.top
            and bottom <= steady.bottom
        )
        assert apart or inside


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize(
    "lines",
    [
        ("Anne-Margrethe Christoffersen-Vestergaard", "c/o Opdigtet Bofællesskab", "0000 By"),
        ("Q",),
        ("Ågot Ærlig", "c/o Jens Opdigt", "Stednavn", "Prøvevej 1, 2. th.", "0000 Prøveby"),
    ],
)
def test_long_names_and_addresses_of_five_lines_fit(
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
