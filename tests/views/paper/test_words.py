"""The door that every text goes through."""

from hypothesis import given
from hypothesis import strategies as st

from views.paper.words import one_line, paragraphs, printable


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert printable(printable(text)) == printable(text)


@given(st.text())
def test_one_line_holds_no_line_end(text: str) -> None:
    assert "\n" not in one_line(text)


def test_every_way_of_ending_a_line_is_the_same() -> None:
    assert printable("a\r\nb\rc\u2028d\ve") == "a\nb\nc\nd\ne"


def test_an_empty_line_parts_two_paragraphs_and_a_single_end_two_lines() -> None:
    assert paragraphs("a\nb\n\n\n  c ") == (("a", "b"), ("c",))


def test_a_space_that_must_not_break_stays_one() -> None:
    assert printable("kl.\u00a010 \u2003 500\u202fkr.") == "kl.\u00a010 500\u00a0kr."
