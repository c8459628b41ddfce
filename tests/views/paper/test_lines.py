"""Lines: nothing lost, nothing too long, nothing torn apart that belongs together."""

from hypothesis import given
from hypothesis import strategies as st

from views.paper.lines import broken
from views.paper.look import ORDINARY

STYLE = ORDINARY.body
TEXTS = st.text(st.sampled_from("abcæøåM1. -/\xa7→ ")).map(lambda text: " ".join(text.split()))


@given(text=TEXTS, width=st.floats(20, 400))
def test_lines_joined_are_the_text_and_none_is_too_long(text: str, width: float) -> None:
    lines = broken(text, STYLE, width)

    assert "".join(lines) == text
    assert all(STYLE.width(line.rstrip(" ")) <= width for line in lines)


def test_a_day_keeps_its_month_and_a_provision_its_number() -> None:
    for text in ("2. november", "kl. 10", "stk. 2", "nr. 3", "12 34 56 78"):
        narrow = STYLE.width(text) + 1

        assert broken(f"ord {text} ord", STYLE, narrow) == ("ord ", f"{text} ", "ord")


def test_a_compound_breaks_after_its_hyphen_and_a_span_of_numbers_does_not() -> None:
    assert broken("misbrugs-behandling", STYLE, 80) == ("misbrugs-", "behandling")
    assert broken("kl. 10-12", STYLE, STYLE.width("kl. 10-12") + 1) == ("kl. 10-12",)
