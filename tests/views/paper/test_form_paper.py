"""A filled form as a PDF, read back by programs that know nothing of ours."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.filled_form import Answered, FilledBlock, FilledForm
from models.letters.letter import Heading, Paragraph
from tests.views.paper.paper_reading import ink_bounds, page_texts, reader, spoken
from tests.views.paper.sample_forms import CITIZEN, DRAFT, SIGNED, WORDS, every_shipped_form
from views.paper.form_paper import draw_form
from views.paper.typefaces import REGULAR

ANY = st.text(max_size=60)
LINES = st.lists(ANY, min_size=1, max_size=4).map(tuple)
BLOCKS: st.SearchStrategy[FilledBlock] = st.one_of(
    st.builds(Heading, ANY, st.integers(-1, 9)),
    st.builds(Paragraph, ANY),
    st.builds(
        Answered,
        ANY,
        LINES,
        st.sampled_from(["", CITIZEN]) | ANY,
        is_running_text=st.booleans(),
        is_missing=st.booleans(),
    ),
)
FORMS = st.builds(
    FilledForm,
    title=ANY,
    day=st.dates(),
    office=ANY,
    citizen=ANY,
    facts=st.lists(st.tuples(ANY, ANY), max_size=3).map(tuple),
    blocks=st.lists(BLOCKS, max_size=8).map(tuple),
    is_draft=st.booleans(),
)


def heard(form: FilledForm, *, large_print: bool = False) -> list[str]:
    return [text for _, text in spoken(draw_form(form, large_print=large_print))]


def with_answers(*blocks: Answered) -> FilledForm:
    return replace(SIGNED, blocks=blocks)


@pytest.mark.parametrize("large_print", [False, True])
def test_a_screen_reader_hears_the_form_in_the_order_asked(*, large_print: bool) -> None:
    assert heard(SIGNED, large_print=large_print) == [
        SIGNED.office,
        SIGNED.title,
        *(text for fact in SIGNED.facts for text in fact),
        "Ønsker og drømme",
        "Tænk på de sidste to uger.",
        CITIZEN,
        "Hvad ønsker borgeren af behandlingen?",
        WORDS,
        "Hvor mange dage?",
        "12 dage",
        "Hvor vigtigt er det for borgeren at få hjælp nu?",
        "Meget vigtigt",
        "Hvad er jeres vurdering?",
        WORDS,
        WORDS,
        "Rusmidler",
        "Rusmiddel 1",
        "Hvilket rusmiddel?",
        "Hash, pot eller skunk Kokain",
        "Trivsel i alt (0–100)",
        "36 (regnet ud) Under 50: tal om det. → ☑",
        "Rusmiddel 2",
        "Hvilket rusmiddel?",
        "Lattergas",
        "Aftaler i netværket 1",
        "Kun for behandleren",
        "Med hvem?",
        "Mormor, Åse",
    ]


def test_danish_and_other_letters_come_back_as_they_were_written() -> None:
    text = "\n".join(page_texts(draw_form(SIGNED)))

    for word in ("Şükrü Ærøskøbing Łukaszsen", "Åløkke", "Øvesen", "drømme", "røget"):
        assert word in text


def test_questions_are_the_headers_of_their_rows() -> None:
    tags = {text: tag for tag, text in spoken(draw_form(SIGNED))}

    assert tags["Hvor mange dage?"] == "TH"
    assert tags["12 dage"] == "TD"


def test_a_draft_says_on_every_page_that_it_is_one() -> None:
    long_draft = replace(DRAFT, blocks=DRAFT.blocks * 40)

    texts = page_texts(draw_form(long_draft))

    assert len(texts) > 2
    assert all("Kladde" in text for text in texts)
    assert "Kladde: ikke underskrevet og kan stadig blive ændret" in heard(DRAFT)


def test_a_signed_form_does_not_call_itself_a_draft() -> None:
    assert "Kladde" not in "".join(page_texts(draw_form(SIGNED)))


def test_what_is_missing_is_said() -> None:
    assert heard(DRAFT).count("Mangler svar") == 2


def test_every_page_says_what_it_is_about_whom_and_which_of_how_many() -> None:
    pages = page_texts(draw_form(replace(SIGNED, blocks=SIGNED.blocks * 5)))

    for number, text in enumerate(pages, start=1):
        assert "Afdækning · Şükrü Ærøskøbing Łukaszsen" in text
        assert f"Side {number} af {len(pages)}" in text


def test_words_that_go_on_on_another_page_say_again_whose_they_are() -> None:
    pdf = draw_form(
        with_answers(Answered("Spørgsmål", (WORDS * 60,), CITIZEN, is_running_text=True))
    )

    pages = page_texts(pdf)
    assert len(pages) > 2
    assert all(CITIZEN in text for text in pages)
    assert [text for _, text in spoken(pdf)].count(CITIZEN) == 1


@pytest.mark.parametrize("large_print", [False, True])
@pytest.mark.parametrize(
    "text", ["x" * 30_000, "ord " * 8_000, "a\n" * 2_000], ids=("one word", "words", "lines")
)
def test_very_long_answers_fill_pages_and_stay_inside_the_margins(
    text: str, *, large_print: bool
) -> None:
    form = with_answers(
        Answered("Beside", (text,)),
        Answered(text[:3_000], ("kort",), CITIZEN),
        Answered("Below", (text,), CITIZEN, is_running_text=True),
    )

    pdf = draw_form(form, large_print=large_print)

    pages = len(reader(pdf).pages)
    assert pages > 10
    for page in (0, 1, pages // 2, pages - 1):
        for left, top, right, bottom in ink_bounds(pdf, page):
            assert left >= 20
            assert right <= 194
            assert top >= 13
            assert bottom <= 290


def test_a_heading_is_never_last_on_a_page() -> None:
    blocks = tuple(
        block
        for number in range(60)
        for block in (Heading(f"Mål {number}", 3), Answered("Hvad?", ("Svar",) * (number % 5 + 1)))
    )
    pdf = draw_form(replace(SIGNED, blocks=blocks))

    for text in page_texts(pdf):
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        assert not lines[-2].startswith("Mål ")


def test_a_signed_form_is_printed_whatever_was_written_in_it() -> None:
    odd = with_answers(Answered("Hvad siger borgeren?", ("Fint 😀😀 مرحبا!",), CITIZEN))

    texts = heard(odd)

    assert "Fint [?] [?]!" in texts
    assert any(text.startswith("Hvor der står [?]") for text in texts)


def test_signs_that_people_type_themselves_are_not_explained() -> None:
    texts = heard(with_answers(Answered("Hvad?", ("[?] og <b>fed</b> & mere",))))

    assert "[?] og <b>fed</b> & mere" in texts
    assert not any("vises på papir" in text for text in texts)


def test_the_same_form_gives_the_same_bytes_dated_as_the_form() -> None:
    assert draw_form(SIGNED) == draw_form(SIGNED)
    described = reader(draw_form(SIGNED)).metadata
    assert described is not None
    assert described.creation_date is not None
    assert described.creation_date.date() == SIGNED.day
    assert described.title == "Afdækning"
    assert "Şükrü" not in str(described)


def test_every_shipped_form_is_printed_with_every_question_and_answer() -> None:
    count = 0
    for form, on_paper in every_shipped_form():
        count += 1
        tags = spoken(draw_form(on_paper))

        levels = [int(tag[1]) for tag, _ in tags if tag.startswith("H")]
        texts = {text for _, text in tags}
        asked = {b.question for b in on_paper.blocks if isinstance(b, Answered)}
        assert asked <= texts, form.name
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
        assert "Mangler svar" not in texts
    assert count > 40


@given(form=FORMS, large_print=st.booleans())
@settings(deadline=None, max_examples=100)
def test_any_form_is_drawn(form: FilledForm, *, large_print: bool) -> None:
    pdf = draw_form(form, large_print=large_print)

    # PDFium says a hyphen at the end of a line as U+FFFE, or as U+0002 at the end of all.
    assert all(
        REGULAR.shows(character) or character in "\r\n \ufffe\x02"
        for text in page_texts(pdf)
        for character in text
    )
