"""Whatever a letter holds, its pages part nowhere where a reader would stumble."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.letters.letter import (
    Block,
    BulletList,
    Chart,
    Facts,
    Heading,
    LawText,
    Paragraph,
    Quotation,
    RedThread,
    Result,
    SignatureColumns,
    SignatureLines,
    Table,
    Thread,
)
from views.paper.look import BOTTOM, LARGE_PRINT, LEFT, ORDINARY, PAGE_HEIGHT, TOP, Edition
from views.paper.pages import Frame, Placed, paginated
from views.paper.story import Story
from views.paper.structure import Element

Pages = tuple[tuple[Placed, ...], ...]
FIRST = Frame(LEFT, PAGE_HEIGHT - 260, BOTTOM)
OTHER = Frame(LEFT, PAGE_HEIGHT - TOP, BOTTOM)


def words(most: int) -> st.SearchStrategy[str]:
    return st.integers(1, most).map(
        lambda count: " ".join(("ord", "længere")[place % 3 == 0] for place in range(count))
    )


SCALE = (Decimal(0), Decimal(9))
SHORT, LONG = words(8), words(160)
ROLES = st.lists(SHORT, min_size=1, max_size=3).map(tuple)
ITEMS = st.lists(words(30), min_size=1, max_size=6).map(tuple)
THREADS = st.lists(st.builds(Thread, words(20), words(9), ITEMS, words(20)), max_size=3).map(tuple)
BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, SHORT, st.sampled_from([2, 3])),
    st.builds(Paragraph, LONG),
    st.builds(Paragraph, SHORT.map("{}:".format)),
    st.builds(Result, words(40)),
    st.builds(Quotation, LONG, SHORT),
    st.builds(BulletList, ITEMS),
    st.builds(Facts, st.lists(st.tuples(SHORT, words(40)), min_size=1, max_size=8).map(tuple)),
    st.builds(Table, st.tuples(SHORT, SHORT), st.lists(st.tuples(SHORT, LONG)).map(tuple)),
    st.builds(RedThread, st.tuples(SHORT, SHORT, SHORT, SHORT), THREADS),
    st.builds(LawText, SHORT, LONG),
    st.builds(SignatureLines, ROLES),
    st.builds(SignatureColumns, ROLES),
)
LETTERS = st.lists(BLOCKS, min_size=4, max_size=24)
FOLLOWING = (
    Paragraph("ord " * 90),
    Result("ord " * 30),
    Quotation("ord " * 60, "Bo"),
    BulletList(("en", "to")),
    Facts((("Sted", "Åbredden"),) * 9),
    Table(("Nr.", "Mål"), (("1", "ord " * 30),) * 9),
    RedThread(("Fund", "Mål", "Indsats", "Tegn"), (Thread("a", "b", ("c", "d"), "e"),) * 9),
    Chart("Trivsel", ((date(2026, 1, 1), Decimal(1)), (date(2026, 2, 1), Decimal(2))), *SCALE),
    SignatureLines(("Bo", "Åse")),
    LawText("Lov om opdigtede ydelser", "ord " * 60),
)
HEADINGS = {"H1", "H2", "H3"}
EDITIONS = st.sampled_from([ORDINARY, LARGE_PRINT])
MANY = settings(deadline=None, max_examples=150)


def laid_out(blocks: Sequence[Block], edition: Edition) -> tuple[Element, Pages]:
    root = Element("Document")
    story = Story(root, edition)
    story.add_title("En overskrift")
    for block in blocks:
        story.add(block)
    return root, paginated(story.strips, FIRST, OTHER)


def running(element: Element) -> Iterator[Element]:
    """Yield everything but the cells of tables."""
    yield element
    for child in element.children:
        if child.tag != "Table":
            yield from running(child)


def own(page: Sequence[Placed]) -> list[Placed]:
    return [one for one in page if not one.repeated]


def tags(one: Placed) -> set[str]:
    return {ink.element.tag for ink in one.strip.inks}


@given(blocks=LETTERS, edition=EDITIONS)
@MANY
def test_no_page_ends_with_a_heading(blocks: list[Block], edition: Edition) -> None:
    _, pages = laid_out(blocks, edition)

    for page in pages[:-1]:
        assert tags(page[-1]).isdisjoint(HEADINGS)


@pytest.mark.parametrize("edition", [ORDINARY, LARGE_PRINT])
@pytest.mark.parametrize("following", FOLLOWING, ids=lambda block: type(block).__name__)
def test_a_heading_moves_on_with_what_it_stands_above(following: Block, edition: Edition) -> None:
    for above in range(60):
        filling = [Paragraph("\n\n".join(["kort"] * above)), Paragraph("ord " * above)]

        _, pages = laid_out([*filling, Heading("En"), Heading("To", 3), following], edition)

        for page in pages[:-1]:
            assert tags(page[-1]).isdisjoint(HEADINGS)


@given(blocks=LETTERS, edition=EDITIONS)
@MANY
def test_no_line_of_running_text_stands_alone(blocks: list[Block], edition: Edition) -> None:
    root, pages = laid_out(blocks, edition)

    lines: dict[Element, list[int]] = {}
    for number, page in enumerate(pages):
        for one in page:
            for element in {ink.element for ink in one.strip.inks}:
                lines.setdefault(element, []).append(number)
    for element in running(root):
        on_pages = [len(list(run)) for _, run in groupby(lines.get(element, []))]
        assert len(on_pages) < 2 or min(on_pages) >= 2


@given(blocks=LETTERS, edition=EDITIONS)
@MANY
def test_a_table_names_its_columns_on_every_page(blocks: list[Block], edition: Edition) -> None:
    _, pages = laid_out(blocks, edition)

    for page in pages[1:]:
        header = own(page)[0].strip.header
        assert [one.strip for one in page if one.repeated] == list(header)


@given(blocks=LETTERS, roles=ROLES, sentence=words(120), edition=EDITIONS)
@MANY
def test_nobody_signs_on_a_page_that_does_not_say_what_for(
    blocks: list[Block], roles: tuple[str, ...], sentence: str, edition: Edition
) -> None:
    root, pages = laid_out([*blocks, Paragraph(sentence), SignatureColumns(roles)], edition)

    *_, said = (one for one in root.children[: -len(roles)] if one.tag == "P")
    assert any(ink.element is said for one in pages[-1] for ink in one.strip.inks)
    drawn = [page for page in pages if any(one.strip.rules for one in page)]
    assert drawn[-1] is pages[-1]


@given(blocks=LETTERS, edition=EDITIONS)
@MANY
def test_what_is_said_comes_on_the_page_of_who_says_it(
    blocks: list[Block], edition: Edition
) -> None:
    root, pages = laid_out(blocks, edition)

    spoken = [one for one in running(root) if one.tag == "BlockQuote"]
    for page, following in pairwise(pages):
        last = {ink.element for ink in page[-1].strip.inks}
        for quotation in spoken:
            speaker, *_ = quotation.children
            assert speaker not in last
        assert own(following)


@pytest.mark.parametrize("edition", [ORDINARY, LARGE_PRINT])
def test_the_last_point_of_a_list_has_company(edition: Edition) -> None:
    for above in range(20, 60):
        lines = "\n\n".join(["kort"] * above)

        _, pages = laid_out([Paragraph(lines), BulletList(("en", "to", "tre"))], edition)

        for page in pages:
            points = [one for one in page if "Lbl" in tags(one)]
            assert len(points) != 1
