from hypothesis import given
from hypothesis import strategies as st

from models.help.page import HelpHeading, HelpPage, HelpText, Keys, Words
from views.screen.colours import DARK, LIGHT
from views.screen.help.help_html import page_in_html


def test_a_page_wears_the_colours_of_the_theme() -> None:
    page = HelpPage("side", "En side", (HelpText((Keys("Ctrl+K"),)),))

    assert LIGHT.thread in page_in_html(page, LIGHT, 10.5)
    assert DARK.thread in page_in_html(page, DARK, 10.5)


@given(st.text(alphabet='<>&"abc', max_size=30))
def test_markup_in_the_words_is_shown_and_not_obeyed(text: str) -> None:
    blocks = (HelpHeading(text, 2, "a"), HelpText((Words(text), Words(text, is_strong=True))))

    made = page_in_html(HelpPage("side", text, blocks), LIGHT, 10.5)

    body = made.partition("<body>")[2]
    assert body.count("<a ") == 1
    assert body.count("<b>") == 1
    assert body.count("<h") == 2
