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


def test_a_day_keeps_its_year_a_length_its_unit_and_a_rule_its_part() -> None:
    for text in ("2. november 2026", "4 uger", "14 dage", "\xa7 101, stk. 2"):
        narrow = STYLE.width(text) + 1

        assert broken(f"ord {text} ord", STYLE, narrow) == ("ord ", f"{text} ", "ord")


def test_a_few_letters_before_a_hyphen_do_not_end_a_line() -> None:
    width = STYLE.width("CPR-nummer") + 1

    assert broken("sit fulde CPR-nummer", STYLE, width) == ("sit fulde ", "CPR-nummer")


def test_what_is_tied_together_is_parted_at_a_space_where_there_is_no_room() -> None:
    text = "2. november 2026"

    assert broken(text, STYLE, STYLE.width("november")) == ("2. ", "november ", "2026")
