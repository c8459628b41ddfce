"""Pages: nothing lost, nothing below the edge, nothing parted that keeps together."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from views.paper.pages import Frame, fitted, lowest, paginated
from views.paper.strips import Strip, unlonely

FIRST, OTHER = Frame(0, 300, 50), Frame(0, 400, 50)
STRIPS = st.lists(
    st.builds(Strip, st.floats(1, 60), space_before=st.floats(0, 20), keeps=st.booleans()),
    max_size=120,
)


@given(STRIPS)
def test_every_strip_is_placed_once_in_order_above_the_edge(strips: list[Strip]) -> None:
    pages = paginated(strips, FIRST, OTHER)

    assert [one.strip for page in pages for one in page] == strips
    assert all(lowest(page, 400) >= 49.99 for page in pages)


def test_a_strip_that_keeps_goes_on_with_the_next_one() -> None:
    heading, line = Strip(40, keeps=True), Strip(40)
    strips = [Strip(200), heading, line]

    _, second = paginated(strips, FIRST, OTHER)

    assert [one.strip for one in second] == [heading, line]


def test_what_is_kept_together_and_higher_than_a_page_is_divided_all_the_same() -> None:
    strips = [Strip(30, keeps=True)] * 50

    assert len(paginated(strips, FIRST, OTHER)) == 5


def test_a_page_that_begins_in_a_table_says_its_header_again() -> None:
    header = (Strip(20, keeps=True),)
    strips = [*header, *(Strip(30, header=header) for _ in range(30))]

    first, *others = paginated(strips, FIRST, OTHER)

    assert not any(one.repeated for one in first)
    assert all(page[0].repeated and page[0].strip == header[0] for page in others)


def test_no_line_of_a_paragraph_stands_alone() -> None:
    lines = unlonely([replace(Strip(20), space_before=0) for _ in range(4)])

    assert [line.keeps for line in lines] == [True, False, True, False]


def test_a_greeting_does_not_get_a_sheet_of_its_own() -> None:
    strips = [Strip(20, space_before=10) for _ in range(9)]
    assert len(paginated(strips, FIRST, OTHER)) == 2

    (page,) = fitted(strips, FIRST, OTHER)

    assert [one.strip.height for one in page] == [20] * 9
    assert {one.strip.space_before for one in page} == {8.0}


def test_what_would_fill_as_many_pages_anyway_keeps_its_air() -> None:
    strips = [Strip(20, space_before=10) for _ in range(20)]

    assert fitted(strips, FIRST, OTHER) == paginated(strips, FIRST, OTHER)


@given(STRIPS)
def test_fitting_loses_nothing_and_never_takes_more_pages(strips: list[Strip]) -> None:
    loose, pages = paginated(strips, FIRST, OTHER), fitted(strips, FIRST, OTHER)

    assert [one.strip.height for page in pages for one in page] == [one.height for one in strips]
    assert len(pages) <= len(loose)
    assert all(lowest(page, 400) >= 49.99 for page in pages)
