import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.help.guide import Place, place_of
from models.help.page import (
    HelpHeading,
    HelpList,
    HelpPicture,
    HelpTable,
    HelpText,
    Keys,
    Link,
    Words,
    plain,
)
from models.help.reading import HelpPageError, anchor_of, read_page

PAGE = """\
# En side

Tryk på **Lås**, eller tryk `Ctrl+L`. Se [mere](laas#doeren).

## Så åbner døren igen

- et
- to,
  som går videre

1. først
2. så

> Husk det.

| Tast | Det sker |
|---|---|
| `F1` | hjælp |

![Døren.](doer.png)
"""


def test_a_page_is_read_block_by_block() -> None:
    page = read_page("side", PAGE)

    assert page.title == "En side"
    assert [type(block) for block in page.blocks] == [
        HelpText,
        HelpHeading,
        HelpList,
        HelpList,
        HelpText,
        HelpTable,
        HelpPicture,
    ]


def test_strong_words_keys_and_links_stand_in_the_text() -> None:
    (text, *_) = read_page("side", PAGE).texts()

    assert Words("Lås", is_strong=True) in text
    assert Keys("Ctrl+L") in text
    assert Link("mere", "laas#doeren") in text
    assert plain(text) == "Tryk på Lås, eller tryk Ctrl+L. Se mere."


def test_an_item_goes_on_and_steps_are_numbered() -> None:
    _, _, bullets, steps, note, *_ = read_page("side", PAGE).blocks

    assert isinstance(bullets, HelpList)
    assert [plain(item) for item in bullets.items] == ["et", "to, som går videre"]
    assert isinstance(steps, HelpList)
    assert steps.is_numbered
    assert isinstance(note, HelpText)
    assert note.stands_out


def test_a_heading_has_an_anchor_in_plain_letters() -> None:
    (heading,) = read_page("side", PAGE).headings

    assert heading.anchor == "sa-abner-doren-igen"
    assert place_of(f"side#{heading.anchor}") == Place("side", heading.anchor)


@pytest.mark.parametrize(
    "markdown",
    [
        "uden titel",
        "# Side\n\n<b>html</b>",
        "# Side\n\nhalv **fed",
        "# Side\n\n[ud](https://eksempel.dk)",
        "# Side\n\n![billede](../hemmelig.png)",
        "# Side\n\n| en | to |\n|---|---|\n| kun en |",
        "# Side\n\n| uden | streg |\n| en | to |",
        "# Side\n\n- et\nikke rykket ind",
        "# Side\n\nmidt i ![billede](doer.png) teksten",
    ],
)
def test_what_lies_outside_the_subset_is_refused_with_the_page_and_the_line(markdown: str) -> None:
    with pytest.raises(HelpPageError, match="Siden side i vejledningen"):
        read_page("side", markdown)


@given(st.text(alphabet="# *`[]()|!-<>1.abc\n", max_size=200))
def test_any_text_is_read_or_refused(markdown: str) -> None:
    try:
        page = read_page("side", f"# T\n\n{markdown}")
    except HelpPageError:
        return
    assert page.title == "T"


@given(st.text(max_size=50))
def test_an_anchor_can_stand_in_a_link(heading: str) -> None:
    assert set(anchor_of(heading)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
