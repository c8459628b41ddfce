"""Whatever is typed, a letter comes out or a sentence says why not."""

from contextlib import suppress
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from models.letters.letter import (
    Block,
    BulletList,
    Chart,
    Facts,
    Heading,
    LawText,
    Letter,
    Paragraph,
    PocketCard,
    Quotation,
    Receiver,
    RedThread,
    Result,
    Sender,
    SignatureColumns,
    SignatureLines,
    Table,
    Thread,
)
from tests.views.paper.paper_reading import spoken
from tests.views.paper.sample_letters import RECEIPT
from views.paper.envelope import EnvelopeWindow
from views.paper.faults import UnprintableLetterError
from views.paper.letter_paper import draw_letter
from views.paper.typefaces import REGULAR
from views.paper.words import NO_BREAK_SPACE, paragraphs

ANY = st.text(max_size=60)
SHOWN = [chr(code) for code in REGULAR.widths if REGULAR.shows(chr(code))]
KNOWN = st.text(st.sampled_from([*SHOWN, *"→☑\n \t"]))
PAIRS = st.lists(st.tuples(ANY, ANY), max_size=3).map(tuple)
LINES = st.lists(ANY, max_size=5).map(tuple)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(0, 12))
    row = st.tuples(*[ANY] * width)
    return Table(draw(row), tuple(draw(st.lists(row, max_size=3))))


THREADS = st.builds(Thread, ANY, ANY, LINES, ANY)
NUMBERS = st.decimals(-1000, 1000, places=1)
POINTS = st.tuples(st.dates(), NUMBERS)
SIDES = st.lists(st.builds(Paragraph, ANY) | st.builds(Heading, ANY), max_size=3).map(tuple)
BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, ANY, st.integers(-1, 9)),
    st.builds(Paragraph, ANY),
    st.builds(Result, ANY),
    st.builds(Quotation, ANY, ANY),
    st.builds(BulletList, LINES),
    st.builds(Facts, PAIRS),
    tables(),
    st.builds(LawText, ANY, ANY),
    st.builds(SignatureLines, LINES),
    st.builds(SignatureColumns, LINES),
    st.builds(RedThread, st.tuples(ANY, ANY, ANY, ANY), st.lists(THREADS, max_size=3).map(tuple)),
    st.builds(Chart, ANY, st.lists(POINTS, max_size=9).map(tuple), NUMBERS, NUMBERS),
    st.builds(PocketCard, SIDES, SIDES, SIDES),
)
LETTERS = st.builds(
    replace,
    st.just(RECEIPT),
    title=ANY,
    sender=st.builds(Sender, ANY, ANY, LINES, LINES),
    receiver=st.builds(Receiver, LINES),
    reference=PAIRS,
    blocks=st.lists(BLOCKS, max_size=8).map(tuple),
)


@given(letter=LETTERS, large_print=st.booleans())
@settings(deadline=None, max_examples=150)
def test_any_letter_is_drawn_or_stopped_with_a_sentence(
    letter: Letter, *, large_print: bool
) -> None:
    with suppress(UnprintableLetterError):
        assert draw_letter(letter, EnvelopeWindow(), large_print=large_print)


@given(text=KNOWN)
@settings(deadline=None, max_examples=100)
def test_any_text_of_the_typeface_is_heard_as_it_was_cleaned(text: str) -> None:
    letter = replace(RECEIPT, blocks=(Paragraph("Begin"), Paragraph(text)))

    heard = [spoken_text for _, spoken_text in spoken(draw_letter(letter, EnvelopeWindow()))]

    # ReportLab writes a space that must not break as an ordinary one, after we broke the lines.
    expected = [" ".join(lines).replace(NO_BREAK_SPACE, " ") for lines in paragraphs(text)]
    assert heard[heard.index("Begin") + 1 :] == expected
