import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.patterns import LONGEST_TEXT, PatternError, pattern

KNOWN = (
    "a*b", "(a|b)+c?", "[A-Z]{2,3}\\d*", "^(a|a)*$", "x{0,2}y", "(ab){2}", "a{2,}", "(?:a|)b",
    "[^a-c]+", "", "\\d{4}-\\d{2}", "(a?){3}", "((a|b)*c)*", "[]a]+", "\\w\\s?\\W", "a.c",
)  # fmt: skip


@given(known=st.sampled_from(KNOWN), text=st.text(alphabet="abcxyAB19-] _", max_size=8))
def test_a_pattern_matches_what_python_matches(known: str, text: str) -> None:
    assert pattern(known).matches(text) is (re.fullmatch(known, text) is not None)


@pytest.mark.parametrize(
    "unknown",
    ["(", "a)", "[a", "a**", "(?=a)", "\\1", "a{3,2}", "{2}", "[z-a]", "*", "[a--b]", "x" * 2_000,
     "((((a{9}){9}){9}){9}){9}", "(" * 100 + ")" * 100],
)  # fmt: skip
def test_a_pattern_that_cannot_be_followed_is_refused(unknown: str) -> None:
    with pytest.raises(PatternError, match=r"\.$"):
        pattern(unknown)


@pytest.mark.parametrize("slow", ["(a|a)*b", "(a*)*b", "a*a*a*a*a*a*b", "(a?){100}b", "(.?){100}b"])
def test_no_pattern_takes_a_second(slow: str) -> None:
    start = process_time()

    found = pattern(slow).matches("a" * LONGEST_TEXT)

    assert not found
    assert process_time() - start < 1


def test_a_text_longer_than_any_answer_never_fits() -> None:
    assert pattern("a*").matches("a" * LONGEST_TEXT)
    assert not pattern("a*").matches("a" * (LONGEST_TEXT + 1))
