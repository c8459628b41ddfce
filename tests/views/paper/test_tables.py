"""Columns that fill the width they are given, whatever is in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from views.paper.lines import longest_piece
from views.paper.look import ORDINARY
from views.paper.tables import column_widths

STYLE, WIDTH = ORDINARY.strong, ORDINARY.text_width
CELLS = st.text("abc \n-", max_size=200) | st.sampled_from(["w" * 500, "ord " * 400, "kort"])


@given(st.integers(1, 8).flatmap(lambda width: st.lists(st.tuples(*[CELLS] * width), min_size=1)))
def test_columns_and_the_gaps_between_them_fill_the_width(rows: list[tuple[str, ...]]) -> None:
    widths = column_widths(rows, STYLE, WIDTH)

    assert sum(widths) + 10 * (len(widths) - 1) == pytest.approx(WIDTH)
    for width, column in zip(widths, zip(*rows, strict=True), strict=True):
        assert width >= min(2 * STYLE.size, longest_piece("\n".join(column), STYLE))


def test_a_short_column_has_its_text_on_one_line_beside_long_ones() -> None:
    number, _ = column_widths([("Mål 12", "et langt mål " * 40)], STYLE, WIDTH)

    assert number >= STYLE.width("Mål 12")
